/*
 * The grid on the page: Univer's sheet with its own calculation turned off, because the workbook and its calculator hold the
 * values. It draws, takes typing, and tells what happened; what that means for the workbook is `gridSync.ts`.
 */
import {
  CanceledError,
  ICommandService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { ICellData, IRange, IWorkbookData, Nullable, Workbook } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  AFTER_CELL_EDIT,
  FormulaDataModel,
  ILayoutService,
  SheetInterceptorService,
  UniverFormulaEnginePlugin,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import englishTexts from '@univerjs/preset-sheets-core/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import { cellAddress } from '../book/address';
import type { Area } from '../book/values';
import type { FunctionsJson } from './browserFunctions';
import { ADD_SHEET, ERROR_HINTS, functionHelp, REFUSED } from './gridCustoms';
import type { CellMatrix } from './gridEdit';

/** A change of cells in the grid, made by the user. */
export interface GridEdit {
  readonly sheetId: string;
  readonly cells: CellMatrix;
}

/** What the grid tells. */
export interface GridListener {
  edited(edit: GridEdit): void;
  selected(sheetId: string, area: Area): void;
  columnsResized(sheetId: string, from: number, to: number, widthPixels: number): void;
  /** The user gave cells a number format. */
  formatted(sheetId: string, areas: readonly Area[], pattern: string): void;
  /** The user asked for a new sheet. */
  sheetWanted(): void;
  /** The user asked for something that the preview does not do. */
  refused(): void;
  /** What a typed text means in a cell. */
  typed(sheetId: string, row: number, column: number, text: string): ICellData;
}

const SET_CELLS = 'sheet.mutation.set-range-values';
const SET_FORMAT = 'sheet.mutation.set.numfmt';
const SET_WIDTH = 'sheet.mutation.set-worksheet-col-width';

/** Univer's cell type for text typed with a leading apostrophe. */
const FORCED_TEXT = 4;
const BEFORE_UNIVER = 1000;

/** Univer's record of a change of number formats: formats by number, and where each goes. */
interface NumberFormats {
  readonly subUnitId: string;
  readonly values: Readonly<Record<string, { readonly ranges: readonly IRange[] }>>;
  readonly refMap: Readonly<Record<string, { readonly pattern: string } | undefined>>;
}

function areaOf({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}

/** The grid. */
export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly commands: ICommandService;
  private listener: GridListener | undefined;
  private unitId = '';
  private loads = 0;
  private isPushing = false;
  private readsTyping = false;

  /** @param container - The id of the element to draw in. @param metadata - For the help while typing a formula. */
  constructor(
    private readonly container: string,
    metadata: FunctionsJson,
  ) {
    this.univer = new Univer({
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: mergeLocales(englishTexts, { 'sheets-formula-ui': { error: ERROR_HINTS } }) },
      logLevel: LogLevel.ERROR,
    });
    const formula = { description: metadata.functions.map(functionHelp) };
    const { plugins } = UniverSheetsCorePreset({ container, formula, disableAutoFocus: true, ribbonType: 'simple' });
    for (const plugin of plugins) {
      if (!Array.isArray(plugin)) this.univer.registerPlugin(plugin);
      else if (plugin[0] === UniverFormulaEnginePlugin)
        this.univer.registerPlugin(plugin[0], { notExecuteFormula: true });
      else this.univer.registerPlugin(plugin[0], plugin[1]);
    }
    this.api = FUniver.newAPI(this.univer);
    this.commands = this.univer.__getInjector().get(ICommandService);
    this.commands.onCommandExecuted(({ id, params }) => {
      if (!this.isPushing) this.hear(id, params);
    });
    this.commands.beforeCommandExecuted(({ id }) => this.refuse(id));
  }

  /** Sets who is told. */
  listen(listener: GridListener): void {
    this.listener = listener;
  }

  /** Shows a workbook in place of the one before. */
  show(snapshot: (id: string, locale: LocaleType) => IWorkbookData, activeSheetId: string): void {
    this.silently(() => {
      if (this.unitId !== '') this.api.disposeUnit(this.unitId);
      this.unitId = `grid${this.loads++}`;
      this.univer.createUnit<Partial<IWorkbookData>, Workbook>(
        UniverInstanceType.UNIVER_SHEET,
        snapshot(this.unitId, LocaleType.EN_US),
      );
      this.activate(activeSheetId);
    });
    this.readTyping();
    this.hearSelection();
  }

  /** Puts cells into the grid, without telling. */
  push(sheetId: string, cellValue: Record<number, Record<number, ICellData>>): void {
    this.silently(() => {
      this.commands.syncExecuteCommand(
        SET_CELLS,
        { unitId: this.unitId, subUnitId: sheetId, cellValue },
        { onlyLocal: true },
      );
    });
  }

  /** Shows a sheet. */
  activate(sheetId: string): void {
    const sheet = this.api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
    if (sheet) this.api.getActiveWorkbook()?.setActiveSheet(sheet);
  }

  /** Selects cells and scrolls to them. */
  select(sheetId: string, { row, column, rows, columns }: Area): void {
    this.activate(sheetId);
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getRange(
      row,
      column,
      Math.min(rows, sheet.getMaxRows() - row),
      Math.min(columns, sheet.getMaxColumns() - column),
    );
    range?.activate();
    sheet?.scrollToCell(Math.max(0, row - 3), Math.max(0, column - 2));
  }

  /** The cell as the grid has it, and its formula. */
  read(sheetId: string, row: number, column: number): { cell: Nullable<ICellData>; formula: string | undefined } {
    const cell = this.api
      .getActiveWorkbook()
      ?.getSheetBySheetId(sheetId)
      ?.getSheet()
      .getCellMatrix()
      .getValue(row, column);
    const model = this.univer.__getInjector().get(FormulaDataModel);
    const formula = cell?.f ?? (cell?.si ? model.getFormulaStringByCell(row, column, sheetId, this.unitId) : undefined);
    return { cell, formula: formula ?? undefined };
  }

  /** Moves the keyboard into the grid. */
  focus(): void {
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  /** What is typed is read as Excel in the United Kingdom reads it: Univer would take 01/09/2004 for 9 January. */
  private readTyping(): void {
    if (this.readsTyping) return;
    this.readsTyping = true;
    const { writeCellInterceptor } = this.univer.__getInjector().get(SheetInterceptorService);
    writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: BEFORE_UNIVER,
      handler: (value, { subUnitId, row, col }, next) => {
        // What is typed is no longer what an array filled in: only undo brings that mark back.
        const cell = value && { ...value, custom: null };
        const text = typeof cell?.v === 'string' ? cell.v : undefined;
        const isText = text !== undefined && !cell?.f && !cell?.p && cell?.t !== FORCED_TEXT;
        return isText ? { ...cell, ...this.listener?.typed(subUnitId, row, col, text) } : next(cell);
      },
    });
  }

  private silently(change: () => void): void {
    this.isPushing = true;
    try {
      change();
    } finally {
      this.isPushing = false;
    }
  }

  private hear(id: string, params: unknown): void {
    if (id === SET_CELLS) {
      const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: CellMatrix };
      if (cellValue) this.listener?.edited({ sheetId: subUnitId, cells: cellValue });
    } else if (id === SET_FORMAT) this.hearFormats(params as NumberFormats);
    else if (id === SET_WIDTH)
      this.hearWidths(
        params as { subUnitId: string; ranges: { startColumn: number; endColumn: number }[]; colWidth: unknown },
      );
    else if (id === 'sheet.operation.set-selections' || id === 'sheet.operation.set-worksheet-active')
      this.hearSelection();
  }

  private hearFormats({ subUnitId, values, refMap }: NumberFormats): void {
    for (const [index, { ranges }] of Object.entries(values)) {
      this.listener?.formatted(subUnitId, ranges.map(areaOf), refMap[index]?.pattern ?? 'General');
    }
  }

  private hearWidths({
    subUnitId,
    ranges,
    colWidth,
  }: {
    subUnitId: string;
    ranges: { startColumn: number; endColumn: number }[];
    colWidth: unknown;
  }): void {
    if (typeof colWidth !== 'number') return;
    for (const { startColumn, endColumn } of ranges)
      this.listener?.columnsResized(subUnitId, startColumn, endColumn, colWidth);
  }

  /** What is selected now. */
  selection(): { readonly sheetId: string; readonly area: Area } | undefined {
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return undefined;
    const range = sheet.getActiveRange()?.getRange();
    const area = range ? areaOf(range) : { row: 0, column: 0, rows: 1, columns: 1 };
    return { sheetId: sheet.getSheetId(), area };
  }

  private hearSelection(): void {
    const selection = this.selection();
    if (!selection) return;
    // The cells are drawn, not elements: what is selected is to be known from outside all the same.
    const { sheetId, area } = selection;
    const name = this.api.getActiveWorkbook()?.getActiveSheet()?.getSheetName() ?? '';
    const element = document.getElementById(this.container);
    if (element) element.dataset['selected'] = `${name}!${cellAddress(area.row, area.column)}`;
    this.listener?.selected(sheetId, area);
  }

  private refuse(id: string): void {
    if (this.isPushing) return;
    if (id === ADD_SHEET) this.listener?.sheetWanted();
    else if (REFUSED.test(id)) this.listener?.refused();
    else return;
    // Univer's own way to stop a command is this error, thrown before it runs.
    throw new CanceledError();
  }
}
