/*
 * The partners of POOL.EQUALSHARE and how each takes part, read from cells. The sharing itself is in src/pool/equalShare.
 */
import type { Unit } from '../money/exact';
import type { Treatment } from '../pool/equalShare';
import { sameName } from '../pool/sharesOn';
import { lengthsDiffer, missingValue, notWhole, unknownWord } from '../words/refusals';
import { nameTwice, termMissing } from '../words/ruleRefusals';
import { isBlankOrZero, isLeftOut, placeIn, readLine, type Cell, type Line } from './readCells';
import { numberIn, readNames, unitsIn, wordOf } from './readValues';
import { refuse } from './refuse';

/** The most partners a count may stand for. */
const MOST_PARTNERS = 1000;

/** The partners as a line, and the terms beside them. */
export interface Sharers {
  readonly line: Pick<Line, 'lies'>;
  readonly treatments: readonly Treatment[];
  readonly terms: Line;
}

/** Reads a count or names of partners, and their terms; without terms all share equally. */
export function readSharers(partners: unknown, terms: unknown, unit: Unit): Sharers {
  const { line, count } = readPartners(partners);
  const given = readLine('Terms', terms);
  if (isLeftOut(given))
    return { line, terms: given, treatments: Array.from({ length: count }, () => ({ kind: 'equal' })) };
  const cells = termsOf(given, count);
  const treatments = cells.map((cell, index) => treatmentIn(cell, given, index, unit));
  return { line, treatments, terms: given };
}

/** One cell with a number is a count; anything else is names, each once. */
function readPartners(partners: unknown): { readonly line: Pick<Line, 'lies'>; readonly count: number } {
  const place = { argument: 'Partners' };
  const first = readLine('Partners', partners);
  const cell = first.cells[0] ?? null;
  if (first.given === 1 && typeof cell !== 'string') {
    if (isBlankOrZero(cell)) refuse(missingValue(place, 'Type the number of partners, or point to their names.'));
    const count = numberIn(cell, place);
    if (!Number.isInteger(count) || count < 1 || count > MOST_PARTNERS)
      refuse(notWhole(place, count, 1, MOST_PARTNERS));
    return { line: { lies: 'column' }, count };
  }
  const { line, names } = readNames('Partners', partners);
  refuseTwice(line, names);
  return { line, count: names.length };
}

/** Each name may stand once; two rows of one partner would share twice. */
export function refuseTwice(line: Line, names: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const earlier = seen.get(sameName(name));
    if (earlier !== undefined) refuse(nameTwice(placeIn(line, index), name, placeIn(line, earlier)));
    seen.set(sameName(name), index);
  }
}

/** As many terms as partners; cells below the last partner must be blank. */
function termsOf(terms: Line, count: number): readonly Cell[] {
  const beyond = terms.cells.findIndex((cell, index) => index >= count && !isBlankOrZero(cell));
  if (beyond >= 0 || terms.given < count) {
    refuse(lengthsDiffer({ argument: 'Terms' }, beyond >= 0 ? terms.cells.length : terms.given, 'Partners', count));
  }
  return Array.from({ length: count }, (_term, index) => terms.cells[index] ?? null);
}

function treatmentIn(cell: Cell, terms: Line, index: number, unit: Unit): Treatment {
  const place = placeIn(terms, index);
  if (isBlankOrZero(cell)) refuse(termMissing(place));
  if (typeof cell !== 'string') return { kind: 'fixed', amountUnits: unitsIn(cell, place, unit) };
  const word = wordOf(cell);
  if (word === 'equal' || word === 'none') return { kind: word };
  return refuse(unknownWord(place, cell, ['equal', 'none', 'an amount as a number']));
}
