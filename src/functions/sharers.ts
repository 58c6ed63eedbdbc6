/*
 * The partners of POOL.EQUALSHARE and how each takes part, read from cells. The sharing itself is in src/pool/equalShare.
 */
import type { Unit } from '../money/exact';
import type { Treatment } from '../pool/equalShare';
import { missingValue, notWhole, unknownWord } from '../words/refusals';
import { termMissing } from '../words/ruleRefusals';
import { besideNames, readNames } from './partners';
import { isBlankOrZero, isLeftOut, placeIn, readLine, type Cell, type Line } from './readCells';
import { numberIn, unitsIn, wordOf } from './readValues';
import { refuse } from './refuse';

/** The most partners a count may stand for. */
const MOST_PARTNERS = 1000;

/** The partners as a line, and the terms beside them. */
export interface Sharers {
  readonly line: Line;
  readonly treatments: readonly Treatment[];
  readonly terms: Line;
}

/** Reads a count or names of partners, and their terms; without terms all share equally. */
export function readSharers(partners: unknown, terms: unknown, unit: Unit): Sharers {
  const line = readPartners(partners);
  const given = readLine('Terms', terms);
  if (isLeftOut(given)) return { line, terms: given, treatments: line.cells.map(() => ({ kind: 'equal' })) };
  const beside = besideNames(given, line);
  const treatments = beside.cells.map((cell, index) => treatmentIn(cell, beside, index, unit));
  return { line, treatments, terms: beside };
}

/** One cell with a number is a count, as if so many names stood in a column; anything else is names. */
function readPartners(partners: unknown): Line {
  const place = { argument: 'Partners' };
  const first = readLine('Partners', partners);
  const cell = first.cells[0] ?? null;
  if (first.given > 1 || typeof cell === 'string') return readNames('Partners', partners).line;
  if (isBlankOrZero(cell)) refuse(missingValue(place, 'Type the number of partners, or point to their names.'));
  const count = numberIn(cell, place);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PARTNERS) refuse(notWhole(place, count, 1, MOST_PARTNERS));
  return { argument: 'Partners', lies: 'column', cells: Array.from({ length: count }, () => null), given: count };
}

function treatmentIn(cell: Cell, terms: Line, index: number, unit: Unit): Treatment {
  const place = placeIn(terms, index);
  if (isBlankOrZero(cell)) refuse(termMissing(place));
  if (typeof cell !== 'string') return { kind: 'fixed', amountUnits: unitsIn(cell, place, unit) };
  const word = wordOf(cell);
  if (word === 'equal' || word === 'none') return { kind: word };
  return refuse(unknownWord(place, cell, ['equal', 'none', 'an amount as a number']));
}
