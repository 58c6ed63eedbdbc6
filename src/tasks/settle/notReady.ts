/*
 * What must be so before a period is settled: every partner received, the month reconciled, nothing changed since, and
 * nothing issued that is closed. Each reason is a finding with its cell; no amount is worked out here.
 */
import { comparable } from '../../ledger/cells';
import { isOfOtherMonth } from '../../ledger/otherMonth';
import type { Finding } from '../../workbook/finding';
import { rowsOf } from '../../workbook/readModel';
import { placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { runFindings } from '../check';
import type { StatementPeriod } from '../reconcile/period';
import { type ReconcileReading, missingTables } from '../reconcile/readReconcile';
import type { ReconcileRun } from '../reconcile/runReconcile';
import { lastRun } from '../reconcile/runs';

/** Findings of `check` that say that what was written is no longer what the workbook holds. */
const CHANGED = new Set([
  'ledger changed',
  'inputs changed',
  'figure differs',
  'formula overwritten',
  'formula error',
  'row missing',
  'row unknown',
]);

/** Why the period cannot be settled yet; none when it can. */
export function notReady(reading: ReconcileReading, run: ReconcileRun, period: StatementPeriod): Finding[] {
  const { model } = reading;
  const missing = missingTables(model);
  if (missing.length > 0) return missing;
  const { result } = run;
  if (result.controls.every(({ partner }) => lastRun(model, period.period, partner) === undefined)) {
    return [settleFinding('settle before reconcile', { period: period.period })];
  }
  const waiting = result.controls
    .filter(({ figures }) => figures === null)
    .map(({ partner }) => {
      const row = rowsOf(model, 'PoolPeriods').find(
        (each) =>
          textOf(each, 'Period') === period.period && comparable(textOf(each, 'Partner')) === comparable(partner),
      );
      const place = row === undefined ? {} : { place: placeOf(row, 'Status') };
      return settleFinding('settle not received', { period: period.period, partner, ...place });
    });
  if (waiting.length > 0) return waiting;
  // A row that is in no figure, or a ledger that is not its control total, would be settled as if it were right.
  const wrong = result.findings.filter(
    (finding) => finding.severity === 'error' && !isOfOtherMonth(finding, period.period),
  );
  if (wrong.length > 0) return [withErrors(wrong, period), ...wrong];
  const changed = runFindings(reading, run, period).filter(({ kind }) => CHANGED.has(kind));
  const [first] = changed;
  if (first === undefined) return [];
  const kinds = [...new Set(changed.map(({ kind }) => kind))].join(', ');
  const detail = { kinds, count: changed.length };
  const place = first.place === undefined ? {} : { place: first.place };
  return [settleFinding('settle after change', { period: period.period, ...place, detail }), ...changed];
}

function withErrors(wrong: readonly Finding[], { period }: StatementPeriod): Finding {
  const place = wrong.find((finding) => finding.place !== undefined)?.place;
  return settleFinding('settle with errors', {
    period,
    ...(place === undefined ? {} : { place }),
    detail: { count: wrong.length },
  });
}
