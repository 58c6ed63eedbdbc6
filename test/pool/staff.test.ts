/* Posts: their cost to date, who owes whom, heads and WTE, and the ratio of managers. Expected figures are worked by hand. */
import fc from 'fast-check';
import { fractionText } from '../../src/money/fraction';
import { serialOf } from '../../src/money/calendar';
import { managementRatio } from '../../src/pool/managementRatio';
import { type FundedPost, type StaffPost, postCost, recharges, staffByPartner, staffTotal } from '../../src/pool/staff';

const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
const JUNE = day(2026, 6, 30);
const MARCH = day(2027, 3, 31);
const post = (more: Partial<StaffPost> = {}): StaffPost => ({ wte: 12.4, ratePence: 4_000_000, ...more });
const cost = (given: StaffPost, monthEnd: number) => {
  const found = postCost(given, monthEnd);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
};
const value = <T>(found: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
};

describe('a post to date', () => {
  test.each([
    // why, post, month end, part of the year, pence
    ['12.4 WTE at 40,000.00 for the whole year (Leeds 2012, 3.9)', post(), MARCH, 'months 12/12', 49_600_000],
    ['the same to June is a quarter', post(), JUNE, 'months 3/12', 12_400_000],
    ['from 1 May to June are two whole months', post({ from: day(2026, 5, 1) }), JUNE, 'months 2/12', 8_266_667],
    [
      'from mid-month to mid-month too',
      post({ from: day(2026, 4, 15), to: day(2026, 6, 14) }),
      JUNE,
      'months 2/12',
      8_266_667,
    ],
    ['from 15 May to June are 47 days of 365', post({ from: day(2026, 5, 15) }), JUNE, 'days 47/365', 6_386_849],
    [
      'a year with a 29 February has 366',
      post({ from: day(2028, 2, 29), to: day(2028, 2, 29) }),
      day(2028, 3, 31),
      'days 1/366',
      135_519,
    ],
    [
      'begun in an earlier year, it counts from 1 April',
      post({ from: day(2020, 1, 6) }),
      JUNE,
      'months 3/12',
      12_400_000,
    ],
    [
      'an end after the month counts to the month’s end',
      post({ to: day(2030, 1, 6) }),
      JUNE,
      'months 3/12',
      12_400_000,
    ],
    ['a half penny is rounded away from zero', post({ wte: 0.5, ratePence: 100_001 }), MARCH, 'months 12/12', 50_001],
    [
      'and only after the part of the year is applied: 0.5 x 0.05 x 3/12',
      post({ wte: 0.5, ratePence: 5 }),
      JUNE,
      'months 3/12',
      1,
    ],
    ['a WTE of 0 costs nothing', post({ wte: 0 }), JUNE, 'months 3/12', 0],
  ] as const)('%s', (_why, given, monthEnd, part, costPence) => {
    const found = cost(given, monthEnd);
    expect(`${found?.basis} ${found?.numerator}/${found?.denominator}`).toBe(part);
    expect(found?.costPence).toBe(costPence);
  });

  test.each([
    ['has not begun by the month’s end', { from: day(2026, 7, 1) }],
    ['ended before 1 April', { to: day(2026, 3, 31) }],
  ])('a post that %s costs the year nothing to date', (_why, dates) => {
    expect(cost(post(dates), JUNE)).toBeUndefined();
  });

  test('begun on the last day and ended on the first, one day counts', () => {
    expect(cost(post({ from: JUNE }), JUNE)).toMatchObject({ start: JUNE, end: JUNE, numerator: 1 });
    expect(cost(post({ to: day(2026, 4, 1) }), JUNE)).toMatchObject({ numerator: 1, denominator: 365 });
  });

  test('a sum of more than 15 digits is refused, not rounded', () => {
    expect(postCost(post({ wte: 1e9, ratePence: 900_000_000_000_000 }), MARCH)).toMatchObject({
      ok: false,
      problem: { kind: 'too-large' },
    });
  });

  const wte = fc.integer({ min: 0, max: 999_999 }).map((hundredths) => hundredths / 100);
  const ratePence = fc.integer({ min: 0, max: 20_000_000 });

  test('WTE x Rate of a whole year is exact: whole numbers, and a half penny away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), ratePence, (hundredths, rate) => {
        const exact = (BigInt(hundredths) * BigInt(rate) * 2n + 100n) / 200n;
        expect(cost(post({ wte: hundredths / 100, ratePence: rate }), MARCH)?.costPence).toBe(Number(exact));
      }),
    );
  });

  test('two rows that follow each other on one basis are within a penny of one row', () => {
    // Each of three figures is rounded once, by at most half a penny; they are whole pence, so at most one penny apart.
    fc.assert(
      fc.property(wte, ratePence, fc.integer({ min: 1, max: 11 }), (given, rate, months) => {
        const first = day(2026, 4, 1);
        const change = months < 9 ? day(2026, 4 + months, 1) : day(2027, months - 8, 1);
        const whole = cost(post({ wte: given, ratePence: rate, from: first }), MARCH)?.costPence ?? NaN;
        const before = cost(post({ wte: given, ratePence: rate, to: change - 1 }), MARCH)?.costPence ?? NaN;
        const after = cost(post({ wte: given, ratePence: rate, from: change }), MARCH)?.costPence ?? NaN;
        expect(Math.abs(before + after - whole)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('who owes whom, heads and WTE', () => {
  const COUNCIL = 0;
  const TRUST = 1;
  const of = (heads: number | undefined, wte: number, funder: number, costPence = 0): FundedPost => ({
    employer: COUNCIL,
    funder,
    wte,
    ...(heads === undefined ? {} : { heads }),
    costPence,
  });
  /** Leeds 2012, 3.9. The report gives no WTE for the Service Delivery Manager; one whole post is taken. */
  const MANAGER = of(1, 1, COUNCIL, 6_000_000);
  const TEAM_MANAGERS = of(5, 4.5, COUNCIL, 22_500_000);
  const BY_COUNCIL = of(36, 30.2, COUNCIL, 120_800_000);
  const BY_TRUST = of(14, 12.4, TRUST, 49_600_000);
  const LEEDS = [MANAGER, TEAM_MANAGERS, BY_COUNCIL, BY_TRUST];

  test('56 staff are 1 manager, 5 team managers and 50 social workers (42.6 WTE)', () => {
    expect(value(staffTotal(LEEDS))).toEqual({ heads: 56, wte: 48.1, costPence: 198_900_000 });
    expect(value(staffTotal([BY_COUNCIL, BY_TRUST]))).toMatchObject({ heads: 50, wte: 42.6 });
  });

  test('14 posts of 12.4 WTE are funded by the Trust, and 36 social workers of 30.2 WTE by the council', () => {
    expect(value(staffByPartner([BY_COUNCIL, BY_TRUST], 'funder', 2))).toEqual([
      { heads: 36, wte: 30.2, costPence: 120_800_000 },
      { heads: 14, wte: 12.4, costPence: 49_600_000 },
    ]);
  });

  test('all of them are employed by the council, and none by the Trust', () => {
    expect(value(staffByPartner(LEEDS, 'employer', 2)).map(({ heads }) => heads)).toEqual([56, 0]);
  });

  test('the Trust owes the council 496,000.00; what the council funds itself is owed to nobody', () => {
    expect(value(recharges(LEEDS))).toEqual([
      { funder: TRUST, employer: COUNCIL, heads: 14, wte: 12.4, costPence: 49_600_000 },
    ]);
  });

  test('each way round is a pair of its own: nothing is netted off', () => {
    const back: FundedPost = { employer: TRUST, funder: COUNCIL, wte: 1, costPence: 500 };
    expect(value(recharges([BY_TRUST, back, BY_TRUST])).map(({ costPence }) => costPence)).toEqual([99_200_000, 500]);
  });

  test('heads that one post does not say are not known for the whole', () => {
    expect(value(staffTotal([of(undefined, 2, COUNCIL), MANAGER]))).toMatchObject({ heads: undefined, wte: 3 });
  });

  test('a total of more than 15 digits is refused', () => {
    const large = of(1, 1, TRUST, 900_000_000_000_000);
    expect(recharges([large, large])).toEqual({ ok: false, problem: { kind: 'total-too-large' } });
    expect(staffByPartner([large, large], 'funder', 2).ok).toBe(false);
  });

  test('recharges are the cost of posts that another body funds, whatever their number', () => {
    const any = fc.record({
      employer: fc.nat({ max: 3 }),
      funder: fc.nat({ max: 3 }),
      wte: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
      costPence: fc.integer({ min: 0, max: 1_000_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (posts) => {
        const owed = value(recharges(posts)).reduce((sum, { costPence }) => sum + costPence, 0);
        const funded = posts.filter(({ employer, funder }) => employer !== funder);
        expect(owed).toBe(funded.reduce((sum, { costPence }) => sum + costPence, 0));
        for (const by of ['funder', 'employer'] as const) {
          const totals = value(staffByPartner(posts, by, 4)).reduce((sum, { costPence }) => sum + costPence, 0);
          expect(totals).toBe(posts.reduce((sum, { costPence }) => sum + costPence, 0));
        }
      }),
    );
  });
});

describe('one third social care managers to two thirds health managers (Leeds 2012, 3.5)', () => {
  test.each([
    // why, social care, health, met, share, gap, what a third would be
    ['5 and 10 are a third', 5, 10, true, '1/3', '0', '5'],
    ['4.5 and 9 WTE are a third, in decimals', 4.5, 9, true, '1/3', '0', '4 1/2'],
    ['5 and 11 are not', 5, 11, false, '5/16', '-1/48', '5 1/3'],
    ['33 and 67 are not: a third is no percentage', 33, 67, false, '33/100', '-1/300', '33 1/3'],
    ['33.3333 and 66.6667 are not either', 33.3333, 66.6667, false, '333333/1000000', '-1/3000000', '33 1/3'],
    ['social care alone is too much', 3, 0, false, '1', '2/3', '1'],
    ['health alone is too little', 0, 3, false, '0', '-1/3', '1'],
  ] as const)('%s', (_why, socialCare, health, isMet, share, gap, agreedPosts) => {
    const found = managementRatio(socialCare, health);
    expect(found?.isMet).toBe(isMet);
    expect(fractionText(found!.share)).toBe(share);
    expect(fractionText(found!.gap)).toBe(gap);
    expect(fractionText(found!.agreedPosts)).toBe(agreedPosts);
  });

  test('without managers there is no ratio', () => {
    expect(managementRatio(0, 0)).toBeUndefined();
  });
});
