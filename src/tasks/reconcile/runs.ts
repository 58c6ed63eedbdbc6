/*
 * PoolRuns: one row per partner and run, with what its in-pool total was before, is now, and why it moved. It is appended
 * to and never rewritten: the history of a workbook is in the workbook.
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { ModelReading } from '../../workbook/readModel';
import { rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, textOf } from '../../workbook/readTable';
import { type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { excelTime } from '../../workbook/poolList';
import { definitionOf } from '../../workbook/schema';
import { moneyCell } from './cells';
import { VERSION } from '../version';

/** What `Inputs` holds: the mark of the partner's own ledgers, and of everything the run was made from. */
export interface InputMarks {
  readonly ledger: string;
  readonly all: string;
}

/** @example marksText({ ledger: 'a1', all: 'b2' }) -> 'a1/b2' */
export function marksText({ ledger, all }: InputMarks): string {
  return `${ledger}/${all}`;
}

/** The last run of a period for a partner. */
export interface LastRun {
  readonly row: TypedRow;
  readonly afterPence: number | undefined;
  readonly marks: InputMarks;
}

/** Finds the last run of `reconcile` for a partner and period. */
export function lastRun(model: ModelReading, period: string, partner: string): LastRun | undefined {
  const row = rowsOf(model, 'PoolRuns').findLast(
    (run) =>
      textOf(run, 'Task') === 'reconcile' && textOf(run, 'Period') === period && textOf(run, 'Partner') === partner,
  );
  if (row === undefined) return undefined;
  const [ledger = '', all = ''] = textOf(row, 'Inputs').split('/');
  return { row, afterPence: numberOf(row, 'After'), marks: { ledger, all } };
}

/** The marks of a run for one partner. `tables` is the mark of the input tables. */
export function marksOf(result: ReconcileResult, partner: string, tables: string): InputMarks {
  const mine = result.sources.filter((source) => source.partner === partner);
  return { ledger: mine.map(({ fingerprint }) => fingerprint).join('+'), all: `${result.fingerprint}-${tables}` };
}

/** The rows a run adds. */
export function planRuns(model: ModelReading, result: ReconcileResult, tables: string, when: Date): PlannedTable {
  const columns = definitionOf('PoolRuns').columns.map(({ name }) => name);
  const run = 1 + Math.max(0, ...rowsOf(model, 'PoolRuns').map((row) => numberOf(row, 'Run') ?? 0));
  const rows = result.controls.map(({ partner, figures }) => {
    const last = lastRun(model, result.period, partner);
    const marks = marksOf(result, partner, tables);
    const after = figures?.inPoolPence ?? null;
    const delta = last?.afterPence === undefined || after === null ? null : after - last.afterPence;
    return [
      numberCell(run),
      numberCell(excelTime(when)),
      blankCell(),
      textCell('reconcile'),
      textCell(result.period),
      textCell(partner),
      textCell(VERSION),
      textCell(marksText(marks)),
      moneyCell(last?.afterPence),
      moneyCell(after),
      moneyCell(delta),
      textCell(whyOf(last, marks, figures === null, wasClosed(model, result.period, partner))),
    ];
  });
  const note = 'One row per run and partner: the in-pool total before, after, and why it moved.';
  return { table: 'PoolRuns', action: 'append', columns, rows, note };
}

/** Whether the last thing done with a partner's month was to close it: a run after that is a restatement. */
function wasClosed(model: ModelReading, period: string, partner: string): boolean {
  const last = rowsOf(model, 'PoolRuns').findLast(
    (run) =>
      OF_MONTH.has(textOf(run, 'Task')) && textOf(run, 'Period') === period && textOf(run, 'Partner') === partner,
  );
  return last !== undefined && textOf(last, 'Task') === CLOSE;
}

/** The task whose rows of PoolRuns say that a month was closed. */
export const CLOSE = 'close';
const OF_MONTH: ReadonlySet<string> = new Set(['reconcile', CLOSE]);

function whyOf(last: LastRun | undefined, marks: InputMarks, isMissing: boolean, isRestated: boolean): string {
  const cause = causeOf(last, marks, isMissing);
  return isRestated ? `restated after closing: ${cause}` : cause;
}

function causeOf(last: LastRun | undefined, marks: InputMarks, isMissing: boolean): string {
  if (isMissing) return 'not received';
  if (last === undefined) return 'first run of the period';
  if (last.afterPence === undefined) return 'figures received';
  if (last.marks.ledger !== marks.ledger) return 'ledger changed';
  return last.marks.all === marks.all ? 'nothing changed' : 'input tables or another ledger changed';
}
