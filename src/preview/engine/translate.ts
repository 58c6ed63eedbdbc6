/*
 * Excel's formula text into text that Univer calculates rightly: structured references, defined names, `#` and `@` become A1
 * ranges, newer functions lose their file prefix. It calculates nothing, and what it cannot express it answers with an error,
 * because one formula that Univer misreads makes other cells of the same pass wrong (seen with `T['#x]` and a ROUND beside it).
 */
import { parseArea, splitSheet } from '../book/address';
import { type FormulaToken, tokenizeFormula } from '../book/formulaTokens';
import type { Sheet } from '../book/sheet';
import type { ErrorCode } from '../book/values';
import { boundNames } from './binders';
import { ARRAY_OF } from './functionClasses';
import {
  absoluteAddress,
  areaOfReference,
  ownCell,
  ownRowAddress,
  plainReference,
  type Reach,
  reachTo,
  type Seen,
  type SheetArea,
  spillArea,
  type TranslationContext,
  Untranslatable,
  type Work,
} from './references';
import { type FormulaPlace, type ResolvedReference, resolveStructured } from './structuredReference';

/** What a formula becomes: text for Univer and how far it reads, or the error that its cell shows with the reason. */
export type Translation =
  | {
      readonly ok: true;
      readonly formula: string;
      readonly sheets: ReadonlyMap<Sheet, Reach>;
      readonly usesSpill: boolean;
      /** True where the text, its own row's references moved along, is that of every row of its table column. */
      readonly isOfColumn: boolean;
    }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly why: string;
      /** True where Excel may well know the answer and the engine cannot: a value kept from the file is then better. */
      readonly isUnsupported: boolean;
      readonly usesSpill: boolean;
    };

/** Univer does not move along what these read: a range between calls, and a function made on the spot. */
const MOVES_BADLY = /\b(?:LAMBDA|OFFSET|INDIRECT)\(|\):|:[A-Z.]+\(/i;

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
  const sheets = new Map<Sheet, Reach>();
  reachTo(sheets, place.sheet, { row: place.row, column: place.column, rows: 1, columns: 1 });
  const seen: Seen = { usesSpill: false, isOfOneRow: false };
  try {
    const translated = translate(formula, { place, context, sheets, seen, depth: 0 });
    return {
      ok: true,
      formula: `=${translated}`,
      sheets,
      usesSpill: seen.usesSpill,
      isOfColumn: !seen.isOfOneRow && !MOVES_BADLY.test(formula),
    };
  } catch (problem) {
    if (!(problem instanceof Untranslatable)) throw problem;
    const { code, why, isUnsupported } = problem;
    return { ok: false, code, why, isUnsupported, usesSpill: seen.usesSpill };
  }
}

function translate(formula: string, work: Work): string {
  const tokens = tokenizeFormula(formula);
  if (!tokens || tokens.length === 0) throw new Untranslatable('#NAME?', `the formula ${formula} cannot be read`, true);
  if (work.depth > DEEPEST_NAME) throw new Untranslatable('#NAME?', 'a defined name leads back to itself');
  const local = boundNames(tokens);
  const output: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'intersection') {
      const operand = operandAfter(tokens, at + 1);
      output.push(intersect(operand, work));
      at += operand.length;
    } else if (tokens[at + 1]?.kind === 'spill') {
      output.push(spillArea(areaOf(token, work), work));
      at++;
    } else if (token.kind === 'openArray') {
      const constant = tokens.slice(at, tokens.findIndex(({ kind }, index) => index > at && kind === 'closeArray') + 1);
      output.push(arrayConstant(constant));
      at += constant.length - 1;
    } else output.push(translateToken(token, work, local));
  }
  return output.join('');
}

/**
 * Univer reads a text such as "01/09/2004" inside `{…}` as a number, and a comma in a text as the next element; as arguments of a
 * function of ours they stay. It reads `+1` there as text: a plus says nothing, so it is left out.
 */
function arrayConstant(tokens: readonly FormulaToken[]): string {
  const solid = tokens.filter(({ kind, text }) => kind !== 'space' && text !== '+');
  const text = solid.map((token) => (token.kind === 'number' ? numberText(token.text) : token.text)).join('');
  if (!tokens.some(({ kind, text: own }) => kind === 'text' && /[^"A-Za-z ]/.test(own))) return text;
  const rows = tokens.filter((token) => token.text === ';').length + 1;
  return `${ARRAY_OF}(${rows},${text.slice(1, -1).replace(/("(?:[^"]|"")*")|;/g, (_all, string?: string) => string ?? ',')})`;
}

/** Univer takes `3.0`, `.5` and `1E3` for texts: only a number written as JavaScript writes it is one to it. */
function numberText(text: string): string {
  return String(Number(text));
}

function translateToken(token: FormulaToken, work: Work, local: ReadonlySet<string>): string {
  switch (token.kind) {
    case 'structured':
      return structuredAddress(token, work);
    case 'reference':
      return plainReference(token.text, work);
    case 'function':
      return local.has(token.text.toLowerCase()) ? bareName(token.text) : knownFunction(token.text, work);
    case 'name':
      return local.has(token.text.toLowerCase()) ? bareName(token.text) : namedFormula(token.text, work);
    case 'external':
      throw new Untranslatable('#REF!', `${token.text} is in another workbook or spans sheets`, true);
    case 'spill':
      throw new Untranslatable('#REF!', 'the mark # must follow a cell');
    case 'space':
      return ' ';
    case 'number':
      return numberText(token.text);
    default:
      return token.text;
  }
}

/** A structured reference as an address; of the formula's own row it moves along with the row. */
function structuredAddress(token: FormulaToken, work: Work): string {
  const resolved = structuredArea(token, work);
  if (resolved.row === 'own') return ownRowAddress(resolved, work);
  if (resolved.row === 'beside') work.seen.isOfOneRow = true;
  return absoluteAddress(resolved, work);
}

function structuredArea(token: FormulaToken, work: Work): ResolvedReference & { ok: true } {
  const resolved = resolveStructured(work.context.book, token.text, work.place);
  if (!resolved.ok) throw new Untranslatable(resolved.code, resolved.why);
  return resolved;
}

/** Excel stores a LET or LAMBDA name as `_xlpm.x`. */
function bareName(name: string): string {
  return name.replace(/^_xlpm\./i, '');
}

function knownFunction(text: string, { context }: Work): string {
  const name = text.replace(/^(?:_xlfn\.|_xlws\.)+/i, '').toUpperCase();
  if (context.isKnownFunction(name)) return name;
  throw new Untranslatable('#NAME?', `the preview has no function ${name}`, !name.startsWith('POOL.'));
}

/** A defined name stands for its own formula; written in place, it cannot go stale when rows are inserted. */
function namedFormula(text: string, work: Work): string {
  const { place, context } = work;
  const { sheet, address: name } = splitSheet(text);
  if (sheet === undefined && /^(?:TRUE|FALSE)$/i.test(name)) return name.toUpperCase();
  const deeper = { ...work, depth: work.depth + 1 };
  if (sheet === undefined && context.book.table(name)) return translate(`=${name}[]`, deeper);
  const named = context.book.names.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  const scope = (sheet ?? place.sheet.name).toLowerCase();
  const found =
    named.find((each) => each.scope?.toLowerCase() === scope) ?? named.find((each) => each.scope === undefined);
  if (!found) throw new Untranslatable('#NAME?', `the workbook has no name ${name}`);
  const inner = translate(found.formula, deeper);
  return parseArea(splitSheet(inner).address) ? inner : `(${inner})`;
}

/** The rectangle of a reference, structured reference or name that stands for one. */
function areaOf(token: FormulaToken, work: Work): SheetArea {
  if (token.kind === 'structured') return structuredArea(token, work);
  const text = token.kind === 'name' ? namedFormula(token.text, work) : plainReference(token.text, work);
  const found = areaOfReference(text, work);
  if (!found) throw new Untranslatable('#REF!', `${token.text} does not stand for a range`);
  return found;
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
  if (first.kind !== 'function') return ownCell(areaOf(first, work), first.text, work);
  return `INDEX(${translate(`=${operand.map(({ text }) => text).join('')}`, work)},1,1)`;
}
