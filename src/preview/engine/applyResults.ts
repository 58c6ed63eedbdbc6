/*
 * The engine's results written back into the workbook: values, arrays with the cells they fill, arrays that shrank taken away.
 * It writes only what differs, so that a save touches only cells that changed.
 */
import type { Sheet } from '../book/sheet';
import { type Area, type Cell, CellError, type CellValue } from '../book/values';
import type { LoadedBook } from './loadBook';
import type { EngineResult } from './engineCells';

/**
 * Writes results into the workbook and tells its listeners, once per sheet.
 *
 * @returns `again` when the workbook must be loaded and calculated anew: an array stood in or reached a table (it is now
 * held to one value), or a formula with `#` follows an array that changed its reach.
 */
export function applyResults(loaded: LoadedBook, results: readonly EngineResult[]): 'settled' | 'again' {
  const touched = new Map<Sheet, Area>();
  const writer = new ResultWriter(touched);
  let newlyHeld = 0;
  for (const result of results) {
    const sheet = loaded.book.sheet(result.sheetId);
    const id = `${result.sheetId}!${result.row},${result.column}`;
    // Somebody may have typed over a formula while it was being worked out: what is typed stays.
    if (!sheet || !loaded.formulaCells.has(id) || sheet.cell(result.row, result.column)?.formula === undefined)
      continue;
    if (result.array || isSpillError(result.value)) loaded.hasArrays = true;
    if (result.array && meetsTableOrMerge(loaded, sheet, result)) {
      loaded.held.add(id);
      newlyHeld++;
    } else writer.write(sheet, result);
  }
  for (const { sheet, row, column, isValueKept, why, code } of loaded.notices) {
    if (!isValueKept && sheet.cell(row, column)?.formula !== undefined)
      writer.write(sheet, { sheetId: sheet.id, row, column, value: new CellError(code, why) });
  }
  for (const [sheet, area] of touched) sheet.tellChanged(area);
  return newlyHeld > 0 || (loaded.usesSpill && writer.reachChanged) ? 'again' : 'settled';
}

function isSpillError(value: CellValue): boolean {
  return value instanceof CellError && value.code === '#SPILL!';
}

/** Excel: an array cannot stand in a table, nor spill over one, nor over merged cells. An old `{=…}` array cannot stand in one either. */
function meetsTableOrMerge({ book }: LoadedBook, sheet: Sheet, { row, column, array }: EngineResult): boolean {
  const area = { row, column, rows: array?.length ?? 1, columns: array?.[0]?.length ?? 1 };
  if (sheet.cell(row, column)?.spill?.legacy) return false;
  return (
    book.tables.some((table) => table.sheet === sheet && overlap(table.area, area)) ||
    sheet.merges.some((merge) => overlap(merge, area))
  );
}

function overlap(left: Area, right: Area): boolean {
  return (
    left.row < right.row + right.rows &&
    right.row < left.row + left.rows &&
    left.column < right.column + right.columns &&
    right.column < left.column + left.columns
  );
}

class ResultWriter {
  reachChanged = false;

  constructor(private readonly touched: Map<Sheet, Area>) {}

  write(sheet: Sheet, { row, column, value, array }: EngineResult): void {
    const cell = sheet.cell(row, column);
    const old = cell?.spill;
    const spill = newSpill(old, array);
    if (old?.rows !== spill?.rows || old?.columns !== spill?.columns) this.reachChanged = true;
    this.clearOutside(sheet, row, column, old, spill);
    const shown = array?.[0]?.[0] ?? value ?? 0;
    if (!same(cell?.value ?? null, shown) || old?.rows !== spill?.rows || old?.columns !== spill?.columns) {
      sheet.setResult(row, column, shown, spill);
      this.touch(sheet, row, column);
    }
    for (const [down, line] of (array ?? []).entries()) {
      for (const [right, element] of line.entries()) {
        if (down + right > 0) this.fill(sheet, row + down, column + right, element, { row, column });
      }
    }
  }

  private fill(
    sheet: Sheet,
    row: number,
    column: number,
    element: CellValue,
    from: { row: number; column: number },
  ): void {
    const cell = sheet.cell(row, column);
    const value = element ?? 0;
    const isOwn = cell?.spilledFrom?.row === from.row && cell.spilledFrom.column === from.column;
    if (isOwn && same(cell.value, value)) return;
    // Typed into while the array was being worked out: the next calculation finds the array blocked.
    if (!isOwn && !cell?.spilledFrom && (cell?.formula !== undefined || (cell?.value ?? null) !== null)) return;
    sheet.setSpilled(row, column, value, from);
    this.touch(sheet, row, column);
  }

  /** Empties the cells that the array filled before and fills no more. */
  private clearOutside(sheet: Sheet, row: number, column: number, old: Cell['spill'], now: Cell['spill']): void {
    for (let down = 0; down < (old?.rows ?? 0); down++) {
      for (let right = 0; right < (old?.columns ?? 0); right++) {
        if (down + right === 0 || (down < (now?.rows ?? 0) && right < (now?.columns ?? 0))) continue;
        const from = sheet.cell(row + down, column + right)?.spilledFrom;
        if (from?.row !== row || from.column !== column) continue;
        sheet.setSpilled(row + down, column + right, null, undefined);
        this.touch(sheet, row + down, column + right);
      }
    }
  }

  private touch(sheet: Sheet, row: number, column: number): void {
    const area = this.touched.get(sheet);
    if (!area) this.touched.set(sheet, { row, column, rows: 1, columns: 1 });
    else {
      const top = Math.min(area.row, row);
      const left = Math.min(area.column, column);
      const rows = Math.max(area.row + area.rows, row + 1) - top;
      const columns = Math.max(area.column + area.columns, column + 1) - left;
      this.touched.set(sheet, { row: top, column: left, rows, columns });
    }
  }
}

/** An old array keeps its range whatever it shows. */
function newSpill(old: Cell['spill'], array: EngineResult['array']): Cell['spill'] {
  if (old?.legacy) return old;
  return array && { rows: array.length, columns: array[0]?.length ?? 1 };
}

function same(left: CellValue, right: CellValue): boolean {
  if (left instanceof CellError && right instanceof CellError)
    return left.code === right.code && left.message === right.message;
  return left === right;
}
