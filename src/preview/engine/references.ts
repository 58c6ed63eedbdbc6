/*
 * The references of a formula while it is translated: which sheet and rectangle one stands for, how it is written for
 * Univer, and how far it reaches. Functions, names and the formula as a whole are `translate.ts`.
 */
import { areaAddress, parseArea, quoteSheet, splitSheet } from '../book/address';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { type Area, type ErrorCode, MAX_COLUMNS, MAX_ROWS } from '../book/values';
import type { FormulaPlace } from './structuredReference';

/** How many rows and columns a sheet must have so that every reference to it lies inside. */
export interface Reach {
  readonly rows: number;
  readonly columns: number;
}

/** What the translator needs to know beside the formula. */
export interface TranslationContext {
  readonly book: Book;
  /** True for a function that the engine can calculate; the name is in capitals and without a file prefix. */
  isKnownFunction(name: string): boolean;
}

/** What was met in a formula on the way. */
export interface Seen {
  usesSpill: boolean;
  /** True where the text would mean something else in another row of the formula's table column. */
  isOfOneRow: boolean;
}

/** One formula being translated: where it stands, what it was seen to read, how deep in names it is. */
export interface Work {
  readonly place: FormulaPlace;
  readonly context: TranslationContext;
  readonly sheets: Map<Sheet, Reach>;
  readonly seen: Seen;
  readonly depth: number;
}

/** A rectangle on a sheet. */
export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Thrown while translating only, to leave a formula at the first thing that has no translation. */
export class Untranslatable extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly why: string,
    readonly isUnsupported = false,
  ) {
    super(why);
  }
}

/** Notes that a formula reads an area. Whole columns and rows reach no further than what the sheet holds. */
export function reachTo(sheets: Map<Sheet, Reach>, sheet: Sheet, area: Area): void {
  const old = sheets.get(sheet) ?? { rows: 1, columns: 1 };
  const rows = area.rows === MAX_ROWS ? 1 : area.row + area.rows;
  const columns = area.columns === MAX_COLUMNS ? 1 : area.column + area.columns;
  sheets.set(sheet, { rows: Math.max(old.rows, rows), columns: Math.max(old.columns, columns) });
}

/** A reference as Univer reads it; its sheet must be one of the workbook. @example `'Pool lines'!A1` stays as it is. */
export function plainReference(text: string, { place, context: { book }, sheets, seen, depth }: Work): string {
  const { sheet: name, address } = splitSheet(text);
  const sheet = name === undefined ? place.sheet : book.sheet(name);
  if (!sheet) throw new Untranslatable('#REF!', `there is no sheet ${name ?? ''}`);
  if (address === '#REF!') throw new Untranslatable('#REF!', 'the formula refers to cells that were deleted');
  const area = parseArea(address);
  if (!area) throw new Untranslatable('#REF!', `${address} is outside a sheet`);
  reachTo(sheets, sheet, area);
  if (depth > 0 && !isFixed(address)) seen.isOfOneRow = true;
  return name === undefined ? address : `${quoteSheet(sheet.name)}!${address}`;
}

/** True for an address that means the same in every cell. */
function isFixed(address: string): boolean {
  return address.split(':').every((part) => /^(?:\$[A-Z]+)?(?:\$\d+)?$/i.test(part));
}

/** The rectangle of a reference already translated; undefined when the text is not one reference. */
export function areaOfReference(text: string, { place, context: { book } }: Work): SheetArea | undefined {
  const { sheet: name, address } = splitSheet(text);
  const area = parseArea(address);
  const sheet = name === undefined ? place.sheet : book.sheet(name);
  return area && sheet && { sheet, area };
}

/** A rectangle with its sheet and `$` everywhere, so that nothing moves it. @example Ledger!$D$6:$D$20 */
export function absoluteAddress({ sheet, area }: SheetArea, { sheets }: Work): string {
  reachTo(sheets, sheet, area);
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quoteSheet(sheet.name)}!${address}`;
}

/** A cell or cells of the formula's own row: `$` before the columns alone. @example Ledger!$D6 */
export function ownRowAddress({ sheet, area }: SheetArea, { sheets }: Work): string {
  reachTo(sheets, sheet, area);
  return `${quoteSheet(sheet.name)}!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$2')}`;
}

/** `C4#`: as far as the array in C4 reaches now. */
export function spillArea({ sheet, area: { row, column } }: SheetArea, work: Work): string {
  work.seen.usesSpill = true;
  work.seen.isOfOneRow = true;
  const anchor = sheet.cell(row, column);
  if (!anchor?.formula || !anchor.spill) {
    throw new Untranslatable('#REF!', `${areaAddress({ row, column, rows: 1, columns: 1 })} holds no array`);
  }
  return absoluteAddress(
    { sheet, area: { row, column, rows: anchor.spill.rows, columns: anchor.spill.columns } },
    work,
  );
}

/** `@` before a range: the one cell of it in the formula's own row or column. */
export function ownCell({ sheet, area }: SheetArea, text: string, work: Work): string {
  work.seen.isOfOneRow = true;
  const row = area.rows === 1 ? area.row : work.place.row;
  const column = area.columns === 1 ? area.column : work.place.column;
  const isInside =
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
  if (!isInside) throw new Untranslatable('#VALUE!', `${text} has no cell in this row or column`);
  return absoluteAddress({ sheet, area: { row, column, rows: 1, columns: 1 } }, work);
}
