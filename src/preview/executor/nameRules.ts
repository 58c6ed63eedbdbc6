/*
 * Which names Excel takes for sheets, tables and defined names, and when it takes none.
 */
import type { Book, Table } from '../book/book';
import { parseArea } from '../book/address';
import type { Sheet } from '../book/sheet';
import { memberUnknown, refusal } from './hostError';

/**
 * Refuses a sheet name Excel refuses: empty, over 31 characters, `: \ / ? * [ ]`, an apostrophe at either end,
 * `History`, or one that is taken in any case.
 * @throws InvalidArgument, ItemAlreadyExists
 */
export function requireNewSheetName(book: Book, name: string): void {
  const wrong =
    name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name);
  if (wrong) throw refusal('InvalidArgument');
  if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw refusal('ItemAlreadyExists');
  }
}

/** Refuses to add, rename or hide a sheet where the workbook's structure is protected. @throws AccessDenied */
export function requireOpenStructure({ isStructureProtected }: Book): void {
  if (isStructureProtected) throw refusal('AccessDenied');
}

/**
 * Refuses, loudly, to rename what a formula mentions: Excel would rewrite the formula, and the host does not.
 * @param member - The Excel member that was asked for.
 */
export function requireUnmentioned(book: Book, oldName: string, member: string): void {
  const written = oldName.toLowerCase().replaceAll("'", "''");
  if (!someFormula(book, (formula) => formula.includes(written))) return;
  const [kind = '', name = ''] = member.split('.');
  throw memberUnknown(kind, `${name} where formulas mention "${oldName}"`);
}

/**
 * Refuses, loudly, to rename a column that a formula mentions: one with the column's name that also names its table, or
 * stands in the table itself, where Excel leaves the table's name out. Another table's column of that name is no matter.
 *
 * @param written - The column as a formula holds it, in brackets.
 */
export function requireColumnUnmentioned({ name, sheet, area }: Table, written: string): void {
  const [column, table] = [written.toLowerCase(), `${name.toLowerCase()}[`];
  const isInside = ({ sheet: own, row, column: at }: FormulaPlace): boolean =>
    own === sheet &&
    row >= area.row &&
    row < area.row + area.rows &&
    at >= area.column &&
    at < area.column + area.columns;
  const isMentioned = someFormula(
    sheet.book,
    (formula, place) =>
      formula.includes(column) && ((place !== undefined && isInside(place)) || formula.includes(table)),
  );
  if (isMentioned) throw memberUnknown('TableColumn', `name where formulas mention "${written}"`);
}

/** A cell with a formula. */
interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Whether a formula of the workbook fits, given in small letters; one of a defined name has no place. */
function someFormula(book: Book, fits: (formula: string, place?: FormulaPlace) => boolean): boolean {
  if (book.names.some(({ formula }) => fits(formula.toLowerCase()))) return true;
  return book.sheets.some((sheet) => {
    for (const [row, column, { formula }] of sheet.cells()) {
      if (formula !== undefined && fits(formula.toLowerCase(), { sheet, row, column })) return true;
    }
    return false;
  });
}

/** Is this a name Excel takes for a table or a defined name: not like a cell, no spaces, at most 255 characters? */
export function isName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    !/^[RrCc]$/.test(name) &&
    !/^[Rr]\d*[Cc]\d*$/.test(name) &&
    !isCell(name)
  );
}

function isCell(name: string): boolean {
  return /^[A-Za-z]{1,3}\d+$/.test(name) && parseArea(name) !== undefined;
}

/** Refuses a table or defined name that is not a name, or taken: Excel says InvalidArgument to both (office-js #551). */
export function requireNewName(book: Book, name: string): void {
  if (!isName(name)) throw refusal('InvalidArgument');
  const taken =
    book.table(name) !== undefined ||
    book.names.some((defined) => defined.scope === undefined && defined.name.toLowerCase() === name.toLowerCase());
  if (taken) throw refusal('InvalidArgument');
}
