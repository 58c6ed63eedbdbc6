/*
 * May this range be written to? A protected sheet and part of an old array formula are refused before
 * anything changes.
 */
import { type Area, MAX_COLUMNS, MAX_ROWS } from '../../book/values';
import type { RangeTarget } from '../host';
import { memberUnknown, refusal } from '../hostError';

/** Do two rectangles share a cell? */
export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

/**
 * Refuses a range whose contents may not change.
 *
 * A cell that a dynamic array spills into may be written: the array then shows `#SPILL!`, as in Excel. Part of an
 * old `{=…}` array may not.
 *
 * @throws AccessDenied on a protected sheet with a locked cell in the range; InvalidOperation
 */
export function requireWritable({ sheet, area }: RangeTarget): void {
  if (sheet.isProtected && hasLockedCell({ sheet, area })) throw refusal('AccessDenied');
  for (const array of sheet.arrays()) {
    if (array.legacy && overlap(area, array.area) && !contains(area, array.area)) {
      throw refusal('InvalidOperation', 'You cannot change part of an array.');
    }
  }
}

function hasLockedCell({ sheet, area }: RangeTarget): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (sheet.cell(row, column)?.style?.locked !== false) return true;
    }
  }
  return false;
}

/** Above this many cells a range is whole rows, columns or a sheet: the host keeps cells only, and says so. */
const MAX_CELLS_WRITTEN = 5_000_000;

/** Refuses to write to whole rows, whole columns or the sheet cell by cell. @throws ApiNotFound, loudly */
export function requireCells({ area }: RangeTarget, member: string): void {
  const whole = area.rows >= MAX_ROWS || area.columns >= MAX_COLUMNS;
  if (whole || area.rows * area.columns > MAX_CELLS_WRITTEN) {
    throw memberUnknown('Range', `${member} of whole rows or columns`);
  }
}

/** Refuses a range whose look may not change: on a protected sheet no cell's may. @throws AccessDenied */
export function requireFormattable({ sheet }: RangeTarget): void {
  if (sheet.isProtected) throw refusal('AccessDenied');
}
