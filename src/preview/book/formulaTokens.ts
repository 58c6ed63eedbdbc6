/*
 * A formula's text cut into tokens, losing nothing: joining the tokens gives the text back. It knows Excel's writing (quoted
 * sheets, structured references, spill and intersection marks); it does not know what anything means.
 */

/** What a token is. `structured` is a whole structured reference with its table name; `reference` has its sheet prefix. */
export type TokenKind =
  | 'space'
  | 'text'
  | 'number'
  | 'error'
  | 'reference'
  | 'structured'
  | 'function'
  | 'name'
  | 'external'
  | 'spill'
  | 'intersection'
  | 'operator'
  | 'separator'
  | 'open'
  | 'close'
  | 'openArray'
  | 'closeArray';

/** One token: its kind and its own text. A `function` token is the name alone, without the bracket after it. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const AREA = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\w.(!\[\u0080-\uFFFF])`;
const LETTER = String.raw`[A-Za-z_\\\u00AA-\uFFFF]`;
const NAME = String.raw`${LETTER}[\w.\\?\u00AA-\uFFFF]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[\w.\u00AA-\uFFFF]+)!`;

/** Tried in order at each place: the first that fits is the token. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA)/y],
  [
    'external',
    new RegExp(
      String.raw`(?:\[[^\]]+\][\w.\u00AA-\uFFFF]*!|'[^']*\[[^\]]+\](?:[^']|'')*'!)(?:${CELL}(?::${CELL})?|${NAME})?`,
      'y',
    ),
  ],
  ['external', new RegExp(String.raw`(?:'(?:[^']|'')+:(?:[^']|'')+'|[\w.]+:[\w.]+)!${CELL}(?::${CELL})?`, 'y')],
  ['reference', new RegExp(String.raw`(?:${SHEET})?${AREA}`, 'y')],
  ['reference', new RegExp(String.raw`${SHEET}#REF!`, 'y')],
  ['name', new RegExp(String.raw`${SHEET}${NAME}`, 'y')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/y],
  ['function', new RegExp(String.raw`${NAME}(?=\()`, 'y')],
  ['name', new RegExp(NAME, 'y')],
  ['spill', /#/y],
  ['intersection', /@/y],
  ['operator', /<=|>=|<>|[-+*/^&=<>%:]/y],
  ['separator', /[,;]/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['openArray', /\{/y],
  ['closeArray', /\}/y],
];

/**
 * The tokens of a formula, without its leading `=`; undefined when the text cannot be cut (an open quote or bracket, brackets
 * that do not pair), so that the caller can refuse it before any engine sees it.
 *
 * @example tokenizeFormula('=SUM(T[Net])') -> function SUM, open, structured T[Net], close
 */
export function tokenizeFormula(formula: string): readonly FormulaToken[] | undefined {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < text.length; ) {
    const token = structuredAt(text, at) ?? patternAt(text, at);
    if (!token) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return isBalanced(tokens) ? tokens : undefined;
}

function patternAt(text: string, at: number): FormulaToken | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return undefined;
}

const TABLE_START = new RegExp(String.raw`(?:${NAME})?\[`, 'y');

/** A structured reference cannot be a pattern: its brackets nest, and `'` takes the meaning from the mark after it. */
function structuredAt(text: string, at: number): FormulaToken | undefined {
  TABLE_START.lastIndex = at;
  const start = TABLE_START.exec(text);
  if (!start) return undefined;
  let depth = 0;
  for (let end = at + start[0].length - 1; end < text.length; end++) {
    const mark = text[end];
    if (mark === "'") end++;
    else if (mark === '[') depth++;
    else if (mark === ']' && --depth === 0) {
      // `[1]Sheet!A1` begins as a structured reference does; what follows the bracket tells them apart.
      const isExternal = /^(?:'?[\w. \u00AA-\uFFFF]+'?)?!/.test(text.slice(end + 1)) && start[0] === '[';
      return isExternal ? undefined : { kind: 'structured', text: text.slice(at, end + 1) };
    }
  }
  return undefined;
}

function isBalanced(tokens: readonly FormulaToken[]): boolean {
  const open: TokenKind[] = [];
  for (const { kind } of tokens) {
    if (kind === 'open' || kind === 'openArray') open.push(kind);
    if (kind === 'close' && open.pop() !== 'open') return false;
    if (kind === 'closeArray' && open.pop() !== 'openArray') return false;
  }
  return open.length === 0;
}
