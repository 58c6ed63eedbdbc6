/*
 * What the host remembers between two requests: the workbook, the selection, tracked references and the switches a
 * test can turn. It answers nothing itself.
 */
import type { Book, Table } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Area } from '../book/values';
import type { HostObject } from './kind';

/** Brings every formula of the workbook up to date. The calculation engine implements it. */
export interface Calculator {
  calculate(book: Book): Promise<unknown>;
  /** True while results are being put into cells: nobody edited those. */
  readonly isApplying?: boolean;
  /** Why a formula cannot be read at all, as a sentence; undefined when it can. Excel refuses such a formula. */
  refuses?(formula: string, sheet: Sheet): string | undefined;
}

/** A rectangle on a sheet: what an Excel range is to the host. */
export interface RangeTarget {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** The host's state. */
export class Host {
  calculator: Calculator | undefined;
  /** Ranges that Office.js tracks across requests, by reference id. */
  readonly references = new Map<string, HostObject>();
  private selection: RangeTarget | undefined;
  /** Sheets whose `onChanged` somebody listens to, by id. */
  readonly watchedSheets = new Set<string>();
  /** Tables written to in this request, with the sheet columns concerned: they are looked at when it ends. */
  readonly writtenTables = new Map<Table, Set<number>>();
  /** Excel's option to fill a blank table column with the first formula put into it; on unless a user turns it off. */
  fillsCalculatedColumns = true;
  /** How many reads of formula cells still show `#BUSY!`; set anew at each write while `busyAfterWrite` is above 0. */
  busyReads = 0;
  busyAfterWrite = 0;
  /** True at the start: nothing says that the results in a workbook just opened are up to date. */
  private stale = true;
  private asked = false;
  private running: Promise<unknown> | undefined;
  private nextReference = 1;
  private readonly referenceIds = new Map<HostObject, string>();

  constructor(readonly book: Book) {
    book.onChange(() => {
      if (!this.isApplying) this.stale = true;
    });
  }

  /** Marks that cells changed, so that a read calculates first. */
  markWritten(): void {
    this.stale = true;
    this.busyReads = this.busyAfterWrite;
  }

  /** True while results are being put into cells: nobody edited them. */
  get isApplying(): boolean {
    return this.calculator?.isApplying ?? false;
  }

  /** Notes that a table's cells changed in some sheet columns; all of its own when none are given. */
  markTable(table: Table, columns: Pick<Area, 'column' | 'columns'> = table.area): void {
    const marked = this.writtenTables.get(table) ?? new Set<number>();
    for (let column = columns.column; column < columns.column + columns.columns; column++) marked.add(column);
    this.writtenTables.set(table, marked);
  }

  /** Calculates at the next read whatever the mode, as `application.calculate` does. */
  askToCalculate(): void {
    this.asked = true;
    this.stale = true;
  }

  /** Calculates if anything changed since the last time and Excel would do so by itself; waits for a calculation under way. */
  async calculateIfStale(): Promise<void> {
    while (this.running) await this.running;
    const due = this.stale && (this.asked || this.book.calculationMode !== 'Manual');
    if (!due || this.calculator === undefined) return;
    this.stale = false;
    this.asked = false;
    const run = this.calculator.calculate(this.book);
    // Whoever else waits learns only that it ended: its failure is told to the one who asked.
    this.running = run.catch(() => undefined).finally(() => (this.running = undefined));
    await run;
  }

  /** The sheet that is shown. */
  get activeSheet(): Sheet {
    const sheet = this.book.sheets[this.book.activeSheetIndex] ?? this.book.sheets[0];
    if (sheet === undefined) throw new Error('A workbook has at least one sheet.');
    return sheet;
  }

  /** Selects cells, and shows their sheet. */
  select(target: RangeTarget): void {
    this.selection = target;
    this.show(target.sheet);
  }

  /** Shows a sheet. */
  show(sheet: Sheet): void {
    this.book.activeSheetIndex = Math.max(0, this.book.sheets.indexOf(sheet));
    this.book.changed({ kind: 'structure', sheet, area: undefined });
  }

  /** What is selected: A1 of the shown sheet at the start. */
  get selected(): RangeTarget {
    if (this.selection?.sheet === this.activeSheet) return this.selection;
    return { sheet: this.activeSheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** Tracks an object: Office.js then finds it again by its reference id. */
  keep(object: HostObject): void {
    if (this.referenceIds.has(object)) return;
    const id = `ref${this.nextReference++}`;
    this.referenceIds.set(object, id);
    this.references.set(id, object);
  }

  /** The reference id of an object that is tracked. */
  referenceOf(object: HostObject): string | undefined {
    return this.referenceIds.get(object);
  }

  /** Stops tracking. */
  forget(id: string): void {
    const object = this.references.get(id);
    if (object !== undefined) this.referenceIds.delete(object);
    this.references.delete(id);
  }
}
