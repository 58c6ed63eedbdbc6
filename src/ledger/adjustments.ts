/*
 * Adjustments made off the ledger: what they come to in a year to date, and in the month. An adjustment is taken back in
 * the month it names; one that cannot be used is a finding and counts nowhere.
 *
 * Source: design section 4 (PoolAdjustments).
 */
import { comparable } from './cells';
import { parseMonth } from './calendar';
import { placeInYear } from './financialYear';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { PartnerNames } from './partnerNames';
import type { Adjustment, PoolLine } from './reconcileInputs';

/** What a partner's adjustments come to on one line, whole pence. */
export interface LineAdjustment {
  readonly partner: string;
  readonly line: string;
  toDatePence: number;
  monthPence: number;
}

const TOO_EARLY = 'reversed too early';

function problemOf(adjustment: Adjustment, lines: readonly PoolLine[], names: PartnerNames): string | undefined {
  const rows = lines.filter(({ line }) => comparable(line) === comparable(adjustment.line));
  if (names.find(adjustment.partner) === undefined) return 'partner unknown';
  if (rows.length === 0) return 'line unknown';
  if (rows.every(({ scope }) => scope === 'excluded')) return 'line excluded';
  if (!parseMonth(adjustment.period)) return 'period unreadable';
  if (adjustment.reversesIn === '') return undefined;
  if (!parseMonth(adjustment.reversesIn)) return 'reversal unreadable';
  return adjustment.reversesIn <= adjustment.period ? TOO_EARLY : undefined;
}

/**
 * The adjustments in force for a run of `period`, by partner and line.
 *
 * Those of April to the period count, less those taken back in April to the period, whatever year they were made in.
 *
 * @example an accrual of £5.00 in 2026-05 reversed in 2026-07 counts +500 in runs of May and June, and nothing from July
 */
export function adjustmentsToDate(
  adjustments: readonly Adjustment[],
  lines: readonly PoolLine[],
  names: PartnerNames,
  period: string,
): { readonly byLine: readonly LineAdjustment[]; readonly findings: readonly LedgerFinding[] } {
  const byLine = new Map<string, LineAdjustment>();
  const findings: LedgerFinding[] = [];
  const isToDate = (month: string): boolean => month !== '' && placeInYear(month, period) === 'to date';
  for (const adjustment of adjustments) {
    const { amountPence, reversesIn } = adjustment;
    const problem = problemOf(adjustment, lines, names);
    const place = adjustment.place ? { place: adjustment.place } : {};
    if (problem !== undefined) {
      const months = { period: adjustment.period, reversesIn };
      const detail = { problem, target: adjustment.line, ...(problem === TOO_EARLY ? months : {}) };
      findings.push(ledgerFinding('adjustment not used', { partner: adjustment.partner, ...place, leftPence: amountPence, detail })); // prettier-ignore
      continue;
    }
    const partner = names.find(adjustment.partner) ?? '';
    const line = lines.find((each) => comparable(each.line) === comparable(adjustment.line))?.line ?? '';
    // Once it is taken back it raises nothing any more.
    const isInForce = isToDate(adjustment.period) && !isToDate(reversesIn);
    if (adjustment.isPrepayment === true && amountPence > 0 && isInForce) {
      findings.push(ledgerFinding('prepayment adds', { partner, ...place, line, leftPence: amountPence, detail: { line } })); // prettier-ignore
    }
    const key = `${partner}\n${line}`;
    const sums = byLine.get(key) ?? { partner, line, toDatePence: 0, monthPence: 0 };
    byLine.set(key, sums);
    if (isToDate(adjustment.period)) sums.toDatePence += amountPence;
    if (isToDate(reversesIn)) sums.toDatePence -= amountPence;
    if (adjustment.period === period) sums.monthPence += amountPence;
    if (reversesIn === period) sums.monthPence -= amountPence;
  }
  return { byLine: [...byLine.values()], findings };
}
