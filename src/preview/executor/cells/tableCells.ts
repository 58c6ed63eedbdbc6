/*
 * What writing to header cells does to the table they lie in: they name its columns. Formulas in the body are
 * `calculatedColumns.ts`, making and resizing tables `tableRules.ts`.
 */
import type { Table } from '../../book/book';
import { CellError } from '../../book/values';
import type { Host, RangeTarget } from '../host';
import { requireColumnUnmentioned } from '../nameRules';
import { overlap } from './writable';

/** Called after contents of a range were written. */
export function afterContentWritten({ sheet, area }: RangeTarget, host: Host): void {
  for (const table of host.book.tables) {
    if (table.sheet !== sheet || !overlap(table.area, area)) continue;
    host.markTable(table, area);
    if (table.showHeaders && area.row <= table.area.row) nameColumnsFromHeader(table);
  }
}

/**
 * Gives every column the text of its header cell, as Excel does: a blank header becomes `Column1`, a number its text,
 * and a text that is taken already gets a number (`Amount2`) without a word.
 */
export function nameColumnsFromHeader(table: Table): void {
  if (!table.showHeaders) return nameNewColumns(table);
  const taken = new Set<string>();
  table.columns.forEach((column, index) => {
    const at = table.area.column + index;
    const cell = table.sheet.cell(table.area.row, at);
    const value = cell?.value ?? null;
    const text = value instanceof CellError ? value.code : value === null ? '' : headerText(value);
    const name = freeName(text === '' ? `Column${index + 1}` : text, taken);
    taken.add(name.toLowerCase());
    // A column just added has no name yet; another's may stand in formulas, which Excel would rewrite.
    if (column.name !== '' && column.name !== name) {
      requireColumnUnmentioned(table, `[${escaped(column.name)}]`);
    }
    column.name = name;
    if (value !== name || cell?.formula !== undefined) table.sheet.setContent(table.area.row, at, name);
  });
}

/** Columns of a table whose header row is hidden keep their names; new ones get a default name. */
function nameNewColumns(table: Table): void {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  table.columns.forEach((column, index) => {
    if (column.name !== '') return;
    column.name = freeName(`Column${index + 1}`, taken);
    taken.add(column.name.toLowerCase());
  });
}

/** A column name as a formula holds it. @example escaped("St John's") -> "St John''s" */
function escaped(name: string): string {
  return name.replace(/['#[\]@]/g, "'$&");
}

function headerText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    if (!taken.has(`${wanted}${number}`.toLowerCase())) return `${wanted}${number}`;
  }
}

/** The rows between header and totals, or undefined when there are none. */
export function bodyRows(table: Table): { first: number; count: number } {
  const first = table.area.row + (table.showHeaders ? 1 : 0);
  const count = table.area.rows - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0);
  return { first, count };
}
