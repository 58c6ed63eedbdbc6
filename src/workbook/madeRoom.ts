/*
 * Where a user may have typed since a run: the room it made, what stands above the tables it made, and what its tables have
 * grown by. It only says which cells; what they held and hold is compared in `undo`.
 */
import { type SheetArea, areaAddress } from './address';
import type { BlockImage } from './beforeImage';
import type { TableShape } from './shape';

/**
 * Room a run made and may have left empty: the body of a table made without rows, or the columns that a standing one got.
 * What is typed there since is the user's, and would be lost with the frame.
 *
 * @returns undefined where the run made none; cells of `area` may be in it as well
 */
export function roomMade({ area, frameBefore, frameAfter }: BlockImage): SheetArea | undefined {
  const { sheet } = area;
  const body = { sheet, row: frameAfter.row + 1, column: frameAfter.column, rows: frameAfter.rows - 1 };
  if (frameBefore === undefined) return area.rows > 0 ? undefined : { ...body, columns: frameAfter.columns };
  const columns = frameAfter.columns - frameBefore.columns;
  return columns > 0 ? { ...body, column: frameAfter.column + frameBefore.columns, columns } : undefined;
}

/** What a table that was made has above its rows, from the top of its sheet: its title, notes and headings. */
export function bandMade({ area: { sheet }, frameBefore, frameAfter }: BlockImage): SheetArea | undefined {
  if (frameBefore !== undefined) return undefined;
  return { sheet, row: 0, column: frameAfter.column, rows: frameAfter.row + 1, columns: frameAfter.columns };
}

/**
 * What a table reaches beyond where the run left it: rows and columns that its user has added since. Made as small as it was,
 * it would leave them outside, or take the heading of one.
 *
 * @param table - As it stands now.
 * @returns `rows` below the run's, in its columns, and `columns` at the right, headings and all; undefined where there are none
 */
export function grownBeyond(
  { frameAfter }: BlockImage,
  table: TableShape | undefined,
): { readonly rows?: SheetArea; readonly columns?: SheetArea } {
  if (table === undefined) return {};
  const { sheet, area } = table;
  const [end, right] = [frameAfter.row + frameAfter.rows, frameAfter.column + frameAfter.columns];
  // A total row that its user shows counts: Excel makes no table smaller that has one, so nothing may be taken back half.
  const rows = area.row + area.rows - end;
  const columns = area.column + area.columns - right;
  return {
    ...(rows > 0 ? { rows: { sheet, row: end, column: frameAfter.column, rows, columns: frameAfter.columns } } : {}),
    ...(columns > 0 ? { columns: { sheet, row: area.row, column: right, rows: area.rows, columns } } : {}),
  };
}

/**
 * Whether a table shows a total row and would have to change its size to go back: Excel refuses that, whatever the row holds.
 *
 * @param table - As it stands now.
 */
export function needsTotalsHidden({ frameBefore }: BlockImage, table: TableShape | undefined): boolean {
  if (table === undefined) return false;
  const { area, body, showsHeader } = table;
  if (area.rows <= body.rows + (showsHeader ? 1 : 0)) return false;
  return frameBefore === undefined || areaAddress(area) !== areaAddress(frameBefore);
}
