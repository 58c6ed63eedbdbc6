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
