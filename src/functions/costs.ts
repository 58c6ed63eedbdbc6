/*
 * The POOL functions about what a cost or a contribution is and who has agreed to bear it. Each only reads, calls the
 * rule and returns; the doc block of each is the help that the user reads.
 */
import { fromUnitsOf } from '../money/exact';
import { rollForward } from '../pool/rollForward';
import { notAFraction, totalTooLarge } from '../words/refusals';
import { equalShareCells, proRataCell } from './costCells';
import { readFigure, readUnitOr, readUnrounded } from './readValues';
import { answer, orRefuse, refuse } from './refuse';
import { sharesOnCells } from './sharesOnCells';

/**
 * How the part of a year is counted.
 * @customenum {string}
 */
// The metadata is read from these lines as JSON, which knows double quotes only.
// prettier-ignore
enum Basis {
  /** Days over the 365 or 366 of the financial year. The default. */
  days = "days",
  /** Whole months over 12. */
  months = "months",
  /** A twelfth a month, and of a month in part its days over its own length. */
  monthDays = "month-days",
  /** The amount is a weekly rate: times the days, over 7. */
  weekly = "weekly",
}

/**
 * Shares a project's cost equally between the partners that take part, after fixed amounts and up to a cap. Example: a cost of 21000, four partners equal and one that pays 1500 first, cap 20000: 4,625.00 each, 1,500.00, and 1,000.00 above the cap.
 * @customfunction EQUALSHARE
 * @param cost What the project costs.
 * @param partners The number of partners, or one row or column of their names.
 * @param [terms] Beside the names: equal, none, or the amount a partner pays first, inside the cap. Left out: all equal.
 * @param [cap] The most the partners pay together. Left out or 0: no cap. For a contribution on top, raise the cap by it.
 * @param [unit] What the shares are whole numbers of: 0.01, 1, 1000. Left out: 0.01.
 * @returns A share for each partner; with a cap, one more at the end: the part above it.
 */
export function equalShare(
  cost: unknown,
  partners: unknown[][],
  terms?: unknown[][],
  cap?: unknown,
  unit?: unknown,
): number[][] {
  return answer('EQUALSHARE', () => equalShareCells(cost, partners, terms, cap, unit));
}

/**
 * The part of an annual sum between two dates, both counting, inside one financial year. Example: =POOL.PRORATA(30000, DATE(2004,9,1), DATE(2005,3,31)) gives 17,424.66 for 212 of 365 days.
 * @customfunction PRORATA
 * @param amount The annual sum; for weekly, the weekly rate.
 * @param start The first day that counts.
 * @param end The last day that counts.
 * @param [yearStart] A date on which a financial year begins, or the number of its first month. Left out: 1 April.
 * @param [basis] How the part of the year is counted. Left out: days.
 * @param [unit] What the result is a whole number of. Left out: 0.01.
 * @returns The part of the sum. A whole year is exactly the annual sum.
 */
export function proRata(
  amount: unknown,
  start: unknown,
  end: unknown,
  yearStart?: unknown,
  basis?: Basis,
  unit?: unknown,
): number {
  return answer('PRORATA', () => proRataCell(amount, { start, end, yearStart }, basis, unit));
}

/**
 * Next year's contribution: (base + recurrent) x (1 + uplift) + planned - efficiency, rounded once. Example: =POOL.ROLLFORWARD(100000, 2000, 5.66%, 0, 1500) gives 106,273.20.
 * @customfunction ROLLFORWARD
 * @param base This year's contribution.
 * @param [recurrent] Changes made in the year that go on.
 * @param [uplift] The rise for pay and prices, as a per cent: 2.5% or 0.025.
 * @param [planned] Changes planned for next year.
 * @param [efficiency] The saving required, as an amount; it is taken off.
 * @param [unit] What the result is a whole number of. Left out: 0.01.
 * @returns Next year's contribution.
 */
export function contribution(
  base: unknown,
  recurrent?: unknown,
  uplift?: unknown,
  planned?: unknown,
  efficiency?: unknown,
  unit?: unknown,
): number {
  return answer('ROLLFORWARD', () => {
    const to = readUnitOr(unit);
    const change = {
      base: readUnrounded('Base', base, to),
      recurrent: readUnrounded('Recurrent', recurrent, to),
      uplift: readFigure('Uplift', uplift),
      planned: readUnrounded('Planned', planned, to),
      efficiency: readUnrounded('Efficiency', efficiency, to),
    };
    if (Math.abs(change.uplift) > 1) refuse(notAFraction({ argument: 'Uplift' }, change.uplift));
    return fromUnitsOf(
      orRefuse(rollForward(change, to), () => totalTooLarge({ argument: 'Base' })),
      to,
    );
  });
}

/**
 * The shares in force on a date: the latest list that has begun, each partner once in the order in which the names first appear. Example: with lists of 60% / 40% from 1 April 2004 and 55% / 45% from 1 April 2005, 31 March 2005 gives 60% and 40%.
 * @customfunction SHARESON
 * @param date The day to look at.
 * @param partners The partner of each row.
 * @param from The date from which each row holds. Rows with the same date are one complete list, a partner that has left at 0.
 * @param shares The share of each row, as a per cent. Each list must total 100%.
 * @param [sets] The set of each row, where the rows hold several sets of lists.
 * @param [set] The set to look at.
 * @returns A share for each partner; 0 for one that is not in the list.
 */
export function sharesInForce(
  date: unknown,
  partners: unknown[][],
  from: unknown[][],
  shares: unknown[][],
  sets?: unknown[][],
  set?: unknown,
): number[][] {
  return answer('SHARESON', () => sharesOnCells(date, [partners, from, shares], sets, set));
}
