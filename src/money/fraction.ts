/*
 * Exact fractions in lowest terms, for ratios that an agreement states as one: 1/3 is never 33%. They share no money:
 * that is split.ts.
 */
import { readNumber } from './exact';

/** A fraction in lowest terms; the denominator is above 0, the numerator may be below it. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}

/** @example fractionOf(2n, 6n) -> 1/3 */
export function fractionOf(numerator: bigint, denominator: bigint): Fraction {
  if (denominator <= 0n) throw new RangeError(`a fraction over ${denominator}`);
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** A cell's number as a fraction, read at 15 significant digits. @example decimalFraction(4.5) -> 9/2 */
export function decimalFraction(value: number): Fraction {
  const [whole = '0', decimals = ''] = readNumber(value).toFixed().split('.');
  return fractionOf(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** @example plus(1/3, 1/6) -> 1/2 */
export function plus(left: Fraction, right: Fraction): Fraction {
  const numerator = left.numerator * right.denominator + right.numerator * left.denominator;
  return fractionOf(numerator, left.denominator * right.denominator);
}

/** @example minus(1/3, 9/31) -> 4/93 */
export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { numerator: -right.numerator, denominator: right.denominator });
}

/** @example times(31/2, 1/3) -> 31/6 */
export function times(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @example over(9/2, 31/2) -> 9/31; the divisor is above 0 */
export function over(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.numerator * right.denominator, left.denominator * right.numerator);
}

/**
 * A fraction as people write it.
 *
 * @example fractionText(1/3) -> '1/3'; fractionText(31/6) -> '5 1/6'; fractionText(-1/2) -> '-1/2'; fractionText(5/1) -> '5'
 */
export function fractionText({ numerator, denominator }: Fraction): string {
  const size = numerator < 0n ? -numerator : numerator;
  const [whole, rest] = [size / denominator, size % denominator];
  const parts = [
    ...(whole > 0n || rest === 0n ? [String(whole)] : []),
    ...(rest > 0n ? [`${String(rest)}/${String(denominator)}`] : []),
  ];
  return `${numerator < 0n ? '-' : ''}${parts.join(' ')}`;
}
