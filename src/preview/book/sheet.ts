/*
 * One sheet of the preview host's workbook: its cells by row and column, and what belongs to the sheet as a whole.
 */
import type { Book } from './book';
import type { Chart } from './chart';
import { type Area, type Cell, type CellStyle, type CellValue, MAX_COLUMNS } from './values';

/** A validation list or rule as the user sees it; kept for the grid and the file. */
export interface Validation {
  readonly area: Area;
  readonly rule: unknown;
}

/** A link on a cell: to a place in this workbook, or to an address outside it. */
export interface Hyperlink {
  readonly row: number;
  readonly column: number;
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

/** A sheet. Rows and columns count from 0. */
export class Sheet {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  isProtected = false;
  frozenRows = 0;
  frozenColumns = 0;
  showGridlines = true;
  /** `#RRGGBB`, or '' for none. */
  tabColor = '';
  readonly merges: Area[] = [];
  /** Widths in characters, by column. */
  readonly columnWidths = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly validations: Validation[] = [];
  readonly hyperlinks: Hyperlink[] = [];
  /** Charts added here; those of the file stay in its own parts. */
  readonly charts: Chart[] = [];
  /** The part of the file it came from (`xl/worksheets/sheet1.xml`); undefined for a sheet added here. */
  sourcePart?: string;
  /** Rows and columns of cells changed since the file was read; a save rewrites only these. */
  readonly changedCells = new Map<number, Set<number>>();
  private readonly rows = new Map<number, Map<number, Cell>>();
  /** Cells whose array fills others, as row × MAX_COLUMNS + column. */
  private readonly anchors = new Set<number>();
  /** The used areas without and with looks, until a cell changes. */
  private readonly usedAreas = new Map<boolean, Area>();

  constructor(
    readonly book: Book,
    readonly id: string,
    public name: string,
  ) {}

  /** The cell, if it holds or shows anything. Treat it as read-only: change cells through the `set…` members. */
  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** A row's cells by column, or undefined when it has none. Read-only, as `cell` is. */
  row(row: number): ReadonlyMap<number, Readonly<Cell>> | undefined {
    return this.rows.get(row);
  }

  /** The value; null when blank. */
  value(row: number, column: number): CellValue {
    return this.rows.get(row)?.get(column)?.value ?? null;
  }

  /** Replaces a cell's content (its style stays): a value, or a formula with its last value. */
  setContent(row: number, column: number, value: CellValue, formula?: string): void {
    const cell = this.cellToChange(row, column);
    cell.value = value;
    if (cell.spill !== undefined) this.withdrawSpill(row, column, cell.spill);
    delete cell.spill;
    delete cell.spilledFrom;
    if (formula === undefined) delete cell.formula;
    else cell.formula = formula;
  }

  /** Sets what a formula gave, leaving the formula: used by the engine. */
  setResult(row: number, column: number, value: CellValue, spill?: Cell['spill']): void {
    const cell = this.cellToChange(row, column);
    cell.value = value;
    if (spill === undefined) delete cell.spill;
    else cell.spill = spill;
    if (spill === undefined) this.anchors.delete(row * MAX_COLUMNS + column);
    else this.anchors.add(row * MAX_COLUMNS + column);
  }

  /** Sets a cell that another cell's array fills; `undefined` takes it away again. */
  setSpilled(row: number, column: number, value: CellValue, from: Cell['spilledFrom']): void {
    const cell = this.cellToChange(row, column);
    cell.value = value;
    if (from === undefined) delete cell.spilledFrom;
    else cell.spilledFrom = from;
  }

  /** Replaces a cell's look. */
  setStyle(row: number, column: number, style: CellStyle | undefined): void {
    const cell = this.cellToChange(row, column);
    if (style === undefined) delete cell.style;
    else cell.style = style;
  }

  /** Puts a cell read from a file in place, without marking it as changed. */
  load(row: number, column: number, cell: Cell): void {
    if (this.usedAreas.size > 0) this.usedAreas.clear();
    this.rowOf(row).set(column, cell);
    if (cell.spill !== undefined) this.anchors.add(row * MAX_COLUMNS + column);
  }

  /** Every array that fills more than its own cell, with the rectangle it fills. */
  *arrays(): IterableIterator<{ readonly area: Area; readonly legacy: boolean }> {
    for (const key of this.anchors) {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      const spill = this.cell(row, column)?.spill;
      if (spill === undefined) continue;
      yield { area: { row, column, rows: spill.rows, columns: spill.columns }, legacy: spill.legacy ?? false };
    }
  }

  /** Every cell, by row, in the order they were first written. */
  *cells(): IterableIterator<readonly [row: number, column: number, cell: Readonly<Cell>]> {
    for (const [row, cells] of this.rows) for (const [column, cell] of cells) yield [row, column, cell];
  }

  /**
   * The smallest rectangle around every cell with a value or formula, or undefined for an empty sheet.
   * @param withLooks - Count cells that are only formatted too, as Excel's used range does.
   */
  usedArea(withLooks = false): Area | undefined {
    const known = this.usedAreas.get(withLooks);
    if (known !== undefined) return known;
    const area = this.findUsedArea(withLooks);
    if (area !== undefined) this.usedAreas.set(withLooks, area);
    return area;
  }

  private findUsedArea(withLooks: boolean): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (cell.value === null && cell.formula === undefined && !(withLooks && cell.style)) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Tells the listeners that an area changed: once per request or edit, not per cell. */
  tellChanged(area: Area): void {
    this.book.changed({ kind: 'cells', sheet: this, area });
  }

  /** Blanks the cells an array filled, when its anchor gets another content. */
  private withdrawSpill(row: number, column: number, spill: { rows: number; columns: number }): void {
    this.anchors.delete(row * MAX_COLUMNS + column);
    for (let i = 0; i < spill.rows; i++) {
      for (let j = 0; j < spill.columns; j++) {
        const from = this.cell(row + i, column + j)?.spilledFrom;
        if (from?.row === row && from.column === column) this.setSpilled(row + i, column + j, null, undefined);
      }
    }
  }

  private rowOf(row: number): Map<number, Cell> {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map<number, Cell>()));
    return cells;
  }

  private cellToChange(row: number, column: number): Cell {
    if (this.usedAreas.size > 0) this.usedAreas.clear();
    const cells = this.rowOf(row);
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { value: null }));
    let columns = this.changedCells.get(row);
    if (!columns) this.changedCells.set(row, (columns = new Set<number>()));
    columns.add(column);
    return cell;
  }
}
