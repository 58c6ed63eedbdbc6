/* How results lie in the sheet, how large they may be, and what is refused because of a shape. */
import { call } from './callFunction';
import { useCustomFunctionsStub } from './customFunctionsStub';

beforeAll(useCustomFunctionsStub);

const column = (count: number, value: unknown): unknown[][] => Array.from({ length: count }, () => [value]);
const size = (outcome: ReturnType<typeof call>): string => {
  if ('error' in outcome) return outcome.sentence;
  const rows = outcome.result as unknown[][];
  return `${rows.length} x ${rows[0]?.length}`;
};

test.each([
  ['one amount, weights in a row', size2([100], [[1, 2, 3]]), '1 x 3'],
  ['one amount, weights in a column', size2([100], [[1], [2], [3]]), '3 x 1'],
  ['a column of amounts, weights in a row', size2([1, 2], [[1, 2, 3]]), '2 x 3'],
  ['a column of amounts, weights in a column', size2([1, 2], [[1], [2], [3]]), '2 x 3'],
  ['a column of which only the first is filled is still a column', size2([1, null], [[1], [2], [3]]), '1 x 3'],
  ['one partner', size2([1, 2], [[5]]), '2 x 1'],
])('SPLIT, %s', (_why, outcome, expected) => {
  expect(size(outcome())).toBe(expected);
});

/** A split of a column, worked out once the stub is there. */
function size2(amounts: readonly unknown[], weights: unknown[][]) {
  return () => call('SPLIT', amounts.map((amount) => [amount]), weights); // prettier-ignore
}

test('SPLIT fills 50,000 cells and refuses one row more', () => {
  expect(size(call('SPLIT', column(10_000, 100.01), [[35, 25, 20, 15, 5]]))).toBe('10000 x 5');
  expect(call('SPLIT', column(10_001, 100.01), [[35, 25, 20, 15, 5]])).toEqual({
    error: '#VALUE!',
    sentence:
      'Amounts: 50,005 shares (rows × partners), and 50,000 is the most for one formula. Split the rows between two formulas.',
  });
  expect(
    size(
      call(
        'SPLIT',
        column(10_001, 1),
        column(10_001, 0).map(() => [1, 2, 3, 4, 5]),
      ),
    ),
  ).toContain('50,005 shares');
});

test('a whole column with blanks below the last amount is as long as its amounts', () => {
  const whole = column(100_000, null);
  whole[0] = [100];
  whole[2] = [50];
  expect(call('SPLIT', whole, [[1, 1]])).toEqual({
    result: [
      [50, 50],
      [0, 0],
      [25, 25],
    ],
  });
});

test.each([
  [
    'amounts in a row',
    () => call('SPLIT', [[1, 2, 3]], [[1, 1]]),
    'Amounts: one cell or one column is needed, and the range has 1 row and 3 columns. Point to a single column, or turn the row with TRANSPOSE.',
  ],
  [
    'no amounts at all',
    () => call('SPLIT', column(3, null), [[1, 1]]),
    'Amounts: there is nothing here. Every cell of the range is blank. Point to the cells that hold the amounts.',
  ],
  [
    'more rows of weights than amounts',
    () =>
      call(
        'SPLIT',
        [[1], [2]],
        [
          [1, 1],
          [1, 2],
          [1, 3],
        ],
      ),
    'Weights: it has 3 rows and Amounts has 2. Give one row of weights for all, or one for each amount.',
  ],
  [
    'running with a row of weights for each amount',
    () =>
      call(
        'SPLIT',
        [[1], [2]],
        [
          [1, 1],
          [1, 2],
        ],
        'running',
      ),
    'Weights: "running" needs the same weights for every amount, and there are 2 rows of them. Give one row of weights, or use another rule.',
  ],
  [
    'an amount without weights beside it',
    () =>
      call(
        'SPLIT',
        [[1], [2], [3]],
        [
          [1, 1],
          [0, 0],
          [1, 2],
        ],
      ),
    'Weights, row 2: every weight is 0 or blank, so nobody shares. Type a weight above 0 for each partner that takes part.',
  ],
  [
    'fewer rows of weights than amounts',
    () =>
      call(
        'SPLIT',
        [[1], [2]],
        [
          [1, 1],
          [null, null],
        ],
      ),
    'Weights, row 2: every weight is 0 or blank, so nobody shares. Type a weight above 0 for each partner that takes part.',
  ],
  [
    'a weight of text, deep in a block',
    () =>
      call(
        'SPLIT',
        [[1], [2]],
        [
          [1, 1],
          [1, 'x'],
        ],
      ),
    'Weights, row 2, column 2: "x" is text, not a number. Retype it as a number.',
  ],
  [
    'a part of a partner',
    () => call('SPLIT', 1, [[1, 1]], 'named-partner', 0, 1.5),
    'Partner: 1.5 is not a whole number from 1 to 2. Type one of these.',
  ],
  [
    'a named partner without a weight',
    () => call('SPLIT', 1, [[1, 0]], 'named-partner', 0, 2),
    'Partner: partner 2 has weight 0, so it gets exactly 0 and cannot take the difference. Name a partner with a weight.',
  ],
])('SPLIT refuses %s', (_why, outcome, sentence) => {
  expect(outcome()).toMatchObject({ sentence });
});

test.each([
  ['RISKSHARE', [100, [[1], [1]], [[30], [null]]], '3 x 1'],
  ['RISKSHARE', [100, [[1, 1]], [[30, null]]], '1 x 3'],
  ['RISKSHARE', [100, [[1, 1]], [[0, null]]], '1 x 2'],
  ['WATERFALL', [100, [[30, 20]]], '1 x 3'],
  ['SETTLE', [[[1, 2, 3]], [[1, 2, 3]]], '1 x 4'],
  ['EQUALSHARE', [100, 3, null, 50], '4 x 1'],
  ['EQUALSHARE', [100, [['A', 'B']], null, 50], '1 x 3'],
  ['BETTERMENT', [[[1, 2, 3]], [[1, 2, 3]]], '1 x 3'],
] as const)('%s lies as its partners lie: %j is %s', (id, args, expected) => {
  expect(size(call(id, ...args))).toBe(expected);
});

test('partners at the foot that are blank in every list are left out; blank in one list they are 0', () => {
  expect(call('SETTLE', [[600], [400], [null], ['']], [[600], [null], [null], [null]])).toEqual({
    result: [[0], [400], [400]],
  });
  expect(call('SETTLE', [[600]], [[600], [400]])).toEqual({
    error: '#VALUE!',
    sentence: 'Due: it has 1 cell and Paid has 2. Select the same number of cells in both.',
  });
});

test('blank rows that a platform hands over as 0 are no partners and no dates', () => {
  const zeros = [[0], [0]];
  expect(call('TRANSFERS', [['A'], ['B'], ...zeros], [[5], [-5], ...zeros])).toEqual({ result: [['A', 'B', 5]] });
  expect(call('EQUALSHARE', 100, [['A'], ['B'], ...zeros], [['equal'], ['equal'], ...zeros])).toEqual({
    result: [[50], [50]],
  });
  expect(
    call('SHARESON', 38_078, [['A'], ['B'], ...zeros], [[38_078], [38_078], ...zeros], [[0.5], [0.5], ...zeros]),
  ).toEqual({
    result: [[0.5], [0.5]],
  });
  expect(call('RECONCILE', [['A'], ...zeros], [[5], ...zeros], [['A'], ...zeros], [[5], ...zeros])).toMatchObject({
    result: { length: 1 },
  });
});

test('RECONCILE points to the pane above its limits', () => {
  const refs = (count: number): unknown[][] => Array.from({ length: count }, (_row, index) => [`R${index + 1}`]);
  expect(call('RECONCILE', refs(20_001), column(20_001, 1), [['R1']], [[1]])).toEqual({
    error: '#VALUE!',
    sentence:
      'Left references: 20,001 rows, and 20,000 is the most for one formula. Use Reconcile in the Poolbook pane, which takes whole ledgers.',
  });
  expect(call('RECONCILE', refs(5002), column(5002, 1), [['R1']], [[1]])).toMatchObject({
    error: '#VALUE!',
    sentence: expect.stringContaining('5,001 differences, and 5,000 is the most for one formula.'),
  });
  expect(size(call('RECONCILE', refs(5001), column(5001, 1), [['R1']], [[1]]))).toBe('5001 x 7');
});

test('RECONCILE: the differences total left less right', () => {
  const outcome = call(
    'RECONCILE',
    [['A'], ['B'], ['C'], ['C']],
    [[10], [20.5], [7], [7]],
    [['B'], ['C'], ['D']],
    [[20.4], [7], [3]],
  );
  const rows = 'result' in outcome ? (outcome.result as unknown[][]).slice(1) : [];
  const pence = rows.map((row) => Math.round((row[6] as number) * 100));
  expect(pence.reduce((sum, one) => sum + one, 0)).toBe(4450 - 3040);
  expect(rows.map(([kind]) => kind)).toEqual(['only in left', 'amount difference', 'duplicate', 'only in right']);
});

test.each([
  ['a part-penny of a cap is cut off', () => call('EQUALSHARE', 100, 2, null, 33.339), [[16.67], [16.66], [66.67]]],
  [
    'a cap is cut down to the unit',
    () => call('EQUALSHARE', 30_000, 2, null, 20_500, 1000),
    [[10_000], [10_000], [10_000]],
  ],
  ['binary dust does not lower a cap', () => call('EQUALSHARE', 2, 1, null, 0.1 + 0.7), [[0.8], [1.2]]],
  ['a cap below a penny is still a cap', () => call('RISKSHARE', 1, [[1], [1]], [[0.004], [0]]), [[0], [0.5], [0.5]]],
  ['and with one more to bear it', () => call('RISKSHARE', 1, [[1], [1]], [[0.004], [0]], 'true'), [[0], [1], [0]]],
  ['no source gives a part-penny that it has not', () => call('WATERFALL', 1, [[0.999]]), [[0.99], [0.01]]],
])('a limit is never passed: %s', (_why, outcome, result) => {
  expect(outcome()).toEqual({ result });
});

test.each([
  [
    'an amount beside a blank name',
    () => call('TRANSFERS', [['A'], ['B'], [null]], [[5], [-3], [-2]]),
    '#N/A',
    'Partners, row 3: there is nothing here. Type the name of the partner.',
  ],
  [
    'a balance below the range of names',
    () => call('TRANSFERS', [['A'], ['B']], [[5], [-3], [-2]]),
    '#VALUE!',
    'Balances: it has 3 cells and Partners has 2. Select the same number of cells in both.',
  ],
  [
    'a name twice, whatever its capitals',
    () => call('TRANSFERS', [['Leeds PCT'], ['leeds  pct']], [[5], [-5]]),
    '#VALUE!',
    'Partners, row 2: leeds pct stands here and in Partners, row 1. Keep each partner once.',
  ],
  [
    'a term beside a blank name',
    () => call('EQUALSHARE', 100, [['A'], [null]], [['equal'], ['equal']]),
    '#N/A',
    'Partners, row 2: there is nothing here. Type the name of the partner.',
  ],
  [
    'terms for fewer than a number of partners',
    () => call('EQUALSHARE', 100, 3, [['equal'], ['equal']]),
    '#VALUE!',
    'Terms: it has 2 cells and Partners has 3. Select the same number of cells in both.',
  ],
  [
    'a word that is no term',
    () => call('EQUALSHARE', 100, 2, [['equal'], ['half']]),
    '#VALUE!',
    'Terms, row 2: "half" is not one of the words known here. Type equal, none or an amount as a number.',
  ],
  [
    'a fixed amount below 0',
    () => call('EQUALSHARE', 100, 2, [['equal'], [-5]]),
    '#VALUE!',
    'Terms, row 2: -5 is not above 0. A fixed amount is paid first, so type one of at least one unit, or none for a partner that pays nothing.',
  ],
  [
    'nobody to bear the rest',
    () => call('EQUALSHARE', 100, 2, [['none'], [60]]),
    '#VALUE!',
    'Terms: the fixed amounts total 60 of 100 and nobody shares the other 40. Mark at least one partner equal.',
  ],
  [
    'half a partner',
    () => call('EQUALSHARE', 100, 2.5),
    '#VALUE!',
    'Partners: 2.5 is not a whole number from 1 to 1,000. Type one of these.',
  ],
  [
    'a negative cap',
    () => call('EQUALSHARE', 100, 2, null, -5),
    '#VALUE!',
    'Cap: -5 is negative. Type the cap as an amount, or 0 for none.',
  ],
  [
    'an end before the start',
    () => call('PRORATA', 1, 38_100, 38_099),
    '#VALUE!',
    'End: 22 April 2004 is before the start, 23 April 2004. Swap the two dates, or correct one.',
  ],
  [
    'a part of a month by whole months',
    () => call('PRORATA', 1, 38_078, 38_100, null, 'months'),
    '#VALUE!',
    'Basis: 1 April 2004 to 23 April 2004 is not a number of whole months. Correct a date, or use days or month-days.',
  ],
  [
    'a year that begins on 29 February',
    () => call('PRORATA', 1, 38_078, 38_100, 38_046),
    '#VALUE!',
    'Year start: a year cannot start on day 29 of a month here. Use a day from 1 to 28, or leave it out for 1 April.',
  ],
  [
    'a day before 1 March 1900',
    () => call('PRORATA', 1, 38, 38_100),
    '#VALUE!',
    'Start: 38 is not a date from 1 March 1900 on. Retype it as a date.',
  ],
  [
    'several sets and none named',
    () => call('SHARESON', 38_078, [['A'], ['A']], [[38_078], [38_078]], [[1], [1]], [['Staff'], ['Risk']]),
    '#N/A',
    'Set: the lists are of several sets (Staff, Risk). Type the name of one.',
  ],
  [
    'a set that no row has',
    () => call('SHARESON', 38_078, [['A']], [[38_078]], [[1]], [['Staff']], 'Risk'),
    '#N/A',
    'Set: no row has the set "Risk". Check the spelling, or add its list of shares.',
  ],
  [
    'a set without a column of sets',
    () => call('SHARESON', 38_078, [['A']], [[38_078]], [[1]], null, 'Risk'),
    '#N/A',
    'Sets: a set is named but there is no column of sets. Point to the column with the set of each row.',
  ],
  [
    'a list above 100%',
    () => call('SHARESON', 38_078, [['A'], ['B']], [[38_078], [38_078]], [[60], [40]]),
    '#VALUE!',
    'Shares: the list from 1 April 2004 totals 10,000%, not 100%: 9,900% too much. Give every partner its share as a per cent, such as 60% or 0.6, and 0 to one that has left.',
  ],
  [
    'a partner twice in one list',
    () => call('SHARESON', 38_078, [['A'], ['a']], [[38_078], [38_078]], [[0.5], [0.5]]),
    '#VALUE!',
    'Partners, row 2: a stands here and in Partners, row 1. Keep each partner once.',
  ],
  [
    'neither TRUE nor FALSE',
    () => call('RISKSHARE', 1, [[1]], [[1]], 'yes'),
    '#VALUE!',
    'Redistribute: "yes" is neither TRUE nor FALSE. Type one of the two, or leave it out for FALSE.',
  ],
  [
    'a cut of more than everything',
    () => call('ROLLFORWARD', 1, 0, -1.5),
    '#VALUE!',
    'Uplift: -1.5 would be -150%. Type a per cent between -100% and 100%, such as 2.5% or 0.025.',
  ],
  [
    'a total beyond 15 digits',
    () => call('SETTLE', [[9e12], [9e12]], [[0], [0]]),
    '#VALUE!',
    'Due: the total cannot be held exactly to the unit: Excel keeps 15 digits. Use smaller amounts or a larger unit.',
  ],
])('refused: %s', (_why, outcome, error, sentence) => {
  expect(outcome()).toEqual({ error, sentence });
});

test.each([
  ['SHARESON', [38_078, [['A'], ['B']], [[38_078], [38_078]], [[1], [-0]]], [[1], [0]]],
  ['SPLIT', [-0, [[1, -0]]], [[0, 0]]],
  ['SETTLE', [[[-0]], [[-0]]], [[0], [0]]],
  ['WATERFALL', [-0, [[-0]]], [[0], [0]]],
  ['ROLLFORWARD', [-0.001], 0],
] as const)('%s makes 0 of a -0', (id, args, result) => {
  expect(call(id, ...args)).toEqual({ result });
});

test('a blank cell for all weights is missing, several blank ones are all 0', () => {
  for (const blank of [null, '', 0, [[null]], [[0]]]) {
    expect(call('SPLIT', 100, blank)).toEqual({
      error: '#N/A',
      sentence: 'Weights: there is nothing here. Point to one weight for each partner.',
    });
  }
  expect(call('SPLIT', 100, [[null, null]])).toMatchObject({ error: '#VALUE!' });
});

test('a year may begin in the month of a number or on a date, and a time of day does not count', () => {
  const calendarYear = call('PRORATA', 36_600, 37_987, 38_077, 37_987);
  expect(calendarYear).toEqual({ result: 9100 });
  expect(call('PRORATA', 36_600, 37_987, 38_077, 1)).toEqual(calendarYear);
  expect(call('PRORATA', 36_600, 37_987.25, 38_077.99, 1)).toEqual(calendarYear);
});
