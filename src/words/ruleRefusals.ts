/*
 * The sentences for what a pool rule cannot do with what it was given, one function per finding. Not the sentences about
 * reading a single cell or range: those are in refusals.ts.
 */
import type { ProRataProblem } from '../money/proRata';
import type { SplitProblem } from '../money/split';
import { amount, dateInWords, figure, missing, where, wrong, type ArgumentPlace, type Refusal } from './refusal';
import { badUnit, missingValue, negative, notADate, notWhole, tooLarge } from './refusals';

const TAKES_NO_PART = 'A weight cannot be negative. Type 0 if the partner does not take part.';

/** Where the parts of a split stand in the formula. */
export interface SplitPlaces {
  readonly weights: ArgumentPlace;
  readonly amount: ArgumentPlace;
}

/** A split that cannot be made. */
export function splitRefusal(problem: SplitProblem, places: SplitPlaces): Refusal {
  const partner: ArgumentPlace = { argument: 'Partner' };
  switch (problem.kind) {
    case 'no-partners':
      return missingValue(places.weights, 'Point to one weight for each partner.');
    case 'all-weights-zero':
      return wrong(
        places.weights,
        'every weight is 0 or blank, so nobody shares. Type a weight above 0 for each partner that takes part.',
      );
    case 'negative-weight':
      return negative(places.weights, problem.weight, TAKES_NO_PART);
    case 'weight-not-a-number':
      return wrong(places.weights, `${problem.weight} is not a number. Type a number.`);
    case 'named-partner-missing':
      return missingValue(
        partner,
        'The rule named-partner needs the number of the partner that takes the difference, 1 for the first.',
      );
    case 'named-partner-out-of-range':
      return notWhole(partner, problem.named + 1, 1, problem.partners);
    case 'named-partner-without-weight':
      return wrong(
        partner,
        `partner ${problem.named + 1} has weight 0, so it gets exactly 0 and cannot take the difference. Name a partner with a weight.`,
      );
    default:
      return tooLarge(places.amount, problem.amount);
  }
}

/** `running` shares a column; one cell of a table cannot know the rows above it. */
export function runningNeedsColumn(place: ArgumentPlace): Refusal {
  return wrong(
    place,
    '"running" carries odd pennies down a column, so it works in POOL.SPLIT only. Use POOL.SPLIT outside the table, or another rule.',
  );
}

/** `running` with weights of their own for each amount: no rule could keep every partner within a unit. */
export function runningNeedsOneLine(place: ArgumentPlace, rows: number): Refusal {
  return wrong(
    place,
    `"running" needs the same weights for every amount, and there are ${rows} rows of them. Give one row of weights, or use another rule.`,
  );
}

// Equal shares of a cost.

/** Fixed amounts that leave less than nothing; amounts in pounds. */
export function fixedAboveSum(place: ArgumentPlace, fixed: number, sum: number): Refusal {
  return wrong(
    place,
    `the fixed amounts total ${amount(fixed)} and the sum to share is ${amount(sum)}: ${amount(fixed - sum)} too much. Lower a fixed amount, or raise the cost or the cap.`,
  );
}

/** A rest that no partner bears; amounts in pounds. */
export function nobodyEqual(place: ArgumentPlace, fixed: number, sum: number): Refusal {
  return wrong(
    place,
    `the fixed amounts total ${amount(fixed)} of ${amount(sum)} and nobody shares the other ${amount(sum - fixed)}. Mark at least one partner equal.`,
  );
}

/** A fixed amount of nothing or less. */
export function fixedNotPositive(place: ArgumentPlace, value: number): Refusal {
  return wrong(
    place,
    `${figure(value)} is not above 0. A fixed amount is paid first, so type one of at least one unit, or none for a partner that pays nothing.`,
  );
}

/** Blank or 0 beside a partner: it may mean equal or none, so it is not guessed. */
export function termMissing(place: ArgumentPlace): Refusal {
  return missing(place, 'a partner has no term. Type equal, none, or the amount it pays first.');
}

/** One name in two cells. */
export function nameTwice(place: ArgumentPlace, name: string, earlier: ArgumentPlace): Refusal {
  return wrong(place, `${name} stands here and in ${where(earlier)}. Keep each partner once.`);
}

// Parts of a year.

/** A part of a year that cannot be worked out. */
export function proRataRefusal(problem: ProRataProblem): Refusal {
  const end: ArgumentPlace = { argument: 'End' };
  switch (problem.kind) {
    case 'start-after-end':
      return wrong(
        end,
        `${dateInWords(problem.end)} is before the start, ${dateInWords(problem.start)}. Swap the two dates, or correct one.`,
      );
    case 'outside-financial-year':
      return wrong(
        end,
        `${dateInWords(problem.end)} is outside the financial year of the start, ${dateInWords(problem.firstDay)} to ${dateInWords(problem.lastDay)}. Use one formula for each year.`,
      );
    case 'not-whole-months':
      return wrong(
        { argument: 'Basis' },
        `${dateInWords(problem.start)} to ${dateInWords(problem.end)} is not a number of whole months. Correct a date, or use days or month-days.`,
      );
    case 'bad-year-start':
      return wrong(
        { argument: 'Year start' },
        `a year cannot start on day ${problem.day} of a month here. Use a day from 1 to 28, or leave it out for 1 April.`,
      );
    case 'not-a-day':
      return notADate({ argument: problem.which === 'start' ? 'Start' : 'End' }, problem.serial);
    case 'bad-unit':
      return badUnit({ argument: 'Unit' }, problem.unit);
    case 'not-decimal-text':
      return wrong({ argument: 'Amount' }, `"${problem.text}" is text, not a number. Retype it as a number.`);
    default:
      return tooLarge({ argument: 'Amount' }, problem.amount);
  }
}

// Lists of shares.

/** A day before the first list. */
export function noneInForce(place: ArgumentPlace, date: number, first: number): Refusal {
  return missing(
    place,
    `no list of shares is in force on ${dateInWords(date)}: the first begins on ${dateInWords(first)}. Add a list, or use a later date.`,
  );
}

/** A list of shares that does not total 1; `total` is a fraction. */
export function sharesNotWhole(place: ArgumentPlace, from: number, total: number): Refusal {
  const percent = (share: number): string => `${figure(Number((share * 100).toPrecision(12)))}%`;
  const gap = total < 1 ? `${percent(1 - total)} is missing` : `${percent(total - 1)} too much`;
  return wrong(
    place,
    `the list from ${dateInWords(from)} totals ${percent(total)}, not 100%: ${gap}. Give every partner its share as a per cent, such as 60% or 0.6, and 0 to one that has left.`,
  );
}

/** Lists of several sets, and none is named. */
export function setMissing(place: ArgumentPlace, sets: readonly string[]): Refusal {
  return missing(place, `the lists are of several sets (${sets.slice(0, 5).join(', ')}). Type the name of one.`);
}

/** A set that no row has. */
export function setUnknown(place: ArgumentPlace, set: string): Refusal {
  return missing(place, `no row has the set "${set}". Check the spelling, or add its list of shares.`);
}

/** A set is named, but the rows have none. */
export function setsMissing(place: ArgumentPlace): Refusal {
  return missing(place, 'a set is named but there is no column of sets. Point to the column with the set of each row.');
}

// Payments.

/** Balances that total something; in pounds. */
export function unbalanced(place: ArgumentPlace, total: number): Refusal {
  return wrong(
    place,
    `the balances total ${amount(total)}, not 0, so payments cannot clear them. Include the pool's own balance as a row, or correct a balance.`,
  );
}

/** A host that is not in the list of partners. */
export function unknownHost(place: ArgumentPlace, host: string): Refusal {
  return wrong(place, `"${host}" is not one of the partners. Type the name as it stands in the list of partners.`);
}
