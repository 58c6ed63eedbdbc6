/*
 * A1 addresses: text to rectangle and back. Rows and columns count from 0 inside.
 */
import { type Area, MAX_COLUMNS, MAX_ROWS } from './values';

/** Column letters of a 0-based column. @example columnLetters(27) -> 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The 0-based column of its letters. @example columnIndex('AB') -> 27 */
export function columnIndex(letters: string): number {
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
  if (area.rows === 1 && area.columns === 1) return from;
  return `${from}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet name as Excel writes it before `!`. @example quoteSheet("St John's") -> `'St John''s'` */
export function quoteSheet(name: string): string {
  const plain =
    /^[A-Za-z_\u00C0-\uFFFF][\w.\u00C0-\uFFFF]*$/.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^[RrCc]\d*$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

const PART = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;

/** The rectangle of an A1 address without a sheet name (`B7`, `$B$7:D9`, `2:3`, `A:C`); undefined if it is not one. */
export function parseArea(address: string): Area | undefined {
  const rows = ROWS.exec(address);
  if (rows) return span(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  const columns = COLUMNS.exec(address);
  if (columns) return span(0, columnIndex(columns[1] ?? ''), MAX_ROWS - 1, columnIndex(columns[2] ?? ''));
  const [first = '', second = first, more] = address.split(':');
  const from = PART.exec(first);
  const to = PART.exec(second);
  if (!from || !to || more !== undefined) return undefined;
  return span(Number(from[2]) - 1, columnIndex(from[1] ?? ''), Number(to[2]) - 1, columnIndex(to[1] ?? ''));
}

function span(row1: number, column1: number, row2: number, column2: number): Area | undefined {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const rows = Math.abs(row2 - row1) + 1;
  const columns = Math.abs(column2 - column1) + 1;
  if (row < 0 || column < 0 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) return undefined;
  return { row, column, rows, columns };
}

/** Splits `'St John''s'!B7` into its sheet name (unquoted, or undefined) and the rest. */
export function splitSheet(reference: string): { sheet: string | undefined; address: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(reference);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), address: quoted[2] ?? '' };
  const at = reference.indexOf('!');
  return at < 0
    ? { sheet: undefined, address: reference }
    : { sheet: reference.slice(0, at), address: reference.slice(at + 1) };
}
