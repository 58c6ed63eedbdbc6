/*
 * A long input table with the same mistake in every row: the task lists the first, counts the others, and still stops.
 */
import { planTask } from '../../src/tasks';
import { describeFinding } from '../../src/words/findings';
import { COUNCIL, day, openPool, quiet } from './fixture';

const ROWS = 340;

test.each(['check', 'reconcile'] as const)('%s lists 200 of 340 budgets that are no amounts', async (task) => {
  const wrong = { Line: 'Residential care', Partner: COUNCIL, Year: '2026/27', Kind: 'original' };
  await openPool({
    PoolBudgets: Array.from({ length: ROWS }, (_row, index) => ({ ...wrong, From: day(4, 1) + index, Amount: 'tbc' })),
  });
  const plan = await planTask(task, { period: '2026-06' }, quiet);
  const found = [...plan.findings, ...plan.blockers];
  expect(found.filter(({ kind }) => kind === 'cell not money')).toHaveLength(200);
  const more = found.filter(({ kind }) => kind === 'more alike');
  expect(more).toHaveLength(1);
  expect(more[0]).toMatchObject({ severity: 'error', detail: { kind: 'cell not money', more: ROWS - 200 } });
  // The table begins in row 5, so its rows are 6 to 345.
  expect(more.map((finding) => describeFinding(finding).what)).toEqual([
    '“Cells that should hold an amount”: 140 findings more, beginning here and ending in row 345; the first 200 are listed.',
  ]);
  expect(plan.workbook).toBeUndefined();
});
