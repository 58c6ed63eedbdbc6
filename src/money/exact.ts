/*
 * Exact decimals at the edge: a cell's number in, whole units (pence by default) out, and back. It is the only file that
 * imports decimal.js, and it splits nothing: sums and shares are done on the whole units it returns.
 */

import { Decimal } from 'decimal.js';
import { fail, succeed, type Result } from './result';

/**
 * An exact decimal number. Forty digits hold every product and sum of two numbers of 15 digits made here; decimals are
 * never built elsewhere.
 */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true });
/** An exact decimal number, as {@link readNumber} and {@link parseDecimal} return it. */
export type Exact = Decimal;

/** The default unit: one penny, as a fraction of a pound. */
export const PENNY = 0.01;

/** The most digits Excel keeps of a number, and so the most that an amount may have here. */
export const MAX_DIGITS = 15;

/** The largest count of whole units that is held exactly everywhere, Excel included: 15 digits. */
export const MAX_UNITS = 999_999_999_999_999;

/** Why a number or a text is not an amount that can be held exactly. */
export type MoneyProblem =
  | { readonly kind: 'not-a-number'; readonly amount: number }
  | { readonly kind: 'too-large'; readonly amount: number }
  | { readonly kind: 'part-unit'; readonly amount: number }
  | { readonly kind: 'bad-unit'; readonly unit: number }
  | { readonly kind: 'not-decimal-text'; readonly text: string };

/** A number as Excel shows it: `digits` (a whole number of at most 15 digits, signed) times ten to the `power`. */
export interface DecimalDigits {
  readonly digits: number;
  readonly power: number;
}

/**
 * Reads a number as the decimal that Excel shows at 15 significant digits.
 *
 * @param value - Any finite number; the caller has refused NaN and the infinities.
 * @returns Digits without trailing zeros; zero is 0 times ten to the 0.
 * @example readDigits(0.1 + 0.2) -> { digits: 3, power: -1 }
 */
export function readDigits(value: number): DecimalDigits {
  if (value === 0) return { digits: 0, power: 0 };
  const [mantissa = '', exponent = '0'] = value.toExponential(MAX_DIGITS - 1).split('e');
  const trimmed = mantissa.replace('.', '').replace(/0+$/, '');
  const places = trimmed.replace('-', '').length - 1;
  return { digits: Number(trimmed), power: Number(exponent) - places };
}

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

/** A unit of account made ready: `value` = `digits` x ten to the `power`, and the most whole units it can hold. */
export interface Unit {
  readonly value: number;
  readonly digits: number;
  readonly power: number;
  readonly maxUnits: number;
}

const PENNY_UNIT: Unit = { value: PENNY, digits: 1, power: -2, maxUnits: MAX_UNITS };

/**
 * Makes a unit of account ready: 0.01, 1, 0.05, 1000 or any positive number.
 *
 * An amount in units of 0.05 has more digits than its count of units, so fewer units fit into 15 digits; `maxUnits`
 * keeps every amount readable again from the cell it is written to.
 *
 * @returns The unit, or `bad-unit` for zero, a negative number, NaN and the infinities.
 * @example readUnit(0.05) -> { value: 0.05, digits: 5, power: -2, maxUnits: 199_999_999_999_999 }
 */
export function readUnit(unit: number): Result<Unit, MoneyProblem> {
  if (unit === PENNY) return succeed(PENNY_UNIT);
  if (!(unit > 0) || !Number.isFinite(unit)) return fail({ kind: 'bad-unit', unit });
  const { digits, power } = readDigits(unit);
  return succeed({ value: unit, digits, power, maxUnits: Math.floor(MAX_UNITS / digits) });
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

/**
 * The number to write to a cell for a count of whole units: the double nearest to units x unit.
 *
 * @param units - A safe integer.
 * @param unit - A unit made ready by {@link readUnit}.
 * @example fromUnitsOf(7538, penny) -> 75.38
 */
export function fromUnitsOf(units: number, unit: Unit): number {
  const digits = units * unit.digits;
  // Both sides are exact doubles, so the one multiplication or division rounds once, correctly.
  if (Number.isSafeInteger(digits) && unit.power >= -22 && unit.power <= 22) {
    return (unit.power < 0 ? digits / 10 ** -unit.power : digits * 10 ** unit.power) + 0;
  }
  const exact = new Exact(units).times(unit.digits);
  return Number(`${exact.toFixed()}e${unit.power}`) + 0;
}

/**
 * The number to write to a cell for a count of whole units: the double nearest to units x unit, never -0.
 *
 * @throws RangeError for a unit that {@link readUnit} refuses: {@link toUnits} refused it before.
 * @example fromUnits(7538, 0.01) -> 75.38; fromUnits(3, 0.05) -> 0.15; fromUnits(-2, 1000) -> -2000
 */
export function fromUnits(units: number, unit: number): number {
  const ready = readUnit(unit);
  if (!ready.ok) throw new RangeError(`${unit} is not a unit of account.`);
  return fromUnitsOf(units, ready.value);
}

/** Whole pence of a number of pounds. @example poundsToPence(75.38) -> 7538 */
export function poundsToPence(pounds: number): Result<number, MoneyProblem> {
  return toUnitsOf(pounds, PENNY_UNIT);
}

/** The pounds to write to a cell for whole pence. @example penceToPounds(7538) -> 75.38 */
export function penceToPounds(pence: number): number {
  return pence / 100 + 0;
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

// Two sums below this size cannot leave the safe integers when added.
const SAFE_STEP = 4e15;

/**
 * Adds whole pence exactly, whatever their order and number.
 *
 * @param values - Whole pence, each of at most 15 digits.
 * @returns The total, never -0; `too-large` when the total has more than 15 digits, `part-unit` for a part-penny.
 * @example sumPence([7538, 7538, 7538, 7536]) -> 30150
 */
export function sumPence(values: Iterable<number>): Result<number, MoneyProblem> {
  let sum = 0;
  let carried = 0n;
  for (const pence of values) {
    if (!Number.isFinite(pence)) return fail({ kind: 'not-a-number', amount: pence });
    if (!Number.isInteger(pence)) return fail({ kind: 'part-unit', amount: pence });
    if (Math.abs(pence) > MAX_UNITS) return fail({ kind: 'too-large', amount: pence });
    sum += pence;
    if (sum > SAFE_STEP || sum < -SAFE_STEP) {
      carried += BigInt(sum);
      sum = 0;
    }
  }
  const total = Number(carried + BigInt(sum));
  return Math.abs(total) > MAX_UNITS ? fail({ kind: 'too-large', amount: total }) : succeed(total);
}

/**
 * Pounds and pence for a sentence.
 *
 * @param pence - Whole pence; a part-penny is a broken promise of ours.
 * @example formatPounds(123456) -> '£1,234.56'; formatPounds(-5) -> '-£0.05'
 */
export function formatPounds(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`${pence} is not whole pence.`);
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${pence < 0 ? '-' : ''}£${pounds}.${digits.slice(-2)}`;
}
