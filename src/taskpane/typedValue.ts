/*
 * What somebody typed into a field, as the cell's value. It does not judge it: the tables' rules do.
 */
import { dayOf, isDay, serialOf } from '../workbook/days';
import type { ColumnDefinition } from '../workbook/schema';

/**
 * A field's text as the cell's value: a plain number where the column holds numbers, Excel's own number of the day where it
 * holds dates, else the text as typed, for the tables' rules to refuse.
 *
 * @example typedValue('£1,234.50', a money column) -> 1234.5; typedValue('00123', a text column) -> '00123'; typedValue(' ', …) -> null
 */
export function typedValue(text: string, column: Pick<ColumnDefinition, 'kind'>): string | number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (column.kind === 'date') return typedDate(trimmed) ?? trimmed;
  const holdsNumber = column.kind === 'money' || column.kind === 'number';
  // Commas only where they part thousands: `1.234,56` could mean two things and stays text for the rules to refuse.
  const isFigure = /^-?£?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(trimmed);
  return holdsNumber && isFigure ? Number(trimmed.replace(/[£,]/g, '')) : trimmed;
}

/** A day written day/month/year as Excel's number of it; undefined for anything else. @example '01/04/2026' -> 46113 */
function typedDate(text: string): number | undefined {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!found) return undefined;
  const [day = 0, month = 0, year = 0] = found.slice(1).map(Number);
  return isDay({ year, month, day }) ? serialOf({ year, month, day }) : undefined;
}

/** A cell's value as it is shown in a field: a date as day/month/year. @example shownValue(46113, a date column) -> '01/04/2026' */
export function shownValue(value: string | number, column: Pick<ColumnDefinition, 'kind'>): string {
  if (column.kind !== 'date' || typeof value !== 'number') return String(value);
  const { year, month, day } = dayOf(value);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
}
