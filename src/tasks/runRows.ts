/*
 * The rows that a task adds to PoolRuns: per partner what its figure was before, is now, the difference and why. The table is
 * appended to and never rewritten; what the figure is, and why it moved, is the task's.
 */
import { fingerprintOf } from '../workbook/fingerprint';
import { type PlannedTable, blankCell, numberCell, textCell } from '../workbook/plan';
import { excelTime } from '../workbook/poolList';
import { type ModelReading, rowsOf } from '../workbook/readModel';
import { numberOf, textOf } from '../workbook/readTable';
import { definitionOf } from '../workbook/schema';
import { moneyCell } from './reconcile/cells';
import { VERSION } from './version';

/** One partner's row. Amounts are left out where the run has no figure of the partner's. */
export interface RunRow {
  readonly period: string;
  readonly partner: string;
  readonly inputs: string;
  readonly beforePence?: number | undefined;
  readonly afterPence?: number | undefined;
  readonly why: string;
}

/** The rows of one run, numbered after the last. */
export function planRunRows(model: ModelReading, task: string, when: Date, rows: readonly RunRow[]): PlannedTable {
  const run = 1 + Math.max(0, ...rowsOf(model, 'PoolRuns').map((row) => numberOf(row, 'Run') ?? 0));
  return {
    table: 'PoolRuns',
    action: 'append',
    columns: definitionOf('PoolRuns').columns.map(({ name }) => name),
    rows: rows.map(({ period, partner, inputs, beforePence, afterPence, why }) => [
      numberCell(run),
      numberCell(excelTime(when)),
      blankCell(),
      textCell(task),
      textCell(period),
      textCell(partner),
      textCell(VERSION),
      textCell(inputs),
      moneyCell(beforePence),
      moneyCell(afterPence),
      moneyCell(beforePence === undefined || afterPence === undefined ? undefined : afterPence - beforePence),
      textCell(why),
    ]),
    note: 'One row per run and partner: the total before, after, and why it moved.',
  };
}

/** The mark of everything a run was made from: all input tables as they were read. */
export function inputsMark(model: Pick<ModelReading, 'blocks'>): string {
  return fingerprintOf([model.blocks.map(({ what, fingerprint }) => `${what} ${fingerprint}`)]);
}

/** What a task left as a partner's figure when it last ran for a period; undefined where it never did. */
export function lastAfter(
  model: Pick<ModelReading, 'tables'>,
  task: string,
  period: string,
  partner: string,
): number | undefined {
  const row = rowsOf(model, 'PoolRuns').findLast(
    (each) => textOf(each, 'Task') === task && textOf(each, 'Period') === period && textOf(each, 'Partner') === partner,
  );
  return row === undefined ? undefined : numberOf(row, 'After');
}
