/*
 * The work behind POOL.EQUALSHARE and POOL.PRORATA: cells to the rules in src/pool and src/money, and back.
 * No rule is decided here.
 */
import { dayOf } from '../money/calendar';
import { fromUnitsOf, type Unit } from '../money/exact';
import { FIRST_OF_APRIL, proRata, type ProRataBasis, type YearStart } from '../money/proRata';
import { equalShare, type EqualShareProblem } from '../pool/equalShare';
import type { Refusal } from '../words/refusal';
import { missingValue, totalTooLarge } from '../words/refusals';
import * as words from '../words/ruleRefusals';
import { isBlankOrZero, placeIn, readSingle } from './readCells';
import {
  dateIn,
  limitIn,
  numberIn,
  readAmount,
  readDate,
  readFigure,
  readUnitOr,
  readUnrounded,
  readWord,
} from './readValues';
import { orRefuse } from './refuse';
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
