/*
 * Every sentence with which a POOL function refuses a cell or a range that it cannot read, one function per finding. Not
 * the checks: those are in src/functions, and come here with the figures they found. A sentence says where, what is
 * there, and what to do.
 */
import { countOf } from './count';
import { figure, inQuotes, listed, missing, wrong, type ArgumentPlace, type Refusal } from './refusal';

/** Text where a number is needed, even if it looks like one. */
export function textNotNumber(place: ArgumentPlace, text: string): Refusal {
  return wrong(place, `${inQuotes(text)} is text, not a number. Retype it as a number.`);
}

/** Text where a date is needed, even if it looks like one: 01/02/2026 means two things. */
export function textNotDate(place: ArgumentPlace, text: string): Refusal {
  return wrong(place, `${inQuotes(text)} is text, not a date. Retype it as a date, or use DATE(year, month, day).`);
}

/** TRUE or FALSE where a number is needed. */
export function truthNotNumber(place: ArgumentPlace, truth: boolean): Refusal {
  return wrong(place, `${truth ? 'TRUE' : 'FALSE'} is not a number. Type a number, or 0 for none.`);
}

/** TRUE or FALSE where a name is needed. */
export function notAName(place: ArgumentPlace, shown: string): Refusal {
  return wrong(place, `${shown} is not a name. Type a name as text.`);
}

/** Anything else where TRUE or FALSE is needed. */
export function notTrueOrFalse(place: ArgumentPlace, shown: string): Refusal {
  return wrong(place, `${inQuotes(shown)} is neither TRUE nor FALSE. Type one of the two, or leave it out for FALSE.`);
}

/** A word that the argument does not know. */
export function unknownWord(place: ArgumentPlace, shown: string, words: readonly string[]): Refusal {
  return wrong(place, `${inQuotes(shown)} is not one of the words known here. Type ${listed(words)}.`);
}

/** A cell that shows an error; #N/A is passed on as missing. */
export function cellError(place: ArgumentPlace, code: string): Refusal {
  const says = `the cell shows ${code}. Put that cell right first.`;
  return code === '#N/A' ? missing(place, says) : wrong(place, says);
}

/** A cell with one of Excel's data types (a stock, a picture), which has no one plain value. */
export function dataType(place: ArgumentPlace, type: string): Refusal {
  return wrong(
    place,
    `the cell holds a data type (${type}), not a plain value. Point to a cell with a number, date or text.`,
  );
}

/** A figure below 0 where that means nothing; `instead` says what to type. */
export function negative(place: ArgumentPlace, value: number, instead: string): Refusal {
  return wrong(place, `${figure(value)} is negative. ${instead}`);
}

/** A count or position that is no whole number of the range. */
export function notWhole(place: ArgumentPlace, value: number, from: number, to: number): Refusal {
  if (from === to) return wrong(place, `${figure(value)} is not possible: there is only one here. Type ${figure(to)}.`);
  return wrong(
    place,
    `${figure(value)} is not a whole number from ${figure(from)} to ${figure(to)}. Type one of these.`,
  );
}

/** A number that no date here can have. Excel's calendar has a day too many in February 1900. */
export function notADate(place: ArgumentPlace, value: number): Refusal {
  return wrong(place, `${figure(value)} is not a date from 1 March 1900 on. Retype it as a date.`);
}

/** An amount with more digits than Excel keeps. */
export function tooLarge(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} cannot be held exactly to the unit: Excel keeps 15 digits. Use a smaller amount or a larger unit.`,
  );
}

/** A total with more digits than Excel keeps. */
export function totalTooLarge(place: ArgumentPlace): Refusal {
  return wrong(
    place,
    'the total cannot be held exactly to the unit: Excel keeps 15 digits. Use smaller amounts or a larger unit.',
  );
}

/** A unit that nothing can be a whole number of. */
export function badUnit(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} cannot be the unit. Type a number above 0, such as 0.01, 0.05, 1 or 1000, or leave it out for 0.01.`,
  );
}

/** A per cent typed as a number, 5.66 for 5.66%. */
export function notAFraction(place: ArgumentPlace, value: number): Refusal {
  const percent = figure(Number((value * 100).toPrecision(15)));
  return wrong(
    place,
    `${figure(value)} would be ${percent}%. Type a per cent between -100% and 100%, such as 2.5% or 0.025.`,
  );
}

/** Nothing where something is needed; `need` says what. */
export function missingValue(place: ArgumentPlace, need: string): Refusal {
  return missing(place, `there is nothing here. ${need}`);
}

/** A required date that is blank or 0. */
export function missingDate(place: ArgumentPlace): Refusal {
  return missing(place, 'there is no date. Type a date, or use DATE(year, month, day).');
}

function rangeOf(rows: number, columns: number): string {
  return `the range has ${countOf(rows, 'row')} and ${countOf(columns, 'column')}`;
}

/** A range of several cells for a single value. */
export function rangeForOne(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(place, `one value is needed, and ${rangeOf(rows, columns)}. Point to one cell.`);
}

/** A block of rows and columns for one line. */
export function notOneLine(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(
    place,
    `one row or one column is needed, and ${rangeOf(rows, columns)}. Point to a single row or column.`,
  );
}

/** A row, or a block, for a column. */
export function notAColumn(place: ArgumentPlace, rows: number, columns: number): Refusal {
  return wrong(
    place,
    `one cell or one column is needed, and ${rangeOf(rows, columns)}. Point to a single column, or turn the row with TRANSPOSE.`,
  );
}

/** Lists that should stand beside each other and do not. */
export function lengthsDiffer(place: ArgumentPlace, length: number, other: string, otherLength: number): Refusal {
  return wrong(
    place,
    `it has ${countOf(length, 'cell')} and ${other} has ${figure(otherLength)}. Select the same number of cells in both.`,
  );
}

/** A row of weights for each amount, but not for each one. */
export function rowsDiffer(place: ArgumentPlace, rows: number, other: string, otherRows: number): Refusal {
  return wrong(
    place,
    `it has ${countOf(rows, 'row')} and ${other} has ${figure(otherRows)}. Give one row of weights for all, or one for each amount.`,
  );
}

/** More than one formula takes; `instead` says what to use. */
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
