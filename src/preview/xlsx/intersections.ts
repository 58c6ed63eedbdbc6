/*
 * Ordinary formulas of a file in which a whole range stands where one value is meant (`A:A*2`). Excel takes the cell of the
 * same row or column and shows the formula with an `@`; without the mark such a formula would fill its neighbours.
 */
import { callsArrayFunction, enclosingCalls, isRangeMark, referenceEnd, referenceStart } from './arrayFormula';
import { type FormulaToken, formulaTokens, joinTokens } from './formulaTokens';

/** Functions of one value at a time: a range handed to them is cut to one cell. Only the surest are listed. */
const ONE_VALUE = new Set(
  `ABS DATE DAY EXP FIND IF IFERROR INT LEFT LEN LOWER MID MOD MONTH NOT PROPER REPT RIGHT ROUND ROUNDDOWN ROUNDUP
  SEARCH SIGN SQRT SUBSTITUTE TEXT TRIM TRUNC UPPER VALUE WEEKDAY YEAR`.split(/\s+/),
);

/**
 * The formula with `@` before such ranges; for formulas that the file does not mark as arrays.
 *
 * @example showIntersections('ROUND(A:A*$B$1,2)+SUM(A:A)') -> 'ROUND(@A:A*$B$1,2)+SUM(A:A)'
 */
export function showIntersections(formula: string): string {
  if (!/[:[]/.test(formula)) return formula;
  const tokens = formulaTokens(formula);
  // Our functions and those that give arrays are taken as marked, whoever wrote the file.
  if (callsArrayFunction(tokens)) return formula;
  const starts = new Set<number>();
  for (const index of tokens.keys()) {
    if (!isRangeMark(tokens, index)) continue;
    if (!enclosingCalls(tokens, index).every((name) => name === '' || ONE_VALUE.has(name))) continue;
    const start = referenceStart(tokens, index);
    if (tokens[start - 1]?.text !== '@' && isWhole(tokens, start, index)) starts.add(start);
  }
  if (starts.size === 0) return formula;
  const mark: FormulaToken = { kind: 'mark', text: '@' };
  return joinTokens(tokens.flatMap((token, index) => (starts.has(index) ? [mark, token] : [token])));
}

/** Ranges whose ends are calls (`A1:INDEX(…)`) or of several areas are left alone: they are seldom, and seldom meant so. */
function isWhole(tokens: readonly FormulaToken[], start: number, index: number): boolean {
  const end = referenceEnd(tokens, index);
  return tokens[start - 1]?.text !== ')' && tokens[end]?.text !== '(';
}
