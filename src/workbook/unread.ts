/*
 * Cells of an input table that could not be read. Each has a finding of its own; a sum that takes it for nothing would say
 * something untrue beside it, so the rules that add up pass over it.
 */
import type { TableReading, TypedRow } from './readTable';

/** Tells of a row whether one of its columns could not be read. */
export type IsUnread = (row: TypedRow, ...columns: readonly string[]) => boolean;

/**
 * The cells of a table that are not what their column holds, blank ones that must not be among them.
 *
 * @example unreadCells(budgets)(row, 'Amount') -> true for a row with “20k” in Amount, false for one with 20000
 */
export function unreadCells(reading: TableReading | undefined): IsUnread {
  const key = (row: number, column: number): string => `${String(row)} ${String(column)}`;
  const unread = new Set(
    (reading?.findings ?? []).flatMap(({ place }) => (place === undefined ? [] : [key(place.row, place.column)])),
  );
  return (row, ...columns) => columns.some((column) => unread.has(key(row.row, row.columns[column] ?? -1)));
}
