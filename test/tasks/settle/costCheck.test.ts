/*
 * What is wrong with staff stops no month's statement, and `check` says it, with what only a month can tell.
 */
import { check } from '../../../src/tasks/check';
import { reconcile } from '../../../src/tasks/reconcile';
import { COUNCIL, PCT, type Cells, openPool, quiet, writeTask } from '../fixture';

const post = (more: Cells): Cells => ({
  Line: 'Residential care',
  Post: 'Nurse',
  WTE: 1,
  Rate: 30_000,
  Employer: COUNCIL,
  Funder: PCT,
  ...more,
});

test('a WTE that is text does not stop the month, and is said with its cell', async () => {
  await openPool({ PoolStaff: [post({ WTE: 'one' })] });
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  const { findings, totals } = await check.plan({ period: '2026-06' }, quiet);
  expect(findings.filter(({ place }) => place?.sheet === 'Pool staff')).toMatchObject([
    { kind: 'cell not number', place: { row: 5, column: 3 } },
  ]);
  expect(totals).not.toEqual({});
});

test('a post on an excluded line is said for the month, and two rows of one post always', async () => {
  await openPool({ PoolStaff: [post({ Line: 'Assessment unit' }), post({ Line: 'Assessment unit' })] });
  const kinds = async (period?: string) => {
    const { findings } = await check.plan(period === undefined ? {} : { period }, quiet);
    return findings.filter(({ place }) => place?.sheet === 'Pool staff').map(({ kind }) => kind);
  };
  expect(await kinds('2026-06')).toEqual(['cost dates overlap', 'cost line without pool', 'cost line without pool']);
  expect(await kinds()).toEqual(['cost dates overlap']);
});
