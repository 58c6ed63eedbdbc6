/*
 * The partners' agreed shares on a given day, from lists that each hold from a date. Not how a share arises (fixed, from
 * contributions, equal): a list gives the shares themselves.
 *
 * Source: date-effective ownership percentages that must total 100 (Oracle Joint Venture Management, domain brief c); a
 * new list is always complete, and a partner that leaves stands in it with a share of 0 (design section 4, PoolShares).
 */
import { readNumber } from '../money/exact';
import { fail, succeed, type Result } from '../money/result';

/** One row of a list of shares; the date is an Excel date, the share a fraction of 1. */
export interface ShareRow {
  readonly partner: string;
  readonly fromDate: number;
  readonly share: number;
}

/** A partner with its share, a fraction of 1. */
export interface PartnerShare {
  readonly partner: string;
  readonly share: number;
}

/** Why no shares can be given; rows are counted from 0 in the rows given. */
export type SharesOnProblem =
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'none-in-force'; readonly firstDate: number }
  | { readonly kind: 'partner-twice'; readonly row: number; readonly earlierRow: number }
  | { readonly kind: 'not-whole'; readonly fromDate: number; readonly totalShare: number };

/** A share is known to 15 digits, so each may be out by half of the 15th: 1/3 three times is still the whole. */
const HALF_OF_15TH_DIGIT = 5e-16;

/**
 * The shares in force on a date: those of the latest list that has begun.
 *
 * Every partner of any list is given once, in order of first appearance, so that the place of a partner does not change
 * with the date; one that is not in the list in force has 0.
 *
 * @param date - An Excel date, whole days.
 * @param rows - All lists of one set, in any order.
 * @returns Partners and shares, totalling 1, or the first problem.
 * @example Council 60% and PCT 40% from 1 April 2004, 55% and 45% from 1 April 2005; on 31 March 2005 -> 60%, 40%
 */
export function sharesOn(date: number, rows: readonly ShareRow[]): Result<readonly PartnerShare[], SharesOnProblem> {
  if (rows.length === 0) return fail({ kind: 'no-rows' });
  const begun = rows.filter((row) => row.fromDate <= date).map((row) => row.fromDate);
  if (begun.length === 0)
    return fail({ kind: 'none-in-force', firstDate: Math.min(...rows.map((row) => row.fromDate)) });
  const fromDate = begun.reduce((latest, from) => Math.max(latest, from));

  const inForce = new Map<string, number>();
  for (const [row, { partner, fromDate: from }] of rows.entries()) {
    if (from !== fromDate) continue;
    const earlierRow = inForce.get(sameName(partner));
    if (earlierRow !== undefined) return fail({ kind: 'partner-twice', row, earlierRow });
    inForce.set(sameName(partner), row);
  }

  const list = [...inForce.values()].map((row) => rows[row]?.share ?? 0);
  if (!isWhole(list)) return fail({ kind: 'not-whole', fromDate, totalShare: totalOf(list).toNumber() });
  return succeed(
    eachOnce(rows).map((partner) => ({ partner, share: rows[inForce.get(sameName(partner)) ?? -1]?.share ?? 0 })),
  );
}

/** Whether shares total 100%, each known to 15 digits. @example isWhole([1 / 3, 1 / 3, 1 / 3]) -> true */
export function isWhole(shares: readonly number[]): boolean {
  const slack = readNumber(HALF_OF_15TH_DIGIT).times(shares.length);
  return !totalOf(shares).minus(1).abs().gt(slack);
}

function totalOf(shares: readonly number[]): ReturnType<typeof readNumber> {
  return shares.reduce((sum, share) => sum.plus(readNumber(share)), readNumber(0));
}

function eachOnce(rows: readonly ShareRow[]): string[] {
  const firstSpelling = new Map<string, string>();
  for (const { partner } of rows)
    if (!firstSpelling.has(sameName(partner))) firstSpelling.set(sameName(partner), partner);
  return [...firstSpelling.values()];
}

/** Names are the same whatever their capitals and spaces. @example sameName(' Leeds  PCT') -> "leeds pct" */
export function sameName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
