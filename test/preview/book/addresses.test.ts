/*
 * A1 addresses, there and back.
 */
import fc from 'fast-check';
import {
  areaAddress,
  columnIndex,
  columnLetters,
  parseArea,
  quoteSheet,
  splitSheet,
} from '../../../src/preview/book/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../../src/preview/book/values';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(columnIndex(letters.toLowerCase())).toBe(index);
});

test.each([
  ['B7', { row: 6, column: 1, rows: 1, columns: 1 }],
  ['$B$7:D9', { row: 6, column: 1, rows: 3, columns: 3 }],
  ['D9:B7', { row: 6, column: 1, rows: 3, columns: 3 }],
  ['2:3', { row: 1, column: 0, rows: 2, columns: MAX_COLUMNS }],
  ['C:A', { row: 0, column: 0, rows: MAX_ROWS, columns: 3 }],
  ['XFD1048576', { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1, rows: 1, columns: 1 }],
])('%s', (address, area) => expect(parseArea(address)).toEqual(area));

test.each(['', 'A', '7', 'A0', 'XFE1', 'A1048577', 'A1:B2:C3', 'A1:', 'Ledger!A1', 'A1 B2', 'AAAA1', '1:0'])(
  '%s is no address',
  (address) => expect(parseArea(address)).toBeUndefined(),
);

test.each([
  ['Ledger', 'Ledger'],
  ['Pool shares', "'Pool shares'"],
  ["St John's", "'St John''s'"],
  ['A1', "'A1'"],
  ['R2', "'R2'"],
  ['2026', "'2026'"],
  ['Größe', 'Größe'],
])('sheet %s before an exclamation mark is %s', (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
  expect(splitSheet(`${quoted}!B7`)).toEqual({ sheet: name, address: 'B7' });
});

test('every rectangle on the sheet comes back from its address', () => {
  const area = fc
    .record({
      row: fc.integer({ min: 0, max: MAX_ROWS - 1 }),
      column: fc.integer({ min: 0, max: MAX_COLUMNS - 1 }),
      rows: fc.integer({ min: 1, max: 5000 }),
      columns: fc.integer({ min: 1, max: 300 }),
    })
    .filter(({ row, column, rows, columns }) => row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS);
  fc.assert(fc.property(area, (each) => expect(parseArea(areaAddress(each))).toEqual(each)));
});
