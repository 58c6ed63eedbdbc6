/*
 * What somebody typed into a field, as the cell's value. It does not judge it: the tables' rules do.
 */
import type { ColumnDefinition } from '../workbook/schema';

/**
 * A field's text as the cell's value: a plain number where the column holds numbers, else the text as typed.
 *
 * @example typedValue('£1,234.50', a money column) -> 1234.5; typedValue('00123', a text column) -> '00123'; typedValue(' ', …) -> null
 */
export function typedValue(text: string, column: Pick<ColumnDefinition, 'kind'>): string | number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const holdsNumber = column.kind === 'money' || column.kind === 'number';
  // Commas only where they part thousands: `1.234,56` could mean two things and stays text for the rules to refuse.
  const isFigure = /^-?£?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(trimmed);
  return holdsNumber && isFigure ? Number(trimmed.replace(/[£,]/g, '')) : trimmed;
}
