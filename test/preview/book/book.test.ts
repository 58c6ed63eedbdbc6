/*
 * The workbook in memory: cells, what was changed, used areas, arrays, tables and who is told.
 */
import { Book, type BookChange } from '../../../src/preview/book/book';
import type { Sheet } from '../../../src/preview/book/sheet';

function oneSheet(): { book: Book; sheet: Sheet } {
  const book = new Book();
  return { book, sheet: book.addSheet('Ledger') };
}

test('a cell read from a file does not count as changed, a cell set does', () => {
  const { sheet } = oneSheet();
  sheet.load(0, 0, { value: 1 });
  expect(sheet.changedCells.size).toBe(0);
  sheet.setContent(4, 2, 'x');
  sheet.setStyle(4, 3, { bold: true });
  expect([...sheet.changedCells].map(([row, columns]) => [row, [...columns]])).toEqual([[4, [2, 3]]]);
});

test('new content leaves the look; a value takes the formula away', () => {
  const { sheet } = oneSheet();
  sheet.setStyle(0, 0, { bold: true });
  sheet.setContent(0, 0, 2, '=1+1');
  sheet.setContent(0, 0, 5);
  expect(sheet.cell(0, 0)).toEqual({ value: 5, style: { bold: true } });
});

test('the used area is around values and formulas; around looks too where asked', () => {
  const { sheet } = oneSheet();
  expect(sheet.usedArea()).toBeUndefined();
  sheet.setStyle(9, 9, { bold: true });
  sheet.setContent(2, 1, null, '=A1');
  sheet.setContent(3, 4, 0);
  sheet.setContent(8, 8, null);
  expect(sheet.usedArea()).toEqual({ row: 2, column: 1, rows: 2, columns: 4 });
  expect(sheet.usedArea(true)).toEqual({ row: 2, column: 1, rows: 8, columns: 9 });
});

test('an array is known while its anchor holds it, whether calculated or from a file', () => {
  const { sheet } = oneSheet();
  sheet.load(0, 0, { value: 1, formula: '=SEQUENCE(2)', spill: { rows: 2, columns: 1 } });
  sheet.setContent(5, 5, 1, '=A1:B1');
  sheet.setResult(5, 5, 1, { rows: 1, columns: 2, legacy: true });
  expect([...sheet.arrays()]).toEqual([
    { area: { row: 0, column: 0, rows: 2, columns: 1 }, legacy: false },
    { area: { row: 5, column: 5, rows: 1, columns: 2 }, legacy: true },
  ]);
  sheet.setResult(5, 5, 1);
  sheet.setContent(0, 0, 'gone');
  expect([...sheet.arrays()]).toEqual([]);
});

test('cells an array filled go blank with it, but not one that has become another array’s', () => {
  const { sheet } = oneSheet();
  sheet.setContent(0, 0, 1, '=SEQUENCE(3)');
  sheet.setResult(0, 0, 1, { rows: 3, columns: 1 });
  sheet.setSpilled(1, 0, 2, { row: 0, column: 0 });
  sheet.setSpilled(2, 0, 9, { row: 2, column: 5 });
  sheet.setContent(0, 0, null);
  expect([sheet.value(0, 0), sheet.value(1, 0), sheet.value(2, 0)]).toEqual([null, null, 9]);
});

test('the table at a cell, its header and totals row included', () => {
  const { book, sheet } = oneSheet();
  const other = book.addSheet('Other');
  book.tables.push({
    id: book.freshId(),
    name: 'PoolShares',
    sheet,
    area: { row: 4, column: 1, rows: 3, columns: 2 },
    columns: [],
    showHeaders: true,
    showTotals: true,
    style: '',
  });
  const inside = [
    [4, 1],
    [6, 2],
  ].map(([row, column]) => book.tableAt(sheet, row!, column!)?.name);
  const outside = [
    [3, 1],
    [7, 1],
    [4, 0],
    [4, 3],
  ].map(([row, column]) => book.isInTable(sheet, row!, column!));
  expect(inside).toEqual(['PoolShares', 'PoolShares']);
  expect(outside).toEqual([false, false, false, false]);
  expect(book.isInTable(other, 4, 1)).toBe(false);
  expect(book.table('poolSHARES')?.name).toBe('PoolShares');
});

test('sheets are found by name in any case and by id; ids are not used twice', () => {
  const { book, sheet } = oneSheet();
  book.reserveId(40);
  expect(book.freshId()).toBe(41);
  expect(book.sheet('LEDGER')).toBe(sheet);
  expect(book.sheet(sheet.id)).toBe(sheet);
  expect(book.sheet('Ledge')).toBeUndefined();
});

test('listeners are told of changes until they stop', () => {
  const { book, sheet } = oneSheet();
  const heard: BookChange[] = [];
  const stop = book.onChange((change) => heard.push(change));
  sheet.tellChanged({ row: 1, column: 1, rows: 1, columns: 1 });
  stop();
  book.addSheet('Later');
  expect(heard).toEqual([{ kind: 'cells', sheet, area: { row: 1, column: 1, rows: 1, columns: 1 } }]);
});
