/*
 * Whether Excel must be told that a formula works with arrays. A formula that is not marked so is cut down to one value
 * (`=@POOL.SPLIT(…)`); a mark too many shows nowhere.
 */
import { type Area, type Cell } from '../book/values';
import { type FormulaToken, formulaTokens, isCall } from './formulaTokens';
import { mayGiveArray } from './futureFunctions';

/** How a formula is to be stored. */
export interface ArrayForm {
  readonly kind: 'plain' | 'dynamic' | 'legacy';
  /** How far the result reaches; the cell itself for one value. */
  readonly rows: number;
  readonly columns: number;
}

/** The form a cell's formula needs. */
export function arrayForm(cell: Readonly<Cell>): ArrayForm {
  const { spill, formula = '' } = cell;
  if (spill?.legacy) return { kind: 'legacy', rows: spill.rows, columns: spill.columns };
  if (spill) return { kind: 'dynamic', rows: spill.rows, columns: spill.columns };
  return { kind: worksWithArrays(formula) ? 'dynamic' : 'plain', rows: 1, columns: 1 };
}

/** Whether two forms are stored alike. */
export function sameForm(a: ArrayForm, b: ArrayForm): boolean {
  return a.kind === b.kind && a.rows === b.rows && a.columns === b.columns;
}

/** The rectangle of a form at a cell. */
export function formArea(form: ArrayForm, row: number, column: number): Area {
  return { row, column, rows: form.rows, columns: form.columns };
}

/**
 * Whether the formula calls one of our functions or one that gives arrays, or uses a whole range where one value is
 * meant: `=A1:A3*2`.
 */
export function worksWithArrays(formula: string): boolean {
  const tokens = formulaTokens(formula.replace(/^=/, ''));
  if (callsArrayFunction(tokens)) return true;
  return tokens.some((_token, index) => isLooseRange(tokens, index));
}

/** Whether one of our functions, or one that gives arrays, is called, or a whole spill is meant (`B2#`). */
export function callsArrayFunction(tokens: readonly FormulaToken[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind === 'mark') return token.text === '#';
    if (!isCall(tokens, index)) return false;
    const name = token.text.toUpperCase();
    return name.startsWith('POOL.') || mayGiveArray(name);
  });
}

/** These take whole ranges into sums with operators of their own accord. */
const TAKES_ARRAYS = new Set(['SUMPRODUCT', 'LOOKUP', 'MMULT', 'AGGREGATE']);

/** These ask for one value even inside those, unless the whole formula is an array formula. */
const TAKES_ONE_VALUE = new Set(['IF', 'IFS', 'SWITCH', 'CHOOSE', 'IFERROR', 'IFNA', 'INDEX']);

/** Whether a range at `index` stands beside an operator, outside functions that expect that. */
function isLooseRange(tokens: readonly FormulaToken[], index: number): boolean {
  if (!isRangeMark(tokens, index)) return false;
  const before = tokens[referenceStart(tokens, index) - 1]?.text ?? '';
  const after = tokens[referenceEnd(tokens, index)]?.text ?? '';
  if (before === '@') return false; // cut to one value already
  const calls = enclosingCalls(tokens, index);
  const taker = calls.findIndex((name) => TAKES_ARRAYS.has(name));
  if (taker >= 0) return calls.slice(0, taker).some((name) => TAKES_ONE_VALUE.has(name));
  const isAlone = /^[(,]?$/.test(before) && /^[),]?$/.test(after);
  return !isAlone || calls.length === 0 || calls[0] === 'IF' || calls[0] === '';
}

/** Whether the piece at `index` makes a range: the colon of `A1:B2`, or a whole table column. `Jan:Dec!A1` spans sheets. */
export function isRangeMark(tokens: readonly FormulaToken[], index: number): boolean {
  if (tokens[index]?.text === ':') return tokens[index + 2]?.text !== '!';
  return isColumn(tokens, index);
}

/** Where the reference around `index` begins. */
export function referenceStart(tokens: readonly FormulaToken[], index: number): number {
  let start = index;
  while (isOfReference(tokens[start - 1])) start--;
  return start;
}

/** Just after the reference around `index`. */
export function referenceEnd(tokens: readonly FormulaToken[], index: number): number {
  let end = index + 1;
  while (isOfReference(tokens[end])) end++;
  return end;
}

function isOfReference(token: FormulaToken | undefined): boolean {
  if (!token) return false;
  return ['word', 'number', 'bracket', 'sheet'].includes(token.kind) || token.text === '!' || token.text === ':';
}

/** A whole table column, not this row's cell of it. */
function isColumn(tokens: readonly FormulaToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'bracket' || tokens[index + 1]?.text === '!') return false;
  return !/^\[@|#This Row/i.test(token.text);
}

/** The functions around a place, the innermost first; '' for plain brackets. */
export function enclosingCalls(tokens: readonly FormulaToken[], index: number): string[] {
  const calls: string[] = [];
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    if (tokens[at]?.kind !== 'mark') continue;
    if (tokens[at]?.text === ')') depth++;
    else if (tokens[at]?.text === '(' && depth-- === 0) {
      depth = 0;
      calls.push(isCall(tokens, at - 1) ? (tokens[at - 1]?.text.toUpperCase() ?? '') : '');
    }
  }
  return calls;
}
