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
