/*
 * The work behind POOL.EQUALSHARE, POOL.PRORATA and POOL.SHARESON: cells to the rules in src/pool and src/money, and
 * back. No rule is decided here.
 */
import { dayOf } from '../money/calendar';
import { fromUnitsOf, type Unit } from '../money/exact';
import { FIRST_OF_APRIL, proRata, type ProRataBasis, type YearStart } from '../money/proRata';
import { equalShare, type EqualShareProblem } from '../pool/equalShare';
import { sameName, sharesOn, type SharesOnProblem, type ShareRow } from '../pool/sharesOn';
import { missingValue, negative, totalTooLarge, type Refusal } from '../words/refusals';
import * as words from '../words/ruleRefusals';
import {
  isBlankOrZero,
  isLeftOut,
  placeIn,
  readLine,
  readSingle,
  sideBySide,
  withoutZeroFoot,
  type Line,
} from './readCells';
import {
  dateIn,
  limitIn,
  nameIn,
  numberIn,
  readAmount,
  readDate,
  readFigure,
  readUnitOr,
  readUnrounded,
  readWord,
} from './readValues';
import { orRefuse, refuse } from './refuse';
import { readSharers, type Sharers } from './sharers';
import { inPounds, lieAs } from './spill';

/** Ways to count the part of a year. */
export const BASIS_WORDS: readonly ProRataBasis[] = ['days', 'months', 'month-days', 'weekly'];

/** Equal shares of a cost, lying as the partners lie; with a cap, the part above it comes last. */
export function equalShareCells(
  cost: unknown,
  partners: unknown,
  terms: unknown,
  cap: unknown,
  unitGiven: unknown,
): number[][] {
  const unit = readUnitOr(unitGiven);
  const costUnits = readAmount('Cost', cost, unit);
  const sharers = readSharers(partners, terms, unit);
  const capUnits = limitIn(
    readSingle('Cap', cap),
    { argument: 'Cap' },
    unit,
    'Type the cap as an amount, or 0 for none.',
  );
  const isCapped = readFigure('Cap', cap) > 0;
  const result = equalShare(costUnits, sharers.treatments, isCapped ? capUnits : undefined);
  const { shareUnits, aboveCapUnits } = orRefuse(result, (problem) => equalShareRefusal(problem, sharers, unit));
  return lieAs(sharers.line, inPounds(isCapped ? [...shareUnits, aboveCapUnits] : shareUnits, unit));
}

function equalShareRefusal(problem: EqualShareProblem, { terms }: Sharers, unit: Unit): Refusal {
  const place = { argument: 'Terms' };
  const pounds = (units: number): number => fromUnitsOf(units, unit);
  switch (problem.kind) {
    case 'no-partners':
      return missingValue({ argument: 'Partners' }, 'Type the number of partners, or point to their names.');
    case 'fixed-not-positive':
      return words.fixedNotPositive(
        placeIn(terms, problem.partner),
        numberIn(terms.cells[problem.partner] ?? 0, place),
      );
    case 'fixed-above-sum':
      return words.fixedAboveSum(place, pounds(problem.fixedUnits), pounds(problem.sumUnits));
    case 'nobody-equal':
      return words.nobodyEqual(place, pounds(problem.fixedUnits), pounds(problem.sumUnits));
    case 'total-too-large':
      return totalTooLarge(place);
  }
}

/** The part of an annual sum between two dates. */
export function proRataCell(
  amount: unknown,
  dates: { readonly start: unknown; readonly end: unknown; readonly yearStart: unknown },
  basis: unknown,
  unitGiven: unknown,
): number {
  const unit = readUnitOr(unitGiven);
  const yearly = readUnrounded('Amount', amount, unit);
  const start = readDate('Start', dates.start);
  const end = readDate('End', dates.end);
  const by = readWord('Basis', basis, BASIS_WORDS) ?? 'days';
  const units = orRefuse(
    proRata(yearly, start, end, by, readYearStart(dates.yearStart), unit.value),
    words.proRataRefusal,
  );
  return fromUnitsOf(units, unit);
}

/** A date whose day and month begin the year, or the number of the month; left out it is 1 April. */
function readYearStart(given: unknown): YearStart {
  const cell = readSingle('Year start', given);
  if (isBlankOrZero(cell)) return FIRST_OF_APRIL;
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 12) return { month: cell, day: 1 };
  const { month, day } = dayOf(dateIn(cell, { argument: 'Year start' }));
  return { month, day };
}

/** The shares in force on a date, one row for each partner of the set. */
export function sharesOnCells(
  date: unknown,
  lists: readonly [unknown, unknown, unknown],
  sets: unknown,
  set: unknown,
): number[][] {
  const day = readDate('Date', date);
  const lines = [readLine('Partners', lists[0]), readLine('From', lists[1]), readLine('Shares', lists[2])];
  const setLine = readLine('Sets', sets);
  const wanted = nameIn(readSingle('Set', set), { argument: 'Set' });
  const hasSets = !isLeftOut(setLine);
  if (wanted !== undefined && !hasSets) refuse(words.setsMissing({ argument: 'Sets' }));
  const [partners, from, shares, setsBeside] = withoutZeroFoot(sideBySide(hasSets ? [...lines, setLine] : lines));
  if (!partners || !from || !shares) return [];
  const chosen = rowsOfSet(partners, setsBeside, wanted);
  const rows = chosen.map((row) => shareRow(row, partners, from, shares));
  const result = orRefuse(sharesOn(day, rows), (problem) => sharesOnRefusal(problem, day, chosen, partners));
  return lieAs(
    partners,
    result.map(({ share }) => share),
  );
}

/** The numbers of the rows that belong to the set; without a name all rows must be of one set. */
function rowsOfSet(partners: Line, sets: Line | undefined, wanted: string | undefined): readonly number[] {
  const all = [...partners.cells.keys()];
  if (!sets) return all;
  const names = sets.cells.map((cell, row) => nameIn(cell, placeIn(sets, row)) ?? '');
  if (wanted === undefined) {
    const distinct = [...new Map(names.map((name) => [sameName(name), name])).values()];
    return distinct.length > 1 ? refuse(words.setMissing({ argument: 'Set' }, distinct)) : all;
  }
  const chosen = all.filter((row) => sameName(names[row] ?? '') === sameName(wanted));
  return chosen.length > 0 ? chosen : refuse(words.setUnknown({ argument: 'Set' }, wanted));
}

function shareRow(row: number, partners: Line, from: Line, shares: Line): ShareRow {
  const place = placeIn(partners, row);
  const partner =
    nameIn(partners.cells[row] ?? null, place) ?? refuse(missingValue(place, 'Type the name of the partner.'));
  const share = numberIn(shares.cells[row] ?? null, placeIn(shares, row));
  if (share < 0)
    refuse(negative(placeIn(shares, row), share, 'A share cannot be negative. Type 0 for a partner that has left.'));
  return { partner, fromDate: dateIn(from.cells[row] ?? null, placeIn(from, row)), share };
}

function sharesOnRefusal(problem: SharesOnProblem, day: number, chosen: readonly number[], partners: Line): Refusal {
  const placeOf = (row: number) => placeIn(partners, chosen[row] ?? 0);
  switch (problem.kind) {
    case 'no-rows':
      return missingValue({ argument: 'Partners' }, 'Point to the partners, dates and shares of the lists.');
    case 'none-in-force':
      return words.noneInForce({ argument: 'Date' }, day, problem.firstDate);
    case 'not-whole':
      return words.sharesNotWhole({ argument: 'Shares' }, problem.fromDate, problem.totalShare);
    case 'partner-twice': {
      const name = String(partners.cells[chosen[problem.row] ?? 0] ?? '');
      return words.nameTwice(placeOf(problem.row), name, placeOf(problem.earlierRow));
    }
  }
}
