/*
 * The cells of one sheet, streamed into the workbook: values, formulas in Excel's words, looks and arrays. What belongs to
 * the sheet as a whole is read by readSheet.
 */
import { type Sheet } from '../book/sheet';
import { type Area, type Cell } from '../book/values';
import { readValue } from './cellText';
import { type FunctionNames } from './decodeFormula';
import { refuse } from './fault';
import { cellAddress } from '../book/address';
import { FormulaReader } from './formulaReader';
import { type CellStyles } from './readStyles';
import { type RawCell } from './sheetEvents';

/** What the whole workbook knows and its cells need. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly uses1904Dates: boolean;
  /** The values of `cm` that mean a dynamic array. */
  readonly dynamicMarks: ReadonlySet<string>;
  readonly functionNames: FunctionNames;
  /** Cells still allowed; counted down over all sheets. */
  budget: { left: number; readonly limit: number };
}

/** Puts cells into a sheet as they come. Call `finish` after the last. */
export class CellReader {
  private readonly waiting: { readonly raw: RawCell; readonly cell: Cell }[] = [];
  private readonly arrays: Area[] = [];
  private lastRow = -1;
  private lastColumn = -1;
  private reached = 0;
  private readonly formulas: FormulaReader;

  constructor(
    private readonly sheet: Sheet,
    private readonly context: CellContext,
  ) {
    this.formulas = new FormulaReader(context.functionNames, context.dynamicMarks);
  }

  /** Takes one cell of the file. */
  take(raw: RawCell): void {
    const { context } = this;
    if (--context.budget.left < 0) {
      refuse({ kind: 'too-many-cells', sheet: this.sheet.name, limit: context.budget.limit });
    }
    const { s, t } = raw.attributes;
    if (t === 's' && raw.text !== '' && context.strings[Number(raw.text)] === undefined) {
      refuse({ kind: 'missing-text', sheet: this.sheet.name, address: cellAddress(raw.row, raw.column) });
    }
    const cell: Cell = { value: readValue(t ?? 'n', raw.text, context.strings, context.uses1904Dates) };
    const style = context.styles[Number(s ?? 0)];
    if (style !== undefined) cell.style = style;
    if (raw.formulaAttributes !== undefined) this.takeFormula(raw, cell);
    if (cell.value === null && cell.style === undefined && raw.formulaAttributes === undefined) return;
    this.lastRow = Math.max(this.lastRow, raw.row);
    this.lastColumn = Math.max(this.lastColumn, raw.column);
    this.sheet.load(raw.row, raw.column, cell);
  }

  /** Gives late members of shared formulas their text, and cells inside an array their anchor. */
  finish(): void {
    for (const { raw, cell } of this.waiting) {
      const { formula } = this.formulas.read(raw);
      if (formula !== undefined) cell.formula = formula;
    }
    for (const area of this.arrays) this.markSpilled(area);
  }

  private takeFormula(raw: RawCell, cell: Cell): void {
    const { formula, spill, waits } = this.formulas.read(raw);
    if (waits) this.waiting.push({ raw, cell });
    if (formula !== undefined) cell.formula = formula;
    if (spill === undefined) return;
    cell.spill = spill;
    this.arrays.push({ row: raw.row, column: raw.column, rows: spill.rows, columns: spill.columns });
  }

  private markSpilled(area: Area): void {
    const { row, column } = area;
    const rows = Math.min(area.rows, this.lastRow - row + 1);
    const columns = Math.min(area.columns, this.lastColumn - column + 1);
    // Arrays do not overlap in a sound file, so together they cannot reach over more cells than a workbook may have.
    this.reached += Math.max(rows, 0) * Math.max(columns, 0);
    const { limit } = this.context.budget;
    if (this.reached > 4 * limit) refuse({ kind: 'too-many-cells', sheet: this.sheet.name, limit });
    for (let down = 0; down < rows; down++) {
      for (let across = 0; across < columns; across++) {
        const cell = this.sheet.cell(row + down, column + across);
        if (!cell || cell.formula !== undefined || (down === 0 && across === 0)) continue;
        this.sheet.load(row + down, column + across, { ...cell, spilledFrom: { row, column } });
      }
    }
  }
}
