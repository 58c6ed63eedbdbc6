/*
 * Dates and times as a British Excel reads them when typed: day before month, and this year where none is given.
 */
import type { Typed } from './typed';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

const DAY_MONTH = /^(\d{1,2})([/-])(\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[/-](\d{4})$/;
const DAY_MONTH_YEAR = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/;
const ISO = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/;
const NAMED = /^(\d{1,2})[ -]([a-z]+)(?:[ -](\d{2}|\d{4}))?$/i;
const MONTH_NAMED = /^([a-z]+)[ -](\d{2}|\d{4})$/i;

/**
 * The date serial of a typed text, or undefined.
 * @example typedDate('3-4', in 2026) -> 46115, shown dd-mmm (3 April 2026)
 */
export function typedDate(text: string, today: Date): Typed | undefined {
  const year = today.getFullYear();
  const iso = ISO.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'dd/mm/yyyy');
  const full = DAY_MONTH_YEAR.exec(text);
  if (full) return dated(fullYear(full[3] ?? ''), Number(full[2]), Number(full[1]), 'dd/mm/yyyy');
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return dated(Number(monthYear[2]), Number(monthYear[1]), 1, 'mmm-yy');
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) {
    const first = Number(dayMonth[1]);
    const second = Number(dayMonth[3]);
    // 1-20 cannot be a day and month: Excel then reads a month and a year.
    return dated(year, second, first, 'dd-mmm') ?? dated(fullYear(dayMonth[3] ?? ''), first, 1, 'mmm-yy');
  }
  return namedDate(text, year);
}

function namedDate(text: string, year: number): Typed | undefined {
  const named = NAMED.exec(text);
  if (named) {
    const month = monthOf(named[2] ?? '');
    if (named[3] === undefined) return dated(year, month, Number(named[1]), 'dd-mmm');
    return dated(fullYear(named[3]), month, Number(named[1]), 'dd-mmm-yy');
  }
  const monthNamed = MONTH_NAMED.exec(text);
  return monthNamed ? dated(fullYear(monthNamed[2] ?? ''), monthOf(monthNamed[1] ?? ''), 1, 'mmm-yy') : undefined;
}

function monthOf(name: string): number {
  return LONG_MONTHS.test(name) ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0;
}

/** Two digits: 00 to 29 are this century, as in Windows. */
function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length > 2) return number;
  return number < 30 ? 2000 + number : 1900 + number;
}

function dated(year: number, month: number, day: number, format: string): Typed | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const days = Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel counts a 29 February 1900 that never was: serials before 1 March 1900 are one less.
  return { value: days < 61 ? days - 1 : days, format };
}

/** A typed time, `12:30` or `12:30:15`, as a part of a day. */
export function typedTime(text: string): Typed | undefined {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  const format = Number(match[1]) > 23 ? '[h]:mm:ss' : match[3] === undefined ? 'hh:mm' : 'hh:mm:ss';
  return { value: seconds / 86_400, format };
}
