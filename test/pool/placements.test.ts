/* Placements, case by case: cost to date, who bears it, and totals by line. Expected figures are worked by hand. */
import fc from 'fast-check';
import { serialOf } from '../../src/money/calendar';
import { type PlacementCase, placementToDate, totalsByLine } from '../../src/pool/placements';

const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
const JUNE = day(2026, 6, 30);
const MARCH = day(2027, 3, 31);
const placement = (more: Partial<PlacementCase> = {}): PlacementCase => ({
  ratePence: 140_000,
  per: 'week',
  from: day(2026, 4, 1),
  clientIncomePence: 0,
  weights: [1, 1],
  ...more,
});
const toDate = (given: PlacementCase, monthEnd: number) => {
  const found = placementToDate(given, monthEnd);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
};

describe('a case to date', () => {
  test.each([
    // why, case, month end, part of the rate, pence
    ['a weekly rate is the days over 7', placement(), JUNE, '91/7', 1_820_000],
    ['and a year is 52 weeks and a day', placement(), MARCH, '365/7', 7_300_000],
    ['a daily rate is the days', placement({ per: 'day', ratePence: 20_001 }), JUNE, '91/1', 1_820_091],
    [
      'a yearly rate is days over the year’s own',
      placement({ per: 'year', ratePence: 7_300_000 }),
      JUNE,
      '91/365',
      1_820_000,
    ],
    ['a whole year is exactly the rate', placement({ per: 'year', ratePence: 7_300_001 }), MARCH, '365/365', 7_300_001],
    [
      'a year with a 29 February has 366 days',
      placement({ per: 'year', ratePence: 36_600 }),
      day(2028, 2, 29),
      '335/366',
      33_500,
    ],
    [
      'of a total, the days of the year to date',
      placement({ per: 'total', ratePence: 1_000_000, from: day(2026, 3, 22), to: day(2026, 7, 9) }),
      JUNE,
      '91/110',
      827_273,
    ],
    [
      'a total within the year is the whole',
      placement({ per: 'total', ratePence: 999_999, from: day(2026, 5, 1), to: day(2026, 5, 3) }),
      JUNE,
      '3/3',
      999_999,
    ],
    [
      'what the client pays is taken off first',
      placement({ from: day(2026, 5, 15), clientIncomePence: 15_005 }),
      JUNE,
      '47/7',
      839_252,
    ],
    [
      'a half penny is rounded away from zero',
      placement({ per: 'total', ratePence: 101, from: JUNE, to: JUNE + 1 }),
      JUNE,
      '1/2',
      51,
    ],
    [
      'a client who pays more leaves a credit',
      placement({ ratePence: 100, clientIncomePence: 201, per: 'total', from: JUNE, to: JUNE + 1 }),
      JUNE,
      '1/2',
      -51,
    ],
    ['it ends on its last day', placement({ to: day(2026, 4, 7) }), JUNE, '7/7', 140_000],
    ['begun in an earlier year, it counts from 1 April', placement({ from: day(2019, 9, 9) }), JUNE, '91/7', 1_820_000],
  ] as const)('%s', (_why, given, monthEnd, part, costPence) => {
    const { cost } = toDate(given, monthEnd);
    expect(`${cost?.numerator}/${cost?.denominator}`).toBe(part);
    expect(cost?.costPence).toBe(costPence);
  });

  test.each([
    ['has not begun by the month’s end', { from: day(2026, 7, 1) }],
    ['ended before 1 April', { from: day(2025, 4, 1), to: day(2026, 3, 31) }],
  ])('a case that %s costs the year nothing to date', (_why, dates) => {
    expect(toDate(placement(dates), JUNE)).toEqual({ cost: undefined, partsPence: [0, 0] });
  });

  test.each([
    ['a total without an end', placement({ per: 'total' }), { kind: 'total-without-end' }],
    [
      'weights that are all 0',
      placement({ weights: [0, 0] }),
      { kind: 'weights', problem: { kind: 'all-weights-zero' } },
    ],
    [
      'a weight below 0',
      placement({ weights: [2, -1] }),
      { kind: 'weights', problem: { kind: 'negative-weight', index: 1, weight: -1 } },
    ],
    ['no partner’s column at all', placement({ weights: [] }), { kind: 'weights', problem: { kind: 'no-partners' } }],
    ['a sum of more than 15 digits', placement({ per: 'day', ratePence: 900_000_000_000_000 }), { kind: 'too-large' }],
  ] as const)('%s is refused', (_why, given, problem) => {
    expect(placementToDate(given, JUNE)).toEqual({ ok: false, problem });
  });
});

describe('who bears it', () => {
  test.each([
    // why, weights, parts of £8,392.52
    ['50 : 30 : 20', [50, 30, 20], [419_626, 251_776, 167_850]],
    ['the same as fractions of 1', [0.5, 0.3, 0.2], [419_626, 251_776, 167_850]],
    ['a third each: the odd penny to the earlier column', [1, 1, 1], [279_751, 279_751, 279_750]],
    ['a partner with weight 0 bears nothing', [1, 0, 1], [419_626, 0, 419_626]],
    ['fully funded by one (continuing health care)', [0, 1, 0], [0, 839_252, 0]],
  ])('%s', (_why, weights, parts) => {
    const given = placement({ from: day(2026, 5, 15), clientIncomePence: 15_005, weights });
    expect(toDate(given, JUNE).partsPence).toEqual(parts);
  });
});

const anyCase: fc.Arbitrary<PlacementCase> = fc
  .record({
    ratePence: fc.integer({ min: 0, max: 100_000_000 }),
    clientIncomePence: fc.integer({ min: 0, max: 50_000_000 }),
    per: fc.constantFrom('day' as const, 'week' as const, 'year' as const, 'total' as const),
    dates: fc.tuple(fc.nat({ max: 800 }), fc.nat({ max: 800 })),
    weights: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 5 }).filter((all) => all.some((one) => one > 0)),
  })
  .map(({ dates: [begin, days], ...rest }) => {
    const from = day(2025, 10, 1) + begin;
    return { ...rest, from, to: from + days };
  });

test('the parts always total the cost, and a weight of 0 bears exactly 0', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 364 }), (given, at) => {
      const { cost, partsPence } = toDate(given, day(2026, 4, 1) + at);
      expect(partsPence.reduce((sum, part) => sum + part, 0)).toBe(cost?.costPence ?? 0);
      partsPence.forEach((part, partner) => {
        if (given.weights[partner] === 0) expect(Object.is(part, 0)).toBe(true);
      });
    }),
  );
});

test('two rows that follow each other at one rate are within a penny of one row', () => {
  // Each of three figures is rounded once, by at most half a penny. A total is left out: two totals are two agreements.
  const ongoing = anyCase.filter(({ per, from, to }) => per !== 'total' && (to ?? 0) > (from ?? 0));
  fc.assert(
    fc.property(ongoing, fc.nat(), (given, cut) => {
      const { from = 0, to = 0 } = given;
      const change = from + 1 + (cut % (to - from));
      const costOf = (dates: Partial<PlacementCase>) => toDate({ ...given, ...dates }, MARCH).cost?.costPence ?? 0;
      expect(Math.abs(costOf({ to: change - 1 }) + costOf({ from: change }) - costOf({}))).toBeLessThanOrEqual(1);
    }),
  );
});

test('a daily rate adds up exactly: no part of a day is left', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 364 }), (given, at) => {
      const daily = { ...given, per: 'day' as const };
      const until = day(2026, 4, 1) + at;
      const one = toDate({ ...daily, from: until, to: until }, until).cost?.costPence ?? 0;
      const costOf = (monthEnd: number) =>
        toDate({ ...daily, from: 40_000, to: 60_000 }, monthEnd).cost?.costPence ?? 0;
      expect(costOf(until) - costOf(until - 1)).toBe(one);
    }),
  );
});

describe('totals by line', () => {
  const one = { line: 'Residential care', costPence: 10_000, partsPence: [6000, 4000] };
  const other = { line: 'residential care', costPence: 5000, partsPence: [0, 5000] };
  const third = { line: 'Day services', costPence: -100, partsPence: [-50, -50] };

  test('cases of a line are added, lines in the order they first appear', () => {
    expect(totalsByLine([one, third, other], (line) => line.toLowerCase())).toEqual({
      ok: true,
      value: [
        { line: 'Residential care', cases: 2, costPence: 15_000, partsPence: [6000, 9000] },
        { line: 'Day services', cases: 1, costPence: -100, partsPence: [-50, -50] },
      ],
    });
  });

  test('a total of more than 15 digits is refused', () => {
    const large = { line: 'Day services', costPence: 900_000_000_000_000, partsPence: [0, 0] };
    expect(totalsByLine([large, large])).toEqual({ ok: false, problem: { kind: 'total-too-large' } });
  });

  test('the three cases of docs/arrangements/placements.md come to 17,792.52 to June', () => {
    const cases = [
      placement({ from: day(2026, 5, 15), clientIncomePence: 15_005, weights: [50, 30, 20] }),
      placement({ per: 'day', ratePence: 20_000, to: day(2026, 4, 7), weights: [0, 1, 0] }),
      placement({
        per: 'total',
        ratePence: 900_000,
        from: day(2026, 3, 22),
        to: day(2026, 6, 19),
        weights: [1, 1, 1],
      }),
    ].map((each) => toDate(each, JUNE));
    expect(cases.map(({ cost, partsPence }) => [cost?.costPence, ...partsPence])).toEqual([
      [839_252, 419_626, 251_776, 167_850],
      [140_000, 0, 140_000, 0],
      [800_000, 266_667, 266_667, 266_666],
    ]);
    const rows = cases.map(({ cost, partsPence }) => ({
      line: 'Residential care',
      costPence: cost?.costPence ?? 0,
      partsPence,
    }));
    expect(totalsByLine(rows)).toEqual({
      ok: true,
      value: [{ line: 'Residential care', cases: 3, costPence: 1_779_252, partsPence: [686_293, 658_443, 434_516] }],
    });
  });
});
