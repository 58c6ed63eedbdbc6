/*
 * Checks a proposal as it would be written: the rules of the input tables over the kept rows and those already there, and
 * that every ledger it points at exists with its columns. Findings name the cell as it will stand.
 */
import { sourceDefinition } from '../reconcile/ledgerInputs';
import { findColumns } from '../../ledger/findColumns';
import type { SheetGrid } from '../../ledger/recogniseGrid';
import type { Finding } from '../../workbook/finding';
import { inputFindings } from '../../workbook/inputRules';
import type { PlannedCell, PlannedTable } from '../../workbook/plan';
import { type ModelReading } from '../../workbook/readModel';
import { type TableReading, type TypedRow, placeOf, readTable, textOf } from '../../workbook/readTable';
import { HEADER_ROW, definitionOf } from '../../workbook/schema';
import { findLedger } from '../../workbook/sources';
import type { CellScalar } from '../../workbook/requests';

/** Everything that is wrong with the tables a plan would write. */
export function checkTables(
  planned: readonly PlannedTable[],
  model: Pick<ModelReading, 'tables' | 'cells' | 'shape'>,
  sheets: readonly SheetGrid[],
): readonly Finding[] {
  const after = new Map(model.tables);
  const own: Finding[] = [];
  const added = new Map<string, readonly TypedRow[]>();
  for (const table of planned) {
    const reading = readPlanned(table, model.cells.get(table.table)?.values.length ?? 0);
    own.push(...reading.findings);
    added.set(table.table, reading.rows);
    const before = model.tables.get(table.table);
    after.set(table.table, { ...reading, rows: [...(before?.rows ?? []), ...reading.rows] });
  }
  const rows = new Set([...added.values()].flat());
  const sources = [...(added.get('PoolSources') ?? [])];
  return [...own, ...aboutNewRows(after, rows), ...sources.flatMap((row) => sourceProblems(row, model, sheets))];
}

/** The planned rows as they will be read; `below` rows stand in the table already. */
function readPlanned(table: PlannedTable, below: number): TableReading {
  const definition = definitionOf(table.table);
  return readTable(definition, {
    name: table.table,
    sheet: definition.sheet,
    headerRow: HEADER_ROW,
    row: HEADER_ROW + 1 + below,
    column: 0,
    headings: table.columns,
    values: table.rows.map((row) => row.map(scalar)),
  });
}

function scalar(cell: PlannedCell): CellScalar {
  if ('text' in cell) return cell.text;
  return 'number' in cell ? cell.number : '';
}

/** The rules between tables; what is wrong with the user's earlier rows alone does not stop new ones. */
function aboutNewRows(after: ReadonlyMap<string, TableReading>, rows: ReadonlySet<TypedRow>): readonly Finding[] {
  const places = new Set([...rows].map((row) => `${row.sheet}\u0001${row.row}`));
  return inputFindings(after).filter(({ place }) => place && places.has(`${place.sheet}\u0001${place.row}`));
}

function sourceProblems(
  row: TypedRow,
  { shape }: Pick<ModelReading, 'shape'>,
  sheets: readonly SheetGrid[],
): readonly Finding[] {
  const text = textOf(row, 'Table');
  if (text === '') return [];
  const found = findLedger(shape, text, placeOf(row, 'Table'));
  if ('kind' in found) return [{ ...found, partner: textOf(row, 'Partner') }];
  const grid = sheets.find(({ sheet }) => sheet === found.area.sheet);
  if (!grid) return [];
  const from = found.area.column - grid.left;
  const header = (grid.values[found.area.row - grid.top] ?? []).slice(Math.max(0, from), from + found.area.columns);
  return findColumns(sourceDefinition(row), { ...found.area, values: [header] }).findings;
}
