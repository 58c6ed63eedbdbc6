/*
 * Rows that stand twice in an input table: alike in what tells one row from another, or, where a table may hold several
 * rows of one key, alike in every column. Pure: rows in, findings out.
 */
import { comparable } from '../ledger/cells';
import { dateText } from './dateText';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { type TableReading, type TypedRow, placeOf } from './readTable';
import type { TableDefinition } from './schema';

/** Tables in which two rows with the same key cannot both be right. */
const UNIQUE = new Set([
  'PoolPartners',
  'PoolLines',
  'PoolWaterfall',
  'PoolArrangements',
  'PoolPeriods',
  'PoolForecasts',
  'PoolGrants',
  'PoolSources',
  'PoolShares',
  'PoolProfiles',
  'PoolContributions',
  'PoolProjects',
  'PoolProjectShares',
]);

/**
 * Tables that may have several rows of one key, such as two virements of a line: only rows alike in every column are
 * counted twice. `apart` is the column in which two rows that are both meant can differ.
 */
const ALIKE: Readonly<Record<string, { readonly amount: string; readonly apart: string }>> = {
  PoolBudgets: { amount: 'Amount', apart: 'Reason' },
  PoolAdjustments: { amount: 'Amount', apart: 'Reason' },
};

/** The finding for each row that stands in its table already, with the first row it is like. */
export function twiceFindings({ definition, rows }: TableReading): Finding[] {
  if (UNIQUE.has(definition.name)) return repeated(definition, rows, definition.key, {});
  const alike = ALIKE[definition.name];
  if (alike === undefined) return [];
  // What is 0 or blank counts nothing, however often it stands there.
  const counting = rows.filter((row) => (row.values[alike.amount] ?? 0) !== 0);
  const columns = definition.columns.map(({ name }) => name);
  return repeated(definition, counting, columns, { apart: alike.apart });
}

function repeated(
  definition: TableDefinition,
  rows: readonly TypedRow[],
  columns: readonly string[],
  more: Readonly<Record<string, string>>,
): Finding[] {
  const first = new Map<string, TypedRow>();
  return rows.flatMap((row): Finding[] => {
    const key = columns.map((column) => comparable(String(row.values[column] ?? ''))).join('\u0001');
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    const place = placeOf(row, definition.key[0] ?? '');
    const detail = { table: definition.name, key: keyWords(definition, row), row: earlier.row + 1, ...more };
    return [workbookFinding('row twice', { place, detail })];
  });
}

/** A row's key as a sentence names it. @example keyWords(PoolShares, row) -> 'Care, Half, Ashford Council, 01/04/2026' */
function keyWords({ key, columns }: TableDefinition, row: TypedRow): string {
  const words = key.map((name) => {
    const value = row.values[name] ?? '';
    const isDate = columns.some((column) => column.name === name && column.kind === 'date');
    return isDate && typeof value === 'number' ? dateText(value) : String(value);
  });
  return words.filter((word) => word !== '').join(', ');
}
