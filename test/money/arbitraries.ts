/*
 * Random amounts, weights and units for the properties, and a second reading of a cell's number that shares no code with
 * the product: text at 15 digits to a fraction of whole numbers.
 */

import fc from 'fast-check';

export const LIMIT = 999_999_999_999_999;

/** Whole units: small, ordinary, and up to the limit; of either sign, and both zeros. */
export const amountUnits = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -100_000_000, max: 100_000_000 }),
  fc.maxSafeInteger().map((n) => n % (LIMIT + 1)),
  fc.constantFrom(0, -0, LIMIT, -LIMIT, LIMIT - 1),
);

/** One weight: whole numbers, per cents, thirds and sevenths, dust, pounds and pence, the very small and the very large, zero. */
export const weight = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(3, 6, 7, 9, 11)).map(([n, d]) => n / d),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => a * 0.1 + b * 0.2),
  fc.integer({ min: 0, max: LIMIT }),
  fc.integer({ min: 0, max: 9_000_000_000 }).map((n) => n / 100),
  fc.double({ min: 0, max: 1e300, noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, 5e-324, 1e-9, 1e15),
);

/** Whole numbers about the size up to which products stay exact in doubles, on both sides of it. */
const middleWeights = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 9 });

export const weights = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(weight, { minLength: 1, maxLength: 9 }) },
    { weight: 1, arbitrary: middleWeights },
  )
  .filter((list) => list.some((w) => w > 0));

/** Weights that fit the sums in doubles, so that both ways can be compared. */
export const smallWeights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 9_000_000 }), fc.constant(0)), {
    minLength: 1,
    maxLength: 9,
  })
  .filter((list) => list.some((w) => w > 0));

export const unit = fc.constantFrom(0.01, 1, 0.05, 1000, 0.1, 0.5, 0.25, 0.001, 100, 5, 0.03, 12, 1e-6);

/** A fraction of whole numbers; the denominator is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A number as the decimal of its 15 significant digits. */
export function fractionOf(value: number): Fraction {
  const [, sign, whole = '', decimals = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(value.toPrecision(15)) ?? [];
  const top = BigInt(`${sign ?? ''}${whole}${decimals}`);
  const shift = Number(power) - decimals.length;
  return shift >= 0 ? { top: top * 10n ** BigInt(shift), bottom: 1n } : { top, bottom: 10n ** BigInt(-shift) };
}

/** The weights as whole numbers in the same proportion, over their product of denominators. */
export function wholeWeights(list: readonly number[]): bigint[] {
  const fractions = list.map(fractionOf);
  const common = fractions.reduce((most, f) => (f.bottom > most ? f.bottom : most), 1n);
  return fractions.map((f) => (f.top * common) / f.bottom);
}

/** Half away from zero. */
export function roundFraction({ top, bottom }: Fraction): bigint {
  const size = top < 0n ? -top : top;
  const rounded = (2n * size + bottom) / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}
