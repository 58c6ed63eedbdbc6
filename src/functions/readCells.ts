/*
 * The one reader of what Excel hands to a function: cells, single values, rows, columns and blocks. Not what they mean:
 * amounts, dates, names and words are read from them in readValues.ts.
 *
 * An empty cell may come as null, as undefined, as '' or as 0, by platform (office-js #4702), so a blank figure is read
 * as 0 everywhere. A cell with an Excel data type comes as an object that holds its plain value.
 */
import type { ArgumentPlace } from '../words/refusal';
import { cellError, dataType, lengthsDiffer, notOneLine, rangeForOne } from '../words/refusals';
import { refuse } from './refuse';

/** A plain cell; an empty one is null. */
export type Cell = number | string | boolean | null;

/** A range as rows of cells; blank rows at its foot are left out of `rows`, not of `given`. At least one row stays. */
export interface Block {
  readonly argument: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly columns: number;
  readonly given: number;
}

/** One cell, one row or one column; blank cells at the foot of a column are left out of `cells`, not of `given`. */
export interface Line {
  readonly argument: string;
  readonly lies: 'cell' | 'row' | 'column';
  readonly cells: readonly Cell[];
  readonly given: number;
}

/** What data types of Excel look like when they reach a function. */
interface DataType {
  readonly type?: string;
  readonly basicType?: string;
  readonly basicValue?: unknown;
  readonly code?: string;
}

function readCell(value: unknown, place: ArgumentPlace): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(dataType(place, String(value)));
  if (value === null || value === undefined || isBlank(value)) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value !== 'object') return refuse(dataType(place, typeof value));
  return readDataType(value, place);
}

/** A figure with a number format, for one, comes as an object; an error only where the host passes errors on. */
function readDataType(value: DataType, place: ArgumentPlace): Cell {
  const code = value.code ?? value.basicValue;
  if (typeof code === 'string' && /^#.*[!?A-Z]$/.test(code)) return refuse(cellError(place, code));
  if (['Double', 'FormattedNumber', 'String', 'Boolean', 'Empty'].includes(value.type ?? '')) {
    return value.type === 'Empty' ? null : readCell(value.basicValue, place);
  }
  return refuse(dataType(place, value.type ?? 'unknown'));
}

/** Reads a range; a single value is a range of one cell. */
export function readBlock(argument: string, given: unknown): Block {
  const all: readonly unknown[] = !Array.isArray(given) ? [[given]] : given.length > 0 ? given : [[null]];
  const columns = Math.max(1, asRow(all[0]).length);
  // A whole column has a million rows, nearly all of them blank: they go before anything is made of them.
  let length = all.length;
  while (length > 1 && asRow(all[length - 1]).every(isBlank)) length--;
  const rows = Array.from({ length }, (_row, r) => {
    const row = asRow(all[r]);
    return Array.from({ length: columns }, (_cell, c) =>
      readCell(row[c], placeOf(argument, all.length, columns, r, c)),
    );
  });
  return { argument, rows, columns, given: all.length };
}

function asRow(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : [row];
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A cell of one column is known by its row, of one row by its column, of a block by both. */
function placeOf(argument: string, rows: number, columns: number, row: number, column: number): ArgumentPlace {
  return { argument, ...(rows > 1 ? { row: row + 1 } : {}), ...(columns > 1 ? { column: column + 1 } : {}) };
}

/** Reads one value; a range of several cells is refused. @example readSingle('Cost', [[21000]]) -> 21000 */
export function readSingle(argument: string, given: unknown): Cell {
  if (!Array.isArray(given)) return readCell(given, { argument });
  const block = readBlock(argument, given);
  if (block.given * block.columns !== 1) refuse(rangeForOne({ argument }, block.given, block.columns));
  return block.rows[0]?.[0] ?? null;
}

/** Reads one row or one column. @example readLine('Weights', [[2, 3, 1]]) -> lies 'row', cells 2, 3, 1 */
export function readLine(argument: string, given: unknown): Line {
  return asLine(readBlock(argument, given));
}

/** A block that is one row or one column, as a line; any other is refused. */
export function asLine({ argument, rows, columns, given }: Block): Line {
  if (given > 1 && columns > 1) refuse(notOneLine({ argument }, given, columns));
  if (given > 1) return { argument, lies: 'column', cells: rows.map((row) => row[0] ?? null), given };
  return { argument, lies: columns === 1 ? 'cell' : 'row', cells: rows[0] ?? [], given: columns };
}

/** Where the cell stands that has this number in a line, counted from 0. */
export function placeIn(line: Line, index: number): ArgumentPlace {
  const { argument, lies } = line;
  if (lies === 'cell') return { argument };
  return lies === 'row' ? { argument, column: index + 1 } : { argument, row: index + 1 };
}

/** Whether nothing was given: left out, blank, or 0, which some platforms make of a blank cell. */
export function isLeftOut(line: Line): boolean {
  return line.given === 1 && isBlankOrZero(line.cells[0] ?? null);
}

/** @example isBlankOrZero('') -> true */
export function isBlankOrZero(cell: Cell): boolean {
  return cell === null || cell === 0;
}

/**
 * Lines that stand beside each other, each as long as the longest: blank cells at the foot of one are put back as far as
 * its range reached, and a range that is shorter than the others' contents is refused.
 */
export function sideBySide(lines: readonly Line[]): readonly Line[] {
  const longest = lines.reduce((most, line) => (line.cells.length > most.cells.length ? line : most));
  const length = longest.cells.length;
  return lines.map((line) => {
    if (line.given < length) {
      refuse(lengthsDiffer({ argument: line.argument }, line.given, longest.argument, length));
    }
    return { ...line, cells: Array.from({ length }, (_cell, index) => line.cells[index] ?? null) };
  });
}

/**
 * The same lines without the rows at their foot that are blank or 0 in all of them: a blank row, where a platform hands
 * over blanks as 0. Only for lines of which one holds names or dates, which are never 0.
 */
export function withoutZeroFoot(lines: readonly Line[]): readonly Line[] {
  let length = lines[0]?.cells.length ?? 0;
  while (length > 1 && lines.every((line) => isBlankOrZero(line.cells[length - 1] ?? null))) length--;
  return lines.map((line) => ({ ...line, cells: line.cells.slice(0, length) }));
}
