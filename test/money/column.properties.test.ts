import fc from 'fast-check';
import { columnToRows, splitColumn } from '../../src/money/column';
import { readUnit } from '../../src/money/exact';
import { splitByWeight, type SplitRule } from '../../src/money/split';
import { prepareWeights } from '../../src/money/weights';
import { amountUnits, smallWeights, weights } from './arbitraries';

const anyRule = fc.constantFrom<SplitRule>('largest-remainder', 'named-partner', 'in-order', 'largest-share');
const per = fc.constantFrom([1, 1], [35, 25, 20, 15, 5], [50, 30, 20], [0, 1, 1, 1], [33.33, 66.67], [60, 40, 0]);

/** Both ways, and the same rows expected. */
function compare(amounts: readonly number[], list: readonly number[], rule: SplitRule): void {
  const prepared = prepareWeights(list);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  const named = list.findIndex((w) => w > 0);
  const column = splitColumn(Float64Array.from(amounts), prepared.value, rule, named);
  const rows = amounts.flatMap((amount) => {
    const row = splitByWeight(amount, list, rule, named);
    return row.ok ? row.value : [NaN];
  });
  expect(column.ok ? Array.from(column.value) : column.problem).toEqual(rows);
}

test('a long column by simple weights, from a table of residues, is its rows one by one', () => {
  fc.assert(fc.property(fc.array(amountUnits, { minLength: 100, maxLength: 200 }), per, anyRule, compare), {
    numRuns: 200,
  });
});

test('a column by any weights is its rows one by one', () => {
  fc.assert(fc.property(fc.array(amountUnits, { maxLength: 30 }), fc.oneof(smallWeights, weights), anyRule, compare), {
    numRuns: 1000,
  });
});

test('so is a column over more partners than are searched one by one', () => {
  const many = fc
    .array(fc.integer({ min: 0, max: 99 }), { minLength: 25, maxLength: 60 })
    .filter((l) => l.some((w) => w > 0));
  fc.assert(fc.property(fc.array(amountUnits, { maxLength: 10 }), many, anyRule, compare), { numRuns: 100 });
});

test('a column names the first row that cannot be split', () => {
  const prepared = prepareWeights([1, 1]);
  if (!prepared.ok) throw new Error('refused');
  const split = (list: number[]) => splitColumn(Float64Array.from(list), prepared.value);
  expect(split([1, 0.5, NaN])).toEqual({ ok: false, problem: { row: 1, problem: { kind: 'part-unit', amount: 0.5 } } });
  expect(split([1e15])).toEqual({ ok: false, problem: { row: 0, problem: { kind: 'too-large', amount: 1e15 } } });
  expect(split([0, NaN])).toEqual({
    ok: false,
    problem: { row: 1, problem: { kind: 'amount-not-a-number', amount: NaN } },
  });
  expect(splitColumn(new Float64Array(2), prepared.value, 'named-partner')).toEqual({
    ok: false,
    problem: { row: 0, problem: { kind: 'named-partner-missing' } },
  });
});

test('rows for Excel are in pounds, and never -0', () => {
  const penny = readUnit(0.01);
  const fives = readUnit(0.05);
  if (!penny.ok || !fives.ok) throw new Error('refused');
  expect(columnToRows(Float64Array.of(33, 50, 17, -33, -0, -17), 3, penny.value)).toEqual([
    [0.33, 0.5, 0.17],
    [-0.33, 0, -0.17],
  ]);
  expect(columnToRows(Float64Array.of(3, 7), 1, fives.value)).toEqual([[0.15], [0.35]]);
  const thousand = readUnit(1000);
  const tiny = readUnit(3e-30);
  if (!thousand.ok || !tiny.ok) throw new Error('refused');
  expect(columnToRows(Float64Array.of(3, -0, -7), 3, thousand.value)).toEqual([[3000, 0, -7000]]);
  expect(columnToRows(Float64Array.of(3, -0), 2, tiny.value)).toEqual([[9e-30, 0]]);
});
