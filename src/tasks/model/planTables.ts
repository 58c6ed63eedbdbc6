/*
 * The rows the user kept, as tables to write: cells by what their column holds. It adds no row and drops none but those not
 * kept.
 */
import { type PlannedCell, type PlannedTable } from '../../workbook/plan';
import { type ColumnDefinition, definitionOf } from '../../workbook/schema';
import type { ModelProposal, ProposedTable } from '../task';

/** Tables a shadow pool needs even with no row yet, so that the user has somewhere to type. */
const NEEDED = new Set(['PoolPartners', 'PoolLines', 'PoolBudgets', 'PoolSources', 'PoolCodes', 'PoolPeriods']);

/**
 * The tables to write for a proposal. A table that is in use and gets no new row is left alone.
 *
 * @param inUse - names of the tables that are in the workbook already
 */
export function planTables(proposal: ModelProposal, inUse: ReadonlySet<string>): readonly PlannedTable[] {
  return proposal.tables.flatMap((table): PlannedTable[] => {
    const rows = table.rows.filter(({ keep }) => keep);
    const isNew = !inUse.has(table.table);
    if (rows.length === 0 && !(isNew && NEEDED.has(table.table))) return [];
    return [plannedTable(table, isNew)];
  });
}

function plannedTable({ table, rows }: ProposedTable, isNew: boolean): PlannedTable {
  // A table that stands is not given a column that it may do without.
  const columns = definitionOf(table).columns.filter(({ optional }) => isNew || optional !== true);
  return {
    table,
    action: isNew ? 'create' : 'update',
    columns: columns.map(({ name }) => name),
    rows: rows
      .filter(({ keep }) => keep)
      .map(({ cells }) => columns.map((column) => plannedCell(column, cells[column.name] ?? null))),
  };
}

/** A cell of a column; text stays text even where it looks like a number, and a number typed in the pane as text is one. */
function plannedCell({ kind }: ColumnDefinition, value: string | number | null): PlannedCell {
  if (value === null || value === '') return { blank: true };
  const isFigure = kind === 'money' || kind === 'number' || kind === 'date';
  if (!isFigure) return { text: String(value) };
  if (typeof value === 'number') return { number: value };
  // Commas only where they part thousands: `1.234,56` could mean two things, and is left to the tables' rules to refuse.
  const isPlain = /^-?£?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(value.trim());
  return isPlain ? { number: Number(value.replace(/[£,\s]/g, '')) } : { text: value };
}
