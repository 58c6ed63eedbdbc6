/*
 * PoolRuns: one row per partner and run, with what its in-pool total was before, is now, and why it moved. It is appended
 * to and never rewritten: the history of a workbook is in the workbook.
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { ModelReading } from '../../workbook/readModel';
import { rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, textOf } from '../../workbook/readTable';
import type { PlannedTable } from '../../workbook/plan';
import { type RunRow, planRunRows } from '../runRows';

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

/** The rows a run adds: each partner's in-pool total. */
export function planRuns(model: ModelReading, result: ReconcileResult, tables: string, when: Date): PlannedTable {
  const rows = result.controls.map(({ partner, figures }): RunRow => {
    const last = lastRun(model, result.period, partner);
    const marks = marksOf(result, partner, tables);
    return {
      period: result.period,
      partner,
      inputs: marksText(marks),
      beforePence: last?.afterPence,
      afterPence: figures?.inPoolPence,
      why: whyOf(last, marks, figures === null, wasClosed(model, result.period, partner)),
    };
  });
  return planRunRows(model, 'reconcile', when, rows);
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
