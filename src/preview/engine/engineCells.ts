/*
 * What goes into the engine and what comes out, and how Univer writes both. It calculates nothing.
 */
import type { ICellData, IWorkbookData } from '@univerjs/core';
import { CellError, type CellValue } from '../book/values';
import { isErrorCode } from './valueObjects';

/**
 * A cell for the engine: a value, a formula in Univer's writing, or the formula of an earlier cell of its column (`likeId`),
 * its references moved along. A formula that later cells are like has that id itself.
 */
export type EngineCell =
  | { readonly value: CellValue }
  | { readonly formula: string; readonly id?: string }
  | { readonly likeId: string };

/** A sheet for the engine. Counts must reach beyond every reference: Univer answers `#NAME?` outside them. */
export interface EngineSheet {
  readonly id: string;
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: Iterable<readonly [row: number, column: number, cell: EngineCell]>;
}

/** What a formula came to: a value, or a whole array (its rows, the first element standing in the formula's cell). */
export interface EngineResult {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly array?: readonly (readonly CellValue[])[];
}

/** A rectangle on one of the engine's sheets. */
export interface EngineArea {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One text for a cell's place, to find it by. */
export function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}

/** A sheet as Univer's snapshot has it. */
export function sheetData(sheet: EngineSheet): IWorkbookData['sheets'][string] {
  const rows: Record<number, Record<number, ICellData>> = {};
  for (const [row, column, cell] of sheet.cells) (rows[row] ??= {})[column] = cellData(cell);
  return { id: sheet.id, name: sheet.name, rowCount: sheet.rowCount, columnCount: sheet.columnCount, cellData: rows };
}

/** Univer's cell types: 1 text, 2 number, 3 truth. An error is text that is an error's code. */
export function cellData(cell: EngineCell): ICellData {
  if ('formula' in cell) return cell.id === undefined ? { f: cell.formula } : { f: cell.formula, si: cell.id };
  if ('likeId' in cell) return { si: cell.likeId };
  const { value } = cell;
  if (value instanceof CellError) return { v: value.code === '#BUSY!' ? '#N/A' : value.code, t: 1 };
  if (typeof value === 'number') return { v: value, t: 2 };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: 3 };
  return { v: value, t: 1 };
}

/** A cell of Univer as a value. A number that is none is #NUM!, −0 is 0. */
export function readCellData({ v, t }: ICellData): CellValue {
  if (v === undefined || v === null) return null;
  if (t === 3) return v === 1 || v === true;
  if (typeof v === 'number') return Number.isFinite(v) ? v + 0 : new CellError('#NUM!');
  if (typeof v === 'boolean') return v;
  return isErrorCode(v) ? new CellError(v) : v;
}

/** Cells below and beside an anchor whose value changed, appeared or went: what other formulas may have read too early. */
export function changedFollowers(
  before: ReadonlyMap<string, EngineResult>,
  after: ReadonlyMap<string, EngineResult>,
): EngineArea[] {
  const areas: EngineArea[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(id);
    const now = after.get(id);
    const at = now ?? old;
    if (!at || sameArray(old?.array, now?.array)) continue;
    const rows = Math.max(old?.array?.length ?? 0, now?.array?.length ?? 0);
    const columns = Math.max(old?.array?.[0]?.length ?? 0, now?.array?.[0]?.length ?? 0);
    const { sheetId, row, column } = at;
    if (columns > 1) areas.push({ sheetId, row, column: column + 1, rows: 1, columns: columns - 1 });
    if (rows > 1) areas.push({ sheetId, row: row + 1, column, rows: rows - 1, columns });
  }
  return areas;
}

function sameArray(left: EngineResult['array'], right: EngineResult['array']): boolean {
  if (!left || !right || left.length !== right.length) return left === right;
  return left.every(
    (row, at) =>
      row.length === right[at]?.length && row.every((value, column) => sameValue(value, right[at]?.[column])),
  );
}

function sameValue(left: CellValue, right: CellValue | undefined): boolean {
  if (left instanceof CellError && right instanceof CellError) return left.code === right.code;
  return left === right;
}
