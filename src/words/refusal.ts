/*
 * What a refusal of a POOL function is, and how its places, figures and dates are written. Not the sentences: those about
 * reading cells are in refusals.ts, those about the rules of a pool in ruleRefusals.ts.
 */

/**
 * The error the cell shows, and the sentence behind it. `#VALUE!` is for input that is wrong, `#N/A` for input that is
 * missing: Excel shows a sentence of ours with these two only.
 */
export interface Refusal {
  readonly error: '#VALUE!' | '#N/A';
  readonly sentence: string;
}

/** Where in a formula: the argument as the help calls it, and the row and column inside it, counted from 1. */
export interface ArgumentPlace {
  readonly argument: string;
  readonly row?: number;
  readonly column?: number;
}

/** Input that is wrong. @example wrong({ argument: 'Cost' }, 'it is ...') -> #VALUE!, "Cost: it is ..." */
export function wrong(place: ArgumentPlace, says: string): Refusal {
  return { error: '#VALUE!', sentence: `${where(place)}: ${says}` };
}

/** Input that is missing. @example missing({ argument: 'Start' }, 'there is ...') -> #N/A, "Start: there is ..." */
export function missing(place: ArgumentPlace, says: string): Refusal {
  return { error: '#N/A', sentence: `${where(place)}: ${says}` };
}

/** @example where({ argument: 'Weights', row: 2 }) -> "Weights, row 2" */
export function where({ argument, row, column }: ArgumentPlace): string {
  return [argument, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ');
}

/** A figure as a reader sees it: at most 15 digits, thousands marked. @example figure(-1250.5) -> "-1,250.5" */
export function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 15 });
}

/** An amount of money: as `figure`, with its pennies where there are any. @example amount(1250.5) -> "1,250.50" */
export function amount(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: 10 });
}

/** An Excel date in words. @example dateInWords(38078) -> "1 April 2004" */
export function dateInWords(excelDate: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(excelDate) * 86_400_000);
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** What the user typed, in quotes and not too long. @example inQuotes('12') -> '"12"' */
export function inQuotes(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

/** @example listed(['days', 'months', 'weekly']) -> "days, months or weekly" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
