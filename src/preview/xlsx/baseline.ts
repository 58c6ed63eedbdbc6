/*
 * What a workbook looked like when its file was read, without its cells: a save compares with it to see which parts of the
 * file must be written anew.
 */
import { type Book, type Table } from '../book/book';
import { type Sheet } from '../book/sheet';

/** The traits of a sheet that stand in elements of their own in the file. */
export interface SheetTraits {
  readonly view: string;
  readonly tabColor: string;
  readonly columns: string;
  readonly hiddenRows: string;
  readonly merges: string;
  readonly validations: string;
  readonly hyperlinks: string;
}

/** Each trait as text, to be compared only. */
export interface Baseline {
  readonly sheets: ReadonlyMap<string, SheetTraits>;
  readonly tables: ReadonlyMap<string, string>;
  readonly names: string;
  /** Order, names and visibility of the sheets. */
  readonly sheetList: string;
  readonly calculationMode: string;
  readonly activeSheet: string;
}

/** Takes down the state of a workbook just read. */
export function baselineOf(book: Book): Baseline {
  return {
    sheets: new Map(book.sheets.map((sheet) => [sheet.sourcePart ?? '', traitsOf(sheet)])),
    tables: new Map(book.tables.map((table) => [table.sourcePart ?? '', tableState(table)])),
    names: JSON.stringify(book.names),
    sheetList: sheetList(book),
    calculationMode: book.calculationMode,
    activeSheet: activePart(book),
  };
}

/** Order, names and visibility of a workbook's sheets. */
export function sheetList(book: Book): string {
  return JSON.stringify(book.sheets.map(({ name, sourcePart, visibility }) => [name, sourcePart ?? null, visibility]));
}

/** The part of the sheet on top; '' for a new one. */
export function activePart(book: Book): string {
  return book.sheets[book.activeSheetIndex]?.sourcePart ?? '';
}

/** The traits of a sheet now. */
export function traitsOf(sheet: Sheet): SheetTraits {
  return {
    view: JSON.stringify([sheet.frozenRows, sheet.frozenColumns, sheet.showGridlines]),
    tabColor: sheet.tabColor.toUpperCase(),
    columns: JSON.stringify([sorted(sheet.columnWidths.entries()), [...sheet.hiddenColumns].sort((a, b) => a - b)]),
    hiddenRows: JSON.stringify([...sheet.hiddenRows].sort((a, b) => a - b)),
    merges: JSON.stringify(sheet.merges),
    validations: JSON.stringify(sheet.validations),
    hyperlinks: JSON.stringify(sheet.hyperlinks),
  };
}

/** All that a table part says and the workbook may change. */
export function tableState(table: Table): string {
  const { name, sheet, area, columns, showTotals, showHeaders, style } = table;
  return JSON.stringify([name, sheet.sourcePart ?? sheet.id, area, columns, showTotals, showHeaders, style]);
}

function sorted(entries: Iterable<readonly [number, number]>): (readonly [number, number])[] {
  return [...entries].sort(([a], [b]) => a - b);
}
