/*
 * Reads a table of ours into typed rows, each keeping the place of every cell. What a column may hold comes from the
 * schema; rules that need more than one cell (duplicates, unknown partners) are in `inputRules`.
 */
import { dayOf, monthText, parseMonth } from '../ledger/calendar';
import { cellText, comparable, isBlank, isErrorText } from '../ledger/cells';
import { poundsToPence } from '../money/exact';
import { dateText } from './dateText';
import type { Finding, Place } from './finding';
import { isNameColumn } from './nameColumns';
import {
  type PartnerColumn,
  type StrangeColumn,
  hasPartnerColumns,
  partnerColumn,
  partnerPositions,
  strangeColumns,
} from './partnerColumns';
import type { CellScalar } from './requests';
import type { ColumnDefinition, TableDefinition } from './schema';
import type { TableCells } from './tableCells';

export type { PartnerColumn } from './partnerColumns';

/** A cell as understood: text, pence for money, a figure, an Excel date, or nothing. */
export type TypedValue = string | number | null;

/** A row of a table of ours. */
export interface TypedRow {
  readonly table: string;
  readonly sheet: string;
  /** The row on the sheet, counted from 0. */
  readonly row: number;
  readonly values: Readonly<Record<string, TypedValue>>;
  /** The sheet column of each heading. */
  readonly columns: Readonly<Record<string, number>>;
}

/** A table as read. `findings` name every cell that is not what its column holds. */
export interface TableReading {
  readonly definition: TableDefinition;
  readonly rows: readonly TypedRow[];
  readonly findings: readonly Finding[];
  /** Of an input table with a column for each partner: those columns, in the table's order. */
  readonly partnerColumns?: readonly PartnerColumn[];
  /** Of such a table: columns with figures that are nobody's. */
  readonly strangeColumns?: readonly StrangeColumn[];
}

/** The place of one cell of a row. */
export function placeOf(row: TypedRow, column: string): Place {
  return { sheet: row.sheet, row: row.row, column: row.columns[column] ?? 0 };
}

/** A row's text in a column, '' for none. */
export function textOf(row: TypedRow, column: string): string {
  const value = row.values[column];
  return typeof value === 'string' ? value : '';
}

/** A row's figure in a column (pence, number or date), undefined for none. */
export function numberOf(row: TypedRow, column: string): number | undefined {
  const value = row.values[column];
  return typeof value === 'number' ? value : undefined;
}

/**
 * Reads the rows of a table; wholly blank rows are passed over. Columns that are not ours are left alone.
 *
 * @param shortNames - The partners' Short names: in an input table that has a column for each partner, the columns with
 *   these headings are read too.
 */
export function readTable(
  definition: TableDefinition,
  cells: TableCells,
  shortNames: readonly string[] = [],
): TableReading {
  const findings: Finding[] = [];
  const partners = partnerPositions(definition, cells, shortNames);
  const positions = [
    ...definition.columns.map((column) => ({ column, at: cells.headings.indexOf(column.name) })),
    ...partners,
  ];
  const columns = Object.fromEntries(
    positions.filter(({ at }) => at >= 0).map(({ column, at }) => [column.name, cells.column + at]),
  );
  const rows: TypedRow[] = [];
  cells.values.forEach((values, index) => {
    if (positions.every(({ at }) => at < 0 || isBlank(values[at] ?? null))) return;
    const row = cells.row + index;
    const typed: Record<string, TypedValue> = {};
    for (const { column, at } of positions) {
      if (at < 0) continue;
      const read = readCell(definition.name, column, values[at] ?? '');
      typed[column.name] = read.value;
      if (read.problem !== undefined) {
        const place = { sheet: cells.sheet, row, column: cells.column + at };
        const detail = { table: definition.name, column: column.name, ...read.detail };
        findings.push({ kind: read.problem, severity: 'error', place, detail });
      }
    }
    rows.push({ table: definition.name, sheet: cells.sheet, row, values: typed, columns });
  });
  if (!hasPartnerColumns(definition)) return { definition, rows, findings };
  const partnerColumns = partners.map((partner) => partnerColumn(partner, cells));
  return { definition, rows, findings, partnerColumns, strangeColumns: strangeColumns(definition, cells, shortNames) };
}

/** The kinds of a cell that is not what its column holds. */
export type CellProblem =
  | 'cell missing'
  | 'cell error value'
  | 'cell not money'
  | 'cell not number'
  | 'cell not date'
  | 'cell date with time'
  | 'cell not period'
  | 'cell period is date'
  | 'cell logical as name'
  | 'cell unknown word';

interface CellReading {
  readonly value: TypedValue;
  readonly problem?: CellProblem;
  readonly detail?: Readonly<Record<string, string | number>>;
}

function readCell(table: string, column: ColumnDefinition, cell: CellScalar): CellReading {
  if (isBlank(cell)) return column.required === true ? { value: null, problem: 'cell missing' } : { value: null };
  const text = cellText(cell);
  if (isErrorText(cell)) return { value: null, problem: 'cell error value', detail: { text } };
  switch (column.kind) {
    case 'text':
      // Some formulas take TRUE as its text and others do not, so that it would be one name here and none there.
      return typeof cell === 'boolean' && isNameColumn(table, column.name)
        ? { value: null, problem: 'cell logical as name', detail: { text } }
        : { value: text };
    case 'choice':
      return readChoice(column, text);
    case 'period':
      return readPeriod(cell, text);
    case 'money':
      return readMoney(cell, text);
    case 'number':
      return typeof cell === 'number' ? { value: cell } : { value: null, problem: 'cell not number', detail: { text } };
    case 'date':
      return readDate(cell, text);
  }
}

/** Excel knows no date after 31/12/9999; a figure beyond is no day, and shows as #### in its cell. */
const DATES_END = 2_958_466;

/**
 * Formulas compare these cells as dates, so text that only looks like one will not do, and one with a time of day is later
 * than the day it stands for.
 */
function readDate(cell: CellScalar, text: string): CellReading {
  if (typeof cell !== 'number' || cell < 1 || cell >= DATES_END)
    return { value: null, problem: 'cell not date', detail: { text } };
  const value = Math.floor(cell);
  return value === cell ? { value } : { value, problem: 'cell date with time', detail: { date: dateText(value) } };
}

/** Words count in any case, as they do in Excel's own comparisons; another spelling would be missed by a formula. */
function readChoice(column: ColumnDefinition, text: string): CellReading {
  const word = column.words?.find((known) => comparable(known) === comparable(text));
  if (word !== undefined) return { value: word };
  return { value: null, problem: 'cell unknown word', detail: { text, words: (column.words ?? []).join(', ') } };
}

/**
 * A period is the text 2026-06. Typed without an apostrophe Excel makes a date of it, which no longer compares equal to
 * the periods in our tables: read, so that the finding can say which month it is, but not accepted.
 */
function readPeriod(cell: CellScalar, text: string): CellReading {
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000) {
    const { year, month } = dayOf(cell);
    const period = monthText(year, month);
    return { value: period, problem: 'cell period is date', detail: { period } };
  }
  return parseMonth(text) ? { value: text } : { value: null, problem: 'cell not period', detail: { text } };
}

function readMoney(cell: CellScalar, text: string): CellReading {
  if (typeof cell !== 'number') return { value: null, problem: 'cell not money', detail: { text } };
  const pence = poundsToPence(cell);
  return pence.ok ? { value: pence.value } : { value: null, problem: 'cell not money', detail: { text } };
}
