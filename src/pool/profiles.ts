/*
 * How a year's budget falls on its months: by a profile of twelve fractions that total 1. Not the twelfths of a budget
 * without a profile, and not which budget has which.
 *
 * The sheet works the same out in doubles. Fractions added up there may be out in the 16th digit, so the cumulative part is
 * rounded to twelve places in both; from there amounts agree to the penny: without exception up to £1bn for profiles in
 * hundredths of a per cent, and up to £10m for any of six places.
 */
import { PENNY_UNIT, type Exact, exactToUnits, penceToPounds, readNumber } from '../money/exact';
import { isWhole } from './sharesOn';

/** Places that the cumulative part keeps; the formula of the statement rounds to the same. */
export const PROFILE_PLACES = 12;

/** A profile's twelve fractions, April first. */
export type MonthFractions = readonly number[];

/** What is wrong with a profile. `month` counts from 0. */
export type ProfileProblem =
  | { readonly kind: 'below-nought'; readonly month: number; readonly fraction: number }
  | { readonly kind: 'not-whole'; readonly total: number };

/**
 * The first problem with a profile, or null. A month below 0 is refused: it would put the budget to date above the whole
 * budget at some other time, and it is a slip of the minus far more often than meant.
 *
 * @example twelve times 1/12 -> null: each is read at 15 digits, and they total 1 as far as those can tell
 */
export function profileProblem(fractions: MonthFractions): ProfileProblem | null {
  const month = fractions.findIndex((fraction) => fraction < 0);
  if (month >= 0) return { kind: 'below-nought', month, fraction: fractions[month] ?? 0 };
  return isWhole(fractions) ? null : { kind: 'not-whole', total: sumTo(fractions, fractions.length).toNumber() };
}

/**
 * The part of a year's amount that belongs to its first months, rounded once, half away from zero; all twelve months are
 * exactly the amount.
 *
 * @param months - How many months have gone; April is 1.
 * @example £60,000.00, half of it in April and the rest evenly over the other months, to June -> 35,454.55 for 0.5 and 2 × 0.0454545454545455
 */
export function profiledToDate(amountPence: number, fractions: MonthFractions, months: number): number {
  if (months >= 12) return amountPence;
  const part = sumTo(fractions, months).toDecimalPlaces(PROFILE_PLACES);
  const units = exactToUnits(readNumber(penceToPounds(amountPence)).times(part), PENNY_UNIT);
  // A part of an amount is no larger than the amount, which was read from a cell.
  if (!units.ok) throw new Error(`a part of a budget cannot be held: ${units.problem.kind}`);
  return units.value;
}

function sumTo(fractions: MonthFractions, months: number): Exact {
  return fractions.slice(0, months).reduce((sum, fraction) => sum.plus(readNumber(fraction)), readNumber(0));
}
