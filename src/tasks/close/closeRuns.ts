/*
 * The rows that a task which changes no figure adds to PoolRuns: per partner what its in-pool total is, that it did not
 * move, and what was done. The table is appended to and never rewritten.
 */
import { type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { excelTime } from '../../workbook/poolList';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import { moneyCell } from '../reconcile/cells';
import { VERSION } from '../version';

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
