/*
 * The cells of one sheet, streamed into the workbook: values, formulas in Excel's words, looks and arrays. What belongs to
 * the sheet as a whole is read by readSheet.
 */
import { parseArea } from '../book/address';
import { type Sheet } from '../book/sheet';
import { type Area, type Cell } from '../book/values';
import { readValue } from './cellText';
import { decodeFormula, type FunctionNames } from './decodeFormula';
import { refuse } from './fault';
import { type CellStyles } from './readStyles';
import { shiftFormula } from './shiftFormula';
import { type RawCell } from './sheetEvents';
import { decodeCharacters } from './xmlText';

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

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Puts cells into a sheet as they come. Call `finish` after the last. */
export class CellReader {
  private readonly shared = new Map<string, SharedFormula>();
  private readonly waiting: { readonly raw: RawCell; readonly cell: Cell }[] = [];
  private readonly arrays: Area[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly context: CellContext,
  ) {}

  /** Takes one cell of the file. */
  take(raw: RawCell): void {
    const { context } = this;
    if (--context.budget.left < 0) {
      refuse({ kind: 'too-many-cells', sheet: this.sheet.name, limit: context.budget.limit });
    }
    const { s, t } = raw.attributes;
    const cell: Cell = { value: readValue(t ?? 'n', raw.text, context.strings, context.uses1904Dates) };
    const style = context.styles[Number(s ?? 0)];
    if (style !== undefined) cell.style = style;
    if (raw.formulaAttributes !== undefined) this.takeFormula(raw, raw.formulaAttributes, cell);
    if (cell.value === null && cell.style === undefined && cell.formula === undefined && !raw.formulaAttributes) return;
    this.sheet.load(raw.row, raw.column, cell);
  }

  /** Gives late members of shared formulas their text, and cells inside an array their anchor. */
  finish(): void {
    for (const { raw, cell } of this.waiting) {
      const formula = this.sharedText(raw, raw.formulaAttributes?.['si'] ?? '');
      if (formula !== undefined) cell.formula = `=${formula}`;
    }
    for (const area of this.arrays) this.markSpilled(area);
  }

  private takeFormula(raw: RawCell, attributes: Readonly<Record<string, string>>, cell: Cell): void {
    const { t: kind, ref, si } = attributes;
    if (kind === 'dataTable') return; // a what-if table: its values are shown, and the file keeps it
    const text = decodeFormula(decodeCharacters(raw.formula), this.context.functionNames);
    if (kind === 'shared' && si !== undefined) {
      if (text !== '' && !this.shared.has(si)) this.shared.set(si, { row: raw.row, column: raw.column, formula: text });
      const shifted = text === '' ? this.sharedText(raw, si) : text;
      if (shifted === undefined) this.waiting.push({ raw, cell });
      else cell.formula = `=${shifted}`;
      return;
    }
    if (text === '') return;
    cell.formula = `=${text}`;
    if (kind === 'array') this.takeArray(raw, ref, cell);
  }

  private takeArray(raw: RawCell, ref: string | undefined, cell: Cell): void {
    const legacy = !this.context.dynamicMarks.has(raw.attributes['cm'] ?? '');
    const area = ref === undefined ? undefined : parseArea(ref);
    const rows = area?.rows ?? 1;
    const columns = area?.columns ?? 1;
    if (legacy) cell.spill = { rows, columns, legacy };
    else if (rows * columns > 1) cell.spill = { rows, columns };
    if (rows * columns > 1) this.arrays.push({ row: raw.row, column: raw.column, rows, columns });
  }

  private sharedText(raw: RawCell, index: string): string | undefined {
    const master = this.shared.get(index);
    return master && shiftFormula(master.formula, raw.row - master.row, raw.column - master.column);
  }

  private markSpilled(area: Area): void {
    const { row, column } = area;
    for (let down = 0; down < area.rows; down++) {
      for (let across = 0; across < area.columns; across++) {
        const cell = this.sheet.cell(row + down, column + across);
        if (!cell || cell.formula !== undefined || (down === 0 && across === 0)) continue;
        this.sheet.load(row + down, column + across, { ...cell, spilledFrom: { row, column } });
      }
    }
  }
}
