/*
 * What a range shows, as Office.js gives it: one array a row. Nothing here calculates; the dispatcher has done so.
 */
import { CellError, type CellValue } from '../../book/values';
import type { Host, RangeTarget } from '../host';

/** Above this many cells Excel gives null instead of a grid, without an error (office-js-docs-reference #354). */
export const MAX_CELLS_READ = 5_000_000;

type CellRead<R> = (range: RangeTarget, row: number, column: number) => R;

function grid<R>(range: RangeTarget, read: CellRead<R>): R[][] | null {
  const { area } = range;
  if (area.rows * area.columns > MAX_CELLS_READ) return null;
  const rows = new Array<R[]>(area.rows);
  for (let i = 0; i < area.rows; i++) {
    const cells = new Array<R>(area.columns);
    for (let j = 0; j < area.columns; j++) cells[j] = read(range, area.row + i, area.column + j);
    rows[i] = cells;
  }
  return rows;
}

function shown(value: CellValue): number | string | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

/** Values: '' for a blank cell, an error as its code. While the host is busy, every formula cell shows `#BUSY!`. */
export function readValues(range: RangeTarget, host: Host): (number | string | boolean)[][] | null {
  const busy = host.busyReads > 0;
  return grid(range, ({ sheet }, row, column) => {
    if (busy && sheet.cell(row, column)?.formula !== undefined) return '#BUSY!';
    return shown(sheet.value(row, column));
  });
}

function typeOf(value: CellValue): string {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'string' ? 'String' : 'Boolean';
}

/** What each value is: `Empty`, `String`, `Double`, `Boolean` or `Error`. */
export function readValueTypes(range: RangeTarget, host: Host): string[][] | null {
  const busy = host.busyReads > 0;
  return grid(range, ({ sheet }, row, column) => {
    if (busy && sheet.cell(row, column)?.formula !== undefined) return 'Error';
    return typeOf(sheet.value(row, column));
  });
}

/** Formulas, and values where there is none; a leading apostrophe is not part of what comes back (office-js #6687). */
export function readFormulas(range: RangeTarget): (number | string | boolean)[][] | null {
  return grid(range, ({ sheet }, row, column) => {
    const cell = sheet.cell(row, column);
    if (cell === undefined) return '';
    return cell.formula ?? shown(cell.value);
  });
}

/** Number formats; `General` where none is set. */
export function readNumberFormats(range: RangeTarget): string[][] | null {
  return grid(range, ({ sheet }, row, column) => sheet.cell(row, column)?.style?.numberFormat ?? 'General');
}
