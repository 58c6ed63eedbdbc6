/* Exact fractions, and a quantity times a price as a cell holds it. */
import fc from 'fast-check';
import { decimalFraction, fractionOf, fractionText, minus, over, plus, times } from '../../src/money/fraction';
import { timesPence } from '../../src/money/pence';

test.each([
  // why, value, as people write it
  ['a whole number', 5, '5'],
  ['nought', 0, '0'],
  ['a half', 4.5, '4 1/2'],
  ['a negative', -0.5, '-1/2'],
  ['binary dust is read away', 0.1 + 0.2, '3/10'],
  ['a very small number', 1e-7, '1/10000000'],
])('%s', (_why, value, text) => {
  expect(fractionText(decimalFraction(value))).toBe(text);
});

test('a third is three thirds less two, and never 0.33', () => {
  const third = fractionOf(1n, 3n);
  expect(fractionText(minus(plus(third, plus(third, third)), plus(third, third)))).toBe('1/3');
  expect(minus(third, decimalFraction(0.333333333333333)).numerator).not.toBe(0n);
});

test('a fraction over nothing or less is a fault of the code', () => {
  expect(() => fractionOf(1n, 0n)).toThrow(RangeError);
  expect(() => over(fractionOf(1n, 2n), fractionOf(0n, 1n))).toThrow(RangeError);
});

test('sums, differences, products and quotients undo each other', () => {
  const any = fc
    .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n }))
    .map(([numerator, denominator]) => fractionOf(numerator, denominator));
  const above = any.filter(({ numerator }) => numerator > 0n);
  fc.assert(
    fc.property(any, above, (left, right) => {
      expect(minus(plus(left, right), right)).toEqual(left);
      expect(over(times(left, right), right)).toEqual(left);
    }),
  );
});

test('WTE x Rate of at most 15 digits, read at 15 digits, is the exact product', () => {
  expect(timesPence(12.4, 4_000_000)).toBe(496_000);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99_999_999 }), (parts, pence) => {
      const product = BigInt(parts) * BigInt(pence);
      expect(Math.round(Number(timesPence(parts / 10_000, pence).toPrecision(15)) * 1e6)).toBe(Number(product));
    }),
  );
});
