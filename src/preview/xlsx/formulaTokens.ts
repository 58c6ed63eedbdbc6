/*
 * Cuts a formula's text into the pieces that renaming must tell apart: strings, quoted sheet names, brackets and words.
 * It does not judge whether the formula makes sense; joined again, the pieces are the formula.
 */

/** `bracket` is one whole `[…]`, nested ones included; `word` is a name, a function or a cell; `mark` one character. */
export interface FormulaToken {
  readonly kind: 'string' | 'sheet' | 'bracket' | 'word' | 'number' | 'error' | 'mark';
  readonly text: string;
}

const STRING = /"(?:[^"]|"")*"?/y;
const SHEET = /'(?:[^']|'')*'?/y;
const ERROR = /#(?:N\/A|[A-Z][A-Z0-9/_]*[!?])/iy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*/uy;

const PATTERNS: readonly (readonly [FormulaToken['kind'], RegExp])[] = [
  ['string', STRING],
  ['sheet', SHEET],
  ['error', ERROR],
  ['word', WORD],
  ['number', NUMBER],
];

/** The pieces of a formula, without its `=`. @example 'SUM(T[a b],"x")' -> SUM, (, T, [a b], `,`, "x", ) */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** The text of pieces. */
export function joinTokens(tokens: readonly FormulaToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Whether piece `index` is a word that calls a function. */
export function isCall(tokens: readonly FormulaToken[], index: number): boolean {
  return tokens[index]?.kind === 'word' && tokens[index + 1]?.text === '(';
}

/** The index of the `)` that closes the `(` at `open`; the last index if it is never closed. */
export function closingIndex(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const text = tokens[index]?.kind === 'mark' ? tokens[index]?.text : '';
    if (text === '(' || text === '{') depth++;
    else if ((text === ')' || text === '}') && --depth === 0) return index;
  }
  return tokens.length - 1;
}

function tokenAt(formula: string, at: number): FormulaToken {
  if (formula[at] === '[') return { kind: 'bracket', text: formula.slice(at, bracketEnd(formula, at)) };
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined && text !== '') return { kind, text };
  }
  return { kind: 'mark', text: formula[at] ?? '' };
}

/** Inside brackets an apostrophe makes the next character plain: `[Cost '[net']]`. */
function bracketEnd(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}
