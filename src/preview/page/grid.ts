/*
 * The grid on the page: Univer's sheet with its own calculation turned off, because the workbook and its calculator hold the
 * values. It draws, takes typing, and tells what happened; what that means for the workbook is `gridSync.ts`.
 */
import { ICommandService, LocaleType, LogLevel, mergeLocales, Univer, UniverInstanceType } from '@univerjs/core';
import type { ICellData, IWorkbookData, Nullable, Workbook } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  FormulaDataModel,
  FunctionType,
  type IFunctionInfo,
  UniverFormulaEnginePlugin,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import englishTexts from '@univerjs/preset-sheets-core/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { Area } from '../book/values';
import type { FunctionsJson } from './browserFunctions';
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
  /** The user asked for something that the preview does not do. */
  refused(command: string): void;
}

const SET_CELLS = 'sheet.mutation.set-range-values';
const SET_WIDTH = 'sheet.mutation.set-worksheet-col-width';

/** Commands that would change the shape of the workbook, which is Excel's to do: formulas and tables would have to follow. */
const REFUSED = [
  /^sheet\.command\.(?:insert|remove|move|copy|delete)-(?:row|col|rows|cols|range|sheet)/,
  /^sheet\.command\.(?:insert-(?:multi-)?(?:rows|cols|row|col|range)|remove-(?:rows|cols|row|col)|delete-range|move-)/,
  /^sheet\.command\.(?:insert-sheet|remove-sheet|copy-sheet|copy-worksheet|set-worksheet-(?:name|order|hidden|show))/,
  /^sheet\.command\.(?:add-worksheet-merge|remove-worksheet-merge|insert-function|sort-range|add-table|delete-table)/,
  /^(?:sheet|formula)\.command\.(?:set|insert|remove|update)-defined-name/,
];

/** The grid. */
export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly commands: ICommandService;
  private listener: GridListener | undefined;
  private unitId = '';
  private loads = 0;
  private isPushing = false;

  /** @param container - The id of the element to draw in. @param metadata - For the help while typing a formula. */
  constructor(container: string, metadata: FunctionsJson) {
    this.univer = new Univer({
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: mergeLocales(englishTexts) },
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
    this.api.getActiveWorkbook()?.getActiveSheet().getActiveRange()?.activate();
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
    } else if (id === SET_WIDTH)
      this.hearWidths(
        params as { subUnitId: string; ranges: { startColumn: number; endColumn: number }[]; colWidth: unknown },
      );
    else if (id === 'sheet.operation.set-selections' || id === 'sheet.operation.set-worksheet-active')
      this.hearSelection();
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
    const { startRow = 0, startColumn = 0, endRow = 0, endColumn = 0 } = range ?? {};
    const area = {
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    };
    return { sheetId: sheet.getSheetId(), area };
  }

  private hearSelection(): void {
    const selection = this.selection();
    if (selection) this.listener?.selected(selection.sheetId, selection.area);
  }

  private refuse(id: string): void {
    if (this.isPushing || !REFUSED.some((pattern) => pattern.test(id))) return;
    this.listener?.refused(id);
    // Univer's documented way to stop a command is to throw before it runs.
    throw new Error(`The preview does not do ${id}.`);
  }
}

/** What the grid's formula help says of a function of ours. */
function functionHelp({ name, description = '', parameters }: FunctionsJson['functions'][number]): IFunctionInfo {
  return {
    functionName: `POOL.${name}`,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}
