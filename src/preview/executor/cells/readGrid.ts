/*
 * What a range shows, as Office.js gives it: one array a row. Nothing here calculates; the dispatcher has done so.
 */
import { type Cell, CellError, type CellValue } from '../../book/values';
import type { Host, RangeTarget } from '../host';

/** Above this many cells Excel gives null instead of a grid, without an error (office-js-docs-reference #354). */
export const MAX_CELLS_READ = 5_000_000;

/** Reads every cell of a range, a row at a time: a big range is read often, and a blank row costs nothing. */
function grid<R>({ sheet, area }: RangeTarget, blank: R, read: (cell: Readonly<Cell>) => R): R[][] | null {
  if (area.rows * area.columns > MAX_CELLS_READ) return null;
  const rows = new Array<R[]>(area.rows);
  for (let i = 0; i < area.rows; i++) {
    const cells = new Array<R>(area.columns).fill(blank);
    const kept = sheet.row(area.row + i);
    for (let j = 0; kept !== undefined && j < area.columns; j++) {
      const cell = kept.get(area.column + j);
      if (cell !== undefined) cells[j] = read(cell);
    }
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
  return grid<number | string | boolean>(range, '', (cell) =>
    busy && cell.formula !== undefined ? '#BUSY!' : shown(cell.value),
  );
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
  return grid(range, 'Empty', (cell) => (busy && cell.formula !== undefined ? 'Error' : typeOf(cell.value)));
}

/** Formulas, and values where there is none; a leading apostrophe is not part of what comes back (office-js #6687). */
export function readFormulas(range: RangeTarget): (number | string | boolean)[][] | null {
  return grid<number | string | boolean>(range, '', (cell) => cell.formula ?? shown(cell.value));
}

/** Number formats; `General` where none is set. */
export function readNumberFormats(range: RangeTarget): string[][] | null {
  return grid(range, 'General', (cell) => cell.style?.numberFormat ?? 'General');
}
