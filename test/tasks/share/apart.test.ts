/* Projects and ledgers in one workbook: what is wrong in the one does not stop the other. */
import { reconcile } from '../../../src/tasks/reconcile';
import { share } from '../../../src/tasks/share/share';
import { COUNCIL, PCT, openPool, quiet } from '../fixture';

const PROJECTS = {
  PoolProjects: [{ Project: 'P', Year: '2026/27', Item: 'Post', 'Annual cost': 100.01 }],
  PoolProjectShares: [COUNCIL, PCT].map((Partner) => ({ Project: 'P', Partner, Treatment: 'equal' })),
};

test('a wrong entry in the projects stops share and not reconcile', async () => {
  await openPool({ ...PROJECTS, PoolProjects: [{ ...PROJECTS.PoolProjects[0]!, Cap: -1, 'Paid by': 'nobody' }] });
  const shared = await share.plan({}, quiet);
  expect(shared.blockers.map(({ kind }) => kind)).toEqual(['partner not listed', 'cap not positive']);
  expect((await reconcile.plan({ period: '2026-06' }, quiet)).blockers).toEqual([]);
});

test('a wrong entry in the budgets stops reconcile and not share', async () => {
  await openPool({ ...PROJECTS, PoolBudgets: [{ Line: 'Nowhere', Partner: PCT, Year: '2026/27', Amount: 1 }] });
  expect((await reconcile.plan({ period: '2026-06' }, quiet)).blockers.map(({ kind }) => kind)).toEqual([
    'line not listed',
  ]);
  const { blockers, totals } = await share.plan({}, quiet);
  expect(blockers).toEqual([]);
  expect(totals).toMatchObject({ shares: [{ share: 50.01 }, { share: 50 }] });
});
