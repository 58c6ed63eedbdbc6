/*
 * Units of account, the 15 digits that Excel keeps of a number, and the way from whole units back to a cell. Reading a
 * cell's number into whole units needs exact decimals and is exact.ts.
 */

import { fail, succeed, type Result } from './result';

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

/** A unit of account made ready: `value` = `digits` x ten to the `power`, and the most whole units it can hold. */
export interface Unit {
  readonly value: number;
  readonly digits: number;
  readonly power: number;
  readonly maxUnits: number;
}

/** The penny, made ready. */
export const PENNY_UNIT: Unit = { value: PENNY, digits: 1, power: -2, maxUnits: MAX_UNITS };

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
  return Number(`${BigInt(units) * BigInt(unit.digits)}e${unit.power}`) + 0;
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

/** The pounds to write to a cell for whole pence. @example penceToPounds(7538) -> 75.38 */
export function penceToPounds(pence: number): number {
  return pence / 100 + 0;
}
