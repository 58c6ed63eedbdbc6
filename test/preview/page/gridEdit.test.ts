/*
 * What the user does in the grid, taken into the workbook. The changes are written as Univer tells them: only what changed,
 * with the whole cell beside it.
 */
import type { ICellData } from '@univerjs/core';
import { bookOf, shown } from '../engine/support';
import type { Sheet } from '../../../src/preview/book/sheet';
import { takeEdit, typedCell } from '../../../src/preview/page/gridEdit';
import { FILLED, gridCell, gridSnapshot } from '../../../src/preview/page/gridSnapshot';

function sheetOf(...rows: Parameters<typeof bookOf>[0][string][number][]): Sheet {
  return bookOf({ S: rows }).sheets[0]!;
}

/** Univer's change of one cell, the cell afterwards being just that. */
function edit(sheet: Sheet, row: number, column: number, change: ICellData | null): ReturnType<typeof takeEdit> {
  return takeEdit(sheet, { [row]: { [column]: change } }, () => ({ cell: change, formula: change?.f ?? undefined }));
}

test.each<[what: string, cell: ICellData | null, value: unknown, formula: string | undefined]>([
  ['a number', { v: 12.5, t: 2 }, 12.5, undefined],
  ['a number kept as digits', { v: '12.5', t: 2 }, 12.5, undefined],
  ['a text', { v: 'Leeds', t: 1 }, 'Leeds', undefined],
  ['a text of digits', { v: '00123', t: 4 }, '00123', undefined],
  ['a truth', { v: 1, t: 3 }, true, undefined],
  ['a formula', { f: '=SUM(A1:A3)', v: null }, null, '=SUM(A1:A3)'],
  ['text with several looks', { p: { body: { dataStream: 'a\rb\r\n' } } as ICellData['p'] }, 'a\nb', undefined],
  ['nothing', null, null, undefined],
])('%s is taken', (_what, cell, value, formula) => {
  const sheet = sheetOf(['old']);
  expect(edit(sheet, 0, 0, cell)).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
  expect([sheet.value(0, 0), sheet.cell(0, 0)?.formula]).toEqual([value, formula]);
});

test('several cells are one change, as far as they reach', () => {
  const sheet = sheetOf([]);
  const cells = { 1: { 1: { v: 1, t: 2 } }, 3: { 0: { v: 2, t: 2 } } } as const;
  expect(
    takeEdit(sheet, cells, (row, column) => ({ cell: (cells as never)[row][column], formula: undefined })),
  ).toEqual({ row: 1, column: 0, rows: 3, columns: 2 });
  expect(shown(sheet, 'A2:B4')).toEqual([
    [null, 1],
    [null, null],
    [2, null],
  ]);
});

test('the same again is no change', () => {
  const sheet = sheetOf([5, '=A1']);
  sheet.setResult(0, 1, 5);
  expect(edit(sheet, 0, 0, { v: 5, t: 2 })).toBeUndefined();
  expect(edit(sheet, 0, 1, { f: '=A1', v: 5, t: 2 })).toBeUndefined();
});

test('a look alone leaves the content, and what it does not name', () => {
  const sheet = sheetOf([5]);
  sheet.setStyle(0, 0, { numberFormat: '0.00', italic: true });
  edit(sheet, 0, 0, { s: { bl: 1, bg: { rgb: 'rgb(255, 242, 204)' } } });
  expect(sheet.cell(0, 0)).toMatchObject({
    value: 5,
    style: { numberFormat: '0.00', italic: true, bold: true, fill: '#FFF2CC' },
  });
});

test('clearing a cell that an array fills, or undoing what was typed over one, leaves it to the array', () => {
  const sheet = sheetOf(['=POOL.FILL(7,2)']);
  sheet.setSpilled(1, 0, 7, { row: 0, column: 0 });
  expect(edit(sheet, 1, 0, null)).toBeDefined();
  expect(sheet.cell(1, 0)).toMatchObject({ value: 7, spilledFrom: { row: 0, column: 0 } });
  sheet.setContent(1, 0, 'typed');
  edit(sheet, 1, 0, { v: 7, t: 2, custom: { [FILLED]: true } });
  expect(sheet.value(1, 0)).toBeNull();
});

test.each<[text: string, cell: ICellData]>([
  ['01/09/2004', { v: 38231, t: 2, s: { n: { pattern: 'dd/mm/yyyy' } } }],
  ['12%', { v: 0.12, t: 2, s: { n: { pattern: '0%' } } }],
  ['1,5', { v: '1,5', t: 1 }],
  ['true', { v: 1, t: 3 }],
  ['+A1', { f: '=A1', v: null, t: null }],
  ['#n/a', { v: '#N/A', t: 1 }],
])('typing %s', (text, cell) => {
  expect(typedCell(sheetOf([]), 0, 0, text)).toEqual(cell);
});

test('typing into a cell that has a format keeps it', () => {
  const sheet = sheetOf([null, 'x']);
  sheet.setStyle(0, 0, { numberFormat: '#,##0.00' });
  expect(typedCell(sheet, 0, 0, '5%')).toEqual({ v: 0.05, t: 2 });
  sheet.setStyle(0, 1, { numberFormat: '@' });
  expect(typedCell(sheet, 0, 1, '00123')).toEqual({ v: '00123', t: 1 });
});

test('the grid is shown Excel’s formula, the value, and which cells an array fills', () => {
  const sheet = sheetOf(['=SUM(T[Net])', null]);
  sheet.setResult(0, 0, 12.34);
  sheet.setSpilled(0, 1, 'x', { row: 0, column: 0 });
  expect(gridCell(sheet, 0, 0)).toEqual({
    v: 12.34,
    t: 2,
    f: '=SUM(T[Net])',
    si: null,
    p: null,
    s: null,
    custom: null,
  });
  expect(gridCell(sheet, 0, 1)).toMatchObject({ v: 'x', t: 1, f: null, custom: { [FILLED]: true } });
});

test('hidden sheets, frozen rows, widths and merges are shown', () => {
  const book = bookOf({ One: [[1]], Two: [[2]] });
  const two = book.sheets[1]!;
  two.visibility = 'Hidden';
  two.frozenRows = 5;
  two.columnWidths.set(1, 20);
  two.merges.push({ row: 0, column: 0, rows: 1, columns: 3 });
  const { sheets, sheetOrder } = gridSnapshot(book, 'g', 'enUS' as never);
  expect(sheetOrder).toEqual([book.sheets[0]!.id, two.id]);
  expect(sheets[two.id]).toMatchObject({
    hidden: 1,
    freeze: { startRow: 5, ySplit: 5, xSplit: 0 },
    columnData: { 1: { w: 165 } },
    mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 2 }],
  });
});
