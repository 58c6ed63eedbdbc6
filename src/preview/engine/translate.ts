/*
 * Excel's formula text into text that Univer calculates rightly: structured references, defined names, `#` and `@` become A1
 * ranges, newer functions lose their file prefix. It calculates nothing, and what it cannot express it answers with an error,
 * because one formula that Univer misreads makes other cells of the same pass wrong (seen with `T['#x]` and a ROUND beside it).
 */
import { areaAddress, parseArea, quoteSheet, splitSheet } from '../book/address';
import type { Book } from '../book/book';
import { type FormulaToken, tokenizeFormula } from '../book/formulaTokens';
import type { Sheet } from '../book/sheet';
import type { Area, ErrorCode } from '../book/values';
import { type FormulaPlace, resolveStructured } from './structuredReference';

/** What a formula becomes: text for Univer and the sheets it reads, or the error that its cell shows with the reason. */
export type Translation =
  | { readonly ok: true; readonly formula: string; readonly sheets: ReadonlySet<Sheet>; readonly usesSpill: boolean }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly why: string;
      /** The function that Excel may know and the engine does not. */
      readonly unknownFunction?: string;
      readonly usesSpill: boolean;
    };

/** What the translator needs to know beside the formula. */
export interface TranslationContext {
  readonly book: Book;
  /** True for a function that the engine can calculate; the name is in capitals and without a file prefix. */
  isKnownFunction(name: string): boolean;
}

/** Thrown inside this file only, to leave a formula at the first thing that has no translation. */
class Untranslatable extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly why: string,
    readonly unknownFunction?: string,
  ) {
    super(why);
  }
}

/** One formula being translated: where it stands, what it was seen to read, how deep in names it is. */
interface Work {
  readonly place: FormulaPlace;
  readonly context: TranslationContext;
  readonly sheets: Set<Sheet>;
  readonly seen: { usesSpill: boolean };
  readonly depth: number;
}

/** Names inside names: Excel allows it, a name that leads to itself it does not. */
const DEEPEST_NAME = 20;

/**
 * Translates one formula.
 *
 * @param formula - Excel's text with its `=`.
 * @returns `{ ok: true }` with Univer's text (always with `=`), or the error the cell shows.
 * @example translateFormula('=SUM(Ledger[Net])', place, context) -> '=SUM(Ledger!$D$6:$D$20)'
 */
export function translateFormula(formula: string, place: FormulaPlace, context: TranslationContext): Translation {
  const sheets = new Set<Sheet>([place.sheet]);
  const seen = { usesSpill: false };
  try {
    const translated = translate(formula, { place, context, sheets, seen, depth: 0 });
    return { ok: true, formula: `=${translated}`, sheets, usesSpill: seen.usesSpill };
  } catch (problem) {
    if (!(problem instanceof Untranslatable)) throw problem;
    const { code, why, unknownFunction } = problem;
    return {
      ok: false,
      code,
      why,
      ...(unknownFunction === undefined ? {} : { unknownFunction }),
      usesSpill: seen.usesSpill,
    };
  }
}

function translate(formula: string, work: Work): string {
  const tokens = tokenizeFormula(formula);
  if (!tokens || tokens.length === 0) throw new Untranslatable('#NAME?', `the formula ${formula} cannot be read`);
  if (work.depth > DEEPEST_NAME) throw new Untranslatable('#NAME?', 'a defined name leads back to itself');
  const local = new Set(namesBoundHere(tokens));
  const output: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    if (token.kind === 'intersection') {
      const operand = operandAfter(tokens, at + 1);
      output.push(intersect(operand, work));
      at += operand.length;
    } else if (next?.kind === 'spill') {
      work.seen.usesSpill = true;
      output.push(spillArea(areaOf(token, work)));
      at++;
    } else output.push(translateToken(token, work, local));
  }
  return output.join('');
}

function translateToken(token: FormulaToken, work: Work, local: ReadonlySet<string>): string {
  switch (token.kind) {
    case 'structured':
      return absoluteAddress(areaOf(token, work));
    case 'reference':
      return plainReference(token, work);
    case 'function':
      return knownFunction(token.text, work.context, local);
    case 'name':
      return local.has(token.text.toLowerCase()) ? bareName(token.text) : namedFormula(token.text, work);
    case 'external':
      throw new Untranslatable(
        '#REF!',
        `${token.text} is in another workbook or spans sheets, which the preview cannot read`,
      );
    case 'spill':
      throw new Untranslatable('#REF!', 'the spill mark # must follow a cell');
    case 'space':
      return ' ';
    default:
      return token.text;
  }
}

/** Names given a value by LET or LAMBDA inside this formula: they are not the workbook's names. */
function* namesBoundHere(tokens: readonly FormulaToken[]): Iterable<string> {
  const binds = tokens.some(({ kind, text }) => kind === 'function' && /(?:^|\.)(?:LET|LAMBDA)$/i.test(text));
  if (!binds) return;
  for (let at = 0; at < tokens.length; at++) {
    const before = tokens[at - 1];
    const token = tokens[at];
    const after = tokens.slice(at + 1).find(({ kind }) => kind !== 'space');
    if (token?.kind !== 'name' || after?.kind !== 'separator') continue;
    if (before && ['open', 'separator', 'space'].includes(before.kind)) yield token.text.toLowerCase();
  }
}

/** Excel stores a LET or LAMBDA name as `_xlpm.x`. */
function bareName(name: string): string {
  return name.replace(/^_xlpm\./i, '');
}

function knownFunction(text: string, context: TranslationContext, local: ReadonlySet<string>): string {
  const name = text.replace(/^(?:_xlfn\.|_xlws\.)+/i, '').toUpperCase();
  if (local.has(text.toLowerCase())) return bareName(text);
  if (!context.isKnownFunction(name)) throw new Untranslatable('#NAME?', `the preview has no function ${name}`, name);
  return name;
}

/** A defined name stands for its own formula; written in place, it cannot go stale when rows are inserted. */
function namedFormula(text: string, work: Work): string {
  const { place, context } = work;
  const deeper = { ...work, depth: work.depth + 1 };
  const { sheet, address: name } = splitSheet(text);
  if (sheet === undefined && /^(?:TRUE|FALSE)$/i.test(name)) return name.toUpperCase();
  const table = sheet === undefined ? context.book.table(name) : undefined;
  if (table) return translate(`=${name}[]`, deeper);
  const wanted = name.toLowerCase();
  const scope = (sheet ?? place.sheet.name).toLowerCase();
  const named = context.book.names.filter((each) => each.name.toLowerCase() === wanted);
  const found =
    named.find((each) => each.scope?.toLowerCase() === scope) ?? named.find((each) => each.scope === undefined);
  if (!found) throw new Untranslatable('#NAME?', `the workbook has no name ${name}`);
  const inner = translate(found.formula, deeper);
  return parseArea(splitSheet(inner).address) ? inner : `(${inner})`;
}

function plainReference(token: FormulaToken, { context: { book }, sheets }: Work): string {
  const { sheet: name, address } = splitSheet(token.text);
  if (name === undefined) return address;
  const sheet = book.sheet(name);
  if (!sheet || sheet.name.toLowerCase() !== name.toLowerCase())
    throw new Untranslatable('#REF!', `there is no sheet ${name}`);
  sheets.add(sheet);
  return address === '#REF!' ? address : `${quoteSheet(sheet.name)}!${address}`;
}

interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** The rectangle of a reference, structured reference or name that stands for one. */
function areaOf(token: FormulaToken, work: Work): SheetArea {
  const { place, context, sheets } = work;
  if (token.kind === 'structured') {
    const resolved = resolveStructured(context.book, token.text, place);
    if (!resolved.ok) throw new Untranslatable(resolved.code, resolved.why);
    sheets.add(resolved.sheet);
    return resolved;
  }
  const text = token.kind === 'name' ? namedFormula(token.text, work) : plainReference(token, work);
  const { sheet: name, address } = splitSheet(text);
  const area = parseArea(address);
  const sheet = name === undefined ? place.sheet : context.book.sheet(name);
  if (!area || !sheet) throw new Untranslatable('#REF!', `${token.text} does not stand for a range`);
  return { sheet, area };
}

function absoluteAddress({ sheet, area }: SheetArea): string {
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quoteSheet(sheet.name)}!${address}`;
}

/** `C4#`: as far as the array in C4 reaches now. */
function spillArea({ sheet, area }: SheetArea): string {
  const anchor = sheet.cell(area.row, area.column);
  if (!anchor?.formula || anchor.spill === undefined)
    throw new Untranslatable('#REF!', `${areaAddress(area)} holds no array`);
  return absoluteAddress({
    sheet,
    area: { row: area.row, column: area.column, rows: anchor.spill.rows, columns: anchor.spill.columns },
  });
}

/** The tokens that `@` applies to: one reference or name, or a whole call. */
function operandAfter(tokens: readonly FormulaToken[], from: number): readonly FormulaToken[] {
  const first = tokens[from];
  if (first?.kind !== 'function') return tokens.slice(from, from + 1);
  let depth = 0;
  for (let at = from + 1; at < tokens.length; at++) {
    if (tokens[at]?.kind === 'open') depth++;
    if (tokens[at]?.kind === 'close' && --depth === 0) return tokens.slice(from, at + 1);
  }
  return tokens.slice(from);
}

/** `@` picks the cell in the formula's own row or column of a range, and the first element of a function's array. */
function intersect(operand: readonly FormulaToken[], work: Work): string {
  const first = operand[0];
  if (!first) throw new Untranslatable('#NAME?', 'the mark @ must stand before a reference or a function');
  if (first.kind === 'function') {
    const inner = translate(`=${operand.map(({ text }) => text).join('')}`, work);
    return `INDEX(${inner},1,1)`;
  }
  const { sheet, area } = areaOf(first, work);
  const row = area.rows === 1 ? area.row : work.place.row;
  const column = area.columns === 1 ? area.column : work.place.column;
  const inside =
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
  if (!inside) throw new Untranslatable('#VALUE!', `${first.text} has no cell in this row or column`);
  return absoluteAddress({ sheet, area: { row, column, rows: 1, columns: 1 } });
}
