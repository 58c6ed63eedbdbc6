/* A year's budget over its months: worked cases, and what always holds. */
import fc from 'fast-check';
import { partOf } from '../../src/money/pence';
import { profileProblem, profiledToDate } from '../../src/pool/profiles';

const evenly = Array.from({ length: 12 }, () => 1 / 12);
const winter = [0.04, 0.04, 0.04, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.14, 0.12, 0.08];

describe('a profile', () => {
  test.each([
    // why, fractions, problem
    ['totals 1', winter, null],
    ['twelve twelfths by division', evenly, null],
    ['all of it in one month', [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], null],
    ['a hundredth of a per cent short', [...winter.slice(1), 0.0399], { kind: 'not-whole', total: 0.9999 }],
    ['a hair too much', [...winter.slice(1), 0.04000000000001], { kind: 'not-whole', total: 1.00000000000001 }],
    ['a month below 0', [-0.01, 0.09, ...winter.slice(2)], { kind: 'below-nought', month: 0, fraction: -0.01 }],
  ])('%s', (_why, fractions, problem) => expect(profileProblem(fractions)).toEqual(problem));
});

describe('budget to date', () => {
  test.each([
    // why, pence, fractions, months, to date
    ['12% of 60,000.00 to June', 6_000_000, winter, 3, 720_000],
    ['half a penny away from zero', 5, [0.1, 0.2, 0.7, 0, 0, 0, 0, 0, 0, 0, 0, 0], 2, 2],
    ['and mirrored below zero', -5, [0.1, 0.2, 0.7, 0, 0, 0, 0, 0, 0, 0, 0, 0], 2, -2],
    ['0.1 and 0.2 are 0.3, whatever doubles say', 15, [0.1, 0.2, 0.7, 0, 0, 0, 0, 0, 0, 0, 0, 0], 2, 5],
    ['all of it in March', 1_000_001, evenly, 12, 1_000_001],
    ['nothing yet is nought and no minus nought', -100, [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 0],
    ['half of a penny short of £1bn', 99_999_999_999, [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 50_000_000_000],
  ])('%s', (_why, pence, fractions, months, toDate) => {
    expect(profiledToDate(pence, fractions, months)).toBe(toDate);
  });

  test('a year of twelfths by division is the twelfths, but for a half penny that may fall either way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 12 }), (pence, months) => {
        const gap = profiledToDate(pence, evenly, months) - partOf(pence, months, 12);
        const isHalf = Math.abs(pence * months) % 12 === 6;
        expect(Math.abs(gap)).toBeLessThanOrEqual(isHalf ? 1 : 0);
      }),
    );
  });

  test('never goes back, ends at the amount, and mirrors its negative', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), cuts, (pence, some) => {
        const sorted = [0, ...some.sort((a, b) => a - b), 10_000];
        const fractions = sorted.slice(1).map((cut, at) => (cut - sorted[at]!) / 10_000);
        expect(profileProblem(fractions)).toBeNull();
        const toDate = fractions.map((_each, at) => profiledToDate(pence, fractions, at + 1));
        expect([...toDate].sort((a, b) => a - b)).toEqual(toDate);
        expect(toDate.at(-1)).toBe(pence);
        expect(fractions.map((_each, at) => profiledToDate(0 - pence, fractions, at + 1))).toEqual(
          toDate.map((each) => 0 - each),
        );
        // The exact part is a whole number of ten-thousandths of a penny: no reading of it is nearer.
        toDate.forEach((each, at) => {
          const exact = BigInt(pence) * BigInt(sorted[at + 1]!);
          const off = BigInt(each) * 10_000n - exact;
          expect(off >= -5_000n && off <= 5_000n).toBe(true);
        });
      }),
    );
  });
});
