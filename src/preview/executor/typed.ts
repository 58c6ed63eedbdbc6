/*
 * What Excel makes of a text sent to `values` or `formulas`: the same as of a text typed into the cell, in an
 * English (United Kingdom) Excel. Numbers, truths and blanks do not come here: they are kept as they are sent.
 */
import { CellError, type CellValue, type ErrorCode } from '../book/values';
import { typedDate, typedTime } from './typedDate';

/** A typed text as a cell's content. `format` is the look Excel gives a cell that had none. */
export interface Typed {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
  readonly quotePrefix?: boolean;
}

const ERRORS: ReadonlySet<string> = new Set<ErrorCode>([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
]);

/**
 * Reads a text as typing it does.
 *
 * @param text - What was sent.
 * @param numberFormat - The cell's own format: in a cell formatted as text (`@`) everything stays text.
 * @param today - Gives the year of a date typed without one.
 * @example typed('00123', 'General') -> 123; typed("'00123", 'General') -> the text 00123; typed('3-4') -> 3 April
 */
export function typed(text: string, numberFormat: string, today: Date = new Date()): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), quotePrefix: true };
  if (numberFormat === '@') return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { value: new CellError(upper as ErrorCode) };
  const number = typedNumber(trimmed) ?? typedDate(trimmed, today) ?? typedTime(trimmed) ?? typedFraction(trimmed);
  if (number) return number;
  if (/^[+-]/.test(text) && text.length > 1) return { value: null, formula: `=${text.replace(/^\+/, '')}` };
  if (/^@[A-Za-z]/.test(text)) return { value: null, formula: `=${text.slice(1)}` };
  return { value: text };
}

const NUMBER = /^(\()?\s*([+-])?\s*(£|\$|€)?\s*([+-])?\s*(\d[\d,]*(?:\.\d*)?|\.\d+)(E[+-]?\d{1,3})?\s*(%)?\s*(\))?$/i;

function typedNumber(text: string): Typed | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, open, sign1, currency, sign2, digits = '', exponent = '', percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (sign1 && sign2) || (open && (sign1 || sign2)))
    return undefined;
  const whole = digits.split('.')[0] ?? '';
  // A comma groups thousands only where three digits follow it: "1,5" is left as text.
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$|^\d+(,\d{3})+$/.test(whole)) return undefined;
  const size = Number(digits.replaceAll(',', '') + exponent) / (percent ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const negative = open !== undefined || sign1 === '-' || sign2 === '-';
  const format = formatOf({
    decimals: digits.includes('.'),
    currency,
    exponent,
    percent,
    grouped: whole.includes(','),
  });
  return { value: negative && size !== 0 ? -size : size, ...(format === undefined ? {} : { format }) };
}

interface Look {
  readonly decimals: boolean;
  readonly currency: string | undefined;
  readonly exponent: string;
  readonly percent: string | undefined;
  readonly grouped: boolean;
}

function formatOf(look: Look): string | undefined {
  if (look.percent) return look.decimals ? '0.00%' : '0%';
  if (look.exponent) return '0.00E+00';
  if (look.currency) return `${look.currency}#,##0${look.decimals ? '.00' : ''}`;
  if (look.grouped) return look.decimals ? '#,##0.00' : '#,##0';
  return undefined;
}

function typedFraction(text: string): Typed | undefined {
  const match = /^([+-]?)(\d+) (\d+)\/(\d+)$/.exec(text);
  if (!match || Number(match[4]) === 0) return undefined;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] === '-' ? -size : size, format: '# ?/?' };
}
