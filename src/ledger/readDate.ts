/*
 * Reads a date from a cell: an Excel date, or text with the day first, a named month, or the ISO order. A date that
 * only makes sense with the month first is a problem, never turned round.
 *
 * Source: design section 4 (Reading a user's cells).
 */
import { dayOf, isDay, serialOf } from './calendar';
import { isBlank, isErrorText, tidyText, type CellValue } from './cells';
import type { CalendarDay } from '../money/calendar';
import { fail, succeed, type Result } from '../money/result';

/** A date as read: Excel's serial of the day, without the time. */
export interface LedgerDate {
  readonly serial: number;
  readonly fromText: boolean;
}

/** Why a cell is not a date. */
export type DateProblem =
  | { readonly kind: 'blank' }
  | { readonly kind: 'error value'; readonly text: string }
  | { readonly kind: 'month first'; readonly text: string }
  | { readonly kind: 'no such date'; readonly text: string }
  | { readonly kind: 'not a date'; readonly text: string };

/** A ledger's dates lie between these years; a number outside them is an amount or an id in the wrong column. */
const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2149;
const TIME_OF_DAY = /[T ,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AP]M)?( ?(Z|UTC|GMT|BST|[+-]\d{2}:?\d{2}))?$/i;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_NAMES = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july',
  'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore

/** The month of a name, short or long, or 0. @example monthOfName('Sept') -> 9 */
export function monthOfName(name: string): number {
  const lower = name.toLowerCase().replace(/\.$/, '');
  const index = MONTH_NAMES.indexOf(lower.slice(0, 3));
  const isName = lower.length === 3 || lower === 'sept' || lower === FULL_NAMES[index];
  return index >= 0 && isName ? index + 1 : 0;
}

/** A year of two digits is of this century up to 49, of the last from 50. @example fullYear(26) -> 2026 */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Year, month and day in the order each written form has them. */
function partsOf(text: string): CalendarDay | undefined {
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*([a-z]{3,9}\.?)[ \-/.,]*(\d{4}|\d{2})$/i.exec(text);
  if (named) return { day: Number(named[1]), month: monthOfName(named[2] ?? ''), year: fullYear(Number(named[3])) };
  const nameFirst = /^([a-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (nameFirst) {
    return { month: monthOfName(nameFirst[1] ?? ''), day: Number(nameFirst[2]), year: Number(nameFirst[3]) };
  }
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const dayFirst = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return { day: Number(dayFirst[1]), month: Number(dayFirst[3]), year: fullYear(Number(dayFirst[4])) };
  return undefined;
}

function readText(original: string): Result<LedgerDate, DateProblem> {
  const text = tidyText(original);
  if (isErrorText(text)) return fail({ kind: 'error value', text });
  const day = partsOf(text.replace(TIME_OF_DAY, '').replace(WEEKDAY, ''));
  if (!day) return fail({ kind: 'not a date', text });
  if (day.month > 12 && day.day <= 12 && isDay({ ...day, day: day.month, month: day.day })) {
    return fail({ kind: 'month first', text });
  }
  if (!isDay(day) || day.year < EARLIEST_YEAR || day.year > LATEST_YEAR) return fail({ kind: 'no such date', text });
  return succeed({ serial: serialOf(day), fromText: true });
}

/**
 * A date, as Excel's serial of the day. `03/06/2026` is 3 June, whatever the machine's settings.
 *
 * @example readDate(46176.75) -> 46176 (3 June 2026)
 * @example readDate('3.6.26') -> 46176
 * @example readDate('06/25/2026') -> problem 'month first'
 */
export function readDate(value: CellValue): Result<LedgerDate, DateProblem> {
  if (isBlank(value)) return fail({ kind: 'blank' });
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail({ kind: 'not a date', text: String(value) });
  // 20260603 as a number is a date written in digits, not a serial of the year 57370.
  if (Number.isInteger(value) && value >= 19_500_101 && value <= 21_491_231) return readText(String(value));
  const year = value >= 1 && value < 200_000 ? dayOf(value).year : 0;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return fail({ kind: 'not a date', text: String(value) });
  return succeed({ serial: Math.floor(value), fromText: false });
}
