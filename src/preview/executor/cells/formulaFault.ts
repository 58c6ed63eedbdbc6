/*
 * What is plainly wrong with a formula's text: brackets and quotes that do not close, or nothing where a value must be.
 * It does not know functions or references; the engine does.
 */

const CLOSING: Readonly<Partial<Record<string, string>>> = { '(': ')', '{': '}', '[': ']' };

/** Excel's longest text inside a formula ("Text values in formulas are limited to 255 characters"). */
const LONGEST_TEXT = 255;

/** Why the text cannot be a formula, as the end of a sentence; undefined when nothing is plainly wrong. */
export function formulaFault(formula: string): string | undefined {
  if (texts(formula).some((text) => text.length > LONGEST_TEXT)) {
    return `a text in it is longer than ${LONGEST_TEXT} characters.`;
  }
  const bare = withoutTexts(formula.slice(1));
  if (bare === undefined) return 'a quotation mark is not closed.';
  const open: string[] = [];
  for (const sign of bare) {
    const closing = CLOSING[sign];
    if (closing !== undefined) open.push(closing);
    else if (/[)}\]]/.test(sign) && open.pop() !== sign) return `there is one ${sign} too many.`;
  }
  const missing = open.pop();
  if (missing !== undefined) return `there is a ${missing} missing.`;
  if (/[-+*/^&=<>,]\s*$/.test(bare)) return 'it ends where a value must follow.';
  return /^\s*[*/^&=<>)%]/.test(bare) ? 'it begins with an operator.' : undefined;
}

/** The texts between quotation marks, as they are meant. */
function texts(formula: string): string[] {
  return (formula.match(/"(?:[^"]|"")*"/g) ?? []).map((text) => text.slice(1, -1).replaceAll('""', '"'));
}

/** The formula with its texts, quoted sheet names and column names taken out; undefined when one does not close. */
function withoutTexts(text: string): string | undefined {
  // Inside a column's square brackets an apostrophe only protects the next sign.
  const bare = text
    .replace(/"(?:[^"]|"")*"/g, '0')
    .replace(/\[(?:[^[\]']|'.)*\]/g, '')
    .replace(/'(?:[^']|'')*'/g, 'S');
  return /["']/.test(bare) ? undefined : bare;
}
