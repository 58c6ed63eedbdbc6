/*
 * Each sample from its ledgers to the statement, through the real Office.js: model where its tables are not filled in,
 * reconcile, change an input and see the figures follow, change a ledger and run again, take the run back.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { openXlsx } from '../../src/preview/xlsx/openXlsx';
import * as tasks from '../../src/tasks/index';
import { testCalculator } from '../preview/engine/support';
import { openHost } from '../support/host';
import { raiseFirstBudget, raiseFirstPosting, readStatement, SAMPLES, type StatementRow } from '../support/sampleSteps';

jest.setTimeout(120_000);

const folder = resolve(__dirname, '../../assets/samples');
const quiet = { report: () => undefined, isCancelled: () => false };

async function runTask(name: tasks.TaskName, period?: string): Promise<void> {
  const plan = await tasks.planTask(name, period === undefined ? {} : { period }, quiet);
  expect(plan.blockers).toEqual([]);
  expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
}

/** The rows that differ, as (after - before) in pence. */
function changes(before: readonly StatementRow[], after: readonly StatementRow[]) {
  expect(after.map(({ line, partner }) => [line, partner])).toEqual(before.map(({ line, partner }) => [line, partner]));
  const pence = (pounds: number): number => Math.round(pounds * 100);
  return after.flatMap((row, index) => {
    const old = before[index] ?? row;
    const moved = {
      annualBudget: pence(row.annualBudget) - pence(old.annualBudget),
      budgetToDate: pence(row.budgetToDate) - pence(old.budgetToDate),
      actualToDate: pence(row.actualToDate) - pence(old.actualToDate),
      varianceToDate: pence(row.varianceToDate) - pence(old.varianceToDate),
    };
    return Object.values(moved).some((change) => change !== 0)
      ? [{ line: row.line, partner: row.partner, ...moved }]
      : [];
  });
}

describe.each(SAMPLES)('$file', ({ file, period, months, isFilledIn }) => {
  beforeAll(async () => {
    const opened = openXlsx(readFileSync(join(folder, file)));
    if (!opened.ok) throw new Error(opened.problem.kind);
    openHost(opened.value.book).setCalculator(testCalculator());
    if (!isFilledIn) await runTask('model');
    await runTask('reconcile', period);
  });

  test('a budget raised by £1,200 moves its own line and the joint figure, by a twelfth a month, and nothing else', async () => {
    const before = await readStatement(period);
    const { line, partner } = await raiseFirstBudget(1200);
    const moved = {
      annualBudget: 120_000,
      budgetToDate: 10_000 * months,
      actualToDate: 0,
      varianceToDate: -10_000 * months,
    };
    expect(changes(before, await readStatement(period))).toEqual([
      { line, partner, ...moved },
      { line, partner: 'Joint', ...moved },
    ]);
  });

  test('a posting raised by £10 reaches the statement with the next run, and leaves it when the run is taken back', async () => {
    const before = await readStatement(period);
    const partner = await raiseFirstPosting(10);
    expect(changes(before, await readStatement(period))).toEqual([]);

    await runTask('reconcile', period);
    const again = changes(before, await readStatement(period));
    expect(again.filter((row) => row.partner === partner).map(({ actualToDate }) => actualToDate)).toEqual([1000]);
    expect(again.every(({ annualBudget, budgetToDate }) => annualBudget === 0 && budgetToDate === 0)).toBe(true);

    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(changes(before, await readStatement(period))).toEqual([]);
  });

  test('check reads the changed ledger and says so', async () => {
    const plan = await tasks.planTask('check', {}, quiet);
    expect(plan.findings.map(({ kind }) => kind)).toContain('ledger changed');
  });
});

test.each(SAMPLES.filter(({ isFilledIn }) => isFilledIn))(
  '$file: building the model again proposes no partner, arrangement, ledger, line or code',
  async ({ file }) => {
    const opened = openXlsx(readFileSync(join(folder, file)));
    if (!opened.ok) throw new Error(opened.problem.kind);
    openHost(opened.value.book).setCalculator(testCalculator());
    const { proposal, blockers } = await tasks.planTask('model', {}, quiet);
    expect(blockers).toEqual([]);
    const proposed = proposal?.tables.filter(({ rows }) => rows.length > 0).map(({ table }) => table);
    // Months that the ledgers hold and nobody has asked for yet, and noughts of a budget sheet, are new.
    expect(proposed?.filter((table) => table !== 'PoolPeriods' && table !== 'PoolBudgets')).toEqual([]);
  },
);
