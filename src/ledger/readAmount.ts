/*
 * Reads an amount from a cell: a number, or text that can mean only one thing. What could mean two things is a problem
 * and is never guessed; the sign of a column (Credit, reversed) is applied by `readLedger`, not here.
 *
 * Source: design sections 2 and 4 (Reading a user's cells).
 */
import { isBlank, isErrorText, tidyText, type CellValue } from './cells';
import { penceOfDecimal, penceOfNumber, type PenceOfDecimal } from './decimalText';
import { MAX_UNITS } from '../money/exact';
import { fail, succeed, type Result } from '../money/result';

/** An amount as read. */
export interface Amount {
  readonly pence: number;
  /** The cell holds text, not a number. */
  readonly fromText: boolean;
  /** Rounded less exact in millionths of a penny; 0 unless the cell holds a part-penny. */
  readonly roundedByMillionths: number;
  /** The text ends (or begins) with CR or DR. */
  readonly marked?: 'CR' | 'DR';
}

/** Why a cell is not an amount; `ambiguous` text could mean two things. */
export type AmountProblem =
  | { readonly kind: 'blank' }
  | { readonly kind: 'error value'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly text: string }
  | { readonly kind: 'two signs'; readonly text: string }
  | { readonly kind: 'other currency'; readonly text: string }
  | { readonly kind: 'too large'; readonly text: string }
  | { readonly kind: 'not an amount'; readonly text: string };

const MINUS_SIGNS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const OTHER_CURRENCY = /[$€¥]|\b(EUR|USD|CHF|JPY)\b/i;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const SPACED = /^\d{1,3}( \d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;
/** 1.234 is one pound twenty-three and a bit, or one thousand two hundred and thirty-four written abroad. */
const EITHER_POINT = /^[1-9]\d{0,2}\.\d{3}$/;
const DIGITS_ONLY = /^[\d.,' ]*\d[\d.,' ]*$/;

interface Signed {
  readonly body: string;
  readonly signs: readonly ('-' | '+')[];
  readonly marked?: 'CR' | 'DR';
}

/** Takes signs, brackets, CR and DR, and the pound sign off the text, noting each sign that was found. */
function takeSigns(text: string): Signed {
  const signs: ('-' | '+')[] = [];
  let marked: 'CR' | 'DR' | undefined;
  let body = text.replace(MINUS_SIGNS, '-');
  for (let before = ''; before !== body; ) {
    before = body;
    body = body
      .trim()
      .replace(/^(£|GBP\b)|(£|\bGBP|(?<=\d)GBP)$/i, '')
      .trim();
    const mark = /^(CR|DR)\b\.?|(?:\b|(?<=[\d)]))(CR|DR)\.?$/i.exec(body);
    if (mark && !marked) {
      marked = (mark[1] ?? mark[2] ?? '').toUpperCase() === 'CR' ? 'CR' : 'DR';
      signs.push(marked === 'CR' ? '-' : '+');
      body = body.slice(0, mark.index) + body.slice(mark.index + mark[0].length);
    } else if (body.startsWith('(') && body.endsWith(')')) {
      signs.push('-');
      body = body.slice(1, -1);
    } else if (body.startsWith('-') || body.startsWith('+')) {
      signs.push(body.startsWith('-') ? '-' : '+');
      body = body.slice(1);
    } else if (body.endsWith('-') || body.endsWith('+')) {
      signs.push(body.endsWith('-') ? '-' : '+');
      body = body.slice(0, -1);
    }
  }
  return { body, signs, ...(marked ? { marked } : {}) };
}

type Rest = Pick<Amount, 'fromText' | 'marked'>;

function finish(
  read: PenceOfDecimal | undefined,
  turn: 1 | -1,
  text: string,
  rest: Rest,
): Result<Amount, AmountProblem> {
  if (!read) return fail({ kind: 'too large', text });
  // Adding 0 makes 0 of −0.
  const [pence, roundedByMillionths] = [read.pence * turn + 0, read.roundedByMillionths * turn + 0];
  return succeed({ pence, roundedByMillionths, ...rest });
}

function readText(original: string): Result<Amount, AmountProblem> {
  const text = tidyText(original);
  if (isErrorText(text)) return fail({ kind: 'error value', text });
  if (OTHER_CURRENCY.test(text)) return fail({ kind: 'other currency', text });
  // A lone dash is how the accounting format prints nil, and a saved export keeps it as text.
  if (/^£? ?[-\u2010-\u2015\u2212]$/.test(text)) return succeed({ pence: 0, fromText: true, roundedByMillionths: 0 });
  const { body, signs, marked } = takeSigns(text);
  if (signs.length > 1) return fail({ kind: DIGITS_ONLY.test(body) ? 'two signs' : 'not an amount', text });
  if (EITHER_POINT.test(body)) return fail({ kind: 'ambiguous', text });
  if (!PLAIN.test(body) && !GROUPED.test(body) && !SPACED.test(body)) {
    return fail({ kind: DIGITS_ONLY.test(body) ? 'ambiguous' : 'not an amount', text });
  }
  const rest = { fromText: true, ...(marked ? { marked } : {}) };
  return finish(penceOfDecimal(body.replace(/[, ]/g, '')), signs[0] === '-' ? -1 : 1, text, rest);
}

/**
 * An amount in whole pence. A number is taken as the decimal Excel shows at 15 significant digits; a part-penny is
 * rounded half away from zero and the effect is handed back, so that it can be reported and totals still tie.
 *
 * @example readAmount(2811.56) -> 281156
 * @example readAmount('(1,200.00)') -> -120000
 * @example readAmount('1.234,56') -> problem 'ambiguous'
 */
export function readAmount(value: CellValue): Result<Amount, AmountProblem> {
  if (isBlank(value)) return fail({ kind: 'blank' });
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail({ kind: 'not an amount', text: String(value) });
  const pence = Math.round(value * 100);
  // The double nearest to a decimal of whole pence is that decimal; anything else takes the exact way.
  if (pence / 100 === value && Math.abs(pence) <= MAX_UNITS) {
    return succeed({ pence: pence === 0 ? 0 : pence, fromText: false, roundedByMillionths: 0 });
  }
  return finish(penceOfNumber(value), 1, String(value), { fromText: false });
}
