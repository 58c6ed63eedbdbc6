/*
 * An exact decimal becomes whole pence, and what rounding a part-penny did to it is not lost. Signs, currency and grouping
 * are the business of `readAmount`; the arithmetic is `src/money`.
 */
import { exactToUnits, parseDecimal, PENNY, readNumber, readUnit, type Exact } from '../money/exact';

/** Whole pence of a decimal, and what rounding to a penny did to it. */
export interface PenceOfDecimal {
  readonly pence: number;
  /** Rounded less exact, in millionths of a penny (digits beyond that are dropped); 0 for an amount in whole pence. */
  readonly roundedByMillionths: number;
}

const PENNY_UNIT = readUnit(PENNY);

function penceOfExact(pounds: Exact): PenceOfDecimal | undefined {
  if (!PENNY_UNIT.ok) throw new Error('a penny is a unit');
  const pence = exactToUnits(pounds, PENNY_UNIT.value);
  if (!pence.ok) return undefined;
  const effect = pounds.times(-100).plus(pence.value).times(1_000_000);
  return { pence: pence.value, roundedByMillionths: effect.trunc().toNumber() + 0 };
}

/**
 * Whole pence of an unsigned decimal in digits, a part-penny rounded half away from zero. Undefined when it is no such
 * decimal, or holds more than fifteen digits of pence.
 *
 * @example penceOfDecimal('2811.56') -> { pence: 281156, roundedByMillionths: 0 }
 * @example penceOfDecimal('.125') -> { pence: 13, roundedByMillionths: 500000 }
 */
export function penceOfDecimal(text: string): PenceOfDecimal | undefined {
  const decimal = parseDecimal(text.replace(/^\./, '0.').replace(/\.$/, ''));
  return decimal.ok ? penceOfExact(decimal.value) : undefined;
}

/** Whole pence of a cell's number, read as the decimal Excel shows at 15 digits. @example penceOfNumber(-12.345) -> −1235 */
export function penceOfNumber(value: number): PenceOfDecimal | undefined {
  return penceOfExact(readNumber(value));
}
