/*
 * What is handed to Excel for a planned cell. It is the one place where text is made to stay text; it does not write.
 */
import type { PlannedCell } from './plan';

/** What Office.js takes in `formulas`: null leaves the cell as it is, '' empties it. */
export type CellInput = string | number | boolean | null;

/**
 * Text as Excel must be given it, so that the cell holds exactly that text.
 *
 * Excel reads strings handed to `values` and `formulas` as if typed: `00123` becomes 123, `3-4` a date, `=1+1` a formula.
 * A leading apostrophe stops that for any text and is not part of the cell's value, so every text gets one; text that
 * itself begins with an apostrophe keeps its own behind ours. Which texts Excel would leave alone depends on its
 * language (month names, currency signs), so none is let through bare.
 *
 * @example asText('00123') -> "'00123";  asText("'x") -> "''x";  asText('') -> '' (a blank cell)
 */
export function asText(text: string): string {
  return text === '' ? '' : `'${text}`;
}

/** A planned cell as Office.js takes it. @example cellInput({ text: '=1+1' }) -> "'=1+1" */
export function cellInput(cell: PlannedCell): CellInput {
  if ('text' in cell) return asText(cell.text);
  if ('number' in cell) return cell.number;
  if ('formula' in cell) return cell.formula;
  return '';
}

/**
 * A cell that was read, as Office.js must be given it to put it back.
 *
 * `formulas` gives the same string for text that begins with `=` and for a formula; only a formula has another value.
 *
 * @param formula - What `formulas` gave. @param value - What `values` gave for the same cell.
 * @example cellAsRead('=1+1', '=1+1') -> "'=1+1" (text);  cellAsRead('=1+1', 2) -> '=1+1' (a formula)
 */
export function cellAsRead(formula: unknown, value: unknown): CellInput {
  if (typeof formula === 'number' || typeof formula === 'boolean') return formula;
  if (typeof formula !== 'string') return '';
  if (formula.startsWith('=') && formula !== value) return formula;
  // A truth value, an error and a number come back from `formulas` as themselves; only text is a string in both.
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return asText(formula);
}
