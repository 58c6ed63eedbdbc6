/*
 * The workbook as the grid shows it: Excel's own formula texts with the values the engine gave. The grid calculates nothing;
 * it is a view of the workbook and nothing is kept in it alone.
 */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { Book, Table } from '../book/book';
import type { Sheet } from '../book/sheet';
import { type Cell, CellError, MAX_COLUMNS, MAX_ROWS } from '../book/values';
import { gridStyle } from './gridStyle';

/** Marks a cell that an array fills: the grid's undo brings such a cell back as if it had been typed. */
export const FILLED = 'filledByArray';

/** Blank rows and columns below and beside what is used, to type into. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 26;

const FONT_POINTS = 11;
const LINE_PIXELS_PER_POINT = 1.7;
const ROW_PIXELS = 20;
const MOST_LINES = 12;
/** Characters of a column that the workbook gives no width. */
const DEFAULT_WIDTH = 9;

/** A width in characters to pixels and back: a little more than Excel's 7, because the grid's own font is wider. */
const CHARACTER_PIXELS = 8;
const MARGIN_PIXELS = 5;
const pixels = (characters: number): number => Math.round(characters * CHARACTER_PIXELS + MARGIN_PIXELS);

/** The width in characters of a column that the user made so many pixels wide. */
export function characters(width: number): number {
  return Math.max(0, (width - MARGIN_PIXELS) / CHARACTER_PIXELS);
}

/** Everything the grid needs to show a workbook. */
export function gridSnapshot(book: Book, id: string, locale: IWorkbookData['locale']): IWorkbookData {
  return {
    id,
    name: 'Workbook',
    appVersion: '0.25.1',
    locale,
    styles: {},
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.id, gridSheet(sheet)])),
  };
}

function gridSheet(sheet: Sheet): Partial<IWorksheetData> {
  const used = sheet.usedArea() ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, column] of sheet.cells()) (cellData[row] ??= {})[column] = gridCell(sheet, row, column);
  const columns: Record<number, { w?: number; hd?: 0 | 1 }> = {};
  for (const [column, width] of sheet.columnWidths) columns[column] = { w: pixels(width) };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: 1 };
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === 'Visible' ? 0 : 1,
    rowCount: Math.min(MAX_ROWS, used.row + used.rows + SPARE_ROWS),
    columnCount: Math.min(MAX_COLUMNS, used.column + used.columns + SPARE_COLUMNS),
    defaultColumnWidth: pixels(DEFAULT_WIDTH),
    defaultRowHeight: ROW_PIXELS,
    showGridlines: sheet.showGridlines ? 1 : 0,
    freeze: {
      startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
      startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
      ySplit: sheet.frozenRows,
      xSplit: sheet.frozenColumns,
    },
    mergeData: sheet.merges.map((merge) => ({
      startRow: merge.row,
      startColumn: merge.column,
      endRow: merge.row + merge.rows - 1,
      endColumn: merge.column + merge.columns - 1,
    })),
    columnData: columns,
    rowData: rowLooks(sheet),
    cellData,
  };
}

/** Hidden rows, and room for large letters and wrapped texts: the workbook keeps no row heights. */
function rowLooks(sheet: Sheet): Record<number, { h?: number; hd?: 0 | 1 }> {
  const rows: Record<number, { h?: number; hd?: 0 | 1 }> = {};
  for (const [row, column, { value, style }] of sheet.cells()) {
    const letters = Math.ceil((style?.fontSize ?? FONT_POINTS) * LINE_PIXELS_PER_POINT);
    const width = sheet.columnWidths.get(column) ?? DEFAULT_WIDTH;
    const lines = style?.wrapText && typeof value === 'string' ? Math.ceil((value.length * 1.1) / width) : 1;
    const height = Math.max(ROW_PIXELS, letters * Math.min(lines, MOST_LINES));
    if (height > (rows[row]?.h ?? ROW_PIXELS)) rows[row] = { h: height };
  }
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: 1 };
  return rows;
}

/** One cell for the grid: value, formula and look. Every field is there, so that it replaces what the grid had. */
export function gridCell(sheet: Sheet, row: number, column: number): ICellData {
  const cell = sheet.cell(row, column);
  const { v, t } = gridValue(cell);
  const style = { ...tableStyle(sheet, row, column), ...gridStyle(cell?.style) };
  return {
    v,
    t,
    f: cell?.formula ?? null,
    si: null,
    p: null,
    s: Object.keys(style).length === 0 ? null : style,
    custom: cell?.spilledFrom ? { [FILLED]: true } : null,
  };
}

/** Univer's cell types: 1 text, 2 number, 3 truth. */
function gridValue(cell: Readonly<Cell> | undefined): { v: string | number | null; t: 1 | 2 | 3 | null } {
  const value = cell?.value ?? null;
  if (value === null) return { v: null, t: null };
  if (value instanceof CellError) return { v: value.code, t: 1 };
  if (typeof value === 'number') return { v: value, t: 2 };
  return typeof value === 'boolean' ? { v: value ? 1 : 0, t: 3 } : { v: value, t: 1 };
}

/** A table is to be seen as one: its heading filled, every other row shaded. The look is the grid's, not the cell's. */
function tableStyle(sheet: Sheet, row: number, column: number): IStyleData | undefined {
  const table = sheet.book.tables.find((each) => each.sheet === sheet && contains(each, row, column));
  if (!table || table.style === '') return undefined;
  const line = row - table.area.row;
  if (line === 0 && table.showHeaders) return { bl: 1, bg: { rgb: '#1F4E79' }, cl: { rgb: '#FFFFFF' } };
  if (table.showTotals && line === table.area.rows - 1) return { bl: 1, bg: { rgb: '#DDEBF7' } };
  return line % 2 === 1 ? { bg: { rgb: '#EEF4FA' } } : undefined;
}

function contains({ area }: Table, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
