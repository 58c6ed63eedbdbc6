/*
 * Keeps grid and workbook the same. The workbook is the one store: what the user does in the grid is put into it and
 * calculated, and every change of it, from whatever side, is shown in the grid.
 */
import type { ICellData } from '@univerjs/core';
import type { Book, BookChange } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Area } from '../book/values';
import type { Grid, GridEdit } from './grid';
import { takeEdit, typedCell } from './gridEdit';
import { characters, gridCell, gridSnapshot } from './gridSnapshot';
import { bookShape } from '../engine/bookShape';

/** What the sync needs of the page. */
export interface SyncListener {
  /** The user changed cells; the workbook holds the change and is to be calculated. */
  edited(): void;
  selected(sheet: Sheet, area: Area): void;
  refused(): void;
}

/** The link between a grid and one workbook. */
export class GridSync {
  private readonly pending = new Map<Sheet, Area[]>();
  private shape: string;
  private isQueued = false;
  private isStructure = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly grid: Grid,
    private readonly book: Book,
    private readonly listener: SyncListener,
  ) {
    this.shape = bookShape(book);
    this.showAll();
    this.stopListening = book.onChange((change) => this.note(change));
    grid.listen({
      edited: (edit) => this.take(edit),
      selected: (sheetId, area) => this.select(sheetId, area),
      columnsResized: (sheetId, from, to, width) => this.resize(sheetId, from, to, width),
      formatted: (sheetId, areas, pattern) => this.format(sheetId, areas, pattern),
      sheetWanted: () => this.addSheet(),
      refused: () => listener.refused(),
      typed: (sheetId, row, column, text) => typedCell(this.book.sheet(sheetId), row, column, text),
    });
  }

  /** Ends the link; another workbook takes the grid. */
  stop(): void {
    this.stopListening();
  }

  /** Shows at once what is waiting to be shown. */
  flush(): void {
    this.isQueued = false;
    const shape = this.isStructure ? bookShape(this.book) : this.shape;
    this.isStructure = false;
    if (shape !== this.shape) {
      this.shape = shape;
      this.pending.clear();
      this.showAll();
      return;
    }
    for (const [sheet, areas] of this.pending) this.pushAreas(sheet, areas);
    this.pending.clear();
  }

  private showAll(): void {
    const active = this.book.sheets[this.book.activeSheetIndex] ?? this.book.sheets[0];
    this.grid.show((id, locale) => gridSnapshot(this.book, id, locale), active?.id ?? '');
  }

  /** Changes come in bursts (a request, then its calculation): they are shown together. */
  private note({ kind, sheet, area }: BookChange): void {
    if (kind === 'structure' || !sheet || !area) this.isStructure = true;
    else this.pending.set(sheet, [...(this.pending.get(sheet) ?? []), area]);
    if (this.isQueued) return;
    this.isQueued = true;
    queueMicrotask(() => {
      if (this.isQueued) this.flush();
    });
  }

  private pushAreas(sheet: Sheet, areas: readonly Area[]): void {
    const cells: Record<number, Record<number, ICellData>> = {};
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        const line = (cells[row] ??= {});
        for (let column = area.column; column < area.column + area.columns; column++)
          line[column] ??= gridCell(sheet, row, column);
      }
    }
    this.grid.push(sheet.id, cells);
  }

  private take({ sheetId, cells }: GridEdit): void {
    const sheet = this.book.sheet(sheetId);
    const area = sheet && takeEdit(sheet, cells, (row, column) => this.grid.read(sheetId, row, column));
    if (!sheet || !area) return;
    sheet.tellChanged(area);
    this.listener.edited();
  }

  private select(sheetId: string, area: Area): void {
    const sheet = this.book.sheet(sheetId);
    if (sheet) this.listener.selected(sheet, area);
  }

  private format(sheetId: string, areas: readonly Area[], numberFormat: string): void {
    const sheet = this.book.sheet(sheetId);
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          sheet?.setStyle(row, column, { ...sheet.cell(row, column)?.style, numberFormat });
        }
      }
      sheet?.tellChanged(area);
    }
  }

  private addSheet(): void {
    let number = this.book.sheets.length + 1;
    while (this.book.sheet(`Sheet${number}`)) number++;
    this.book.addSheet(`Sheet${number}`);
    this.book.activeSheetIndex = this.book.sheets.length - 1;
    this.flush();
  }

  private resize(sheetId: string, from: number, to: number, widthPixels: number): void {
    const sheet = this.book.sheet(sheetId);
    for (let column = from; column <= to; column++) sheet?.columnWidths.set(column, characters(widthPixels));
  }
}
