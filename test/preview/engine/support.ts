/*
 * A small functions bundle written for these tests, and short ways to fill a workbook and read it back. Not the add-in's own
 * functions: those are tested through the built bundle elsewhere.
 */
import { Book } from '../../../src/preview/book/book';
import { parseArea } from '../../../src/preview/book/address';
import type { Sheet } from '../../../src/preview/book/sheet';
import { CellError, type CellValue } from '../../../src/preview/book/values';
import { BookCalculator } from '../../../src/preview/engine/calculator';
import { loadFunctions } from '../../../src/preview/engine/loadFunctions';
import { NODE_UNIVER } from '../../../src/preview/engine/nodeUniver';
import { UniverEngine } from '../../../src/preview/engine/univerEngine';

const BUNDLE = `
  const { associate, Error: CellFault, ErrorCode } = CustomFunctions;
  associate('FILL', (value, count) => Array.from({ length: count }, () => [value]));
  associate('KINDS', (block) => block.map((row) => row.map((value) => value === null ? 'blank' : typeof value).join(' ')).join('; '));
  associate('ONE', (value) => value === null ? 'blank' : Array.isArray(value) ? 'range' : typeof value);
  associate('REFUSE', (value) => { if (value < 0) throw new CellFault(ErrorCode.invalidValue, 'The amount is ' + value + '. It must not be below 0.'); return value; });
  associate('MISSING', () => { throw new CellFault(ErrorCode.notAvailable, 'There is no list for this date.'); });
  associate('BREAK', () => { throw new TypeError('x is undefined'); });
  associate('NOTANUMBER', () => 0 / 0);
  associate('EXACT', () => [[0.1, 33.33, 1234567890123.45, -75.38, 0.07]]);
  associate('BLANKS', () => [['a', ''], ['00123', '=1+1']]);
`;
const matrix = (name: string) => ({ name, type: 'any', dimensionality: 'matrix' });
const scalar = (name: string) => ({ name, type: 'any', dimensionality: 'scalar' });
const METADATA = JSON.stringify({
  functions: [
    { id: 'FILL', name: 'FILL', parameters: [scalar('value'), scalar('count')] },
    { id: 'KINDS', name: 'KINDS', parameters: [matrix('block')] },
    { id: 'ONE', name: 'ONE', parameters: [scalar('value')] },
    { id: 'REFUSE', name: 'REFUSE', parameters: [scalar('value')] },
    ...['MISSING', 'BREAK', 'NOTANUMBER', 'EXACT', 'BLANKS'].map((id) => ({ id, name: id, parameters: [] })),
  ],
});

/** A new engine with the small bundle. Its own per test file: an engine holds one workbook at a time. */
export function testCalculator(): BookCalculator {
  return new BookCalculator(new UniverEngine(NODE_UNIVER, loadFunctions(BUNDLE, METADATA)));
}

/** A workbook of sheets given as rows; a text that begins with `=` is a formula. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Book {
  const book = new Book();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addSheet(name);
    rows.forEach((row, at) => row.forEach((value, column) => put(sheet, at, column, value)));
  }
  return book;
}

/** Types into a cell, as the grid or an Office.js write does. @example type(sheet, 'B2', '=A1*2') */
export function type(sheet: Sheet, address: string, value: CellValue): void {
  const area = parseArea(address)!;
  put(sheet, area.row, area.column, value);
  sheet.tellChanged(area);
}

function put(sheet: Sheet, row: number, column: number, value: CellValue): void {
  if (typeof value === 'string' && value.startsWith('=')) sheet.setContent(row, column, null, value);
  else if (value !== null || sheet.cell(row, column)) sheet.setContent(row, column, value);
}

/** What an area shows; errors as their codes. @example shown(sheet, 'A1:A2') -> [[1], ['#N/A']] */
export function shown(sheet: Sheet, address: string): CellValue[][] {
  const area = parseArea(address)!;
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => {
      const value = sheet.value(area.row + down, area.column + right);
      return value instanceof CellError ? value.code : value;
    }),
  );
}

/** Adds a table whose headings are the first row of the area. */
export function addTable(book: Book, sheet: Sheet, name: string, address: string, showTotals = false): void {
  const area = parseArea(address)!;
  const columns = Array.from({ length: area.columns }, (_, index) => ({
    id: index + 1,
    name: String(sheet.value(area.row, area.column + index)),
  }));
  book.tables.push({ id: book.freshId(), name, sheet, area, columns, showTotals, showHeaders: true, style: '' });
  book.changed({ kind: 'structure', sheet, area });
}

/** The value of one formula in a workbook of its own. */
export async function valueOf(
  calculator: BookCalculator,
  formula: string,
  cells: readonly (readonly CellValue[])[] = [],
): Promise<CellValue> {
  const book = bookOf({ Sheet1: [...cells] });
  const sheet = book.sheets[0]!;
  type(sheet, 'Z50', formula);
  await calculator.calculate(book);
  return shown(sheet, 'Z50')[0]![0]!;
}
