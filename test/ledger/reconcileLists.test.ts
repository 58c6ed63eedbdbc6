import { reconcileLists } from '../../src/ledger/reconcileLists';

type Row = readonly [reference: string, pence: number];
const side = (rows: readonly Row[]) => ({
  references: rows.map(([reference]) => reference),
  amountsPence: rows.map(([, pence]) => pence),
});
const differences = (left: readonly Row[], right: readonly Row[], tolerancePence = 0) =>
  reconcileLists(side(left), side(right), tolerancePence).map(
    ({ kind, leftRow, rightRow, differencePence }) => [kind, leftRow, rightRow, differencePence] as const,
  );

test.each<readonly [why: string, left: readonly Row[], right: readonly Row[], expected: readonly unknown[]]>([
  ['lists that agree have no difference', [['A1', 5]], [['a-1', 5]], []],
  ['the order of rows does not matter', [['A', 5], ['B', 6]], [['B', 6], ['A', 5]], []],
  ['an amount differs', [['A1', 500]], [['A1', 450]], [['amount', 0, 0, 50]]],
  ['a sign is turned round', [['A1', 500]], [['A1', -500]], [['sign', 0, 0, 1000]]],
  ['only in left', [['A1', 500], ['A2', 7]], [['A1', 500]], [['only in left', 1, null, 7]]],
  ['only in right', [['A1', 500]], [['A2', 7], ['A1', 500]], [['only in right', null, 0, -7]]],
  ['booked twice', [['A1', 500], ['A1', 500]], [['A1', 500]], [['duplicate', 1, null, 500]]],
  ['booked twice on the right', [['A1', 500]], [['A1', 500], ['A1', 500]], [['duplicate', null, 1, -500]]],
  ['twice on both sides is no duplicate', [['A1', 5], ['A1', 5]], [['A1', 5], ['A1', 5]], []],
  ['one against several that total it', [['A1', 100]], [['A1', 60], ['A1', 40]], []],
  ['several against one', [['A1', 60], ['A1', 40]], [['A1', 100]], []],
  ['one against some of several', [['A1', 100]], [['A1', 60], ['A1', 25], ['A1', 40]], [['only in right', null, 1, -25]]],
  ['rows without reference are never matched', [['', 5]], [['', 5]], [['only in left', 0, null, 5], ['only in right', null, 0, -5]]],
  ['an empty row is no row', [['', 0]], [], []],
])('%s', (_why, left, right, expected) => expect(differences(left, right)).toEqual(expected)); // prettier-ignore

test('a penny within the tolerance is a pair, and stays listed so that the list ties', () => {
  expect(differences([['A1', 500]], [['A1', 501]], 1)).toEqual([['within tolerance', 0, 0, -1]]);
  expect(differences([['A1', 500]], [['A1', 502]], 1)).toEqual([['amount', 0, 0, -2]]);
});

test('an exact pair comes before a pair within tolerance', () => {
  const left: Row[] = [
    ['A', 100],
    ['A', 101],
  ];
  const right: Row[] = [
    ['A', 101],
    ['A', 102],
  ];
  expect(differences(left, right, 1)).toEqual([['amount', 0, 1, -2]]);
});
