/*
 * A formula as Excel shows it, turned into the text a file stores: `_xldudf_` before our functions, `_xlfn.` before those
 * newer than 2007, long forms for `[@X]`, `@` and `#`. The reverse of decodeFormula.
 */
import { closingIndex, type FormulaToken, formulaTokens, isCall, joinTokens } from './formulaTokens';
import { futurePrefix } from './futureFunctions';
import { prefixParameters } from './lambdaParameters';
import { longBracket } from './structuredReference';

/** What the place of a formula decides about its text. */
export interface FormulaPlace {
  /** The table whose rows the cell is in: `[@X]` and `[X]` mean it. */
  readonly tableName?: string | undefined;
  /** Is it stored as an array? An ordinary formula has no `@` in the file: cutting to one value is what it does. */
  readonly isArray?: boolean;
}

/**
 * The formula as stored, without `=`.
 *
 * @example encodeFormula('POOL.SHARE([@Amount],Weights,1)', { tableName: 'T' })
 *   -> '_xldudf_POOL_SHARE(T[[#This Row],[Amount]],Weights,1)'
 */
export function encodeFormula(shown: string, place: FormulaPlace = {}): string {
  if (!/[([@#]/.test(shown)) return shown;
  const tokens = prefixParameters(formulaTokens(shown)).map((token, index, all): FormulaToken => {
    if (token.kind === 'bracket') return longBracket(all, index, place.tableName);
    return isCall(all, index) ? { kind: 'word', text: storedName(token.text) } : token;
  });
  return joinTokens(spelledOut(tokens, place.isArray ?? true));
}

function storedName(shown: string): string {
  const upper = shown.toUpperCase();
  if (upper.startsWith('POOL.')) return `_xldudf_${upper.replaceAll('.', '_')}`;
  const prefix = futurePrefix(upper);
  return prefix === '' ? shown : prefix + upper;
}

/** Writes the operators `#` (the whole spilled array) and `@` (one value of it) as the functions a file has for them. */
function spelledOut(tokens: readonly FormulaToken[], isArray: boolean): FormulaToken[] {
  const stored: FormulaToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'mark' && token.text === '#' && stored.length > 0) {
      const start = referenceStart(stored);
      const anchor = stored.splice(start);
      stored.push({ kind: 'word', text: '_xlfn.ANCHORARRAY' }, mark('('), ...anchor, mark(')'));
    } else if (token.kind === 'mark' && token.text === '@') {
      const end = operandEnd(tokens, index + 1);
      const operand = spelledOut(tokens.slice(index + 1, end), isArray);
      if (isArray) stored.push({ kind: 'word', text: '_xlfn.SINGLE' }, mark('('), ...operand, mark(')'));
      else stored.push(...operand);
      index = end - 1;
    } else {
      stored.push(token);
    }
  }
  return stored;
}

function mark(text: string): FormulaToken {
  return { kind: 'mark', text };
}

/** Where the reference that ends the list begins: `B2`, `Sheet1!B2` or `'A b'!B2`. */
function referenceStart(tokens: readonly FormulaToken[]): number {
  let start = tokens.length - 1;
  if (tokens[start - 1]?.text === '!') start -= 2;
  return Math.max(0, start);
}

/** Just after the operand that begins at `start`: a reference, a range, a structured reference or a call. */
function operandEnd(tokens: readonly FormulaToken[], start: number): number {
  let at = start;
  for (;;) {
    if (tokens[at]?.text === '(') at = closingIndex(tokens, at) + 1;
    else at++;
    if (tokens[at]?.text === '(') at = closingIndex(tokens, at) + 1;
    while (tokens[at]?.kind === 'bracket') at++;
    const joins = tokens[at]?.text === '!' || tokens[at]?.text === ':';
    if (!joins || at >= tokens.length) return Math.min(at, tokens.length);
    at++;
  }
}
