/*
 * The changed cells of a sheet, handed out in the order the file's rows and cells are met, so that each is written once: in
 * its old place, or as a new cell or row before the next one.
 */
import { type Sheet } from '../book/sheet';
import { type Cell } from '../book/values';

/** A cell to be written, with its column. */
export type PlacedCell = readonly [column: number, cell: Readonly<Cell>];

/** Walks over the changes once, from the top. */
export class PendingCells {
  private readonly rows: readonly number[];
  private nextRow = 0;
  private row = -1;
  private columns: readonly number[] = [];
  private nextColumn = 0;

  constructor(
    private readonly sheet: Sheet,
    withHiddenRows: boolean,
  ) {
    const rows = new Set(sheet.changedCells.keys());
    if (withHiddenRows) for (const row of sheet.hiddenRows) rows.add(row);
    this.rows = [...rows].sort((a, b) => a - b);
  }

  /** Changed rows before `row` that the file does not have and that hold something, each with its cells. */
  rowsBefore(row: number): (readonly [row: number, cells: PlacedCell[]])[] {
    const found: (readonly [number, PlacedCell[]])[] = [];
    for (; (this.rows[this.nextRow] ?? Infinity) < row; this.nextRow++) {
      const at = this.rows[this.nextRow] ?? 0;
      const cells = [...(this.sheet.changedCells.get(at) ?? [])].flatMap((column) => this.placed(at, column));
      if (cells.length > 0 || this.sheet.hiddenRows.has(at)) found.push([at, cells]);
    }
    return found;
  }

  /** Comes to a row of the file. */
  startRow(row: number): void {
    if (this.rows[this.nextRow] === row) this.nextRow++;
    this.row = row;
    const changed = this.sheet.changedCells.get(row);
    this.columns = changed ? [...changed].sort((a, b) => a - b) : [];
    this.nextColumn = 0;
  }

  /** Changed cells of this row before `column` that the file does not have and that hold something. */
  cellsBefore(column: number): PlacedCell[] {
    const found: PlacedCell[] = [];
    for (; (this.columns[this.nextColumn] ?? Infinity) < column; this.nextColumn++) {
      found.push(...this.placed(this.row, this.columns[this.nextColumn] ?? 0));
    }
    return found;
  }

  /** Whether the file's cell at `column` of this row is changed; it then counts as handed out. */
  take(column: number): boolean {
    const isChanged = this.columns[this.nextColumn] === column;
    if (isChanged) this.nextColumn++;
    return isChanged;
  }

  private placed(row: number, column: number): PlacedCell[] {
    const cell = this.sheet.cell(row, column);
    const isEmpty = !cell || (cell.value === null && cell.formula === undefined && cell.style === undefined);
    return isEmpty ? [] : [[column, cell]];
  }
}
