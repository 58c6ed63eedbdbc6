/*
 * The heading row of a part of the workbook, as the findings about it name it: its cells and its texts.
 */
import type { Place } from '../../workbook/finding';
import type { Part } from './parts';

/** The cells of the heading row. */
export function headerPlace({ block }: Part): Place {
  return {
    sheet: block.sheet,
    row: block.headerRow,
    column: block.firstColumn,
    rows: 1,
    columns: block.lastColumn - block.firstColumn + 1,
  };
}

/** The headings, joined for a sentence. @example 'Date, Code, Supplier' */
export function headingsOf({ columns }: Part): string {
  return columns
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(', ');
}
