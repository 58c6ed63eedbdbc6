/*
 * Places in a workbook as text: `'Pool lines'!C6` and back. It is not a formula parser: one cell, or one rectangle.
 */

/** A rectangle of cells, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle on a sheet. */
export interface SheetArea extends Area {
  readonly sheet: string;
}

/** Column letters of a 0-based column. @example columnLetters(27) -> 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `B7` for row 6, column 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `B7:D9`, or `B7` for a single cell. */
export function areaAddress(area: Area): string {
  const from = cellAddress(area.row, area.column);
  if (area.rows <= 1 && area.columns <= 1) return from;
  return `${from}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet name as it stands before `!`; always quoted unless it is plain letters. @example `'St John''s'` */
export function quoteSheet(sheet: string): string {
  return /^[A-Za-z_]{4,}$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** Sheet and address, as a user reads it. @example sheetAddress({ sheet: 'Ledger', row: 9, … }) -> 'Ledger!A10:F10' */
export function sheetAddress(area: SheetArea): string {
  return `${quoteSheet(area.sheet)}!${areaAddress(area)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/**
 * Reads `'Ledger 2004'!$A$10:$F$10`, with or without `=`, quotes and `$`. Typed into a cell the first quote is lost, as
 * Excel takes it for the mark of a text; it is not missed here.
 *
 * @returns undefined when it is not the address of cells on a named sheet.
 */
export function parseSheetAddress(reference: string): SheetArea | undefined {
  const text = reference.trim().replace(/^=/, '');
  const at = text.lastIndexOf('!');
  if (at <= 0) return undefined;
  const quoted = /^'?((?:[^']|'')+)'$/.exec(text.slice(0, at));
  const sheet = quoted ? (quoted[1] ?? '').replaceAll("''", "'") : text.slice(0, at);
  const [first = '', second = first, more] = text.slice(at + 1).split(':');
  const from = CELL.exec(first);
  const to = CELL.exec(second);
  if (!from || !to || more !== undefined) return undefined;
  const [row1, row2] = [Number(from[2]) - 1, Number(to[2]) - 1].sort((a, b) => a - b) as [number, number];
  const [column1, column2] = [columnIndex(from[1] ?? ''), columnIndex(to[1] ?? '')].sort((a, b) => a - b) as [
    number,
    number,
  ];
  if (row1 < 0 || row2 >= MAX_ROWS || column2 >= MAX_COLUMNS) return undefined;
  return { sheet, row: row1, column: column1, rows: row2 - row1 + 1, columns: column2 - column1 + 1 };
}
