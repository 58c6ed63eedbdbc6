/*
 * A decimal written in digits becomes whole pence, exactly. It works on the digits themselves, so no binary fraction is
 * ever involved; signs, currency and grouping are the business of `readAmount`.
 */

/** Whole pence of a decimal, and what rounding to a penny did to it. */
export interface PenceOfDecimal {
  readonly pence: number;
  /** Rounded less exact, in millionths of a penny (digits beyond that are dropped); 0 for an amount in whole pence. */
  readonly roundedByMillionths: number;
}

/** Fifteen digits is what Excel holds; in pence that is the largest amount a cell can give exactly. */
const LARGEST_PENCE = 999_999_999_999_999;
const PLAIN_DECIMAL = /^(\d*)(?:\.(\d*))?(?:e([+-]\d+))?$/i;

/** Moves the point of digits with an exponent, as in '1.5e-7'. */
function withoutExponent(whole: string, fraction: string, exponent: number): readonly [string, string] {
  if (exponent >= 0) {
    const padded = fraction.padEnd(exponent, '0');
    return [whole + padded.slice(0, exponent), padded.slice(exponent)];
  }
  const padded = whole.padStart(-exponent, '0');
  return [padded.slice(0, padded.length + exponent), padded.slice(padded.length + exponent) + fraction];
}

/**
 * Whole pence of an unsigned decimal in digits, a part-penny rounded half up (half away from zero once the sign is put
 * back). Undefined when it is no such decimal, or holds more than fifteen digits of pence.
 *
 * @example penceOfDecimal('2811.56') -> { pence: 281156, roundedByMillionths: 0 }
 * @example penceOfDecimal('0.125') -> { pence: 13, roundedByMillionths: 500000 }
 */
export function penceOfDecimal(text: string): PenceOfDecimal | undefined {
  const parts = PLAIN_DECIMAL.exec(text);
  if (!parts || `${parts[1] ?? ''}${parts[2] ?? ''}` === '') return undefined;
  const [whole, fraction] = withoutExponent(parts[1] ?? '', parts[2] ?? '', Number(parts[3] ?? 0));
  const digits = (whole + fraction.slice(0, 2).padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > 15) return undefined;
  const down = Number(digits);
  const rest = fraction.slice(2);
  if (/^0*$/.test(rest)) return { pence: down, roundedByMillionths: 0 };
  const restMillionths = Number(rest.slice(0, 6).padEnd(6, '0'));
  const isUp = rest.charAt(0) >= '5';
  const pence = isUp ? down + 1 : down;
  if (pence > LARGEST_PENCE) return undefined;
  return { pence, roundedByMillionths: isUp ? 1_000_000 - restMillionths : -restMillionths };
}
