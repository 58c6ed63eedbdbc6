import { splitByWeight, type SplitRule } from '../../src/money/split';

/** The shares, or the problem: a refusal never passes for an answer. */
const split = (pence: number, weights: number[], rule?: SplitRule, named?: number) => {
  const result = splitByWeight(pence, weights, rule, named);
  return result.ok ? result.value : result.problem;
};

describe('largest remainder', () => {
  test.each([
    // Fowler, Patterns of Enterprise Application Architecture, Money: 5 cents by 70 and 30 per cent.
    ['Fowler: 5p by 70/30 ties, and the tie goes to the earlier partner', 5, [70, 30], [4, 1]],
    ['Fowler: £1.00 over three', 100, [1, 1, 1], [34, 33, 33]],
    // brick/money README and tests.
    ['brick: £1.00 by 2:3:1 gives the penny to the largest remainder', 100, [2, 3, 1], [33, 50, 17]],
    ['brick: a partner of weight 0 gets nothing though pennies are left', 100, [0, 2, 1], [0, 67, 33]],
    ['brick: 2p by 1:1:3:1', 2, [1, 1, 3, 1], [1, 0, 1, 0]],
    // Traps of last-partner plugs and of rounding each share.
    ['5p over ten equal partners', 5, Array(10).fill(1), [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]],
    ['£100 over three, and a fourth of weight 0 last', 10000, [1, 1, 1, 0], [3334, 3333, 3333, 0]],
    ['5p by 50/30/20', 5, [50, 30, 20], [3, 1, 1]],
    ['1p by 50/0/50', 1, [50, 0, 50], [1, 0, 0]],
    ['a credit of 5p by 35/25/20/15/5', -5, [35, 25, 20, 15, 5], [-2, -1, -1, -1, 0]],
    ['a credit of £100 over three mirrors the charge', -10000, [1, 1, 1], [-3334, -3333, -3333]],
    [
      '13 digits by five-digit weights',
      9007199254739,
      [35213, 25117, 20031],
      [3946821310799, 2815219119738, 2245158824202],
    ],
    ['£0', 0, [50, 50], [0, 0]],
    ['£0 written as -0', -0, [50, 50], [0, 0]],
    ['a credit mirrors a charge', -100, [1, 2], [-33, -67]],
    ['a credit and a partner of weight 0', -101, [0, 1, 1], [0, -51, -50]],
    ['thirds as Excel holds them', 10000, [1 / 3, 1 / 3, 1 / 3], [3334, 3333, 3333]],
    ['a dusty 30% is 30%', 10, [0.1 + 0.2, 0.7], [3, 7]],
    ['33.33 and 66.67 per cent of £100.01', 10001, [33.33, 66.67], [3333, 6668]],
  ])('%s', (_why, pence, weights, shares) => expect(split(pence, weights as number[])).toEqual(shares));
});

describe('the other rules', () => {
  test.each([
    // Oracle JD Edwards joint ventures, rounding partner: 301.50 over four.
    ['Oracle: £301.50 over four, the fourth named', 30150, [1, 1, 1, 1], 3, [7538, 7538, 7538, 7536]],
    ['the first named', 30150, [1, 1, 1, 1], 0, [7536, 7538, 7538, 7538]],
    ['a credit mirrors it', -30150, [1, 1, 1, 1], 3, [-7538, -7538, -7538, -7536]],
    ['a half penny is rounded away from zero', 101, [1, 1], 0, [50, 51]],
    [
      '5p over ten: the named partner bears the rounding of nine',
      5,
      Array(10).fill(1),
      9,
      [1, 1, 1, 1, 1, 1, 1, 1, 1, -4],
    ],
    ['a partner without weight rounds to nothing', -100, [0, 1, 2], 1, [0, -33, -67]],
    ['nothing to share', 0, [1, 1, 1], 2, [0, 0, 0]],
  ])('named partner: %s', (_why, pence, weights, named, shares) =>
    expect(split(pence, weights as number[], 'named-partner', named)).toEqual(shares),
  );

  test.each([
    // brick/money's FloorToFirst; go-money and RubyMoney do the same.
    ['£1.00 by 2:3:1', 100, [2, 3, 1], [34, 50, 16]],
    ['two pennies left over four', 30150, [1, 1, 1, 1], [7538, 7538, 7537, 7537]],
    ['a first partner without weight is passed over', 100, [0, 2, 1], [0, 67, 33]],
    ['a credit mirrors the charge', -100, [2, 3, 1], [-34, -50, -16]],
  ])('in order: %s', (_why, pence, weights, shares) => expect(split(pence, weights, 'in-order')).toEqual(shares));

  test.each([
    // brick/money's FloorToLargestRatio gives 33/51/16 too.
    ['£1.00 by 2:3:1', 100, [2, 3, 1], [33, 51, 16]],
    ['all that is left goes to one partner', 30150, [1, 1, 1, 1], [7539, 7537, 7537, 7537]],
    ['the larger of two weights beyond doubles', 10, [1e300, 2e300, 1e-300], [3, 7, 0]],
    ['a credit mirrors the charge', -100, [2, 3, 1], [-33, -51, -16]],
  ])('largest share: %s', (_why, pence, weights, shares) =>
    expect(split(pence, weights, 'largest-share')).toEqual(shares),
  );
});

describe('agreements', () => {
  test.each([
    // The project's cost is shared equally between the PCTs, the Partnership Trust and the two larger councils.
    ['Leicester 2004, 4.2: £20,000 over four', 2000000, [1, 1, 1, 1], [500000, 500000, 500000, 500000]],
    ['Leeds 2012, 3.5: 1/3 social care and 2/3 health, of £20,000.01', 2000001, [1, 2], [666667, 1333334]],
    ['the same typed as =1/3 and =2/3', 2000001, [1 / 3, 2 / 3], [666667, 1333334]],
    ['Leeds 2012, 3.9: 12.4 and 30.2 of 42.6 WTE, of £1,000', 100000, [12.4, 30.2], [29108, 70892]],
    ['Oxfordshire: 51/49 of £9.1m', 910000000, [51, 49], [464100000, 445900000]],
    // The exact proportion of the contributions, £93.7m and £28.3m in pence, not a printed per cent.
    ['Cambridgeshire: by contributions, £10,000.01', 1000001, [9370000000, 2830000000], [768034, 231967]],
    ['Cambridgeshire: by contributions in £m', 123456789, [93.7, 28.3], [94818862, 28637927]],
    ['40% councils and 60% ICBs of £300m', 30000000000, [0.4, 0.6], [12000000000, 18000000000]],
  ])('%s', (_why, pence, weights, shares) => expect(split(pence, weights)).toEqual(shares));
});

describe('thirds beside other fractions', () => {
  // A half, a third and a sixth of 3p are 1.5, 1 and 0.5: two partners tie for a penny.
  test('whole numbers say it exactly, and the tie goes to the earlier partner', () =>
    expect(split(3, [3, 2, 1])).toEqual([2, 1, 0]));
  test('a sixth read at 15 digits is 0.166666666666667, a little more than a sixth, and wins the tie', () =>
    expect(split(3, [1 / 2, 1 / 3, 1 / 6])).toEqual([1, 1, 1]));
});

describe('weights of many digits', () => {
  test('a half unit is rounded away from zero beyond doubles too', () => {
    // 5 x 1,000,000,000,000,000 / 2,000,000,000,000,000 is 2.5.
    expect(split(5, [1e15, 1, 999_999_999_999_999], 'named-partner', 2)).toEqual([3, 0, 2]);
    expect(split(-5, [1e15, 1, 999_999_999_999_999], 'named-partner', 2)).toEqual([-3, 0, -2]);
  });
  test('a total of nine digits already needs more than doubles: of one unit too few, the largest weight goes short', () =>
    // Every exact share is its weight less a hair under or over a third; in doubles the hairs are lost.
    expect(split(675_361_862, [225_120_622, 225_120_620, 225_120_621])).toEqual([
      225_120_621, 225_120_620, 225_120_621,
    ]));
  test('what differs after the fifteenth digit is equal, as Excel shows it, and the tie goes to the earlier', () =>
    expect(split(1, [1234567890123456, 1234567890123460])).toEqual([1, 0]));
});

describe('refusals', () => {
  test.each([
    ['no partners', 100, [], { kind: 'no-partners' }],
    ['all weights 0', 100, [0, 0, -0], { kind: 'all-weights-zero' }],
    ['a weight below 0', 100, [1, -5, -6], { kind: 'negative-weight', index: 1, weight: -5 }],
    ['a weight that is no number', 100, [1, NaN], { kind: 'weight-not-a-number', index: 1, weight: NaN }],
    ['an endless weight', 100, [Infinity, 1], { kind: 'weight-not-a-number', index: 0, weight: Infinity }],
    ['an amount that is no number', NaN, [1], { kind: 'amount-not-a-number', amount: NaN }],
    ['an endless amount', -Infinity, [1], { kind: 'amount-not-a-number', amount: -Infinity }],
    ['a part-penny', 0.5, [1], { kind: 'part-unit', amount: 0.5 }],
    ['sixteen digits', 1e15, [1], { kind: 'too-large', amount: 1e15 }],
    ['sixteen digits below 0', -1e15, [1], { kind: 'too-large', amount: -1e15 }],
  ])('%s', (_why, pence, weights, problem) => expect(split(pence, weights)).toEqual(problem));

  test.each([
    ['nobody named', undefined, { kind: 'named-partner-missing' }],
    ['beyond the last', 2, { kind: 'named-partner-out-of-range', named: 2, partners: 2 }],
    ['before the first', -1, { kind: 'named-partner-out-of-range', named: -1, partners: 2 }],
    ['between two', 0.5, { kind: 'named-partner-out-of-range', named: 0.5, partners: 2 }],
    ['one without weight', 1, { kind: 'named-partner-without-weight', named: 1 }],
  ])('named partner: %s', (_why, named, problem) =>
    expect(split(100, [1, 0], 'named-partner', named)).toEqual(problem),
  );

  test('a list with a gap in it', () =>
    expect(split(100, [1, , 2] as number[])).toMatchObject({ kind: 'weight-not-a-number', index: 1 }));
});

test('more partners than are searched one by one: 100p over 64 gives a penny more to the first 36', () =>
  expect(split(100, Array(64).fill(1))).toEqual([...Array(36).fill(2), ...Array(28).fill(1)]));
