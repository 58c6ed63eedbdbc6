/*
 * What one item of a project costs in a financial year: a post, half a clerk, a saving. Not who bears it, and no cap is
 * applied.
 *
 * Source: Leicester 2004, supporting information 4.2: an officer at about 28,000 to 30,000 a year and half a clerk, for
 * part of the year.
 */
import { dayOf, serialOf } from '../money/calendar';
import { penceToPounds } from '../money/exact';
import { FIRST_OF_APRIL, proRata, type ProRataProblem } from '../money/proRata';
import { succeed, type Result } from '../money/result';

/** One item of a project in one financial year. Dates are Excel serials, both counting. */
export interface ProjectItem {
  readonly name: string;
  /** Whole pence for a whole year; an agreed efficiency is below 0. */
  readonly annualCostPence: number;
  readonly start: number;
  readonly end: number;
  /** The number of the partner that pays it, from 0; undefined where that is not named. */
  readonly paidBy?: number;
}

/** How the part of the year is counted. */
export type ItemBasis = 'months' | 'days';

/** The item's cost in its year, with the way it was counted. */
export interface ItemCost {
  readonly basis: ItemBasis;
  readonly amountPence: number;
}

/**
 * The basis of an item: whole months over 12 where the dates are whole months, else days over the year's own 365 or 366.
 *
 * @example 1 September to 31 March -> months; 15 September to 31 March -> days; 15 September to 14 March -> months
 */
export function basisOf(start: number, end: number): ItemBasis {
  return dayOf(end + 1).day === dayOf(start).day ? 'months' : 'days';
}

/** The first and last day of a financial year. @example yearDays(2004) -> 1 April 2004, 31 March 2005 */
export function yearDays(startYear: number): { readonly first: number; readonly last: number } {
  const first = serialOf({ year: startYear, month: 4, day: 1 });
  return { first, last: serialOf({ year: startYear + 1, month: 4, day: 1 }) - 1 };
}

/**
 * An item's cost in its financial year, rounded once, half away from zero, to the penny.
 *
 * @example £29,000.00, 1 September 2004 to 31 March 2005 -> months, £16,916.67
 */
export function itemCost({ annualCostPence, start, end }: ProjectItem): Result<ItemCost, ProRataProblem> {
  const basis = basisOf(start, end);
  const amount = proRata(penceToPounds(annualCostPence), start, end, basis, FIRST_OF_APRIL);
  return amount.ok ? succeed({ basis, amountPence: amount.value }) : amount;
}
