/* Input tables as rows of a test, read as a workbook's are. */
import type { InputReadings } from '../../src/workbook/inputRules';
import { readTable } from '../../src/workbook/readTable';
import { definitionOf } from '../../src/workbook/schema';
import type { TableCells } from '../../src/workbook/tableCells';

/** A row of a table; columns left out are blank. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** The cells of a table, its headings in row 5; headings that are not its own stand at its right end. */
export function cellsOf(name: string, rows: readonly Row[]): TableCells {
  const { sheet, columns } = definitionOf(name);
  const headings = [...new Set([...columns.map((column) => column.name), ...rows.flatMap((row) => Object.keys(row))])];
  const values = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
  return { name, sheet, headerRow: 4, row: 5, column: 0, headings, values };
}

/** One list of PoolShares: each sharer with its share, and what all its rows have. */
export function shareList(shares: Row, ofAll: Row): readonly Row[] {
  return Object.entries(shares).map(([Partner, Share]) => ({ Pool: 'Care', Partner, Share, ...ofAll }));
}

/** The tables as read. */
export function readings(tables: Readonly<Record<string, readonly Row[]>>): InputReadings {
  const shortNames = (tables['PoolPartners'] ?? []).map((row) => String(row['Short name'] ?? ''));
  return new Map(
    Object.entries(tables).map(([name, rows]) => [
      name,
      readTable(definitionOf(name), cellsOf(name, rows), shortNames),
    ]),
  );
}
