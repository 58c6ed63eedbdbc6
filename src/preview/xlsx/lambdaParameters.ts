/*
 * The parameters of LET and LAMBDA, which a file marks with `_xlpm.`; without the mark Excel takes them for names of the
 * workbook and shows #NAME?.
 */
import { closingIndex, type FormulaToken, formulaTokens, isCall } from './formulaTokens';

/** The pieces with every parameter marked, inside the call that declares it only. */
export function prefixParameters(tokens: FormulaToken[]): FormulaToken[] {
  let marked = tokens;
  for (let index = 0; index < tokens.length; index++) {
    if (!isCall(tokens, index)) continue;
    const name = tokens[index]?.text.toUpperCase();
    if (name !== 'LET' && name !== 'LAMBDA') continue;
    const close = closingIndex(tokens, index + 1);
    const names = declared(tokens, index + 2, close, name);
    if (marked === tokens) marked = [...tokens];
    for (let at = index + 2; at < close; at++) {
      const token = tokens[at];
      if (token?.kind === 'word' && names.has(token.text.toLowerCase()) && tokens[at + 1]?.text !== '!') {
        marked[at] = { kind: 'word', text: `_xlpm.${token.text}` };
      }
    }
  }
  return marked;
}

/** Names in lower case: every second argument of LET but the last, every argument of LAMBDA but the last. */
function declared(tokens: readonly FormulaToken[], from: number, close: number, call: 'LET' | 'LAMBDA'): Set<string> {
  const starts = [from];
  for (let at = from; at < close; at++) {
    if (tokens[at]?.kind !== 'mark') continue;
    if (tokens[at]?.text === '(' || tokens[at]?.text === '{') at = closingIndex(tokens, at);
    else if (tokens[at]?.text === ',') starts.push(at + 1);
  }
  const names = new Set<string>();
  for (const [position, start] of starts.slice(0, -1).entries()) {
    if (call === 'LET' && position % 2 === 1) continue;
    const argument = tokens.slice(start, (starts[position + 1] ?? close) - 1).filter(({ text }) => text.trim() !== '');
    const only = argument[0];
    // An optional parameter of LAMBDA is written in brackets: LAMBDA([x],…).
    if (argument.length === 1 && only?.kind === 'word') names.add(only.text.toLowerCase());
    else if (argument.length === 1 && only?.kind === 'bracket') {
      const inner = formulaTokens(only.text.slice(1, -1))[0];
      if (inner?.kind === 'word') names.add(inner.text.toLowerCase());
    }
  }
  return names;
}
