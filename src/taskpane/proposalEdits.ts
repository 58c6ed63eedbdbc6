/*
 * The user's corrections to a proposal, each a new proposal. It knows the rows' shape and nothing about what they mean.
 */
import type { ModelProposal, ProposedRow, ProposedTable } from '../tasks/task';

/** The proposal with one cell of one row replaced. */
export function withCell(
  proposal: ModelProposal,
  table: string,
  row: number,
  column: string,
  value: string | number | null,
): ModelProposal {
  return withRows(proposal, table, [row], (old) => ({ ...old, cells: { ...old.cells, [column]: value } }));
}

/** The proposal with some rows kept or left out. */
export function withKeep(
  proposal: ModelProposal,
  table: string,
  rows: readonly number[],
  keep: boolean,
): ModelProposal {
  return withRows(proposal, table, rows, (old) => ({ ...old, keep }));
}

/** The proposal with an empty row at the end of one table, for the user to fill in. */
export function withNewRow(proposal: ModelProposal, table: string, why: string): ModelProposal {
  const row: ProposedRow = { cells: {}, why, confidence: 'sure', keep: true };
  return withTable(proposal, table, (old) => ({ ...old, rows: [...old.rows, row] }));
}

/** How many rows a table of the proposal has; 0 for a table that is not in it. */
export function rowCount(proposal: ModelProposal, table: string): number {
  return proposal.tables.find((old) => old.table === table)?.rows.length ?? 0;
}

function withRows(
  proposal: ModelProposal,
  table: string,
  rows: readonly number[],
  change: (old: ProposedRow) => ProposedRow,
): ModelProposal {
  const meant = new Set(rows);
  return withTable(proposal, table, (old) => ({
    ...old,
    rows: old.rows.map((row, index) => (meant.has(index) ? change(row) : row)),
  }));
}

function withTable(
  proposal: ModelProposal,
  table: string,
  change: (old: ProposedTable) => ProposedTable,
): ModelProposal {
  return { tables: proposal.tables.map((old) => (old.table === table ? change(old) : old)) };
}
