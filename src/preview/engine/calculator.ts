/*
 * Keeps a workbook's formulas calculated: takes its cells to the engine, the results back, and imitates Excel where Univer is
 * kinder (an array in a table is `#SPILL!`). The workbook stays the only store; the engine can be thrown away at any time.
 */
import type { Book, BookChange } from '../book/book';
import type { Sheet } from '../book/sheet';
import { CellError } from '../book/values';
import type { Calculator } from '../executor/host';
import { applyResults } from './applyResults';
import { bookShape } from './bookShape';
import { type FormulaNotice, loadBook, type LoadedBook } from './loadBook';
import type { EngineArea } from './engineCells';
import type { UniverEngine } from './univerEngine';

/** Above this many formula cells the preview is slow, and says so (Univer needed 66 s for 50,000). */
export const MANY_FORMULAS = 10_000;

/** What a calculation did. */
export interface CalculationReport {
  /** Formula cells in the workbook, all of them. */
  readonly formulas: number;
  readonly notices: readonly FormulaNotice[];
  /** True when some formula leads back to itself: its figures mean nothing. Excel shows 0 and warns. */
  readonly isCircular: boolean;
}

/** Rounds of calculating and looking again, for spill marks and tables; one or two are usual. */
const MOST_ROUNDS = 10;

/** A change of more cells than this is cheaper taken as a new workbook. */
const MANY_CHANGES = 20_000;

/** The calculator of one engine. It serves one workbook at a time and notices when it is given another. */
export class BookCalculator implements Calculator {
  private loaded: LoadedBook | undefined;
  private stopListening: (() => void) | undefined;
  private changes: BookChange[] = [];
  isApplying = false;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly engine: UniverEngine) {}

  /** What the last calculation found. */
  report: CalculationReport = { formulas: 0, notices: [], isCircular: false };

  /** Brings every formula of the workbook up to date and writes the results into it. */
  calculate(book: Book): Promise<void> {
    const next = this.queue.then(() => this.calculateNow(book));
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async calculateNow(book: Book): Promise<void> {
    const changed = this.loaded?.book === book ? this.changedAreas(this.loaded) : 'all';
    if (this.loaded?.book !== book) this.listenTo(book);
    this.changes = [];
    let loaded = this.loaded;
    if (changed === 'all' || !loaded) loaded = await this.calculateAll(book);
    else if (changed.length > 0) {
      const results = await this.engine.calculate(changed);
      if (this.apply(loaded, results) === 'again') loaded = await this.calculateAll(book);
    }
    this.loaded = loaded;
    this.report = { formulas: loaded.formulas, notices: loaded.notices, isCircular: this.engine.isCircular };
  }

  /** Loads and calculates from nothing, again while arrays meet tables or `#` follows an array that moved. */
  private async calculateAll(book: Book): Promise<LoadedBook> {
    const held = new Set<string>();
    let loaded = this.load(book, held);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const results = await this.engine.calculate();
      if (this.apply(loaded, results) === 'settled') break;
      loaded = this.load(book, held);
    }
    return loaded;
  }

  private load(book: Book, held: Set<string>): LoadedBook {
    const loaded = loadBook(book, this.engine, held);
    this.engine.load(loaded.sheets);
    return loaded;
  }

  private apply(loaded: LoadedBook, results: Awaited<ReturnType<UniverEngine['calculate']>>): 'settled' | 'again' {
    this.isApplying = true;
    try {
      return applyResults(loaded, results);
    } finally {
      this.isApplying = false;
    }
  }

  private listenTo(book: Book): void {
    this.stopListening?.();
    this.stopListening = book.onChange((change) => {
      if (!this.isApplying) this.changes.push(change);
    });
  }

  /** The areas whose values changed, already told to the engine; `all` when formulas or the workbook's shape changed. */
  private changedAreas(loaded: LoadedBook): readonly EngineArea[] | 'all' {
    // Only a calculation from nothing can tell whether a formula held to one value may spill again.
    const hasCells = this.changes.some(({ kind }) => kind === 'cells');
    if (loaded.held.size > 0 && hasCells) return 'all';
    const areas: EngineArea[] = [];
    let cells = 0;
    for (const { kind, sheet, area } of this.changes) {
      if (kind === 'structure' || !sheet || !area) {
        // Showing another sheet is told as a change of structure too; formulas know nothing of it.
        if (area || bookShape(loaded.book) !== loaded.shape) return 'all';
        continue;
      }
      cells += area.rows * area.columns;
      if (cells > MANY_CHANGES || !this.tellEngine(loaded, sheet, area)) return 'all';
      areas.push({ sheetId: sheet.id, ...area });
    }
    return areas;
  }

  /** Gives the engine an area's values; false when a formula is, was or might be concerned by more than its value. */
  private tellEngine(loaded: LoadedBook, sheet: Sheet, area: Omit<EngineArea, 'sheetId'>): boolean {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = sheet.cell(row, column);
        const id = `${sheet.id}!${row},${column}`;
        if (cell?.formula !== undefined || cell?.spilledFrom || loaded.formulaCells.has(id)) return false;
        if (!loaded.isLoaded(sheet)) continue;
        if (this.engine.isFilled(sheet.id, row, column)) return false;
        const wasBlank = this.engine.isBlank(sheet.id, row, column);
        // A cell that fills or empties can block an array or let it spill.
        if (loaded.hasArrays && wasBlank !== ((cell?.value ?? null) === null)) return false;
        this.engine.setValue(sheet.id, row, column, cell?.value ?? null);
      }
    }
    return true;
  }
}

/** The sentence a cell's error came with, or '' for a value or an error without one. */
export function sentenceAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  return value instanceof CellError ? value.message : '';
}
