/*
 * The days of a cost that runs from one day to another which lie in a financial year to the end of a month. Not what the
 * cost is: posts are `staff`, cases are `placements`.
 */
import { financialYearOf } from '../money/calendar';

/** From when and until when something runs, both days counting, as Excel serials; left out: without a beginning or an end. */
export interface Running {
  readonly from?: number;
  readonly to?: number;
}

/** The first and last day that count, both counting. */
export interface DaysToDate {
  readonly start: number;
  readonly end: number;
}

/** A cost to date with the days and the part it was made from. */
export interface CostToDate<Basis extends string> extends DaysToDate {
  readonly basis: Basis;
  /** The part of the rate that counts, as an exact fraction. */
  readonly numerator: number;
  readonly denominator: number;
  readonly costPence: number;
}

/**
 * The days that count: from the later of 1 April and From to the earlier of To and the month's end.
 *
 * Undefined where there are none: what has not begun by the month's end, or had ended before 1 April, costs this year
 * nothing to date. It stays in its table, because it counts in another month or year.
 *
 * @param monthEnd - The last day of the month, as an Excel serial; its financial year is the year.
 * @example from 15 May 2026 without an end, to 30 June 2026 -> 15 May to 30 June
 */
export function daysToDate({ from, to }: Running, monthEnd: number): DaysToDate | undefined {
  const { firstDay } = financialYearOf(monthEnd);
  const start = Math.max(from ?? firstDay, firstDay);
  const end = Math.min(to ?? monthEnd, monthEnd);
  return start > end ? undefined : { start, end };
}
