/* Sharing a project brings in bodies that have no ledger here; the month's statement goes on without waiting for them. */
import * as tasks from '../../../src/tasks/index';
import { COUNCIL, inputTable, openPool, PCT, quiet } from '../fixture';
import { writePlan } from '../../../src/workbook/writer';

const RUTLAND = 'Rutland County Council';

test('a body of projects only is no part of the month: no row of it, no period, and the joint figure is complete', async () => {
  const host = await openPool();
  const shares = inputTable('PoolProjectShares', [{ Project: 'Integration', Partner: RUTLAND, Treatment: 'equal' }]);
  const partner = inputTable('PoolPartners', [{ Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland' }]);
  expect(await writePlan({ tables: [{ ...partner, action: 'update' }, shares] })).toMatchObject({ ok: true });

  const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
  expect(plan.blockers).toEqual([]);
  expect(plan.totals['joint']).toMatchObject({ complete: true, missing: [] });
  expect((plan.totals['partners'] as { partner: string }[]).map(({ partner: name }) => name)).toEqual([COUNCIL, PCT]);
  expect(plan.findings.filter(({ partner: name }) => name === RUTLAND).map(({ kind }) => kind)).toEqual([
    'shares projects only',
  ]);

  await tasks.writePlan(plan, quiet);
  const periods = [...host.book.sheet('Pool periods')!.cells()].map(([, , { value }]) => value);
  expect(periods).not.toContain(RUTLAND);
  const checked = await tasks.planTask('check', { period: '2026-06' }, quiet);
  expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual(
    plan.findings.filter(({ severity }) => severity === 'error'),
  );
});
