/*
 * Excel's day numbers and the calendar: serial to year, month and day and back, and which financial year a day is in.
 * It knows no JavaScript Date, and so no time zone.
 */

/** A day of the Gregorian calendar; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A financial year: its first and last day as serials, and how many days it has. */
export interface FinancialYear {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly days: number;
}

/** Excel's serial of 1 March 1900, the first day that its calendar has right. */
export const FIRST_TRUE_SERIAL = 61;
/** Excel's last day, 31 December 9999. */
export const LAST_SERIAL = 2_958_465;

// Serials count from 30 December 1899, which is day 693,899 counted from 1 March of year 0.
const SERIAL_ZERO = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Whether a serial is a whole day that Excel and the calendar agree about.
 *
 * Excel counts a 29 February 1900 that never was (serial 60), so serials below 61 are one day out and are refused.
 * Workbooks that count from 1904 must be changed to the 1900 system first: a function cannot see which one it is in.
 *
 * @example isDay(46113) -> true; isDay(60) -> false; isDay(46113.5) -> false
 */
export function isDay(serial: number): boolean {
  return Number.isInteger(serial) && serial >= FIRST_TRUE_SERIAL && serial <= LAST_SERIAL;
}

/**
 * The serial of a day. The day may run over the end of the month, as in Excel's DATE.
 *
 * Years are counted from March, so that the leap day is a year's last day and needs no special case.
 *
 * @example serialOf({ year: 2026, month: 4, day: 1 }) -> 46113
 */
export function serialOf({ year, month, day }: CalendarDay): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1 - SERIAL_ZERO;
}

/** The day of a serial. @example dayOf(46113) -> 1 April 2026 */
export function dayOf(serial: number): CalendarDay {
  const days = serial + SERIAL_ZERO;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** How many days a month has. @example daysInMonth(2028, 2) -> 29 */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return serialOf(next) - serialOf({ year, month, day: 1 });
}

/**
 * The financial year a day is in.
 *
 * @param serial - A day, by {@link isDay}.
 * @param startMonth - The month the year begins in, from 1; 4 for April.
 * @param startDay - The day of that month; at most 28, so that every year has it.
 * @example financialYearOf(46113, 4, 1) -> 1 April 2026 to 31 March 2027, 365 days
 */
export function financialYearOf(serial: number, startMonth = 4, startDay = 1): FinancialYear {
  const { year } = dayOf(serial);
  const thisYears = serialOf({ year, month: startMonth, day: startDay });
  const startYear = thisYears <= serial ? year : year - 1;
  const firstDay = serialOf({ year: startYear, month: startMonth, day: startDay });
  const nextFirst = serialOf({ year: startYear + 1, month: startMonth, day: startDay });
  return { firstDay, lastDay: nextFirst - 1, days: nextFirst - firstDay };
}
