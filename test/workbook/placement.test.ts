/*
 * Where planned rows go: months apart, keys merged, the user's cells beside their rows.
 */
import { fillFormula, keepsOrder, placeRows } from '../../src/workbook/placement';
import { type PlannedTable, numberCell, textCell } from '../../src/workbook/plan';
import type { CellScalar } from '../../src/workbook/requests';
import { definitionOf } from '../../src/workbook/schema';

const HEADINGS = ['Period', 'Partner', 'Line', 'Amount', 'Treatment'];

function plan(
  action: PlannedTable['action'],
  rows: readonly (readonly [string, string, number])[],
  period = '2026-06',
): PlannedTable {
  return {
    table: 'PoolActuals',
    action,
    columns: HEADINGS,
    period,
    rows: rows.map(([partner, line, amount]) => [
      textCell(period),
      textCell(partner),
      textCell(line),
      numberCell(amount),
      textCell('in pool'),
    ]),
  };
}

const place = (planned: PlannedTable, values: readonly (readonly CellScalar[])[], headings = HEADINGS) =>
  placeRows(planned, definitionOf('PoolActuals'), { headings, values });

const MAY: CellScalar[] = ['2026-05', 'A', 'x', 1, 'in pool'];
const JUNE: CellScalar[] = ['2026-06', 'A', 'x', 2, 'in pool'];
const BLANK: CellScalar[] = ['', '', '', '', ''];

test('an empty table is filled from its first row', () => {
  const placed = place(
    plan('replace period', [
      ['A', 'x', 1],
      ['A', 'y', 2],
    ]),
    [BLANK],
  );
  expect(placed.rows.map(({ at }) => at)).toEqual([0, 1]);
  expect(placed.bodyRows).toBe(2);
});

test('two rows with one key are two rows, in a new table and when they come again', () => {
  const twice = plan('create', [
    ['A', 'x', 100],
    ['A', 'x', 250],
  ]);
  expect(place(twice, [BLANK]).rows.map(({ at }) => at)).toEqual([0, 1]);
  const again = place({ ...twice, action: 'update' }, [JUNE, MAY, ['2026-06', 'A', 'x', 250, 'in pool']]);
  expect(again.rows.map(({ at, cells }) => [at, cells[3]])).toEqual([
    [0, numberCell(100)],
    [2, numberCell(250)],
  ]);
});

test('fewer rows than before leave no row of the month behind', () => {
  const placed = place(plan('replace period', [['A', 'x', 9]]), [MAY, JUNE, ['2026-06', 'A', 'y', 3, 'in pool']]);
  expect(placed.rows.map(({ at }) => at)).toEqual([1, 2]);
  expect(placed.rows[1]!.cells.every((cell) => cell !== null && 'blank' in cell)).toBe(true);
  expect(placed.bodyRows).toBe(2);
});

test('more rows than before go below the months that are there', () => {
  const placed = place(
    plan('replace period', [
      ['A', 'x', 9],
      ['A', 'z', 8],
    ]),
    [JUNE, ['2026-07', 'A', 'x', 1, 'in pool']],
  );
  expect(placed.rows.map(({ at }) => at)).toEqual([0, 2]);
});

test("a row with the user's cells beside it is found by its key; a key that is gone leaves them standing", () => {
  const headings = [...HEADINGS, 'Mine'];
  const values = [
    ['2026-06', 'A', 'x', 1, 'in pool', 'note x'],
    ['2026-06', 'A', 'y', 2, 'in pool', 'note y'],
  ];
  const placed = place(
    plan('replace period', [
      ['A', 'y', 20],
      ['A', 'z', 30],
    ]),
    values,
    headings,
  );
  expect(placed.rows.map(({ at, cells }) => [at, cells[3], cells[5]])).toEqual([
    [0, { blank: true }, null],
    [1, { number: 20 }, null],
    [2, { number: 30 }, null],
  ]);
});

test('update adds new keys and fills known ones without emptying a cell', () => {
  const planned: PlannedTable = {
    table: 'PoolPeriods',
    action: 'update',
    columns: ['Period', 'Partner', 'Status', 'Control total'],
    rows: [
      [textCell('2026-06'), textCell('a'), textCell('open'), numberCell(null)],
      [textCell('2026-06'), textCell('B'), textCell('open'), numberCell(null)],
    ],
  };
  const body = {
    headings: planned.columns,
    values: [
      ['2026-06', 'A', 'closed', 12.5],
      ['', '', '', ''],
    ],
  };
  const placed = placeRows(planned, definitionOf('PoolPeriods'), body);
  expect(placed.rows.map(({ at, cells }) => [at, cells[3]])).toEqual([
    [0, null],
    [1, { blank: true }],
  ]);
  expect(placed.bodyRows).toBe(2);
});

test('columns that the user moved are still found by their heading', () => {
  const headings = ['Partner', 'Period', 'Mine', 'Amount', 'Line', 'Treatment'];
  const placed = place(plan('append', [['A', 'x', 7]]), [], headings);
  expect(placed.rows[0]!.cells).toEqual([
    { text: 'A' },
    { text: '2026-06' },
    null,
    { number: 7 },
    { text: 'x' },
    { text: 'in pool' },
  ]);
});

describe('rows in the order planned', () => {
  const headings = [...HEADINGS, 'Mine'];
  const first: CellScalar[] = ['2026-06', 'A', 'x', 1, 'in pool', ''];
  const second: CellScalar[] = ['2026-06', 'A', 'y', 2, 'in pool', ''];
  const noted = (row: CellScalar[]): CellScalar[] => [...row.slice(0, 5), 'a note'];
  const planned = (...lines: string[]) =>
    plan(
      'replace period',
      lines.map((line) => ['A', line, 1]),
    );
  const keeps = (table: PlannedTable, values: readonly (readonly CellScalar[])[]) =>
    keepsOrder(table, definitionOf('PoolActuals'), { headings, values });
  test.each([
    // why, planned, there, kept
    ['a table of ours alone is filled in order', planned('y', 'x', 'z'), [first, second], true],
    ['the same rows stay beside their notes', planned('x', 'y'), [noted(first), noted(second)], true],
    ['a new last row goes below', planned('x', 'y', 'z'), [noted(first), noted(second)], true],
    ['rows that change places stay beside their notes', planned('y', 'x'), [noted(first), noted(second)], false],
    ['a new first row goes below the others', planned('z', 'x'), [noted(first)], false],
  ])('%s', (_why, table, values, kept) => expect(keeps(table, values)).toBe(kept));
});

describe('a formula takes the cells of its own row, wherever the columns stand', () => {
  const at = (row: number) => ({ headerRow: 4, firstColumn: 1, row });
  test.each([
    // template, sheet row from 0, formula
    ['=ROUND({Amount}-{Budget to date},2)', 5, '=ROUND($D6-$B6,2)'],
    ['=SUM({Amount^})', 9, '=SUM($D$5:$D9)'],
    ['=SUMPRODUCT(({x^}={x})*1,{Amount^})', 5, '=SUMPRODUCT(($C$5:$C5=$C6)*1,$D$5:$D5)'],
    ['={A^}', 5, '=$E6'],
  ])('%s', (template, row, formula) =>
    expect(fillFormula(template, ['Budget to date', 'x', 'Amount', 'A^'], at(row))).toBe(formula),
  );

  test.each(['={Nowhere}', '={Nowhere^}'])('%s names no column of the table', (template) =>
    expect(() => fillFormula(template, ['Amount'], at(5))).toThrow(/Nowhere/),
  );
});
