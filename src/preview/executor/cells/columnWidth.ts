/*
 * Column widths. The workbook keeps characters, as the file does; Excel's API speaks in points.
 */
import { CellError } from '../../book/values';
import type { RangeTarget } from '../host';
import { refusal } from '../hostError';
import { intersection } from '../rangeMath';

/** A column nobody has set: 8.43 characters, 64 pixels, 48 points. */
const DEFAULT_CHARACTERS = 8.43;
/** Excel's own: a column of n characters of Calibri 11 is 7n + 5 pixels wide, and a pixel is 0.75 points. */
const pointsOf = (characters: number): number => Math.round(characters * 7 + 5) * 0.75;
const charactersOf = (points: number): number => Math.max(0, (points / 0.75 - 5) / 7);
const MAX_CHARACTERS = 255;

/** The width in points, or null when the columns differ. */
export function columnPoints({ sheet, area }: RangeTarget): number | null {
  const first = sheet.columnWidths.get(area.column) ?? DEFAULT_CHARACTERS;
  for (let column = area.column + 1; column < area.column + area.columns; column++) {
    if ((sheet.columnWidths.get(column) ?? DEFAULT_CHARACTERS) !== first) return null;
  }
  return pointsOf(first);
}

/** Sets the width of every column of the range, in points. @throws AccessDenied, InvalidArgument */
export function setColumnPoints({ sheet, area }: RangeTarget, points: unknown): void {
  if (typeof points !== 'number' || points < 0 || charactersOf(points) > MAX_CHARACTERS)
    throw refusal('InvalidArgument');
  if (sheet.isProtected) throw refusal('AccessDenied');
  for (let column = area.column; column < area.column + area.columns; column++) {
    sheet.columnWidths.set(column, charactersOf(points));
  }
}

/** Widens or narrows each column to its longest text in the range, roughly: the host has no fonts to measure with. */
export function autofitColumns({ sheet, area }: RangeTarget): void {
  if (sheet.isProtected) throw refusal('AccessDenied');
  const used = sheet.usedArea();
  const part = used && intersection(used, area);
  if (part === undefined) return;
  for (let column = part.column; column < part.column + part.columns; column++) {
    let longest = 0;
    for (let row = part.row; row < part.row + part.rows; row++) {
      const value = sheet.value(row, column);
      const text = value instanceof CellError ? value.code : String(value ?? '');
      longest = Math.max(longest, text.length);
    }
    if (longest > 0) sheet.columnWidths.set(column, Math.min(MAX_CHARACTERS, longest + 1));
  }
}
