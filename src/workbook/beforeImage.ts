/*
 * What a run changes, as it was before and as it was afterwards: enough to put it back. Kept in memory only, never in the
 * workbook; it knows nothing of tasks. How it goes back is `restoreSteps`.
 */
import type { Area, SheetArea } from './address';
import type { CellScalar, ReadRequest } from './requests';
import type { TableWrite } from './tableWrite';
import { type CellInput, cellAsRead } from './textCell';

/** One table's cells before a run; `made` when the run made the table, and perhaps its sheet. */
export interface BlockImage {
  readonly table: string;
  readonly area: SheetArea;
  /** What puts each cell back; null for a cell the run leaves alone. */
  readonly before: readonly (readonly CellInput[])[];
  readonly frameBefore: Area | undefined;
  readonly frameAfter: Area;
  /** The number formats of the rows that came in below; undefined for a table the run made. */
  readonly formatsBelow?: { readonly area: SheetArea; readonly formats: readonly (readonly CellScalar[])[] };
}

/** The cells to read for the image of a change: those that hold something before it. */
export function imageRequest(write: TableWrite): ReadRequest | undefined {
  if (write.before === undefined || write.area.rows === 0) return undefined;
  return { ...write.area, properties: ['values', 'formulas', 'numberFormat'] };
}

/** Makes the image of a change from what was read; a table that is made has no cells before. */
export function imageOf(
  write: TableWrite,
  read: { formulas?: CellScalar[][]; values?: CellScalar[][]; numberFormat?: CellScalar[][] } | undefined,
): BlockImage {
  const before = write.input.map((row, r) =>
    row.map((cell, c): CellInput => {
      if (cell === null) return null;
      return read === undefined ? '' : cellAsRead(read.formulas?.[r]?.[c], read.values?.[r]?.[c]);
    }),
  );
  const image = {
    table: write.definition.name,
    area: write.area,
    before,
    frameBefore: write.before,
    frameAfter: write.after,
  };
  const below = write.before === undefined ? undefined : rowsBelow(write.area, write.before);
  if (below === undefined || read?.numberFormat === undefined) return image;
  const formats = read.numberFormat.slice(below.row - write.area.row);
  return { ...image, formatsBelow: { area: below, formats } };
}

function rowsBelow(area: SheetArea, frame: Area): SheetArea | undefined {
  const first = Math.max(area.row, frame.row + frame.rows);
  const rows = area.row + area.rows - first;
  return rows > 0 ? { ...area, row: first, rows } : undefined;
}
