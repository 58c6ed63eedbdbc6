/*
 * Why a month cannot be closed, partner by partner: not received, not run, or not what was run. What is wrong in cells is
 * `check`'s to say.
 */
import { comparable } from '../../ledger/cells';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding, Place } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, placeOf, textOf } from '../../workbook/readTable';
import { type ChangedPartner, changedSince } from '../reconcile/changedSince';
import type { StatementPeriod } from '../reconcile/period';
import type { ReconcileRun } from '../reconcile/runReconcile';
import { lastRun } from '../reconcile/runs';

/** A partner's row of PoolPeriods for a month. */
export function periodRow(model: Pick<ModelReading, 'tables'>, period: string, partner: string): TypedRow | undefined {
  return rowsOf(model, 'PoolPeriods').find(
    (row) => textOf(row, 'Period') === period && comparable(textOf(row, 'Partner')) === comparable(partner),
  );
}

/** Every reason of the partners' months, each with the cell to look at; none when the month can be closed. */
export function whyNotClosed(model: ModelReading, run: ReconcileRun, { period }: StatementPeriod): readonly Finding[] {
  const changed = changedSince(model, run, period);
  return run.result.controls.flatMap(({ partner }): Finding[] => {
    const facts = { period, partner };
    const row = periodRow(model, period, partner);
    if (row === undefined) return [closingFinding('close without row', { ...facts, detail: { table: 'PoolPeriods' } })];
    const place = placeOf(row, 'Status');
    if (textOf(row, 'Status') === 'not received') return [closingFinding('close not received', { ...facts, place })];
    if (lastRun(model, period, partner) === undefined)
      return [closingFinding('close not reconciled', { ...facts, place })];
    return changed.filter((each) => each.partner === partner).map((each) => changedFinding(each, period, place));
  });
}

function changedFinding(
  { partner, what, table, beforePence, nowPence }: ChangedPartner,
  period: string,
  place: Place,
): Finding {
  const amounts = { leftPence: beforePence, rightPence: nowPence, differencePence: nowPence - beforePence };
  const facts = { period, partner, place, ...amounts };
  return what === 'ledger'
    ? closingFinding('close ledger changed', { ...facts, detail: { table } })
    : closingFinding('close inputs changed', facts);
}
