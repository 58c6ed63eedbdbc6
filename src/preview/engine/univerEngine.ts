/*
 * Univer's formula engine alone: no grid, no commands, no delays. It is given sheets of values and translated formulas, and
 * gives back what each formula came to and how far each array reaches. It knows no workbook of ours and no Excel rules.
 */
import type {
  IAllRuntimeData,
  FormulaDataModel,
  ICalculateFormulaService,
  IFormulaRuntimeService,
} from '@univerjs/preset-sheets-node-core';
import type { ICellData, IRange, IUnitRange, IWorkbookData, Workbook } from '@univerjs/core';
import { CellError, type CellValue } from '../book/values';
import {
  cellData,
  cellKey,
  changedFollowers,
  type EngineArea,
  type EngineResult,
  type EngineSheet,
  readCellData,
  sheetData,
} from './engineCells';
import { compareTextsWhole } from './comparisons';
import { readRangesOnce } from './dependencies';
import { functionClasses } from './functionClasses';
import type { FunctionLibrary } from './functionLibrary';
import { workOutOneBranch } from './lazyIf';
import { correctReading } from './readingCells';
import { guardFunctions, watchFailures } from './safety';
import type { UniverParts } from './univerParts';
import { keepByWholeKey } from './wholeKeys';

/** Passes until arrays that feed arrays settle; Excel has no such limit, but a chain this long is a circle. */
const MOST_PASSES = 40;

/** A calculation that takes longer has hung: Univer has no way to say so. */
const LONGEST_CALCULATION_MS = 600_000;

/** The engine. One at a time: a second `calculate` waits for the first. */
export class UniverEngine {
  private readonly unitType;
  private readonly instance;
  private readonly service: ICalculateFormulaService;
  private readonly model: FormulaDataModel;
  private readonly runtime: IFormulaRuntimeService;
  private readonly sentences = new Map<string, CellError>();
  private readonly ownFunctions: ReadonlySet<string>;
  private failed: ((error: unknown) => void) | undefined;
  /** True when formulas were seen to lead back to themselves since the last `load`. */
  isCircular = false;
  private readonly forgetFormulas: () => void;
  private workbook: Workbook | undefined;
  private loads = 0;
  // Univer's caches are the process's, not the engine's: two engines must never use one unit's id.
  private readonly name = Math.random().toString(36).slice(2);
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly univer: UniverParts,
    library: FunctionLibrary,
  ) {
    correctReading(univer);
    keepByWholeKey(univer);
    this.unitType = univer.UniverInstanceType.UNIVER_SHEET;
    this.ownFunctions = new Set(library.keys());
    this.instance = new univer.Univer({
      locale: univer.LocaleType.EN_US,
      locales: { enUS: {} },
      logLevel: univer.LogLevel.ERROR,
    });
    const classes = functionClasses(univer, library, (sheetId, row, column, error) =>
      this.sentences.set(cellKey(sheetId, row, column), error),
    );
    this.instance.registerPlugin(univer.UniverFormulaEnginePlugin, { function: classes });
    // The plugin starts with the first unit; without one its services cannot be had.
    this.load([]);
    const injector = this.instance.__getInjector();
    this.service = injector.get(univer.ICalculateFormulaService);
    this.model = injector.get(univer.FormulaDataModel);
    this.runtime = injector.get(univer.IFormulaRuntimeService);
    compareTextsWhole(univer, injector.get(univer.IFunctionService));
    guardFunctions(univer, injector.get(univer.IFunctionService));
    workOutOneBranch(univer, this.service);
    this.forgetFormulas = readRangesOnce(this.service);
    watchFailures(this.service, (error) => this.failed?.(error));
  }

  /** True for a function that a formula may call, in capitals. */
  isKnownFunction(name: string): boolean {
    return this.ownFunctions.has(name) || this.univer.ALL_IMPLEMENTED_FUNCTIONS_SET.has(name);
  }

  /** Replaces everything. A new unit each time: Univer keeps stale names and syntax trees under a unit's id. */
  load(sheets: readonly EngineSheet[]): void {
    if (this.workbook)
      this.instance.__getInjector().get(this.univer.IUniverInstanceService).disposeUnit(this.workbook.getUnitId());
    // Names of LET and LAMBDA are bound in the tree itself, which Univer keeps by the formula's text and would bind twice.
    new this.univer.LexerTreeBuilder().dispose();
    const id = `book${this.loads++}-${this.name}`;
    const snapshot: Partial<IWorkbookData> = {
      id,
      name: id,
      appVersion: '0.25.1',
      locale: this.univer.LocaleType.EN_US,
      styles: {},
      sheetOrder: sheets.map((sheet) => sheet.id),
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetData(sheet)])),
    };
    this.workbook = this.instance.createUnit<Partial<IWorkbookData>, Workbook>(this.unitType, snapshot);
    this.sentences.clear();
    this.isCircular = false;
    if (this.loads > 1) {
      this.forgetFormulas();
      this.model.setArrayFormulaRange({});
      this.model.setArrayFormulaCellData({});
    }
  }

  /** True for a cell that an array of another cell fills. */
  isFilled(sheetId: string, row: number, column: number): boolean {
    const filled = this.model.getArrayFormulaCellData()[this.workbook?.getUnitId() ?? '']?.[sheetId]?.[row]?.[column];
    return filled !== undefined && filled !== null;
  }

  /** True for a cell without a value; what an array fills does not count. */
  isBlank(sheetId: string, row: number, column: number): boolean {
    const cell = this.workbook?.getSheetBySheetId(sheetId)?.getCellMatrix().getValue(row, column);
    return (cell?.v ?? null) === null && cell?.f === undefined && cell?.si === undefined;
  }

  /** Sets a cell that holds no formula and held none; `calculate` is then told its area. */
  setValue(sheetId: string, row: number, column: number, value: CellValue): void {
    const matrix = this.workbook?.getSheetBySheetId(sheetId)?.getCellMatrix();
    if (value === null) matrix?.realDeleteValue(row, column);
    else matrix?.setValue(row, column, cellData({ value }));
  }

  /**
   * Calculates all formulas, or those that depend on `changed`.
   *
   * @returns Each formula that was calculated, with the sentence of a function of ours where it gave one.
   */
  calculate(changed?: readonly EngineArea[]): Promise<readonly EngineResult[]> {
    const next = this.queue.then(() => this.calculateNow(changed));
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async calculateNow(changed: readonly EngineArea[] | undefined): Promise<readonly EngineResult[]> {
    const results = new Map<string, EngineResult>();
    // Not `forceCalculate`: Univer would then calculate everything a second time as soon as one array spills.
    let dirty = changed ? this.unitRanges(changed) : this.model.getFormulaDirtyRanges();
    for (let pass = 0; dirty.length > 0 && pass < MOST_PASSES; pass++) {
      const before = this.arrays();
      this.take(await this.run(dirty), results);
      // Univer looks at what an array fills once; an array fed by another's new cells needs one more look.
      dirty = this.unitRanges(changedFollowers(before, this.arrays()));
    }
    for (const result of this.arrays().values())
      results.set(cellKey(result.sheetId, result.row, result.column), result);
    return [...results.values()];
  }

  private run(dirtyRanges: IUnitRange[]): Promise<IAllRuntimeData> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('The calculation did not finish.'));
      }, LONGEST_CALCULATION_MS);
      this.failed = (error) => {
        clearTimeout(timer);
        subscription.unsubscribe();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const subscription = this.service.executionCompleteListener$.subscribe((data) => {
        clearTimeout(timer);
        subscription.unsubscribe();
        // Univer forgets it as soon as everybody was told.
        this.isCircular ||= this.runtime.isCycleDependency();
        resolve(data);
      });
      void this.service.execute({
        formulaData: this.model.getFormulaData(),
        arrayFormulaCellData: this.model.getArrayFormulaCellData(),
        arrayFormulaRange: this.model.getArrayFormulaRange(),
        forceCalculate: false,
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
      });
    });
  }

  /** Keeps a pass's values where the next pass reads them, and among the results. */
  private take(data: IAllRuntimeData, results: Map<string, EngineResult>): void {
    this.model.clearPreviousArrayFormulaCellData(data.clearArrayFormulaCellData);
    this.model.mergeArrayFormulaCellData(data.arrayFormulaCellData);
    this.model.mergeArrayFormulaRange(data.arrayFormulaRange);
    const workbook = this.workbook;
    if (!workbook) return;
    for (const [sheetId, cells] of Object.entries(data.unitData[workbook.getUnitId()] ?? {})) {
      const matrix = workbook.getSheetBySheetId(sheetId)?.getCellMatrix();
      cells?.forValue((row, column, cell) => {
        const old = matrix?.getValue(row, column);
        if (!cell || !old || (old.f ?? old.si) === undefined) return;
        matrix?.setValue(row, column, { ...formulaOf(old), v: cell.v ?? null, t: cell.t ?? null });
        results.set(cellKey(sheetId, row, column), {
          sheetId,
          row,
          column,
          value: this.readCell(cell, sheetId, row, column),
        });
      });
    }
  }

  /** Every array that is spilled now, by its anchor. */
  private arrays(): Map<string, EngineResult> {
    const found = new Map<string, EngineResult>();
    const unitId = this.workbook?.getUnitId() ?? '';
    const cellData = this.model.getArrayFormulaCellData()[unitId] ?? {};
    for (const [sheetId, rows] of Object.entries(this.model.getArrayFormulaRange()[unitId] ?? {})) {
      for (const [rowText, columns] of Object.entries(rows ?? {})) {
        for (const [columnText, range] of Object.entries<IRange | null | undefined>(columns ?? {})) {
          if (!range) continue;
          const [row, column] = [Number(rowText), Number(columnText)];
          const array = Array.from({ length: range.endRow - range.startRow + 1 }, (_, down) =>
            Array.from({ length: range.endColumn - range.startColumn + 1 }, (__, right) =>
              this.readCell(
                cellData[sheetId]?.[row + down]?.[column + right] ?? {},
                sheetId,
                row + down,
                column + right,
              ),
            ),
          );
          const value = array[0]?.[0] ?? null;
          // A blocked array keeps its range in Univer, with nothing in it but the error.
          const isBlocked = value instanceof CellError && value.code === '#SPILL!';
          if (!isBlocked) found.set(cellKey(sheetId, row, column), { sheetId, row, column, value, array });
        }
      }
    }
    return found;
  }

  private readCell(cell: ICellData, sheetId: string, row: number, column: number): CellValue {
    const value = readCellData(cell);
    if (!(value instanceof CellError)) return value;
    const told = this.sentences.get(cellKey(sheetId, row, column));
    return told?.code === value.code ? told : value;
  }

  private unitRanges(areas: readonly EngineArea[]): IUnitRange[] {
    const unitId = this.workbook?.getUnitId() ?? '';
    return areas.map(({ sheetId, row, column, rows, columns }) => ({
      unitId,
      sheetId,
      range: { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 },
    }));
  }
}

/** What makes a cell a formula: its text, and what it shares with others of its column. */
function formulaOf({ f, si }: ICellData): ICellData {
  return { ...(f === undefined ? {} : { f }), ...(si === undefined ? {} : { si }) };
}
