/*
 * Takes a ledger's period code apart: which numbers and names are written in it. Not which calendar month it means where
 * that depends on the ledger's habits (is 202603 March, or period 3?); that is decided for a column by `periodStyle`.
 */
import { monthOfSerial, monthText } from './calendar';
import { cellText, isBlank, isErrorText, type CellValue } from './cells';
import { fullYear, monthOfName, readDate } from './readDate';
import { fail, succeed, type Result } from '../money/result';

/** What a period code says by itself. */
export type PeriodCode =
  /** A calendar month beyond doubt: a date, `Jun-26`. */
  | { readonly kind: 'month'; readonly month: string }
  /** A period of a financial year that is named in full: `2026/27 P3`. */
  | { readonly kind: 'financial'; readonly startYear: number; readonly number: number }
  /**
   * A year and a number: `202606`, `2026-06`, `06/2026`. `isPeriod` when it cannot be a calendar month (`2026 P06`, `006`);
   * `isJoined` when nothing stands between the two, as finance systems write their periods.
   */
  | {
      readonly kind: 'numbered';
      readonly year: number;
      readonly number: number;
      readonly isPeriod: boolean;
      readonly isJoined: boolean;
    }
  /** A period without a year: `P03`, `3`. */
  | { readonly kind: 'plain'; readonly number: number }
  /** A month's name without a year: `June`. */
  | { readonly kind: 'named'; readonly monthOfYear: number };

/** Why a cell is not a period. */
export type PeriodProblem =
  | { readonly kind: 'blank' }
  | { readonly kind: 'error value'; readonly text: string }
  | { readonly kind: 'period zero'; readonly text: string }
  | { readonly kind: 'no such period'; readonly text: string }
  | { readonly kind: 'not a period'; readonly text: string };

/** Ledgers keep up to four closing periods after March. */
const LAST_PERIOD = 16;
const YEAR_LABEL = /(?:\bFY ?)?\b((?:19|20)?\d{2}) ?[/-] ?((?:19|20)?\d{2})\b/i;
const NUMBER_WORD = /^(?:p|m|pd|per|prd|period|mth|month)[ .:#-]*(\d{1,3})$/i;

function checked(code: PeriodCode & { readonly number: number }, text: string): Result<PeriodCode, PeriodProblem> {
  if (code.number === 0) return fail({ kind: 'period zero', text });
  return code.number > LAST_PERIOD ? fail({ kind: 'no such period', text }) : succeed(code);
}

/** `2026/27` anywhere in the code: two years that follow each other. */
function withYearLabel(text: string): Result<PeriodCode, PeriodProblem> | undefined {
  const label = YEAR_LABEL.exec(text);
  if (!label) return undefined;
  const startYear = fullYear(Number(label[1]));
  if (fullYear(Number(label[2])) % 100 !== (startYear + 1) % 100) return undefined;
  const rest = (text.slice(0, label.index) + ' ' + text.slice(label.index + label[0].length))
    .replace(/[-/:,.() ]+/g, ' ')
    .trim();
  const number = NUMBER_WORD.exec(rest)?.[1] ?? /^\d{1,3}$/.exec(rest)?.[0];
  if (number !== undefined) return checked({ kind: 'financial', startYear, number: Number(number) }, text);
  const monthOfYear = monthOfName(rest);
  if (monthOfYear === 0) return undefined;
  return succeed({ kind: 'month', month: monthText(monthOfYear >= 4 ? startYear : startYear + 1, monthOfYear) });
}

/** A month's name with a year beside it, in either order. */
function withMonthName(text: string): PeriodCode | undefined {
  const nameFirst = /^([a-z]{3,9}\.?)[ \-/.,']*(\d{4}|\d{2})$/i.exec(text);
  const yearFirst = nameFirst ? null : /^(\d{4})[ \-/.]*([a-z]{3,9})$/i.exec(text);
  const monthOfYear = monthOfName((nameFirst ? nameFirst[1] : yearFirst ? yearFirst[2] : text) ?? '');
  if (monthOfYear === 0) return undefined;
  const year = nameFirst ? nameFirst[2] : yearFirst?.[1];
  if (year === undefined) return { kind: 'named', monthOfYear };
  return { kind: 'month', month: monthText(fullYear(Number(year)), monthOfYear) };
}

/**
 * A period and a month's name that say the same, `P03 Jun-26` or `03 - June`: the name counts. Undefined when they differ,
 * as in `25-Jun`, which is a day.
 */
function withBoth(text: string): PeriodCode | undefined {
  const both = /^(?:p|m|per|period|month)? ?(\d{1,2})[ :()\-]+([a-z]{3,9}\b.*)$/i.exec(text.replace(/\)$/, ''));
  const named = both ? withMonthName(both[2] ?? '') : undefined;
  if (!both || !named) return undefined;
  const monthOfYear =
    named.kind === 'named' ? named.monthOfYear : named.kind === 'month' ? Number(named.month.slice(5)) : 0;
  return (monthOfYear + 8) % 12 === Number(both[1]) - 1 ? named : undefined;
}

/** A year of four digits and a number, joined or apart, in either order. */
function withYearAndNumber(text: string): (PeriodCode & { readonly number: number }) | undefined {
  const yearFirst = /^((?:19|20)\d{2})[ \-/.]?([pm])? ?(\d{1,3})$/i.exec(text);
  if (yearFirst) {
    const [, year, letter, number] = yearFirst;
    const isPeriod = letter !== undefined || (number ?? '').length === 3;
    const isJoined = /^\d+$/.test(text);
    return { kind: 'numbered', year: Number(year), number: Number(number), isPeriod, isJoined };
  }
  const yearLast = /^([pm])? ?(\d{1,3})[ \-/.]((?:19|20)\d{2})$/i.exec(text);
  if (!yearLast) return undefined;
  const isPeriod = yearLast[1] !== undefined || (yearLast[2] ?? '').length === 3;
  return { kind: 'numbered', year: Number(yearLast[3]), number: Number(yearLast[2]), isPeriod, isJoined: false };
}

/**
 * What a period code says by itself.
 *
 * @example readPeriodCode('2026/27 P3') -> { kind: 'financial', startYear: 2026, number: 3 }
 * @example readPeriodCode(202606) -> { kind: 'numbered', year: 2026, number: 6, isPeriod: false, isJoined: true }
 * @example readPeriodCode('June') -> { kind: 'named', monthOfYear: 6 }
 */
export function readPeriodCode(value: CellValue): Result<PeriodCode, PeriodProblem> {
  if (isBlank(value)) return fail({ kind: 'blank' });
  const text = cellText(value);
  if (isErrorText(value)) return fail({ kind: 'error value', text });
  const plain = NUMBER_WORD.exec(text)?.[1] ?? /^\d{1,3}$/.exec(text)?.[0];
  if (plain !== undefined) return checked({ kind: 'plain', number: Number(plain) }, text);
  const labelled = withYearLabel(text);
  if (labelled) return labelled;
  const numbered = withYearAndNumber(text);
  if (numbered) return checked(numbered, text);
  const named = withMonthName(text) ?? (/^\d/.test(text) && readDate(value).ok ? undefined : withBoth(text));
  if (named) return succeed(named);
  const date = readDate(value);
  return date.ok
    ? succeed({ kind: 'month', month: monthOfSerial(date.value.serial) })
    : fail({ kind: 'not a period', text });
}
