/*
 * What a cell of a user's ledger can hold, and how its text is compared: spaces of every kind count as one space, and
 * an error value is recognised. Not the meaning of a cell: amounts, dates and periods have readers of their own.
 */

/** A cell's value as Excel gives it: an error value comes as its text, an empty cell as '' or null. */
export type CellValue = string | number | boolean | null;

const ERROR_TEXT =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|BUSY!|CALC!|CONNECT!|BLOCKED!|UNKNOWN!|FIELD!|PYTHON!|GETTING_DATA|####*)$/i;

/** Spaces that Excel, web pages and PDF exports put into cells: no-break, thin, narrow, figure and zero-width. */
const ODD_SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;

/** Every kind of space becomes one plain space; none stands at the ends. @example tidyText(' 1\u00a0500 ') -> '1 500' */
export function tidyText(text: string): string {
  return text.replace(ODD_SPACES, ' ').trim();
}

/** True for an empty cell and for one that holds only spaces. */
export function isBlank(value: CellValue): boolean {
  return value === null || value === '' || (typeof value === 'string' && tidyText(value) === '');
}

/** True for an error value such as #N/A, which Excel gives as text. */
export function isErrorText(value: CellValue): boolean {
  return typeof value === 'string' && value.startsWith('#') && ERROR_TEXT.test(tidyText(value));
}

/** A cell as text to show or to compare: 123 and '123' give '123', '00123' stays as it is, TRUE gives 'TRUE'. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return tidyText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** Text as it is compared: case and spaces do not count. @example comparable('Cost  Centre') -> 'cost centre' */
export function comparable(text: string): string {
  return tidyText(text).toLowerCase();
}
