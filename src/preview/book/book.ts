/*
 * The workbook as the preview host keeps it: sheets, cells, tables and names. It is not Excel's rules (the executor has
 * those), not calculation (the engine) and not a file (xlsx): all three read and change this one object.
 */
import { Sheet } from './sheet';
import { type Area } from './values';

/** An Excel table: a header row and body rows on one sheet. Column names are the texts of the header cells. */
export interface Table {
  readonly id: number;
  name: string;
  sheet: Sheet;
  /** Header, body and totals row together. */
  area: Area;
  columns: TableColumn[];
  showTotals: boolean;
  showHeaders: boolean;
  style: string;
  /** Its filter buttons: `off` when they are not shown, `filtering` while rows are hidden by them; else shown and idle. */
  filter?: 'off' | 'filtering';
  /** The part of the file it came from, if any (`xl/tables/table1.xml`). */
  sourcePart?: string;
}

/** A table's column. `calculated` is the formula text that fills it, where the column has one. */
export interface TableColumn {
  readonly id: number;
  name: string;
  calculated?: string;
}

/** A defined name. `formula` has its `=`; `scope` is the sheet for a sheet's own name. */
export interface DefinedName {
  readonly name: string;
  formula: string;
  scope?: string;
  visible: boolean;
}

/** What changed; `cells` for contents and looks, `structure` for sheets, tables, names, rows, protection, visibility. */
export interface BookChange {
  readonly kind: 'cells' | 'structure';
  readonly sheet: Sheet | undefined;
  readonly area: Area | undefined;
}

/** A workbook in memory. */
export class Book {
  readonly sheets: Sheet[] = [];
  readonly tables: Table[] = [];
  readonly names: DefinedName[] = [];
  activeSheetIndex = 0;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  uses1904Dates = false;
  /** No sheet may be added, renamed, moved, hidden or deleted (Review, Protect Workbook). */
  isStructureProtected = false;
  private nextId = 1;
  private readonly listeners = new Set<(change: BookChange) => void>();

  /** A number not used for any sheet or table of this workbook so far. */
  freshId(): number {
    return this.nextId++;
  }

  /** Keeps `freshId` above an id that a file already uses. */
  reserveId(id: number): void {
    this.nextId = Math.max(this.nextId, id + 1);
  }

  /** Adds an empty sheet at the end. The caller has checked the name. */
  addSheet(name: string): Sheet {
    const sheet = new Sheet(this, `{${this.freshId().toString(16).padStart(8, '0').toUpperCase()}}`, name);
    this.sheets.push(sheet);
    this.changed({ kind: 'structure', sheet, area: undefined });
    return sheet;
  }

  /** A sheet by its name, in any case, or by its id. */
  sheet(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === nameOrId);
  }

  /** A table by its name, in any case. */
  table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted);
  }

  /** The table a cell lies in, header and totals row included. */
  tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
    return this.tables.find(
      ({ sheet: owner, area }) =>
        owner === sheet &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }

  /** Is the cell inside a table? There an array of more than one element is `#SPILL!`. */
  isInTable(sheet: Sheet, row: number, column: number): boolean {
    return this.tableAt(sheet, row, column) !== undefined;
  }

  /** Calls `listener` after every change; the function returned stops that. */
  onChange(listener: (change: BookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells the listeners. Called by `Sheet` for cells, and by whoever changes tables or names. */
  changed(change: BookChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
