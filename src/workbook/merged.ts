/*
 * Merged cells of a range. Asking empties Excel's undo list on the desktop (office-js #5918), so whoever asks has a reason.
 */
import type { Area } from './address';

/** What was asked of Excel; `mergedAreas` reads it after a sync. */
export type MergedAsked = Excel.RangeAreas;

/**
 * Asks for the merged areas that begin in a range: one that begins above it is not seen (office-js #3611).
 *
 * Their places come from `areas`: `address` names only the first cell of each (#1590), and a sheet's name may hold a comma.
 */
export function askMerged(range: Excel.Range): MergedAsked {
  return range.getMergedAreasOrNullObject().load('areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount');
}

/** The merged areas, after a sync; none where nothing is merged. */
export function mergedAreas(asked: MergedAsked): Area[] {
  if (asked.isNullObject) return [];
  return asked.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    row: rowIndex,
    column: columnIndex,
    rows: rowCount,
    columns: columnCount,
  }));
}
