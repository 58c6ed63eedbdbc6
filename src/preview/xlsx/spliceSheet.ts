/*
 * Cuts changed cells into the XML of a sheet. Rows and cells that did not change keep every character they had.
 */
import { type Sheet } from '../book/sheet';
import { type Cell, type CellValue } from '../book/values';
import type { FormulaReader } from './formulaReader';
import { keepsFormula, onlyLookDiffers, withStyle } from './keptContent';
import { rowXml } from './newSheet';
import { PendingCells } from './pendingCells';
import { openSheetParser, type RawCell, type SheetListener } from './sheetEvents';
import { type SheetWriting } from './sheetWriting';
import { cellElement, cellXml } from './writeCell';
import { TextEdits } from './xmlTree';

/** What the splice needs beside the sheet. */
export interface SpliceContext {
  readonly writing: SheetWriting;
  readonly formulas: FormulaReader;
  /** What the file's cell shows. */
  readonly valueOf: (raw: RawCell) => CellValue;
  readonly hiddenRowsChanged: boolean;
  /** Where the saver of whole sections listens in on the same pass. */
  readonly listener: SheetListener;
  /** Is told how to ask for the position in the text. */
  readonly watch?: (position: () => number) => void;
}

/** Reads a sheet's text once and returns the edits its cells need. */
export function spliceCells(
  text: string,
  part: string,
  sheet: Sheet,
  prefix: string,
  context: SpliceContext,
): TextEdits {
  const splice = new CellSplice(text, sheet, prefix, context);
  const parser = openSheetParser(part, splice);
  splice.position = () => parser.position;
  context.watch?.(splice.position);
  parser.write(text);
  parser.close();
  return splice.edits;
}

class CellSplice implements SheetListener {
  readonly edits = new TextEdits();
  position = (): number => 0;
  private readonly pending: PendingCells;
  private row = -1;
  private rowTagStart = 0;
  private rowTagEnd = 0;
  private rowStyle = 0;
  private gainsCells = false;
  private cellBegin = 0;
  private cellTagEnd = 0;
  private formulaStart = 0;
  private formulaEnd = 0;
  private readonly columnStyles: { readonly min: number; readonly max: number; readonly style: number }[] = [];
  /** Groups of shared formulas whose first cell, which holds the text, is written anew. */
  private readonly broken = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly sheet: Sheet,
    private readonly prefix: string,
    private readonly context: SpliceContext,
  ) {
    this.pending = new PendingCells(sheet, context.hiddenRowsChanged);
  }

  section(local: string, attributes: Readonly<Record<string, string>>): void {
    this.context.listener.section?.(local, attributes);
  }

  sectionEnd(local: string): void {
    if (local === 'sheetData') {
      const end = this.position();
      const rows = this.newRowsBefore(Infinity);
      if (rows !== '' && this.isSelfClosing(end)) {
        this.edits.replace(this.tagStart(end), end, `<${this.prefix}sheetData>${rows}</${this.prefix}sheetData>`);
      } else if (rows !== '') this.insert(this.tagStart(end), rows);
    }
    this.context.listener.sectionEnd?.(local);
  }

  inside(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
    if (path.join('/') === 'cols/col' && attributes['style'] !== undefined) {
      const { min, max, style } = attributes;
      this.columnStyles.push({ min: Number(min) - 1, max: Number(max) - 1, style: Number(style) });
    }
    this.context.listener.inside?.(path, attributes);
  }

  insideEnd(path: readonly string[], text: string): void {
    this.context.listener.insideEnd?.(path, text);
  }

  rowStart(row: number, attributes: Readonly<Record<string, string>>): void {
    this.rowTagEnd = this.position();
    this.rowTagStart = this.tagStart(this.rowTagEnd);
    const before = this.newRowsBefore(row);
    if (before !== '') this.insert(this.rowTagStart, before);
    this.pending.startRow(row);
    this.row = row;
    this.rowStyle = attributes['customFormat'] === '1' ? Number(attributes['s'] ?? 0) : -1;
    this.gainsCells = false;
  }

  cellStart(_row: number, column: number): void {
    this.cellTagEnd = this.position();
    this.cellBegin = this.tagStart(this.cellTagEnd);
    const before = this.newCellsBefore(column);
    if (before !== '') this.insert(this.cellBegin, before);
  }

  formulaEdge(edge: 'start' | 'end'): void {
    if (edge === 'end') this.formulaEnd = this.position();
    else this.formulaStart = this.tagStart(this.position());
  }

  cell(raw: RawCell): void {
    const changed = this.pending.take(raw.column);
    const group = raw.formulaAttributes?.['t'] === 'shared' ? raw.formulaAttributes['si'] : undefined;
    const orphaned = group !== undefined && this.broken.has(group) && raw.formula === '';
    // The first cell of a shared formula is read even when it stays: the others of its group need its text.
    const isNeeded = raw.formulaAttributes !== undefined && (changed || group !== undefined);
    const original = isNeeded ? this.context.formulas.read(raw) : undefined;
    if (!changed && !orphaned) return;
    const cell = this.sheet.cell(raw.row, raw.column) ?? { value: null };
    const formulaStays = !orphaned && original !== undefined && keepsFormula(raw, original, cell, this.tableName(raw));
    if (!orphaned && onlyLookDiffers(raw, this.context.valueOf(raw), formulaStays, cell)) {
      const tag = this.text.slice(this.cellBegin, this.cellTagEnd);
      const after = withStyle(tag, raw, this.context.writing.styleIndex(cell.style));
      if (after !== tag) this.edits.replace(this.cellBegin, this.cellTagEnd, after);
      return;
    }
    if (!formulaStays && group !== undefined && raw.formula !== '') this.broken.add(group);
    const formula = formulaStays ? this.text.slice(this.formulaStart, this.formulaEnd) : undefined;
    this.edits.replace(this.cellBegin, this.position(), this.cellText(raw.row, raw.column, cell, raw, formula));
  }

  rowEnd(row: number): void {
    const end = this.position();
    const cells = this.newCellsBefore(Infinity);
    const tag = this.rowTag(row);
    if (cells !== '' && this.isSelfClosing(end)) {
      this.edits.replace(this.rowTagStart, end, `${tag.replace(/\s*\/>$/, '>')}${cells}</${this.prefix}row>`);
      return;
    }
    if (cells !== '') this.insert(this.tagStart(end), cells);
    if (tag !== this.text.slice(this.rowTagStart, this.rowTagEnd)) {
      this.edits.replace(this.rowTagStart, this.rowTagEnd, tag);
    }
  }

  /** The row's own tag: `spans` would be too narrow for new cells, and is only a hint. */
  private rowTag(row: number): string {
    let tag = this.text.slice(this.rowTagStart, this.rowTagEnd);
    if (this.gainsCells) tag = tag.replace(/\sspans="[^"]*"/, '');
    if (!this.context.hiddenRowsChanged) return tag;
    const hidden = this.sheet.hiddenRows.has(row);
    if (hidden === /\shidden="(?:1|true)"/.test(tag)) return tag;
    tag = tag.replace(/\shidden="[^"]*"/, '');
    return hidden ? tag.replace(/\s*(\/?>)$/, ' hidden="1"$1') : tag;
  }

  private tableName({ row, column }: RawCell): string | undefined {
    return this.context.writing.tableName(this.sheet, row, column);
  }

  private cellText(
    row: number,
    column: number,
    cell: Readonly<Cell>,
    raw: RawCell | undefined,
    formula?: string,
  ): string {
    const { writing } = this.context;
    let style = writing.styleIndex(cell.style);
    // A new cell without a look of its own takes that of its row or column, as typing in Excel does.
    if (raw === undefined && cell.style === undefined) style = this.inheritedStyle(column);
    if (formula !== undefined) {
      return cellElement(row, column, cell, style, this.prefix, formula, raw?.attributes['cm']);
    }
    return cellXml(row, column, cell, style, writing.setting(this.sheet, row, column, this.prefix));
  }

  private inheritedStyle(column: number): number {
    if (this.rowStyle >= 0) return this.rowStyle;
    return this.columnStyles.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
  }

  private newCellsBefore(column: number): string {
    const cells = this.pending.cellsBefore(column);
    if (cells.length === 0) return '';
    this.gainsCells = true;
    return cells.map(([at, cell]) => this.cellText(this.row, at, cell, undefined)).join('');
  }

  private newRowsBefore(row: number): string {
    const { writing } = this.context;
    const rows = this.pending.rowsBefore(row);
    return rows.map(([at, cells]) => rowXml(this.sheet, at, cells, writing, this.prefix)).join('');
  }

  private insert(at: number, xml: string): void {
    this.edits.replace(at, at, xml);
  }

  private tagStart(end: number): number {
    return this.text.lastIndexOf('<', end - 1);
  }

  private isSelfClosing(end: number): boolean {
    return this.text[end - 2] === '/' && this.text[this.tagStart(end) + 1] !== '/';
  }
}
