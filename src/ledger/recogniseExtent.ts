/*
 * How far a list reaches under and beside its headings: to which row, and over which columns without a heading. It makes no
 * block.
 */
import { type SheetGrid, gridEnd, lookAt, textAt } from './recogniseGrid';
import { recogniseHeading } from './recogniseHeading';

/** Columns beside the headings that hold data without a heading of their own (the heading may stand a row above). */
export function withUnnamed(grid: SheetGrid, row: number, columns: readonly number[]): readonly number[] {
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? 0;
  const wider = [...columns];
  for (let column = first - 1; column >= grid.left && headingAbove(grid, row, column) !== ''; column--)
    wider.unshift(column);
  const end = gridEnd(grid).column;
  for (let column = last + 1; column <= end && headingAbove(grid, row, column) !== ''; column++) wider.push(column);
  return wider;
}

/** The last row under a heading in which any of the columns holds something, before row `before`. */
export function lastFilledRow(grid: SheetGrid, headerRow: number, columns: readonly number[], before?: number): number {
  for (let row = (before ?? gridEnd(grid).row + 1) - 1; row > headerRow; row--) {
    if (columns.some((column) => lookAt(grid, row, column) !== 'blank')) return row;
  }
  return headerRow;
}

/** A known heading in the cell above the heading row, else ''. */
export function headingAbove(grid: SheetGrid, row: number, column: number): string {
  const text = row > grid.top && lookAt(grid, row - 1, column) === 'text' ? textAt(grid, row - 1, column) : '';
  return recogniseHeading(text) ? text : '';
}
