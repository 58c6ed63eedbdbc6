/*
 * What cells mean: amounts in whole units, figures, dates, names, words, TRUE or FALSE. Not the shape of a range, which
 * is readCells.ts, and no rule of a pool.
 *
 * Text that looks like a number is refused, never guessed. Left out, blank and 0 mean the same in every optional
 * argument.
 */
import { isDay } from '../money/calendar';
import { fromUnitsOf, readNumber, readUnit, toUnitsOf, type Unit } from '../money/exact';
import type { ArgumentPlace as Place } from '../words/refusal';
import * as words from '../words/refusals';
import { isBlankOrZero, isLeftOut, placeIn, readSingle, type Cell, type Line } from './readCells';
import { orRefuse, refuse } from './refuse';

/** A cell's figure; blank is 0. */
export function numberIn(cell: Cell, place: Place): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') refuse(words.textNotNumber(place, cell));
  if (typeof cell === 'boolean') refuse(words.truthNotNumber(place, cell));
  // A cell may hold -0; none of ours does.
  return cell + 0;
}

/** A single figure; blank is 0. @example readFigure('Uplift', 0.0566) -> 0.0566 */
export function readFigure(argument: string, given: unknown): number {
  return numberIn(readSingle(argument, given), { argument });
}

/** The unit an amount is rounded and shared in; left out, blank or 0 is a penny. */
export function readUnitOr(given: unknown): Unit {
  const value = readFigure('Unit', given) || 0.01;
  return orRefuse(readUnit(value), () => words.badUnit({ argument: 'Unit' }, value));
}

/** A cell's amount in whole units, a part-unit rounded half away from zero as Excel's ROUND does. */
export function unitsIn(cell: Cell, place: Place, unit: Unit): number {
  const value = numberIn(cell, place);
  return orRefuse(toUnitsOf(value, unit), () => words.tooLarge(place, value));
}

/** A single amount in whole units; blank is 0. */
export function readAmount(argument: string, given: unknown, unit: Unit): number {
  return unitsIn(readSingle(argument, given), { argument }, unit);
}

/**
 * A single amount with all its decimals, for a sum that is rounded once, at the end; one that is too large for the unit
 * is refused here already.
 */
export function readUnrounded(argument: string, given: unknown, unit: Unit): number {
  const cell = readSingle(argument, given);
  unitsIn(cell, { argument }, unit);
  return numberIn(cell, { argument });
}

/** A line's amounts in whole units. */
export function amountsIn(line: Line, unit: Unit): number[] {
  return line.cells.map((cell, index) => unitsIn(cell, placeIn(line, index), unit));
}

/**
 * A cell's amount as a limit, in whole units: never negative, and a part-unit is cut off, so that what is held to the
 * limit is never above it.
 */
export function limitIn(cell: Cell, place: Place, unit: Unit, instead: string): number {
  const value = numberIn(cell, place);
  if (value < 0) refuse(words.negative(place, value, instead));
  const units = unitsIn(cell, place, unit);
  return readNumber(value).lt(readNumber(fromUnitsOf(units, unit))) ? units - 1 : units;
}

/** A line's amounts as limits. */
export function limitsIn(line: Line, unit: Unit, instead: string): number[] {
  return line.cells.map((cell, index) => limitIn(cell, placeIn(line, index), unit, instead));
}

/** One row or column of weights, each 0 or more; blank is 0. Whether several are all 0 is the split's own check. */
export function weightsIn(line: Line): number[] {
  if (isLeftOut(line)) refuse(words.missingValue(placeIn(line, 0), 'Point to one weight for each partner.'));
  return line.cells.map((cell, index) => weightIn(cell, placeIn(line, index)));
}

/** A cell's weight. */
export function weightIn(cell: Cell, place: Place): number {
  const weight = numberIn(cell, place);
  if (weight < 0) {
    refuse(words.negative(place, weight, 'A weight cannot be negative. Type 0 if the partner does not take part.'));
  }
  return weight;
}

/** A required date in whole days; blank or 0 is missing. @example readDate('Start', 38078) -> 38078 (1 April 2004) */
export function readDate(argument: string, given: unknown): number {
  return dateIn(readSingle(argument, given), { argument });
}

/** A cell's date in whole days, without its time; blank or 0 is missing. */
export function dateIn(cell: Cell, place: Place): number {
  if (isBlankOrZero(cell)) refuse(words.missingDate(place));
  if (typeof cell === 'string') refuse(words.textNotDate(place, cell));
  const date = numberIn(cell, place);
  const day = Math.floor(date);
  return isDay(day) ? day : refuse(words.notADate(place, date));
}

/** A whole number in a range; `undefined` when left out. */
export function readPosition(argument: string, given: unknown, count: number): number | undefined {
  const cell = readSingle(argument, given);
  if (isBlankOrZero(cell)) return undefined;
  const value = numberIn(cell, { argument });
  if (!Number.isInteger(value) || value < 1 || value > count) refuse(words.notWhole({ argument }, value, 1, count));
  return value;
}

/** TRUE or FALSE; left out, blank or 0 is FALSE. */
export function readTruth(argument: string, given: unknown): boolean {
  const cell = readSingle(argument, given);
  if (isBlankOrZero(cell) || cell === false) return false;
  const shown = String(cell).trim().toUpperCase();
  if (shown === 'TRUE' || shown === '1') return true;
  return shown === 'FALSE' ? false : refuse(words.notTrueOrFalse({ argument }, String(cell)));
}

/**
 * One of some words, in any case, with - or a space or nothing between its parts (Excel lists `largestRemainder` to choose
 * from); `undefined` when left out. A word's argument is text to Excel, so that a blank cell may come as "0".
 */
export function readWord<Word extends string>(
  argument: string,
  given: unknown,
  known: readonly Word[],
): Word | undefined {
  const cell = readSingle(argument, given);
  if (isBlankOrZero(cell) || cell === '0') return undefined;
  const joined = wordOf(String(cell)).replaceAll('-', '');
  const word = known.find((candidate) => candidate.replaceAll('-', '') === joined);
  return word ?? refuse(words.unknownWord({ argument }, String(cell), known));
}

/** @example wordOf(' Largest  Remainder') -> "largest-remainder" */
export function wordOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0_-]+/g, '-');
}

/** A cell's name, its spaces tidied; `undefined` when blank. A number, such as a code, is kept as its digits. */
export function nameIn(cell: Cell, place: Place): string | undefined {
  if (isBlankOrZero(cell)) return undefined;
  if (typeof cell === 'boolean') refuse(words.notAName(place, String(cell).toUpperCase()));
  return String(cell).trim().replace(/\s+/g, ' ');
}
