/*
 * The names that LET and LAMBDA bind inside a formula. It also refuses calls of the two that bind no names where names must
 * stand: Univer stops at such a formula and calculates nothing more.
 */
import type { FormulaToken } from '../book/formulaTokens';
import { Untranslatable } from './references';

/**
 * The names bound in a formula, in small letters: they are not the workbook's names.
 *
 * @throws {Untranslatable} `#NAME?` where LET or LAMBDA is given something else than a name to bind.
 * @example boundNames(tokens of LET(x,2,x+1)) -> { x }
 */
export function boundNames(tokens: readonly FormulaToken[]): ReadonlySet<string> {
  const solid = tokens.filter(({ kind }) => kind !== 'space');
  const names = new Set<string>();
  for (const [at, { kind, text }] of solid.entries()) {
    const called = kind === 'function' ? /(?:^|\.)(LET|LAMBDA)$/i.exec(text)?.[1]?.toUpperCase() : undefined;
    if (called === undefined) continue;
    const given = argumentsFrom(solid, at + 1);
    for (const [index, argument] of given.slice(0, -1).entries()) {
      if (called === 'LET' && index % 2 === 1) continue;
      const [name, more] = argument;
      if (name?.kind !== 'name' || more)
        throw new Untranslatable('#NAME?', `${called} needs a name where it has ${textOf(argument)}`);
      names.add(name.text.toLowerCase());
    }
  }
  return names;
}

/** The arguments of a call, from its opening bracket on. */
function argumentsFrom(tokens: readonly FormulaToken[], open: number): readonly (readonly FormulaToken[])[] {
  const given: FormulaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.kind === 'close' || token.kind === 'closeArray') depth--;
    if (depth === 0 && token.kind === 'close') break;
    if (depth === 1 && token.kind === 'separator') given.push([]);
    else if (depth > 0) given.at(-1)?.push(token);
    if (token.kind === 'open' || token.kind === 'openArray') depth++;
  }
  return given;
}

function textOf(tokens: readonly FormulaToken[]): string {
  return tokens.length === 0 ? 'nothing' : tokens.map(({ text }) => text).join('');
}
