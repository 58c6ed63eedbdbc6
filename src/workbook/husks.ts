/*
 * What is left of a table of ours when Excel refused a run, and perhaps refused to have it put back too: a table without
 * rows whose headings are ours or those Excel gives by itself. Nothing of a user's stands in it, so the next run makes it
 * again. Only the shape of the workbook is asked; no cell is read.
 */
import { HEADER_ROW, type TableDefinition } from './schema';
import { type TableShape, type WorkbookShape, findSheet } from './shape';

/**
 * Whether a table on our sheet is such a remnant: it begins where ours begin, its sheet holds nothing below its headings,
 * and it has no heading that a person could have typed for another purpose.
 *
 * @example PoolActuals with the one heading `Period` and no rows -> true; with a row, or with a heading `Notes` -> false
 */
export function isHusk(shape: WorkbookShape, table: TableShape, { columns }: TableDefinition): boolean {
  const own = new Set(columns.map(({ name }) => name));
  const isOurs = (heading: string, at: number): boolean => own.has(heading) || isDefaultHeading(heading, at);
  return standsAsMade(table) && endsWithHeadings(shape, table) && table.columns.every(isOurs);
}

/**
 * A table that was made on our sheet and not yet given its name or its headings.
 *
 * @param sheet - The sheet's name in the model.
 * @example `Table1` with Column1 … Column8 on the sheet `Pool actuals`, which holds nothing else -> that table
 */
export function unnamedHusk(shape: WorkbookShape, sheet: string): TableShape | undefined {
  const used = findSheet(shape, sheet)?.used;
  if (used !== undefined && used.row < HEADER_ROW) return undefined;
  return shape.tables.find(
    (table) =>
      table.sheet.toLowerCase() === sheet.toLowerCase() &&
      standsAsMade(table) &&
      endsWithHeadings(shape, table) &&
      table.columns.every(isDefaultHeading),
  );
}

function standsAsMade({ area, showsHeader }: TableShape): boolean {
  return showsHeader && area.row === HEADER_ROW && area.column === 0;
}

function endsWithHeadings(shape: WorkbookShape, { sheet, area }: TableShape): boolean {
  const used = findSheet(shape, sheet)?.used;
  return used === undefined || used.row + used.rows <= area.row + 1;
}

/** What Excel heads a column with that has no heading: a word in its own language and the column's number. */
export function isDefaultHeading(heading: string, at: number): boolean {
  return /^\p{L}+(\d+)$/u.exec(heading)?.[1] === String(at + 1);
}

/** Such headings, for a table whose own are taken away. @example defaultHeadings(2) -> ['Column1', 'Column2'] */
export function defaultHeadings(columns: number): readonly string[] {
  return Array.from({ length: columns }, (_none, at) => `Column${at + 1}`);
}
