/*
 * The tables of the model, put together: readers, writers, formulas and the pane must all mean the same column. The
 * families stand in `schema/`. Not the rules about their contents: those are in pool and ledger.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { AGREEMENT_TABLES } from './schema/agreementTables';
import { COST_TABLES } from './schema/costTables';
import { type ColumnDefinition, type TableDefinition, define } from './schema/define';
import { FUNDING_TABLES } from './schema/fundingTables';
import { LEDGER_TABLES } from './schema/ledgerTables';
import { RECONCILIATION_TABLES } from './schema/reconciliationTables';
import { RECORD_TABLES } from './schema/recordTables';
import { STATEMENT_TABLES } from './schema/statementTables';

export type { ColumnDefinition, ColumnKind, PartnerColumns, TableDefinition } from './schema/define';

/** A row of every table's heading stands here (row 5 of the sheet), counted from 0. */
export const HEADER_ROW = 4;

/** The tables the user fills in, in the order the `Pool` sheet lists them. */
export const INPUT_TABLES: readonly TableDefinition[] = [
  ...AGREEMENT_TABLES,
  ...FUNDING_TABLES,
  ...LEDGER_TABLES,
  ...COST_TABLES,
];

/** The tables the add-in writes. `Period` comes first, so that a run replaces only its own period's rows. */
export const OUTPUT_TABLES: readonly TableDefinition[] = [
  ...RECONCILIATION_TABLES,
  ...STATEMENT_TABLES,
  ...RECORD_TABLES,
];

/** The tables with live formulas: a closed month's rows of them become values, and so does what is frozen. */
export const LIVE_TABLES: readonly string[] = ['PoolControl', ...STATEMENT_TABLES.map(({ name }) => name)];

/** The first sheet of ours: every table of the model in use, with a link and its state. */
export const POOL_TABLE: TableDefinition = define(
  'Pool',
  'output',
  'Poolbook: the tables in this workbook',
  ['Table'],
  [
    ['Table', 'text'],
    ['What it holds', 'text'],
    ['Filled by', 'text'],
    ['Rows', 'number'],
    ['Period', 'period'],
    ['Last written', 'date'],
  ],
);

/** Every table of the model, the list itself first. */
export const ALL_TABLES: readonly TableDefinition[] = [POOL_TABLE, ...INPUT_TABLES, ...OUTPUT_TABLES];

/** A table's definition by its name. */
export function tableDefinition(name: string): TableDefinition | undefined {
  return ALL_TABLES.find((table) => table.name === name);
}

/** A table's definition by a name that is known to be ours; a wrong name is a fault of the code. */
export function definitionOf(name: string): TableDefinition {
  const definition = tableDefinition(name);
  if (definition === undefined) throw new Error(`${name} is not a table of the model`);
  return definition;
}

/** The headings that a table of ours must have. @example neededColumns of PoolShares -> … Basis, Cap; not Excess */
export function neededColumns({ columns }: TableDefinition): readonly string[] {
  return columns.filter(({ optional }) => optional !== true).map(({ name }) => name);
}

/** Those it may have and does not. @example of PoolShares with Pool … Cap -> ['Excess'] */
export function optionalMissing({ columns }: TableDefinition, headings: readonly string[]): readonly string[] {
  return columns.flatMap(({ name, optional }) => (optional === true && !headings.includes(name) ? [name] : []));
}

/**
 * What a column of a table holds, a partner's own column included; undefined for a column of the user's.
 *
 * @param planned - The columns of the plan: of the headings unknown to the definition, those in it are partners'.
 */
export function columnOf(
  { columns, partnerColumns }: TableDefinition,
  heading: string,
  planned: readonly string[],
): ColumnDefinition | undefined {
  const known = columns.find(({ name }) => name === heading);
  if (known !== undefined || partnerColumns === undefined || !planned.includes(heading)) return known;
  return { name: heading, kind: partnerColumns.kind };
}
