/*
 * Examples of POOL.SPLIT, POOL.SHARE and POOL.TRACE, worked by hand. They are the help's examples and the tests' at once.
 */
import { gives, refuses, type Example } from './example';

/** Examples of the functions that split an amount by weights. */
export const SPLITTING_EXAMPLES: readonly Example[] = [
  gives('SPLIT', 'the odd penny goes to the largest remainder', [100, [[2, 3, 1]]], [[33.33, 50, 16.67]]),
  gives('SPLIT', 'a tie goes to the earlier partner', [100, [[1, 1, 1]]], [[33.34, 33.33, 33.33]]),
  gives(
    'SPLIT',
    'a credit mirrors a charge, row by row',
    [[[100], [-100]], [[1, 2]]],
    [
      [33.33, 66.67],
      [-33.33, -66.67],
    ],
  ),
  gives('SPLIT', 'the shares of one amount lie as the weights lie', [100, [[50], [25], [25]]], [[50], [25], [25]]),
  gives(
    'SPLIT',
    'the named partner takes the difference: 301.50 over four, the fourth named',
    [301.5, [[1, 1, 1, 1]], 'named-partner', 0.01, 4],
    [[75.38, 75.38, 75.38, 75.36]],
  ),
  gives('SPLIT', 'the first partners take the odd pennies', [0.05, [[50, 30, 20]], 'in-order'], [[0.03, 0.01, 0.01]]),
  gives(
    'SPLIT',
    'the largest share takes the odd pennies, and words may have any case and spaces',
    [0.05, [[20, 30, 50]], 'Largest Share'],
    [[0.01, 0.01, 0.03]],
  ),
  gives(
    'SPLIT',
    'odd pennies carried down a column even out',
    [[[100], [100], [100]], [[1, 1, 1]], 'running'],
    [
      [33.34, 33.33, 33.33],
      [33.33, 33.34, 33.33],
      [33.33, 33.33, 33.34],
    ],
  ),
  gives(
    'SPLIT',
    'a row of weights for each amount',
    [
      [[100], [10]],
      [
        [1, 1],
        [1, 3],
      ],
    ],
    [
      [50, 50],
      [2.5, 7.5],
    ],
  ),
  gives(
    'SPLIT',
    'whole thousands of the net learning disability budget',
    [9100000, [[2, 1]], null, 1000],
    [[6067000, 3033000]],
  ),
  gives(
    'SPLIT',
    'a part-penny is rounded first, and a partner with no weight gets exactly 0',
    [0.005, [[0, 1]]],
    [[0, 0.01]],
  ),
  refuses(
    'SPLIT',
    'a negative weight',
    [100, [[2, -5]]],
    '#VALUE!',
    'Weights, column 2: -5 is negative. A weight cannot be negative. Type 0 if the partner does not take part.',
  ),
  refuses(
    'SPLIT',
    'a number stored as text',
    [[[100], ['12']], [[1, 1]]],
    '#VALUE!',
    'Amounts, row 2: "12" is text, not a number. Retype it as a number.',
  ),
  refuses(
    'SPLIT',
    'no weight at all',
    [100, [[0, 0]]],
    '#VALUE!',
    'Weights: every weight is 0 or blank, so nobody shares. Type a weight above 0 for each partner that takes part.',
  ),
  refuses(
    'SPLIT',
    'nobody named to take the difference',
    [100, [[1, 1]], 'named-partner'],
    '#N/A',
    'Partner: there is nothing here. The rule named-partner needs the number of the partner that takes the difference, 1 for the first.',
  ),
  refuses(
    'SPLIT',
    'a word that is no rule',
    [100, [[1, 1]], 'fairly'],
    '#VALUE!',
    'Rule: "fairly" is not one of the words known here. Type largest-remainder, named-partner, in-order, largest-share or running.',
  ),

  gives('SHARE', 'the third element of the same split', [100, [[2, 3, 1]], 3], 16.67),
  gives('SHARE', 'weights in a column', [-100, [[1], [2]], 1], -33.33),
  gives('SHARE', 'the named partner takes the difference', [301.5, [[1, 1, 1, 1]], 4, 'named partner', null, 4], 75.36),
  refuses(
    'SHARE',
    'a position beyond the partners',
    [100, [[2, 3, 1]], 4],
    '#VALUE!',
    'Position: 4 is not a whole number from 1 to 3. Type one of these.',
  ),
  refuses(
    'SHARE',
    'the running rule, which needs the column above',
    [100, [[1, 1]], 1, 'running'],
    '#VALUE!',
    'Rule: "running" carries odd pennies down a column, so it works in POOL.SPLIT only. Use POOL.SPLIT outside the table, or another rule.',
  ),

  gives(
    'TRACE',
    'why the odd penny goes to the third partner',
    [100, [[2, 3, 1]]],
    [
      ['Weight', 'Exact share', 'Whole units', 'Remainder', 'Rank', 'Extra unit', 'Share'],
      [2, 33.3333333333333, 3333, 0.333333333333333, 2, 0, 33.33],
      [3, 50, 5000, 0, 3, 0, 50],
      [1, 16.6666666666667, 1666, 0.666666666666667, 1, 1, 16.67],
      [6, 100, 9999, 1, '', 1, 100],
    ],
  ),
  gives(
    'TRACE',
    'a partner without a weight has no rank',
    [0.01, [[1, 0]]],
    [
      ['Weight', 'Exact share', 'Whole units', 'Remainder', 'Rank', 'Extra unit', 'Share'],
      [1, 0.01, 1, 0, 1, 0, 0.01],
      [0, 0, 0, 0, '', 0, 0],
      [1, 0.01, 1, 0, '', 0, 0.01],
    ],
  ),
  gives(
    'TRACE',
    'the named partner takes less than its whole pennies',
    [301.5, [[1, 1, 1, 1]], 'named-partner', null, 4],
    [
      ['Weight', 'Exact share', 'Whole units', 'Remainder', 'Rank', 'Extra unit', 'Share'],
      [1, 75.375, 7537, 0.5, '', 1, 75.38],
      [1, 75.375, 7537, 0.5, '', 1, 75.38],
      [1, 75.375, 7537, 0.5, '', 1, 75.38],
      [1, 75.375, 7537, 0.5, 1, -1, 75.36],
      [4, 301.5, 30148, 2, '', 2, 301.5],
    ],
  ),
  refuses(
    'TRACE',
    'an amount of several cells',
    [[[100], [200]], [[1, 1]]],
    '#VALUE!',
    'Amount: one value is needed, and the range has 2 rows and 1 column. Point to one cell.',
  ),
];
