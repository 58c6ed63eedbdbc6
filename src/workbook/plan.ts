/*
 * A plan for the workbook, as data: which tables are made or filled with what. The preview shows it, the one writer
 * carries it out, tests read it. Nothing here touches Excel.
 */

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
   * `create`: new sheet and table. `replace period`: the rows of this period go, the new ones come, all others stay.
   * `append`: rows are added. `update`: rows are merged by key, the user's own columns and rows survive.
   */
  readonly action: 'create' | 'replace period' | 'append' | 'update';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

/** Everything a run would write, in order. */
export interface WorkbookPlan {
  readonly tables: readonly PlannedTable[];
}
