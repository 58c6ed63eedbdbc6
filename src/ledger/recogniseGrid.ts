/*
 * A sheet's cells as recognition sees them: plain arrays with the place they came from, and what a single cell looks like.
 * It is not the exact reading of an amount, a date or a period: readAmount, readDate and readPeriod do that.
 */
import { type CellValue, isErrorText, tidyText } from './cells';

export type { CellValue } from './cells';

/** A rectangle of cells, counted from 0. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An Excel table on a sheet; `area` holds its header row and its body. */
export interface GridTable {
  readonly name: string;
  readonly area: CellArea;
}

/** One sheet's used cells. `values[0][0]` stands at (`top`, `left`). */
export interface SheetGrid {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Number formats of the first rows, as far as they were read; same corner as `values`. */
  readonly formats: readonly (readonly string[])[];
  readonly merged: readonly CellArea[];
  readonly tables: readonly GridTable[];
}

/** What one cell looks like at a glance. */
export type CellLook = 'blank' | 'number' | 'date' | 'amount text' | 'date text' | 'text' | 'error';

const DATE_TEXT =
  /^(?:\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[/.\- ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[/.\-, ]+(?:\d{4}|\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/i;
const AMOUNT_TEXT =
  /^[(\-+]?\s*(?:£|gbp)?\s*[(\-+]?\s*(?:\d{1,3}(?:[,. ]\d{3})+|\d+)(?:[.,]\d+)?\s*\)?\s*(?:-|cr|dr|c|d)?\)?$/i;

/** Whether a number format shows a date (`dd/mm/yyyy`, `mmm-yy`), not an amount or `General`. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === '' || /^general$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[dy]/i.test(bare) || (/m/i.test(bare) && !/[#0?]/.test(bare));
}

/** What a cell looks like; `format` decides whether a number is a date. */
export function lookOf(value: CellValue | undefined, format?: string): CellLook {
  if (value === null || value === undefined || value === '') return 'blank';
  if (typeof value === 'number') return isDateFormat(format) && value > 0 && value < 2958466 ? 'date' : 'number';
  if (typeof value === 'boolean') return 'text';
  const text = tidyText(value);
  if (text === '') return 'blank';
  if (isErrorText(text)) return 'error';
  if (DATE_TEXT.test(text)) return 'date text';
  return AMOUNT_TEXT.test(text) ? 'amount text' : 'text';
}

/** The cell at an absolute row and column. */
export function cellAt(grid: SheetGrid, row: number, column: number): CellValue {
  return grid.values[row - grid.top]?.[column - grid.left] ?? null;
}

/** A cell's number format, where it was read. */
export function formatAt(grid: SheetGrid, row: number, column: number): string | undefined {
  return grid.formats[row - grid.top]?.[column - grid.left];
}

/** A cell's look at an absolute row and column. */
export function lookAt(grid: SheetGrid, row: number, column: number): CellLook {
  return lookOf(cellAt(grid, row, column), formatAt(grid, row, column));
}

/** The text of a cell, trimmed, line breaks and runs of blanks as one blank; '' when blank. */
export function textAt(grid: SheetGrid, row: number, column: number): string {
  const value = cellAt(grid, row, column);
  return value === null ? '' : tidyText(String(value));
}

/** The last row and the last column of a sheet's used cells, absolute. */
export function gridEnd(grid: SheetGrid): { readonly row: number; readonly column: number } {
  const width = grid.values.reduce((most, row) => Math.max(most, row.length), 0);
  return { row: grid.top + grid.values.length - 1, column: grid.left + width - 1 };
}
