/*
 * What a period means for the statement: its financial year, how many months of it have gone, its last day. Months are
 * 2026-06; financial period numbers never appear.
 */
import { daysInMonth, parseMonth, serialOf } from '../../ledger/calendar';
import { financialPeriodOf, financialYearOf, firstMonthOf, monthsToDate } from '../../ledger/financialYear';

/** A period as the statement's rows carry it. */
export interface StatementPeriod {
  readonly period: string;
  /** 2026/27 */
  readonly year: string;
  /** April of the year. */
  readonly firstMonth: string;
  /** April is 1. */
  readonly months: number;
  /** The month's last day as an Excel date. */
  readonly monthEnd: number;
  /** The month before in the same year; `none` in April, when there is no earlier forecast to compare with. */
  readonly previous: string;
}

/** @example statementPeriod('2026-06') -> year 2026/27, months 3, previous 2026-05; undefined for what is no month */
export function statementPeriod(period: string): StatementPeriod | undefined {
  const month = parseMonth(period);
  if (month === undefined) return undefined;
  return {
    period,
    year: financialYearOf(period),
    firstMonth: firstMonthOf(period),
    months: financialPeriodOf(period),
    monthEnd: serialOf({ ...month, day: daysInMonth(month.year, month.month) }),
    previous: monthsToDate(period).at(-2) ?? 'none',
  };
}
