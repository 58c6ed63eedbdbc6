/*
 * Days and months as Excel and a finance office count them: date serials of the 1900 system, and months as 'YYYY-MM'.
 * No JavaScript Date, so that no time zone can move a day.
 */

/** A day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1 January 1970 is serial 25569 in Excel's 1900 system. */
const SERIAL_OF_1970 = 25569;
const DAYS_OF_400_YEARS = 146097;

/** How many days a month has. @example daysInMonth(2024, 2) -> 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True when the day exists. @example isDay({ year: 2026, month: 2, day: 29 }) -> false */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A day's Excel serial, for days from 1 March 1900 on. @example serialOf({ year: 2026, month: 6, day: 3 }) -> 46176 */
export function serialOf({ year, month, day }: Day): number {
  // The civil-calendar count with March as the first month, so that the leap day comes last.
  const shiftedYear = month > 2 ? year : year - 1;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - 719468 + SERIAL_OF_1970;
}

/** The day of an Excel serial; the time of day is dropped. @example dayOf(46176.5) -> 3 June 2026 */
export function dayOf(serial: number): Day {
  const days = Math.floor(serial) - SERIAL_OF_1970 + 719468;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfEra = days - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
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
