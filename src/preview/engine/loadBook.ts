/*
 * A workbook made ready for the engine: its formulas translated, and only the sheets that formulas stand on or read. Ledgers
 * that no formula refers to never reach the engine.
 */
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { type Cell, CellError, type ErrorCode, MAX_COLUMNS, MAX_ROWS } from '../book/values';
import { bookShape } from './bookShape';
import { FilledDown } from './filledDown';
import { FIXED_ARRAY, ONE_VALUE } from './functionClasses';
import type { Reach, TranslationContext } from './references';
import type { FormulaPlace } from './structuredReference';
import { translateFormula, type Translation } from './translate';
import type { EngineCell, EngineSheet } from './engineCells';
import type { UniverEngine } from './univerEngine';

/** A formula that the engine is not given, and what its cell shows instead. */
export interface FormulaNotice {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly code: ErrorCode;
  readonly why: string;
  /** True: the cell goes on showing the value it had in the file. */
  readonly isValueKept: boolean;
}

/** A workbook as the engine has it. */
export interface LoadedBook {
  readonly book: Book;
  readonly sheets: readonly EngineSheet[];
  /** The workbook's shape when it was loaded: another shape needs loading anew. */
  readonly shape: string;
  readonly formulas: number;
  readonly notices: readonly FormulaNotice[];
  /** The formula cells that the engine calculates or that show an error of ours, as `sheetId!row,column`. */
  readonly formulaCells: ReadonlySet<string>;
  /** Formulas with `#`, whose text depends on how far arrays reach. */
  readonly usesSpill: boolean;
  /** Formula cells in tables, or whose array met one, that must hold one value. The calculator adds to it. */
  readonly held: Set<string>;
  /** Set while results are applied: whether any array is spilled or blocked. */
  hasArrays: boolean;
  isLoaded(sheet: Sheet): boolean;
}

/** Rows and columns beyond what is used, for arrays to spill into. */
const SLACK_ROWS = 200;
const SLACK_COLUMNS = 50;

interface Reading {
  readonly filledDown: FilledDown;
  readonly cells: Map<Sheet, Map<string, EngineCell>>;
  readonly reaches: Map<Sheet, Reach>;
  readonly notices: FormulaNotice[];
  readonly kept: Set<string>;
  formulas: number;
  usesSpill: boolean;
  readsAnySheet: boolean;
}

/**
 * Translates a workbook's formulas and gathers the sheets the engine needs.
 *
 * @param held - Formula cells that must hold one value (`sheetId!row,column`): their arrays become `#SPILL!`.
 */
export function loadBook(book: Book, engine: UniverEngine, held: Set<string>): LoadedBook {
  const reading = readFormulas(book, engine, held);
  const isLoaded = (sheet: Sheet): boolean => reading.readsAnySheet || reading.reaches.has(sheet);
  const formulaCells = new Set<string>();
  for (const [sheet, cells] of reading.cells) for (const at of cells.keys()) formulaCells.add(`${sheet.id}!${at}`);
  return {
    book,
    shape: bookShape(book),
    sheets: book.sheets.filter(isLoaded).map((sheet) => engineSheet(sheet, reading)),
    formulas: reading.formulas,
    notices: reading.notices,
    formulaCells,
    usesSpill: reading.usesSpill,
    held,
    hasArrays: false,
    isLoaded,
  };
}

function readFormulas(book: Book, engine: UniverEngine, held: ReadonlySet<string>): Reading {
  const reading: Reading = {
    filledDown: new FilledDown(),
    cells: new Map(),
    reaches: new Map(),
    notices: [],
    kept: new Set(),
    formulas: 0,
    usesSpill: false,
    readsAnySheet: false,
  };
  const context = { book, isKnownFunction: (name: string) => engine.isKnownFunction(name) };
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.cells()) {
      if (cell.formula === undefined) continue;
      reading.formulas++;
      if (/\b(?:INDIRECT|OFFSET)\(/i.test(cell.formula)) reading.readsAnySheet = true;
      const isHeld = held.has(`${sheet.id}!${String(row)},${String(column)}`);
      const cells = reading.cells.get(sheet) ?? new Map<string, EngineCell>();
      const place = { sheet, row, column };
      reading.cells.set(sheet, cells.set(`${row},${column}`, formulaCell(place, cell, cell.formula, reading, context, isHeld))); // prettier-ignore
    }
  }
  return reading;
}

/** A formula's cell: like an earlier one of its column, or translated. */
function formulaCell(
  place: FormulaPlace,
  cell: Readonly<Cell>,
  formula: string,
  reading: Reading,
  context: TranslationContext,
  isHeld: boolean,
): EngineCell {
  const { sheet, row, column } = place;
  const { filledDown, reaches } = reading;
  const key = cell.spill?.legacy === undefined ? filledDown.key(formula, place, isHeld) : '';
  const like = filledDown.like(key);
  if (like !== undefined) {
    for (const [read, reach] of like.sheets) widen(reaches, read, reach);
    widen(reaches, sheet, { rows: row + 1, columns: column + 1 });
    return { likeId: like.id };
  }
  const translation = translateFormula(formula, place, context);
  reading.usesSpill ||= translation.usesSpill;
  const made = engineCell(sheet, row, column, cell, translation, reading, isHeld);
  if (key === '' || !translation.ok || !translation.isOfColumn || !('formula' in made)) return made;
  return { ...made, id: filledDown.keep(key, translation.sheets) };
}

function engineCell(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Readonly<Cell>,
  translation: Translation,
  reading: Reading,
  isHeld: boolean,
): EngineCell {
  if (translation.ok) {
    for (const [read, reach] of translation.sheets) widen(reading.reaches, read, reach);
    return { formula: wrapped(translation.formula, cell, isHeld) };
  }
  widen(reading.reaches, sheet, { rows: row + 1, columns: column + 1 });
  const isValueKept = translation.isUnsupported && cell.value !== null && !(cell.value instanceof CellError);
  reading.notices.push({ sheet, row, column, code: translation.code, why: translation.why, isValueKept });
  if (isValueKept) reading.kept.add(`${sheet.id}!${row},${column}`);
  return { value: isValueKept ? cell.value : new CellError(translation.code, translation.why) };
}

function wrapped(formula: string, { spill }: Readonly<Cell>, isHeld: boolean): string {
  if (spill?.legacy) return `=${FIXED_ARRAY}(${formula.slice(1)},${spill.rows},${spill.columns})`;
  return isHeld ? `=${ONE_VALUE}(${formula.slice(1)})` : formula;
}

function widen(reaches: Map<Sheet, Reach>, sheet: Sheet, { rows, columns }: Reach): void {
  const old = reaches.get(sheet) ?? { rows: 1, columns: 1 };
  reaches.set(sheet, { rows: Math.max(old.rows, rows), columns: Math.max(old.columns, columns) });
}

function engineSheet(sheet: Sheet, reading: Reading): EngineSheet {
  const used = sheet.usedArea() ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const reach = reading.reaches.get(sheet) ?? { rows: 1, columns: 1 };
  return {
    id: sheet.id,
    name: sheet.name,
    rowCount: Math.min(MAX_ROWS, Math.max(used.row + used.rows, reach.rows) + SLACK_ROWS),
    columnCount: Math.min(MAX_COLUMNS, Math.max(used.column + used.columns, reach.columns) + SLACK_COLUMNS),
    cells: engineCells(sheet, reading),
  };
}

function* engineCells(sheet: Sheet, reading: Reading): Iterable<readonly [number, number, EngineCell]> {
  const formulas = reading.cells.get(sheet);
  for (const [row, column, cell] of sheet.cells()) {
    const formula = formulas?.get(`${row},${column}`);
    if (formula) yield [row, column, formula];
    // A cell that an array fills is the engine's to fill again, unless the array itself cannot be calculated.
    else if (cell.value !== null && (!cell.spilledFrom || isKept(sheet, cell.spilledFrom, reading)))
      yield [row, column, { value: cell.value }];
  }
}

function isKept(sheet: Sheet, from: { readonly row: number; readonly column: number }, { kept }: Reading): boolean {
  return kept.has(`${sheet.id}!${from.row},${from.column}`);
}
