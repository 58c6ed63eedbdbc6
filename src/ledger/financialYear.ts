/*
 * The public sector's financial year, 1 April to 31 March: which one a month lies in, and its months so far. Months are
 * 'YYYY-MM' throughout, which sort as text.
 */
import { monthText, parseMonth } from './calendar';

/** The year in which the financial year of a month begins. @example startYearOf('2027-03') -> 2026 */
export function startYearOf(month: string): number {
  const parsed = parseMonth(month);
  if (!parsed) throw new Error(`not a month: ${month}`);
  return parsed.month >= 4 ? parsed.year : parsed.year - 1;
}

/** A financial year as it is written. @example yearLabel(2026) -> '2026/27' */
export function yearLabel(startYear: number): string {
  return `${String(startYear)}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/** True for 2026/27: two years that follow each other. @example isYear('2026/28') -> false */
export function isYear(text: string): boolean {
  const found = /^(\d{4})\/(\d{2})$/.exec(text);
  return found !== null && yearLabel(Number(found[1])) === text;
}

/** The financial year of a month. @example financialYearOf('2027-03') -> '2026/27' */
export function financialYearOf(month: string): string {
  return yearLabel(startYearOf(month));
}

/** April of the month's financial year. @example firstMonthOf('2027-03') -> '2026-04' */
export function firstMonthOf(month: string): string {
  return monthText(startYearOf(month), 4);
}

/** The calendar month of a financial period: 1 is April, 12 and everything after it is March (design section 4). */
export function monthOfFinancialPeriod(startYear: number, period: number): string {
  const inYear = Math.min(period, 12);
  return inYear <= 9 ? monthText(startYear, inYear + 3) : monthText(startYear + 1, inYear - 9);
}

/** The financial period of a month, April = 1. @example financialPeriodOf('2026-06') -> 3 */
export function financialPeriodOf(month: string): number {
  const parsed = parseMonth(month);
  if (!parsed) throw new Error(`not a month: ${month}`);
  return parsed.month >= 4 ? parsed.month - 3 : parsed.month + 9;
}

/** April to the month itself. @example monthsToDate('2026-06') -> ['2026-04', '2026-05', '2026-06'] */
export function monthsToDate(month: string): readonly string[] {
  const startYear = startYearOf(month);
  return Array.from({ length: financialPeriodOf(month) }, (_unused, index) =>
    monthOfFinancialPeriod(startYear, index + 1),
  );
}

/** Where a month lies for a run of `period`: `to date` is April of its financial year to the period itself. */
export function placeInYear(month: string, period: string): 'earlier' | 'to date' | 'later' {
  if (month > period) return 'later';
  return month < firstMonthOf(period) ? 'earlier' : 'to date';
}
