import * as fc from 'fast-check';
import { matchRows, PASS_NUMBER, type MatchSide } from '../../src/ledger/match/matchRows';
import { subsetTotalling } from '../../src/ledger/match/sums';
import { reconcileLists } from '../../src/ledger/reconcileLists';

type Row = readonly [reference: string, pence: number];

const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.tuple(fc.constantFrom('A1', 'a-1', 'INV 2', '0002', '', 'C'), fc.constantFrom(100, 101, 60, 40, -100, 0, 25, -60)),
  { maxLength: 9 },
);
const side = (list: readonly Row[]): MatchSide => ({
  references: list.map(([reference]) => reference),
  amountsPence: list.map(([, pence]) => pence),
});
/** Written out for the references above, not with the code under test. */
const DOCUMENT: Readonly<Record<string, string>> = { A1: 'A', 'a-1': 'A', 'INV 2': '2', '0002': '2', C: 'C', '': '' };

const check = (property: (left: readonly Row[], right: readonly Row[], tolerance: number) => void): void =>
  fc.assert(fc.property(rows, rows, fc.constantFrom(0, 1, 20), property), { numRuns: 1000 });

/** The most pairs within the tolerance, by trying everything. */
function mostPairs(left: readonly number[], right: readonly number[], tolerance: number): number {
  const [first, ...rest] = left;
  if (first === undefined) return 0;
  let most = mostPairs(rest, right, tolerance);
  right.forEach((other, index) => {
    if (Math.abs(first - other) > tolerance) return;
    most = Math.max(most, 1 + mostPairs(rest, [...right.slice(0, index), ...right.slice(index + 1)], tolerance));
  });
  return most;
}

test('exact pairs are as many as both sides have of each document and amount', () =>
  check((left, right, tolerance) => {
    const { leftPass } = matchRows(side(left), side(right), tolerance);
    const count = (list: readonly Row[], key: string): number =>
      list.filter(([reference, pence]) => `${DOCUMENT[reference] ?? ''} ${String(pence)}` === key).length;
    const keys = new Set(left.filter(([reference]) => reference !== '').map(([reference, pence]) => `${DOCUMENT[reference] ?? ''} ${String(pence)}`)); // prettier-ignore
    const expected = [...keys].reduce((sum, key) => sum + Math.min(count(left, key), count(right, key)), 0);
    expect(leftPass.filter((pass) => pass === PASS_NUMBER.exact)).toHaveLength(expected);
  }));

test('after the exact pairs, no more pairs within the tolerance could be made', () =>
  check((left, right, tolerance) => {
    const { leftPass, rightPass } = matchRows(side(left), side(right), tolerance);
    for (const document of ['A', '2', 'C']) {
      const open = (list: readonly Row[], passes: Uint8Array): number[] =>
        list
          .filter(([reference], row) => DOCUMENT[reference] === document && passes[row] !== PASS_NUMBER.exact)
          .map(([, pence]) => pence);
      const found = left.filter(
        ([reference], row) => DOCUMENT[reference] === document && leftPass[row] === PASS_NUMBER.tolerance,
      ).length;
      const [openLeft, openRight] = [open(left, leftPass), open(right, rightPass)];
      expect(found).toBe(tolerance === 0 ? 0 : mostPairs(openLeft, openRight, tolerance));
    }
  }));

test('pairs are mutual, of one document, and as their pass says', () =>
  check((left, right, tolerance) => {
    const { leftMate, rightMate, leftPass, rightPass } = matchRows(side(left), side(right), tolerance);
    leftMate.forEach((mate, row) => {
      if (mate < 0) return;
      expect(rightMate[mate]).toBe(row);
      expect(rightPass[mate]).toBe(leftPass[row]);
      const [reference, pence] = left[row]!;
      const [other, otherPence] = right[mate]!;
      expect(DOCUMENT[reference]).toBe(DOCUMENT[other]);
      expect(reference).not.toBe('');
      if (leftPass[row] === PASS_NUMBER.exact) expect(pence).toBe(otherPence);
      if (leftPass[row] === PASS_NUMBER.tolerance) expect(Math.abs(pence - otherPence)).toBeLessThanOrEqual(tolerance);
      if (leftPass[row] === PASS_NUMBER.opposite) expect(pence + otherPence).toBe(0);
    });
  }));

test('groups total each other, and no row is in two of them or in a pair', () =>
  check((left, right, tolerance) => {
    const { sums, leftMate, rightMate, leftPass, rightPass } = matchRows(side(left), side(right), tolerance);
    const total = (list: readonly Row[], some: readonly number[]) => some.reduce((sum, row) => sum + list[row]![1], 0);
    for (const group of sums) expect(total(left, group.left)).toBe(total(right, group.right));
    const usedLeft = sums.flatMap((group) => group.left);
    const usedRight = sums.flatMap((group) => group.right);
    expect(new Set(usedLeft).size).toBe(usedLeft.length);
    expect(new Set(usedRight).size).toBe(usedRight.length);
    expect(usedLeft.every((row) => leftMate[row] === -1 && leftPass[row] === PASS_NUMBER.sums)).toBe(true);
    expect(usedRight.every((row) => rightMate[row] === -1 && rightPass[row] === PASS_NUMBER.sums)).toBe(true);
  }));

test('differences between two lists total left less right', () =>
  check((left, right, tolerance) => {
    const differences = reconcileLists(side(left), side(right), tolerance);
    const total = (list: readonly Row[]) => list.reduce((sum, [, pence]) => sum + pence, 0);
    const listed = differences.reduce((sum, { differencePence }) => sum + differencePence, 0);
    expect(listed).toBe(total(left) - total(right));
  }));

test('no row stands in two differences', () =>
  check((left, right, tolerance) => {
    const differences = reconcileLists(side(left), side(right), tolerance);
    const cells = differences.flatMap(({ leftRow, rightRow }) => [`L${String(leftRow)}`, `R${String(rightRow)}`]);
    const rowsNamed = cells.filter((cell) => !cell.endsWith('null'));
    expect(new Set(rowsNamed).size).toBe(rowsNamed.length);
  }));

test('a list agrees with itself in any order', () =>
  fc.assert(
    fc.property(rows, (list) => {
      const named = list.filter(([reference]) => reference !== '');
      expect(reconcileLists(side(named), side([...named].reverse()), 0)).toEqual([]);
    }),
  ));

test('a subset, when there is one, is found, and the smallest', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 8 }),
      fc.integer({ min: -20, max: 20 }),
      (amounts, target) => {
        // prettier-ignore
        const sizes = Array.from({ length: 1 << amounts.length }, (_unused, mask) => mask)
        .map((mask) => amounts.filter((_amount, index) => (mask >> index) & 1))
        .filter((some) => some.length >= 2 && some.reduce((sum, amount) => sum + amount, 0) === target)
        .map((some) => some.length);
        const found = subsetTotalling(target, amounts);
        expect(found?.length).toBe(sizes.length === 0 ? undefined : Math.min(...sizes));
        if (found) expect(found.reduce((sum, index) => sum + amounts[index]!, 0)).toBe(target);
      },
    ),
  ));
