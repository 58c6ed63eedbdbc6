/*
 * Every sentence with which a POOL function refuses what it was given, one function per finding. Not the checks: those
 * are in src/functions, src/pool and src/money, and come here with the figures they found.
 *
 * A sentence says where, what is there, and what to do. `#VALUE!` is for input that is wrong, `#N/A` for input that is
 * missing: Excel shows a sentence of ours with these two only.
 */

/** The error the cell shows, and the sentence behind it. */
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

const wrong = (place: ArgumentPlace, says: string): Refusal => ({
  error: '#VALUE!',
  sentence: `${where(place)}: ${says}`,
});
const missing = (place: ArgumentPlace, says: string): Refusal => ({
  error: '#N/A',
  sentence: `${where(place)}: ${says}`,
});

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

function inQuotes(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function counted(count: number, thing: string): string {
  return `${figure(count)} ${thing}${count === 1 ? '' : 's'}`;
}

// Cells that cannot be read as what is needed there.

export function textNotNumber(place: ArgumentPlace, text: string): Refusal {
  return wrong(place, `${inQuotes(text)} is text, not a number. Retype it as a number.`);
}

export function textNotDate(place: ArgumentPlace, text: string): Refusal {
  return wrong(place, `${inQuotes(text)} is text, not a date. Retype it as a date, or use DATE(year, month, day).`);
}

export function truthNotNumber(place: ArgumentPlace, truth: boolean): Refusal {
  return wrong(place, `${truth ? 'TRUE' : 'FALSE'} is not a number. Type a number, or 0 for none.`);
}

export function notAName(place: ArgumentPlace, shown: string): Refusal {
  return wrong(place, `${shown} is not a name. Type a name as text.`);
}

export function notTrueOrFalse(place: ArgumentPlace, shown: string): Refusal {
  return wrong(place, `${inQuotes(shown)} is neither TRUE nor FALSE. Type one of the two, or leave it out for FALSE.`);
}

export function unknownWord(place: ArgumentPlace, shown: string, words: readonly string[]): Refusal {
  return wrong(place, `${inQuotes(shown)} is not one of the words known here. Type ${listed(words)}.`);
}

export function cellError(place: ArgumentPlace, code: string): Refusal {
  const says = `the cell shows ${code}. Put that cell right first.`;
  return code === '#N/A' ? missing(place, says) : wrong(place, says);
}

export function dataType(place: ArgumentPlace, type: string): Refusal {
  return wrong(
    place,
    `the cell holds a data type (${type}), not a plain value. Point to a cell with a number, date or text.`,
  );
}

// Figures out of their range.

export function negative(place: ArgumentPlace, value: number, instead: string): Refusal {
  return wrong(place, `${figure(value)} is negative. ${instead}`);
}

export function notWhole(place: ArgumentPlace, value: number, from: number, to: number): Refusal {
  return wrong(
    place,
    `${figure(value)} is not a whole number from ${figure(from)} to ${figure(to)}. Type one of these.`,
  );
}

export function notADate(place: ArgumentPlace, value: number): Refusal {
  return wrong(place, `${figure(value)} is not a date that Excel can hold. Retype it as a date.`);
}

export function tooLarge(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} cannot be held exactly: Excel keeps 15 digits, counted here in the unit of the split. Use a smaller amount or a larger unit.`,
  );
}

export function totalTooLarge(place: ArgumentPlace): Refusal {
  return wrong(
    place,
    'the total cannot be held exactly: it has more than 15 digits. Use a larger unit, or fewer rows.',
  );
}

export function badUnit(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} cannot be the unit. Type a number above 0, such as 0.01, 0.05, 1 or 1000, or leave it out for 0.01.`,
  );
}

export function notAFraction(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} would be ${figure(value * 100)}%. Type a per cent between -100% and 100%, such as 2.5% or 0.025.`,
  );
}

// Input that is missing.

export function missingValue(place: ArgumentPlace, need: string): Refusal {
  return missing(place, `there is nothing here. ${need}`);
}

export function missingDate(place: ArgumentPlace): Refusal {
  return missing(place, 'there is no date. Type a date, or use DATE(year, month, day).');
}

// Ranges of the wrong shape.

export function rangeForOne(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(
    place,
    `one value is needed, and the range has ${counted(rows, 'row')} and ${counted(columns, 'column')}. Point to one cell.`,
  );
}

export function notOneLine(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(
    place,
    `one row or one column is needed, and the range has ${counted(rows, 'row')} and ${counted(columns, 'column')}. Point to a single row or column.`,
  );
}

export function notAColumn(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(
    place,
    `one cell or one column is needed, and the range has ${counted(rows, 'row')} and ${counted(columns, 'column')}. Point to a single column, or turn the row with TRANSPOSE.`,
  );
}

export function lengthsDiffer(place: ArgumentPlace, length: number, other: string, otherLength: number): Refusal {
  return wrong(
    place,
    `it has ${counted(length, 'cell')} and ${other} has ${figure(otherLength)}. Select the same number of cells in both.`,
  );
}

export function rowsDiffer(place: ArgumentPlace, rows: number, other: string, otherRows: number): Refusal {
  return wrong(
    place,
    `it has ${counted(rows, 'row')} and ${other} has ${figure(otherRows)}. Give one row of weights for all, or one for each amount.`,
  );
}

export function tooMany(place: ArgumentPlace, count: number, limit: number, things: string, instead: string): Refusal {
  return wrong(place, `${figure(count)} ${things}, and ${figure(limit)} is the most for one formula. ${instead}`);
}

/** Something our own code did not expect; no input should lead here. */
export function unexpected(functionId: string, detail: string): Refusal {
  return {
    error: '#VALUE!',
    sentence: `POOL.${functionId} stopped on something it did not expect (${detail}). Nothing was worked out. Please report the formula and its inputs.`,
  };
}
