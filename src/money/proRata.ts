/*
 * The part of an annual sum, or of a weekly rate, between two dates of one financial year. It is arithmetic on day
 * numbers: which sum and which dates is for the caller, and no cap is applied.
 */

import { dayOf, daysInMonth, financialYearOf, isDay, type FinancialYear } from './calendar';
import { partToUnits, readNumber, readUnit, type MoneyProblem } from './exact';
import { fail, succeed, type Result } from './result';

/**
 * How time is counted.
 *
 * - `days`: calendar days over the financial year's own 365 or 366.
 * - `months`: whole months over 12; the day after the end must be the same day of a month as the start.
 * - `month-days`: a twelfth for each whole calendar month, and of a month in part its days over its own 28 to 31.
 * - `weekly`: the amount is a weekly rate, times calendar days over 7. A whole year is 52 weeks and a day or two.
 */
export type ProRataBasis = 'days' | 'months' | 'month-days' | 'weekly';

/** The first day of the financial year: month from 1, day at most 28 so that every year has it. */
export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** The start of the financial year in English public bodies. */
export const FIRST_OF_APRIL: YearStart = { month: 4, day: 1 };

/** Why there is no part-year sum; days are Excel serials. */
export type ProRataProblem =
  | MoneyProblem
  | { readonly kind: 'not-a-day'; readonly which: 'start' | 'end'; readonly serial: number }
  | { readonly kind: 'start-after-end'; readonly start: number; readonly end: number }
  | { readonly kind: 'bad-year-start'; readonly month: number; readonly day: number }
  | {
      readonly kind: 'outside-financial-year';
      readonly end: number;
      readonly firstDay: number;
      readonly lastDay: number;
    }
  | { readonly kind: 'not-whole-months'; readonly start: number; readonly end: number };

/** A part of a year as an exact fraction of the annual sum, or of the weekly rate. */
export interface YearPart {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The part of an annual sum between two dates, both counting, inside one financial year.
 *
 * The sum is read at 15 significant digits, multiplied by the exact part of the year and rounded once, half away from
 * zero, at the unit. On every basis but `weekly` a whole year is exactly the annual sum.
 *
 * @param amount - The annual sum, or the weekly rate, in pounds; may be negative.
 * @param start - The first day that counts, as an Excel serial.
 * @param end - The last day that counts.
 * @param basis - `days` unless said otherwise.
 * @param yearStart - 1 April unless said otherwise.
 * @param unit - What a unit is worth in pounds; a penny unless said otherwise.
 * @returns Whole units, or the first problem found.
 * @example proRata(30000, 1 September 2004, 31 March 2005) -> 1742466 pence, 212 of 365 days
 * @source Leicester 2004, section 4.2: a post at about 30,000 a year, part of the year.
 */
export function proRata(
  amount: number,
  start: number,
  end: number,
  basis: ProRataBasis = 'days',
  yearStart: YearStart = FIRST_OF_APRIL,
  unit = 0.01,
): Result<number, ProRataProblem> {
  if (!Number.isFinite(amount)) return fail({ kind: 'not-a-number', amount });
  const units = readUnit(unit);
  if (!units.ok) return units;
  const part = yearPart(start, end, basis, yearStart);
  if (!part.ok) return part;
  return partToUnits(readNumber(amount), part.value.numerator, part.value.denominator, units.value);
}

/**
 * The part of the year between two dates, both counting, as an exact fraction.
 *
 * @example yearPart(1 April 2026, 30 June 2026, 'months') -> 3 / 12
 */
export function yearPart(
  start: number,
  end: number,
  basis: ProRataBasis,
  yearStart: YearStart,
): Result<YearPart, ProRataProblem> {
  if (!isYearStart(yearStart)) return fail({ kind: 'bad-year-start', ...yearStart });
  if (!isDay(start)) return fail({ kind: 'not-a-day', which: 'start', serial: start });
  if (!isDay(end)) return fail({ kind: 'not-a-day', which: 'end', serial: end });
  if (start > end) return fail({ kind: 'start-after-end', start, end });
  const year = financialYearOf(start, yearStart.month, yearStart.day);
  if (end > year.lastDay)
    return fail({ kind: 'outside-financial-year', end, firstDay: year.firstDay, lastDay: year.lastDay });

  const days = end - start + 1;
  if (basis === 'days') return succeed({ numerator: days, denominator: year.days });
  if (basis === 'weekly') return succeed({ numerator: days, denominator: 7 });
  if (basis === 'months') return wholeMonths(start, end);
  return succeed(monthsAndDays(start, end, year));
}

function isYearStart({ month, day }: YearStart): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12 && Number.isInteger(day) && day >= 1 && day <= 28;
}

function wholeMonths(start: number, end: number): Result<YearPart, ProRataProblem> {
  const first = dayOf(start);
  const next = dayOf(end + 1);
  if (first.day !== next.day) return fail({ kind: 'not-whole-months', start, end });
  return succeed({ numerator: (next.year - first.year) * 12 + next.month - first.month, denominator: 12 });
}

/** A year that begins in February may have two Februaries of different length in part; a whole year is a whole sum. */
function monthsAndDays(start: number, end: number, year: FinancialYear): YearPart {
  if (start === year.firstDay && end === year.lastDay) return { numerator: 1, denominator: 1 };
  const first = dayOf(start);
  const last = dayOf(end);
  const firstLength = daysInMonth(first.year, first.month);
  const months = (last.year - first.year) * 12 + last.month - first.month;
  if (months === 0) return { numerator: end - start + 1, denominator: 12 * firstLength };

  const lastLength = daysInMonth(last.year, last.month);
  const inFirst = firstLength - first.day + 1;
  const numerator = (months - 1) * firstLength * lastLength + inFirst * lastLength + last.day * firstLength;
  return { numerator, denominator: 12 * firstLength * lastLength };
}
