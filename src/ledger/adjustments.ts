/*
 * Adjustments made off the ledger: what they come to in a year to date, and in the month. An adjustment is taken back in
 * the month it names; one that cannot be used is a finding and counts nowhere.
 *
 * Source: design section 4 (PoolAdjustments).
 */
import { comparable } from './cells';
import { parseMonth } from './calendar';
import { placeInYear } from './financialYear';
import type { Finding, Place } from './finding';
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

/** A cell of an adjustment. */
type PlaceOf = keyof NonNullable<Adjustment['places']>;

const TOO_EARLY = 'reversed too early';

/** Why an adjustment cannot be used, and which of its cells says so; undefined when it can. */
function problemOf(
  adjustment: Adjustment,
  lines: readonly PoolLine[],
  names: PartnerNames,
): { readonly problem: string; readonly at: PlaceOf } | undefined {
  const rows = lines.filter(({ line }) => comparable(line) === comparable(adjustment.line));
  if (names.find(adjustment.partner) === undefined) return { problem: 'partner unknown', at: 'partner' };
  if (rows.length === 0) return { problem: 'line unknown', at: 'line' };
  if (rows.every(({ scope }) => scope === 'excluded')) return { problem: 'line excluded', at: 'line' };
  if (!parseMonth(adjustment.period)) return { problem: 'period unreadable', at: 'period' };
  if (adjustment.reversesIn === '') return undefined;
  if (!parseMonth(adjustment.reversesIn)) return { problem: 'reversal unreadable', at: 'reversesIn' };
  return adjustment.reversesIn <= adjustment.period ? { problem: TOO_EARLY, at: 'reversesIn' } : undefined;
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
    const unusable = problemOf(adjustment, lines, names);
    const there = (at: PlaceOf): Pick<Finding, 'place'> =>
      adjustment.places === undefined ? {} : { place: adjustment.places[at] };
    if (unusable !== undefined) {
      const { problem, at } = unusable;
      const months = { period: adjustment.period, reversesIn };
      const detail = { problem, target: adjustment.line, ...(problem === TOO_EARLY ? months : {}) };
      findings.push(ledgerFinding('adjustment not used', { partner: adjustment.partner, ...there(at), leftPence: amountPence, detail })); // prettier-ignore
      continue;
    }
    const partner = names.find(adjustment.partner) ?? '';
    const line = lines.find((each) => comparable(each.line) === comparable(adjustment.line))?.line ?? '';
    // Once it is taken back it raises nothing any more.
    if (isToDate(adjustment.period) && !isToDate(reversesIn))
      findings.push(...doubts(adjustment, { partner, ...there('amount'), line, leftPence: amountPence }, period));
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

/** What its kind says of an adjustment that counts, and its sign or its months do not. */
function doubts(
  { kind, amountPence, reversesIn, period: made }: Adjustment,
  facts: { readonly partner: string; readonly line: string; readonly leftPence: number; readonly place?: Place },
  period: string,
): LedgerFinding[] {
  const { line } = facts;
  const stays =
    (kind === 'accrual' || kind === 'prepayment') && reversesIn === '' && made < period && amountPence !== 0;
  return [
    ...(kind === 'prepayment' && amountPence > 0
      ? [ledgerFinding('prepayment adds', { ...facts, detail: { line } })]
      : []),
    ...(stays ? [ledgerFinding('adjustment stays', { ...facts, detail: { kind, line, period: made } })] : []),
  ];
}
