/*
 * A plan for the workbook, as data: which tables are made or filled with what. The preview shows it, the one writer
 * carries it out, tests read it. Nothing here touches Excel.
 */
import type { SheetArea } from './address';

/** What a cell is to hold: text is written so that it stays text; a formula begins with `=` and is written as one. */
export type PlannedCell =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly formula: string }
  | { readonly blank: true };

/** One table to make, or to bring up to date. */
export interface PlannedTable {
  readonly table: string;
  /**
   * `create`: new sheet and table (where the table is there already, the same as `update`). `replace period`: the rows of
   * this period go, the new ones come, all others stay. `append`: rows are added. `update`: rows are merged by the
   * table's key: a row with a new key is added, one with a known key gets the planned cells that are not blank; the
   * user's own columns and rows survive. `to values`: cells of rows that stand get what they show; `at` says which rows.
   */
  readonly action: 'create' | 'replace period' | 'append' | 'update' | 'to values';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
  /** For `to values`: for each row of `rows`, its place in the table's body, counted from 0. */
  readonly at?: readonly number[];
  /** The period whose rows are replaced; every row carries it in `Period`. */
  readonly period?: string;
  /**
   * For `replace period` over other rows than those of `period`: a row is replaced where, of any one of these, it has one
   * of the texts in each of the columns.
   */
  readonly replaces?: readonly Readonly<Record<string, readonly string[]>>[];
  /**
   * Columns that hold one formula text in every row: column name → template, in which `{Line}` stands for that row's
   * cell of the column `Line` (`$C6`) and `{Applied^}` for that column's cells from the header down to the row above
   * (`$F$5:$F9`). The cells of such a column in `rows` are blank.
   */
  readonly calculated?: Readonly<Record<string, string>>;
  /** The line under the title, for a new sheet. */
  readonly note?: string;
}

/** A block of cells that the plan was made from; it must still read the same when the plan is written. */
export interface InputBlock {
  readonly what: string;
  readonly area: SheetArea;
  /** `fingerprint` of the block's values. */
  readonly fingerprint: string;
  readonly bytesPerRow?: number;
  /** The table whose whole body it is, where it is one: more rows since then are a change too. */
  readonly table?: string;
  /** For rows that run down to the last used one: the sheet row after it, counted from 0. */
  readonly endRow?: number;
}

/** Everything a run would write, in order. */
export interface WorkbookPlan {
  readonly tables: readonly PlannedTable[];
  /** What was read to make the plan: compared again just before writing. */
  readonly inputs?: readonly InputBlock[];
  /** The period and the clock time of the run, for the list on the `Pool` sheet. */
  readonly period?: string;
  readonly when?: Date;
}

/** A text cell, blank for nothing. */
export function textCell(text: string | null | undefined): PlannedCell {
  return text === null || text === undefined || text === '' ? { blank: true } : { text };
}

/** A number cell, blank for nothing. */
export function numberCell(value: number | null | undefined): PlannedCell {
  return value === null || value === undefined ? { blank: true } : { number: value };
}

const NO_CELL: PlannedCell = { blank: true };

/** The blank cell. */
export function blankCell(): PlannedCell {
  return NO_CELL;
}
