/*
 * Our tables as they were read from the workbook: headings and cells with their places, nothing yet understood. It asks
 * Excel for all of them together; `readTable` gives the cells their meaning.
 */
import { bodyArea, type TableShape } from './shape';
import { type CellProperty, type CellScalar, type ReadRequest, readAreas } from './requests';

/** A table's cells. `values[r][c]` stands at row `row + r`, column `column + c` of the sheet. */
export interface TableCells {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** First row of the body, and first column, counted from 0 on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly headings: readonly string[];
  readonly values: readonly (readonly CellScalar[])[];
  readonly formulas?: readonly (readonly CellScalar[])[];
}

/** What to read of a table. */
export function tableRequest(table: TableShape, properties: readonly CellProperty[]): ReadRequest {
  return { ...bodyArea(table), properties };
}

/**
 * Reads the bodies of several tables together.
 *
 * @param withFormulas - The tables, by name, whose formulas are wanted beside their values.
 * @returns one entry per table, in the same order
 */
export async function readTableCells(
  context: Excel.RequestContext,
  tables: readonly TableShape[],
  withFormulas: readonly string[] = [],
): Promise<TableCells[]> {
  const wanted = tables.map(({ name }) => withFormulas.includes(name));
  const answers = await readAreas(
    context,
    tables.map((table, index) => tableRequest(table, wanted[index] === true ? ['values', 'formulas'] : ['values'])),
  );
  return tables.map((table, index) => ({
    name: table.name,
    sheet: table.sheet,
    headerRow: table.area.row,
    row: table.body.row,
    column: table.body.column,
    headings: table.columns,
    values: answers[index]?.values ?? [],
    ...(wanted[index] === true ? { formulas: answers[index]?.formulas ?? [] } : {}),
  }));
}
