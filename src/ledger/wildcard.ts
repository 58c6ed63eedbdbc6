/*
 * Excel's wildcards: `*` is any text, also none, `?` one character, `~` makes the next of them plain. Case and odd spaces
 * do not count, and neither do spaces round the `;` between the parts of a code.
 */
import { comparable } from './cells';

/** A code as it is compared. @example comparableCode('4100 ; AB') -> '4100;ab' */
export function comparableCode(code: string): string {
  return comparable(code).replace(/ *; */g, ';');
}

type Sign =
  | { readonly kind: 'any text' }
  | { readonly kind: 'one character' }
  | { readonly kind: 'plain'; readonly character: string };

function signsOf(pattern: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (character === '~' && (next === '*' || next === '?' || next === '~')) {
      signs.push({ kind: 'plain', character: next });
      at += 1;
    } else if (character === '*') signs.push({ kind: 'any text' });
    else if (character === '?') signs.push({ kind: 'one character' });
    else signs.push({ kind: 'plain', character });
  }
  return signs;
}

/**
 * Whether the whole text fits. Only the last star ever has to take in more, so the time is at most text × pattern; a
 * regular expression made from `*a*a*a*b` takes seconds for two hundred letters.
 */
function fits(signs: readonly Sign[], text: string): boolean {
  let at = 0;
  let sign = 0;
  let lastStar = -1;
  let starTook = 0;
  while (at < text.length) {
    const wanted = signs[sign];
    if (wanted?.kind === 'any text') {
      lastStar = sign;
      starTook = at;
      sign += 1;
    } else if (wanted?.kind === 'one character' || (wanted?.kind === 'plain' && wanted.character === text.charAt(at))) {
      at += 1;
      sign += 1;
    } else if (lastStar >= 0) {
      starTook += 1;
      at = starTook;
      sign = lastStar + 1;
    } else {
      return false;
    }
  }
  return signs.slice(sign).every(({ kind }) => kind === 'any text');
}

/** The test for a pattern; it expects codes made comparable. @example wildcardTest('41??;5*')('4100;52') -> true */
export function wildcardTest(pattern: string): (code: string) => boolean {
  const wanted = comparableCode(pattern);
  if (!/[*?~]/.test(wanted)) return (code) => code === wanted;
  const signs = signsOf(wanted);
  return (code) => fits(signs, code);
}
