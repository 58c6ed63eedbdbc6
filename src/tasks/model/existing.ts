/*
 * What the model in the workbook already says, so that a second look adds to it and never argues with it: rows that are there
 * win, and only what is new is proposed.
 */
import { comparable } from '../../ledger/cells';
import { comparableCode, wildcardTest } from '../../ledger/wildcard';
import { sheetAddress } from '../../workbook/address';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, textOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import type { WorkbookShape } from '../../workbook/shape';
import { findLedger } from '../../workbook/sources';
import type { ModelProposal, ProposedRow, ProposedTable } from '../task';
import type { ListedPartner } from './whose';

/** The partners of the model, for naming what is found. */
export function knownPartners(model: Pick<ModelReading, 'tables'>): readonly ListedPartner[] {
  return rowsOf(model, 'PoolPartners').map((row) => ({
    name: textOf(row, 'Partner'),
    shortName: textOf(row, 'Short name'),
    sector: textOf(row, 'Sector'),
    knownAs: textOf(row, 'Known as')
      .split(/[;,]/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    where: 'PoolPartners',
  }));
}

/** A proposal without the rows the model already has. */
export function withoutKnown(proposal: ModelProposal, model: Pick<ModelReading, 'tables' | 'shape'>): ModelProposal {
  const tables = proposal.tables.map((table) => ({ table: table.table, rows: newRows(table, model) }));
  if (rowsOf(model, 'PoolCodes').length === 0) return { tables };
  return { tables: tables.map((table) => (table.table === 'PoolLines' ? withoutCodedLines(table, tables) : table)) };
}

/**
 * Lines to which a new code or a new budget leads. Any other line was guessed from codes that the user has given a meaning
 * already: proposed again, it would put back what was excluded.
 */
function withoutCodedLines(lines: ProposedTable, tables: readonly ProposedTable[]): ProposedTable {
  const lineOf = ({ cells }: ProposedRow): string => comparable(String(cells['Line'] ?? ''));
  const led = new Set(
    tables
      .filter(({ table }) => table === 'PoolCodes' || table === 'PoolBudgets')
      .flatMap(({ rows }) => rows.map(lineOf)),
  );
  return { ...lines, rows: lines.rows.filter((row) => led.has(lineOf(row))) };
}

function newRows(
  { table, rows }: ProposedTable,
  model: Pick<ModelReading, 'tables' | 'shape'>,
): readonly ProposedRow[] {
  const existing = rowsOf(model, table);
  if (existing.length === 0) return rows;
  // Which kind of pool it is, is said once; a proposal beside the user's own row would be an argument.
  if (table === 'PoolArrangements') return [];
  if (table === 'PoolSources') return newSources(rows, existing, model.shape);
  if (table === 'PoolCodes') return newCodes(rows, existing);
  const key = keyOf(table);
  const known = new Set(existing.map((row) => key((column) => row.values[column])));
  return rows.filter((row) => !known.has(key((column) => row.cells[column])));
}

/** Lines, partners and budgets are known by name; a budget by line, partner and year, whatever its kind or reason. */
function keyOf(table: string): (read: (column: string) => string | number | null | undefined) => string {
  const columns = definitionOf(table).key.filter((column) => !['Kind', 'From', 'Reason'].includes(column));
  return (read) => columns.map((column) => comparable(String(read(column) ?? ''))).join('\u0001');
}

/** A ledger is known when a row of PoolSources points at the same heading, by whatever name. */
function newSources(
  rows: readonly ProposedRow[],
  existing: readonly TypedRow[],
  shape: WorkbookShape,
): readonly ProposedRow[] {
  const headerOf = (text: string): string => {
    const found = findLedger(shape, text, { sheet: '', row: 0, column: 0 });
    return 'kind' in found ? comparable(text) : comparable(sheetAddress({ ...found.area, rows: 1, columns: 1 }));
  };
  const known = new Set(existing.map((row) => headerOf(textOf(row, 'Table'))));
  return rows.filter(({ cells }) => !known.has(headerOf(String(cells['Table'] ?? ''))));
}

/** A code is known when a rule of its partner fits it already. */
function newCodes(rows: readonly ProposedRow[], existing: readonly TypedRow[]): readonly ProposedRow[] {
  const rules = existing.map((row) => ({
    partner: comparable(textOf(row, 'Partner')),
    fits: wildcardTest(textOf(row, 'Code')),
  }));
  return rows.filter(({ cells }) => {
    const code = comparableCode(String(cells['Code'] ?? '').replace(/~([*?~])/g, '$1'));
    const partner = comparable(String(cells['Partner'] ?? ''));
    return !rules.some((rule) => rule.partner === partner && rule.fits(code));
  });
}
