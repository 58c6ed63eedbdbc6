/*
 * An Excel for tests: the real Office.js, answered by the preview host over a workbook in memory. `Excel` and `Office` are global,
 * so that code under test runs as it does in Excel.
 */
import { Book } from '../../src/preview/book/book';
import { parseArea } from '../../src/preview/book/address';
import { CellError, type CellValue } from '../../src/preview/book/values';
import type { Sheet } from '../../src/preview/book/sheet';
import { type Calculator, Host } from '../../src/preview/executor/host';
import { type LoggedRequest, Wire } from '../../src/preview/executor/wire';
import { sendEvents } from '../../src/preview/office/events';
import { HOST_EXCEL_API } from '../../src/preview/office/requirements';
import { loadOffice, type LoadedOffice } from '../../src/preview/office/loadOffice';

/** Office.js takes a moment to load: once a test file is enough. */
let office: LoadedOffice | undefined;

/** A host for one test. */
export interface TestHost {
  readonly Excel: typeof Excel;
  /** `Excel.run` against this host. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  readonly book: Book;
  /** Every request so far: sizes, number of actions, error code. */
  readonly log: readonly LoggedRequest[];
  /** How many requests were sent, not counting those that only let tracked ranges go. */
  readonly requests: number;
  /**
   * Fails the nth request from the start (1 = first), whole; with `action`, those before that action are done.
   * Without a message Excel's own for the code is used.
   */
  injectFailure(nthRequest: number, code: string, message?: string, action?: number): void;
  /** The calculation engine to use, if the test needs formulas. */
  setCalculator(calculator: Calculator): void;
  /** From the next write on, this many reads of formula cells show `#BUSY!` first. */
  setBusyReads(reads: number): void;
  /** An older Excel: members above this ExcelApi level are refused by Office.js itself. */
  setExcelApi(level: string): void;
  startCellEdit(): void;
  endCellEdit(): void;
  readonly state: Host;
  readonly office: LoadedOffice;
}

/** Opens a host over a workbook; without one, over a new one with a sheet `Sheet1`. */
export function openHost(book: Book = newBook()): TestHost {
  office ??= loadOffice();
  const loaded = office;
  const state = new Host(book);
  const wire = new Wire(state);
  sendEvents(state, (event) => loaded.deliver(event));
  loaded.connect(wire);
  loaded.setExcelApi(HOST_EXCEL_API);
  Object.assign(globalThis, { Excel: loaded.Excel, Office: loaded.Office });
  return {
    Excel: loaded.Excel,
    run: (batch) => {
      loaded.connect(wire);
      return loaded.Excel.run(batch);
    },
    book,
    log: wire.log,
    get requests() {
      return wire.requests;
    },
    injectFailure: (nth, code, message, action) => wire.injectFailure(nth, code, message, action),
    setCalculator: (calculator) => {
      state.calculator = calculator;
    },
    setBusyReads: (reads) => {
      state.busyAfterWrite = reads;
    },
    setExcelApi: (level) => loaded.setExcelApi(level),
    startCellEdit: () => wire.startCellEdit(),
    endCellEdit: () => wire.endCellEdit(),
    state,
    office: loaded,
  };
}

/** A workbook with one blank sheet. */
export function newBook(sheetName = 'Sheet1'): Book {
  const book = new Book();
  book.addSheet(sheetName);
  return book;
}

/** Fills cells from an address down and right; a text starting with `=` is a formula, null leaves a cell blank. */
export function fill(sheet: Sheet, address: string, rows: readonly (readonly CellValue[])[]): void {
  const start = parseArea(address);
  if (start === undefined) throw new Error(`Not an address: ${address}`);
  rows.forEach((cells, i) =>
    cells.forEach((value, j) => {
      if (value === null) return;
      if (typeof value === 'string' && value.startsWith('='))
        sheet.setContent(start.row + i, start.column + j, null, value);
      else sheet.setContent(start.row + i, start.column + j, value);
    }),
  );
}

/** What a rectangle of a sheet holds: values, '' for blank, errors as their code. */
export function read(sheet: Sheet, address: string): (string | number | boolean)[][] {
  const area = parseArea(address);
  if (area === undefined) throw new Error(`Not an address: ${address}`);
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (__, j) => {
      const value = sheet.value(area.row + i, area.column + j);
      return value instanceof CellError ? value.code : (value ?? '');
    }),
  );
}
