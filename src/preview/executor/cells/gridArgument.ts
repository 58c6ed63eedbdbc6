/*
 * A grid sent to a range, checked for its shape: a two-dimensional array of the range's size, or one value for all.
 */
import type { RangeTarget } from '../host';
import { refusal, shapeMismatch } from '../hostError';

/** What a cell may be sent: null leaves it as it is. */
export type Sent = number | string | boolean | null;

function isSent(value: unknown): value is Sent {
  return value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

/**
 * Calls `write` for every cell that is to change.
 * @throws InvalidArgument when the shape is not the range's, before anything is written
 */
export function forEachSent(
  { area }: RangeTarget,
  sent: unknown,
  write: (row: number, column: number, value: Exclude<Sent, null>) => void,
): void {
  const at = checkedReader({ rows: area.rows, columns: area.columns }, sent);
  for (let i = 0; i < area.rows; i++) {
    for (let j = 0; j < area.columns; j++) {
      const value = at(i, j);
      if (value !== null) write(area.row + i, area.column + j, value);
    }
  }
}

function checkedReader(size: { rows: number; columns: number }, sent: unknown): (i: number, j: number) => Sent {
  if (!Array.isArray(sent)) {
    // Null leaves a cell of a grid as it is; in place of the whole grid Excel does not take it.
    if (!isSent(sent) || sent === null) throw refusal('InvalidArgument');
    return () => sent;
  }
  if (sent.length !== size.rows) throw shapeMismatch();
  for (const row of sent as unknown[]) {
    if (!Array.isArray(row) || row.length !== size.columns) throw shapeMismatch();
    for (const value of row as unknown[]) if (!isSent(value)) throw refusal('InvalidArgument');
  }
  const rows = sent as Sent[][];
  return (i, j) => rows[i]?.[j] ?? null;
}
