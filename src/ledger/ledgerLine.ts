/*
 * What a ledger is to Poolbook: where it stands, what its columns mean, and one row of it once read. Only types; the
 * reading is in `readLedger`.
 */
import type { CellValue } from './cells';

/** A block of the user's cells with its heading row first, as `PoolSources` points at it. Rows and columns count from 0. */
export interface LedgerBlock {
  readonly sheet: string;
  /** The sheet row of `values[0]`, the headings. */
  readonly row: number;
  /** The sheet column of the first cell of each row. */
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

/** One row of `PoolSources`: whose ledger it is, and the headings of its columns ('' where there is none). */
export interface SourceDefinition {
  readonly partner: string;
  /** The Table cell as typed, to name the source in a finding. */
  readonly table: string;
  readonly holds: 'transactions' | 'balances to date';
  readonly period: string;
  readonly date: string;
  /** One heading, or several joined by ';'. */
  readonly code: string;
  readonly counterparty: string;
  readonly reference: string;
  /** One heading, or 'Debit;Credit'. */
  readonly amount: string;
  readonly sign: 'as ledger' | 'reversed';
  readonly vat: string;
}

/** Where the columns of a ledger stand, counted from 0 within the block; null where it has none. */
export interface LedgerColumns {
  readonly period: number | null;
  readonly date: number | null;
  readonly code: readonly number[];
  readonly counterparty: number | null;
  readonly reference: number | null;
  readonly amount: { readonly single: number } | { readonly debit: number; readonly credit: number };
}

/** One row of a ledger, read. Expenditure is +, income is −, in whole pence. */
export interface LedgerLine {
  readonly partner: string;
  readonly sheet: string;
  /** Sheet row, counted from 0. */
  readonly row: number;
  /** Sheet column of the amount cell, counted from 0. */
  readonly column: number;
  /** The calendar month the row counts in. */
  readonly month: string;
  readonly dateSerial: number | null;
  /** The code as text; parts joined by ';'. '' when the row has none. */
  readonly code: string;
  readonly counterparty: string;
  readonly reference: string;
  readonly amountPence: number;
}

/** Why a row of the block is not a ledger line: it stands for nothing that could be added up. */
export interface LeftOutRow {
  readonly reason: 'blank' | 'repeated header' | 'title or note' | 'total';
  readonly row: number;
  /** What the row says, for the finding that names it. */
  readonly text: string;
  /** For a total: its amount, which equals the rows it totals. */
  readonly amountPence?: number;
  /** For a total: the first and last sheet row it totals. */
  readonly totals?: { readonly firstRow: number; readonly lastRow: number };
}

/** A row that could not be read, listed apart. */
export interface UnreadableRow {
  readonly row: number;
  readonly why: 'amount' | 'period';
  readonly code: string;
  readonly reference: string;
  /** Null when it is the amount that could not be read. */
  readonly amountPence: number | null;
}
