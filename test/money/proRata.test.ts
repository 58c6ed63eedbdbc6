import fc from 'fast-check';
import { serialOf } from '../../src/money/calendar';
import { proRata, type ProRataBasis, type YearStart } from '../../src/money/proRata';
import { roundFraction } from './arbitraries';

type Day = readonly [year: number, month: number, day: number];
const on = ([year, month, day]: Day) => serialOf({ year, month, day });

function part(amount: number, start: Day, end: Day, basis?: ProRataBasis, yearStart?: YearStart, unit?: number) {
  const result = proRata(amount, on(start), on(end), basis, yearStart, unit);
  return result.ok ? result.value : result.problem;
}

// Expected figures were worked with fractions outside this code.
test.each<[string, number, Day, Day, ProRataBasis, number]>([
  // Leicester 2004, 4.2: a Commissioning Officer at 28,000 to 30,000 a year, for part of the year.
  ['30,000 from 1 September 2004, 212 of 365 days', 30000, [2004, 9, 1], [2005, 3, 31], 'days', 1742466],
  ['28,000 from 1 September 2004, seven months', 28000, [2004, 9, 1], [2005, 3, 31], 'months', 1633333],
  ['30,000 from 1 September 2004, seven months', 30000, [2004, 9, 1], [2005, 3, 31], 'month-days', 1750000],
  ['February of a year with a leap day is 29 of 366 days', 36600, [2028, 2, 1], [2028, 2, 29], 'days', 290000],
  ['one day of a year of 365', 36500, [2026, 4, 1], [2026, 4, 1], 'days', 10000],
  ['a credit mirrors a charge', -30000, [2004, 9, 1], [2005, 3, 31], 'days', -1742466],
  ['months from the middle of one to the middle of another', 12000, [2026, 6, 15], [2026, 9, 14], 'months', 300000],
  ['a whole month and days of two others', 12000, [2026, 6, 15], [2026, 9, 10], 'month-days', 286667],
  ['days of two months, one a February', 30000, [2027, 1, 15], [2027, 2, 9], 'month-days', 217454],
  ['days inside one month', 30000, [2026, 6, 11], [2026, 6, 20], 'month-days', 83333],
  ['a weekly rate over 92 days', 612.5, [2026, 7, 1], [2026, 9, 30], 'weekly', 805000],
  ['a weekly rate over one week', 612.5, [2026, 7, 1], [2026, 7, 7], 'weekly', 61250],
  ['a weekly rate over a whole year is 52 weeks and a day', 612.5, [2026, 4, 1], [2027, 3, 31], 'weekly', 3193750],
  [
    'a part-penny in a weekly rate is not lost before it is multiplied',
    612.345,
    [2026, 4, 1],
    [2027, 3, 31],
    'weekly',
    3192942,
  ],
  ['a part-penny in an annual sum likewise', 10000.005, [2026, 7, 1], [2027, 3, 31], 'days', 750685],
])('%s', (_why, amount, start, end, basis, pence) => expect(part(amount, start, end, basis)).toBe(pence));

test.each<[ProRataBasis, YearStart]>([
  ['days', { month: 4, day: 1 }],
  ['months', { month: 4, day: 1 }],
  ['month-days', { month: 4, day: 1 }],
  ['days', { month: 4, day: 6 }],
  ['months', { month: 4, day: 6 }],
  ['month-days', { month: 4, day: 6 }],
  ['month-days', { month: 2, day: 15 }],
])('a whole year by %s from %j is exactly the annual sum, leap day or not', (basis, yearStart) => {
  for (let year = 2023; year < 2032; year++) {
    const start: Day = [year, yearStart.month, yearStart.day];
    const end: Day = [year + 1, yearStart.month, yearStart.day - 1];
    expect(part(29999.99, start, end, basis, yearStart)).toBe(2999999);
  }
});

test('whole pounds and thousands round at their unit', () => {
  expect(part(30000, [2004, 9, 1], [2005, 3, 31], 'days', undefined, 1)).toBe(17425);
  expect(part(30000, [2004, 9, 1], [2005, 3, 31], 'days', undefined, 1000)).toBe(17);
});

test('days are the exact fraction of the annual sum, rounded once', () => {
  const yearFirst = on([2026, 4, 1]);
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.nat(364), fc.nat(364), (pence, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const found = proRata(pence / 100, yearFirst + from, yearFirst + to);
      const expected = roundFraction({ top: BigInt(pence) * BigInt(to - from + 1), bottom: 365n });
      expect(found).toEqual({ ok: true, value: Number(expected) });
    }),
    { numRuns: 1000 },
  );
});

test('by month-days the twelve calendar months are a twelfth each, and a month cut in two adds up to it', () => {
  const pence = (start: Day, end: Day) => part(144000, start, end, 'month-days') as number;
  expect(pence([2027, 2, 1], [2027, 2, 28])).toBe(1200000);
  expect(pence([2027, 2, 1], [2027, 2, 7]) + pence([2027, 2, 8], [2027, 2, 28])).toBe(1200000);
  expect(pence([2026, 12, 10], [2027, 2, 14])).toBe(Math.round(1200000 * (22 / 31 + 1 + 1 / 2)));
});

describe('refusals', () => {
  const year = { firstDay: on([2026, 4, 1]), lastDay: on([2027, 3, 31]) };
  test.each<[string, Day, Day, ProRataBasis, object]>([
    ['the end before the start', [2026, 6, 2], [2026, 6, 1], 'days', { kind: 'start-after-end' }],
    [
      'an end in the next financial year',
      [2027, 3, 31],
      [2027, 4, 1],
      'days',
      { kind: 'outside-financial-year', end: on([2027, 4, 1]), ...year },
    ],
    [
      'a weekly rate over two financial years',
      [2026, 4, 1],
      [2027, 4, 1],
      'weekly',
      { kind: 'outside-financial-year' },
    ],
    [
      'months that are not whole',
      [2026, 6, 15],
      [2026, 9, 13],
      'months',
      { kind: 'not-whole-months', start: on([2026, 6, 15]), end: on([2026, 9, 13]) },
    ],
    ['one day by months', [2026, 6, 15], [2026, 6, 15], 'months', { kind: 'not-whole-months' }],
  ])('%s', (_why, start, end, basis, problem) => expect(part(1000, start, end, basis)).toMatchObject(problem));

  test.each([
    ['no start', 0, 46113, { kind: 'not-a-day', which: 'start', serial: 0 }],
    ['a time of day', 46113, 46113.5, { kind: 'not-a-day', which: 'end', serial: 46113.5 }],
    ['the 29 February 1900 that never was', 60, 61, { kind: 'not-a-day', which: 'start', serial: 60 }],
    ['not a number', 46113, NaN, { kind: 'not-a-day', which: 'end', serial: NaN }],
  ])('%s', (_why, start, end, problem) => expect(proRata(1000, start, end)).toEqual({ ok: false, problem }));

  test.each([[{ month: 13, day: 1 }], [{ month: 0, day: 1 }], [{ month: 2, day: 29 }], [{ month: 4, day: 1.5 }]])(
    'a year that begins on %j',
    (yearStart) =>
      expect(part(1, [2026, 4, 1], [2026, 4, 1], 'days', yearStart)).toEqual({ kind: 'bad-year-start', ...yearStart }),
  );

  test.each([
    ['an annual sum that is no number', NaN, 0.01, { kind: 'not-a-number' }],
    ['an annual sum over 15 digits', 1e14, 0.01, { kind: 'too-large' }],
    ['no unit', 1, 0, { kind: 'bad-unit', unit: 0 }],
  ])('%s', (_why, amount, unit, problem) =>
    expect(part(amount, [2026, 4, 1], [2027, 3, 31], 'days', undefined, unit)).toMatchObject(problem),
  );
});
