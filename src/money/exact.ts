/*
 * Exact decimals at the edge: a cell's number in, whole units (pence by default) out; and the one door to units and pence.
 * It is the only file that imports decimal.js, and it splits nothing: shares are made of the whole units it returns.
 */

import { Decimal } from 'decimal.js';
import { fail, succeed, type Result } from './result';
import { MAX_DIGITS, PENNY, PENNY_UNIT, readUnit, type MoneyProblem, type Unit } from './unit';

export { sumPence } from './pence';
export {
  MAX_DIGITS,
  MAX_UNITS,
  PENNY,
  PENNY_UNIT,
  fromUnits,
  fromUnitsOf,
  penceToPounds,
  readDigits,
  readUnit,
  type DecimalDigits,
  type MoneyProblem,
  type Unit,
} from './unit';

/**
 * An exact decimal number. Forty digits hold every product and sum of two numbers of 15 digits made here; decimals are
 * never built elsewhere.
 */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true });
/** An exact decimal number, as {@link readNumber} and {@link parseDecimal} return it. */
export type Exact = Decimal;

/**
 * Reads a number as the exact decimal that Excel shows at 15 significant digits, so that binary dust is gone.
 *
 * @param value - Any finite number.
 * @throws RangeError for NaN and the infinities, which no cell of Excel holds: readers refuse them first.
 * @example readNumber(1.005).toFixed() -> '1.005'
 */
export function readNumber(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number of a cell.`);
  return new Exact(value.toPrecision(MAX_DIGITS));
}

// Reading at 15 digits moves a number by at most 5e-15 of itself, the unit likewise, and the division by 2^-53.
const READING_ERROR = 1.1e-14;

/**
 * Whole units of an amount, where a double settles it beyond doubt; otherwise NaN.
 *
 * The quotient may be wrong by {@link READING_ERROR} of itself. If it is further than that from a half unit, the decimal
 * reading lies on the same side of the half, so both round alike.
 */
function unitsInDoubles(amount: number, unit: Unit): number {
  const quotient = Math.abs(amount) / unit.value;
  const whole = Math.floor(quotient);
  const fromHalf = quotient - whole - 0.5;
  const doubt = quotient * READING_ERROR;
  const units = fromHalf > doubt ? whole + 1 : fromHalf < -doubt ? whole : NaN;
  if (!(units < unit.maxUnits)) return NaN;
  return amount < 0 && units !== 0 ? -units : units;
}

/**
 * Whole units of an exact decimal, rounded half away from zero as Excel's ROUND does.
 *
 * @param amount - Any exact decimal, in pounds.
 * @param unit - A unit made ready by {@link readUnit}.
 * @returns A safe integer, never -0; `too-large` when the amount needs more than 15 digits.
 * @example exactToUnits(parseDecimal('-2811.555').value, penny) -> -281156
 */
export function exactToUnits(amount: Exact, unit: Unit): Result<number, MoneyProblem> {
  return partToUnits(amount, 1, 1, unit);
}

/**
 * Whole units of a fraction of an exact decimal, amount x numerator / denominator, rounded once, half away from zero.
 *
 * @param numerator - A whole number from 0; with the denominator at most six digits, so that nothing leaves 40 digits.
 * @param denominator - A whole number from 1.
 * @example partToUnits(£100.00, 1, 3, penny) -> 3333
 */
export function partToUnits(
  amount: Exact,
  numerator: number,
  denominator: number,
  unit: Unit,
): Result<number, MoneyProblem> {
  const size = amount.abs().times(numerator);
  const one = new Exact(unit.digits).times(new Exact(10).pow(unit.power)).times(denominator);
  if (size.times(4).lt(one)) return succeed(0);
  if (size.gt(one.times(unit.maxUnits + 1))) return fail({ kind: 'too-large', amount: amount.toNumber() });
  // Not a quotient that is then rounded: (2a + u) div 2u has nothing to round twice.
  const units = size.times(2).plus(one).divToInt(one.times(2)).toNumber();
  if (units > unit.maxUnits) return fail({ kind: 'too-large', amount: amount.toNumber() });
  return succeed(amount.isNegative() && units !== 0 ? -units : units);
}

/**
 * Whole units of a cell's number, with the unit made ready; {@link toUnits} explains the rule.
 *
 * @example toUnitsOf(1.005, penny) -> 101
 */
export function toUnitsOf(amount: number, unit: Unit): Result<number, MoneyProblem> {
  const quick = unitsInDoubles(amount, unit);
  if (quick === quick) return succeed(quick);
  if (!Number.isFinite(amount)) return fail({ kind: 'not-a-number', amount });
  return exactToUnits(readNumber(amount), unit);
}

/**
 * Whole units of a cell's number: read at 15 significant digits, then rounded half away from zero at the unit.
 *
 * @param amount - The number in the cell, in pounds.
 * @param unit - What one unit is worth in pounds; a penny is 0.01.
 * @returns A safe integer, never -0; `not-a-number`, `too-large` (over 15 digits) or `bad-unit` otherwise.
 * @example toUnits(1.005, 0.01) -> 101; toUnits(0.1 + 0.2, 0.01) -> 30; toUnits(-2.5, 1) -> -3
 * @source Excel's ROUND rounds half away from zero, on the 15 digits it keeps of a number.
 */
export function toUnits(amount: number, unit: number): Result<number, MoneyProblem> {
  if (unit === PENNY) return toUnitsOf(amount, PENNY_UNIT);
  const ready = readUnit(unit);
  return ready.ok ? toUnitsOf(amount, ready.value) : ready;
}

/** Whole pence of a number of pounds. @example poundsToPence(75.38) -> 7538 */
export function poundsToPence(pounds: number): Result<number, MoneyProblem> {
  return toUnitsOf(pounds, PENNY_UNIT);
}

/**
 * Reads text that is already plain digits: an optional minus, digits, and at most one point with digits on both sides.
 *
 * Words, currency signs and thousands are the ledger reader's business, which strips them first.
 *
 * @example parseDecimal('-2811.56') -> -2811.56 exactly; parseDecimal('2,811.56') -> not-decimal-text
 */
export function parseDecimal(text: string): Result<Exact, MoneyProblem> {
  return /^-?\d+(\.\d+)?$/.test(text) ? succeed(new Exact(text)) : fail({ kind: 'not-decimal-text', text });
}
