/*
 * Whether what a plan was made from still stands where it stood. Whether its cells still read the same is the writer's
 * own check.
 */
import type { InputBlock } from './plan';
import { type WorkbookShape, findSheet, findTable } from './shape';

/** True when a table has grown or shrunk, or rows were added below an address, since the plan was made. */
export function hasMoved(shape: WorkbookShape, { area, table, endRow }: InputBlock): boolean {
  if (table !== undefined) {
    const now = findTable(shape, table);
    if (now === undefined || now.sheet !== area.sheet) return true;
    // A ledger's block begins with its header row, an input table's with its body; both end with the body.
    const { body } = now;
    const isTop = area.row === body.row || area.row === now.area.row;
    return !isTop || body.row + body.rows !== area.row + area.rows || body.column !== area.column;
  }
  const sheet = findSheet(shape, area.sheet);
  if (sheet === undefined) return true;
  return endRow !== undefined && sheet.used !== undefined && sheet.used.row + sheet.used.rows !== endRow;
}
