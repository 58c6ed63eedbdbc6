/*
 * A formula as a file stores it, turned into the text that Excel shows. Only names change: what stands in strings,
 * quoted sheet names and brackets is left alone.
 */
import { closingIndex, type FormulaToken, formulaTokens, isCall, joinTokens } from './formulaTokens';

/** The product's functions by the names a file may give them, in lower case. */
export type FunctionNames = ReadonlyMap<string, string>;

const STORED_PREFIX = '_xldudf_';

/**
 * The look-up of stored names for our functions.
 *
 * A dot is stored as an underscore, which cannot be undone by replacing text (a name may hold both): hence a table made
 * from the functions' own list. @example functionTable(['POOL.SPLIT']) knows `_xldudf_pool_split` and `pool.split`
 */
export function functionTable(names: readonly string[]): FunctionNames {
  const table = new Map<string, string>();
  for (const name of names) {
    table.set(name.toLowerCase(), name);
    table.set(STORED_PREFIX + name.toLowerCase().replaceAll('.', '_'), name);
  }
  return table;
}

/**
 * The formula as Excel shows it, without `=`.
 *
 * @example decodeFormula('SUM([1]!_xldudf_POOL_SPLIT(B2,C1:F1))', table) -> 'SUM(POOL.SPLIT(B2,C1:F1))'
 */
export function decodeFormula(stored: string, names: FunctionNames): string {
  if (!/_xl|pool\.|POOL\./i.test(stored)) return stored;
  const tokens = formulaTokens(stored);
  const shown: FormulaToken[] = [];
  decodeRange(tokens, 0, tokens.length, names, shown);
  return joinTokens(shown);
}

function decodeRange(
  tokens: readonly FormulaToken[],
  from: number,
  to: number,
  names: FunctionNames,
  shown: FormulaToken[],
): void {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (!token) return;
    if (token.kind !== 'word') {
      shown.push(token);
    } else if (!isCall(tokens, index)) {
      shown.push({ kind: 'word', text: token.text.replace(/^_xlpm\./i, '') });
    } else if (/^_xlfn\.(ANCHORARRAY|SINGLE)$/i.test(token.text)) {
      const close = closingIndex(tokens, index + 1);
      const isAnchor = /ANCHORARRAY$/i.test(token.text);
      if (!isAnchor) shown.push({ kind: 'mark', text: '@' });
      decodeRange(tokens, index + 2, close, names, shown);
      if (isAnchor) shown.push({ kind: 'mark', text: '#' });
      index = close;
    } else {
      shown.push({ kind: 'word', text: shownName(token.text, names, shown) });
    }
  }
}

/** The name of a function as shown; takes a damaged `[1]!` in front of ours away (office-js issue 2568). */
function shownName(stored: string, names: FunctionNames, shown: FormulaToken[]): string {
  const ours = names.get(stored.toLowerCase()) ?? poolName(stored);
  if (ours !== undefined) {
    if (shown.at(-1)?.text === '!' && shown.at(-2)?.kind === 'bracket') shown.length -= 2;
    return ours;
  }
  return stored
    .replace(/^_xlfn\./i, '')
    .replace(/^_xlws\./i, '')
    .replace(/^_xlpm\./i, '');
}

/** Functions of our namespace that the caller did not list: their ids are letters only, so the name is certain. */
function poolName(stored: string): string | undefined {
  const id = /^(?:_xldudf_POOL_|POOL\.)([A-Z]+)$/i.exec(stored)?.[1];
  return id === undefined ? undefined : `POOL.${id.toUpperCase()}`;
}
