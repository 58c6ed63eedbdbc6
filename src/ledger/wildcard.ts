/*
 * Excel's wildcards: `*` is any text, also none, `?` one character, `~` makes the next of them plain. Case and odd spaces
 * do not count, and neither do spaces round the `;` between the parts of a code.
 */
import { comparable } from './cells';

/** A code as it is compared. @example comparableCode('4100 ; AB') -> '4100;ab' */
export function comparableCode(code: string): string {
  return comparable(code).replace(/ *; */g, ';');
}

/** The test for a pattern; it expects codes made comparable. @example wildcardTest('41??;5*')('4100;52') -> true */
export function wildcardTest(pattern: string): (code: string) => boolean {
  const wanted = comparableCode(pattern);
  if (!/[*?~]/.test(wanted)) return (code) => code === wanted;
  let source = '';
  for (let at = 0; at < wanted.length; at += 1) {
    const sign = wanted.charAt(at);
    const next = wanted.charAt(at + 1);
    if (sign === '~' && (next === '*' || next === '?' || next === '~')) {
      source += `\\${next}`;
      at += 1;
    } else if (sign === '*') {
      // Several stars in a row are one, so that no pattern takes long to fail.
      if (!source.endsWith('.*')) source += '.*';
    } else if (sign === '?') {
      source += '.';
    } else {
      source += sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    }
  }
  const expression = new RegExp(`^${source}$`, 's');
  return (code) => expression.test(code);
}
