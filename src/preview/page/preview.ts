/*
 * The page's parts put together over one workbook at a time: grid, calculator, pane. Buttons and files are `index.ts`.
 */
import { cellAddress, quoteSheet } from '../book/address';
import { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { type Area, CellError } from '../book/values';
import { BookCalculator, MANY_FORMULAS } from '../engine/calculator';
import { markPoolFormulas } from '../engine/poolFormulas';
import { UniverEngine } from '../engine/univerEngine';
import { Host } from '../executor/host';
import { openXlsx, type XlsxPackage } from '../xlsx/openXlsx';
import { xlsxProblemText } from '../xlsx/problems';
import { saveXlsx } from '../xlsx/saveXlsx';
import type { LoadedFunctions } from './browserFunctions';
import { BROWSER_UNIVER } from './browserUniver';
import type { Grid } from './grid';
import { GridSync } from './gridSync';
import { PaneHost } from './paneHost';
import { PAGE_WORDS } from './words';

/** Says something to the user; `isError` makes it stand out. */
export type Tell = (sentence: string, isError?: boolean) => void;

/** The preview of one workbook after another. */
export class Preview {
  private readonly calculator: BookCalculator;
  private readonly pane: PaneHost;
  private readonly functionNames: readonly string[];
  private host: Host | undefined;
  private sync: GridSync | undefined;
  private source: XlsxPackage | undefined;
  /** True while the notice is about the selected cell: it goes when another is selected. */
  private isExplaining = false;
  /** True when the workbook holds changes that were not saved. */
  isChanged = false;

  constructor(
    private readonly grid: Grid,
    frame: HTMLIFrameElement,
    private readonly panePage: string,
    { library }: LoadedFunctions,
    private readonly tell: Tell,
  ) {
    this.calculator = new BookCalculator(new UniverEngine(BROWSER_UNIVER, library));
    this.functionNames = [...library.keys()];
    this.pane = new PaneHost(frame, () => this.followPane());
  }

  /** Opens a file's bytes. @returns The problem in a sentence, or undefined when it is open. */
  async openBytes(bytes: Uint8Array): Promise<string | undefined> {
    const opened = openXlsx(bytes, { functionNames: this.functionNames });
    if (!opened.ok) return xlsxProblemText(opened.problem);
    await this.openBook(opened.value.book, opened.value.package);
    return undefined;
  }

  /** Opens a new, blank workbook. */
  async openBlank(): Promise<void> {
    const book = new Book();
    book.addSheet('Sheet1');
    await this.openBook(book, undefined);
  }

  /** What the user should know of the workbook that is open, or ''. */
  get warning(): string {
    const { formulas, notices, isCircular } = this.calculator.report;
    const kept = notices.filter(({ isValueKept }) => isValueKept).length;
    const sentences = [
      ...(isCircular ? [PAGE_WORDS.circular] : []),
      ...(kept > 0 ? [PAGE_WORDS.valuesKept(kept)] : []),
      ...(formulas > MANY_FORMULAS ? [PAGE_WORDS.manyFormulas(formulas)] : []),
    ];
    return sentences.join(' ');
  }

  /** The workbook as a file, with what was typed last calculated. */
  async saveBytes(): Promise<Uint8Array> {
    if (!this.host) throw new Error('No workbook is open.');
    await this.host.calculateIfStale();
    markPoolFormulas(this.host.book);
    const bytes = saveXlsx(this.host.book, this.source);
    this.isChanged = false;
    return bytes;
  }

  private async openBook(book: Book, source: XlsxPackage | undefined): Promise<void> {
    this.sync?.stop();
    const host = new Host(book);
    host.calculator = this.calculator;
    this.host = host;
    this.source = source;
    await this.calculator.calculate(book);
    this.sync = new GridSync(this.grid, book, {
      edited: () => void this.recalculate(),
      selected: (sheet, area) => this.noteSelection(sheet, area),
      refused: () => {
        this.tell(PAGE_WORDS.refused, true);
        this.isExplaining = true;
      },
    });
    this.pane.open(host, this.panePage);
    this.isChanged = false;
    // Showing another sheet is told as a change too, but loses nothing.
    book.onChange(({ kind }) => (this.isChanged ||= kind === 'cells'));
  }

  private async recalculate(): Promise<void> {
    const host = this.host;
    if (!host) return;
    host.markWritten();
    try {
      await host.calculateIfStale();
      this.sync?.flush();
      const { sheet, area } = host.selected;
      this.explain(sheet, area);
      if (this.calculator.report.isCircular) this.tell(PAGE_WORDS.circular, true);
    } catch (error) {
      this.tell(PAGE_WORDS.failed(error instanceof Error ? error.message : String(error)), true);
    }
  }

  /** The user moved in the grid: the pane's "selected cell" is that, and an error there is explained. */
  private noteSelection(sheet: Sheet, area: Area): void {
    const selected = this.host?.selected;
    const isSame = selected?.sheet === sheet && JSON.stringify(selected.area) === JSON.stringify(area);
    if (!isSame) this.host?.select({ sheet, area });
    this.explain(sheet, area);
  }

  /** The pane may have shown a sheet or selected cells: the grid follows. */
  private followPane(): void {
    this.sync?.flush();
    const selected = this.host?.selected;
    if (!selected) return;
    const shown = this.grid.selection();
    const isSame = shown?.sheetId === selected.sheet.id && JSON.stringify(shown.area) === JSON.stringify(selected.area);
    if (!isSame) this.grid.select(selected.sheet.id, selected.area);
  }

  private explain(sheet: Sheet, { row, column }: Area): void {
    const value = sheet.value(row, column);
    if (!(value instanceof CellError)) {
      if (this.isExplaining) this.tell('');
      this.isExplaining = false;
      return;
    }
    this.isExplaining = true;
    const where = `${quoteSheet(sheet.name)}!${cellAddress(row, column)}`;
    const other = value.code === '#SPILL!' ? PAGE_WORDS.spill : PAGE_WORDS.fromElsewhere;
    this.tell(PAGE_WORDS.errorAt(where, value.code, sentenceOf(value.message) || other), true);
  }
}

/** Reasons of the engine begin small and end open; shown alone they are sentences. */
function sentenceOf(message: string): string {
  if (message === '') return '';
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
