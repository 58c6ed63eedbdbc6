/*
 * Days and months as Excel and a finance office count them: date serials of the 1900 system, and months as 'YYYY-MM'.
 * The counting itself is in `src/money/calendar`; no JavaScript Date, so that no time zone can move a day.
 */
import { dayOf as dayOfWhole, daysInMonth, type CalendarDay } from '../money/calendar';

export { daysInMonth, serialOf } from '../money/calendar';

/** True when the day exists. @example isDay({ year: 2026, month: 2, day: 29 }) -> false */
export function isDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of an Excel serial; the time of day is dropped. @example dayOf(46176.5) -> 3 June 2026 */
export function dayOf(serial: number): CalendarDay {
  return dayOfWhole(Math.floor(serial));
}

/** A calendar month as the workbook writes it. @example monthText(2026, 6) -> '2026-06' */
export function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** The month of a date serial. @example monthOfSerial(46176) -> '2026-06' */
export function monthOfSerial(serial: number): string {
  const { year, month } = dayOf(serial);
  return monthText(year, month);
}

/** The year and month of 'YYYY-MM', or undefined when it is none. @example parseMonth('2026-06') -> { year: 2026, month: 6 } */
export function parseMonth(period: string): { readonly year: number; readonly month: number } | undefined {
  const found = /^(\d{4})-(\d{2})$/.exec(period);
  if (!found) return undefined;
  const year = Number(found[1]);
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? { year, month } : undefined;
}
