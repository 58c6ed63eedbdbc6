/*
 * An input table as it is made for the user to fill in: its headings and no row. What stands in the way of making it is
 * told by whoever plans it.
 */
import type { PlannedTable } from '../../workbook/plan';
import type { TableDefinition } from '../../workbook/schema';

/**
 * A plan for the table, empty. Excel gives it one blank row below its headings.
 *
 * @param shortNames - The partners' Short names: in a table with a column for each partner, the headings of those columns.
 * @example emptyTable(definitionOf('PoolPlacements'), ['Council', 'Trust'])
 *   -> columns Case, Line, Rate, Per, From, To, Client income, Paid by, Council, Trust; no rows
 */
export function emptyTable(definition: TableDefinition, shortNames: readonly string[] = []): PlannedTable {
  const { name, partnerColumns } = definition;
  const columns = definition.columns.flatMap((column) => [
    column.name,
    ...(column.name === partnerColumns?.after ? shortNames : []),
  ]);
  return { table: name, action: 'create', columns, rows: [] };
}
