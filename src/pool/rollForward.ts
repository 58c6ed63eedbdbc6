/*
 * Next year's contribution from this year's. Not the calendar of the budget cycle, and not who agrees the factors: they
 * are given.
 *
 * Source: contribution clauses "last year + recurrent in-year changes + inflation uplift + planned changes - efficiency
 * requirement", https://lawinsider.com/clause/contributions-to-the-pooled-fund/_1; domain brief b2.
 */
import { exactToUnits, readNumber, type MoneyProblem, type Unit } from '../money/exact';
import type { Result } from '../money/result';

/** This year's contribution and what changes it, as the cells hold them: amounts in pounds, the uplift as a fraction. */
export interface ContributionChange {
  readonly base: number;
  readonly recurrent: number;
  readonly uplift: number;
  readonly planned: number;
  readonly efficiency: number;
}

/**
 * Rolls a contribution forward: (base + recurrent) x (1 + uplift) + planned - efficiency, rounded once, at the end.
 *
 * @param change - The uplift 5.66% is 0.0566; the efficiency is an amount, taken off.
 * @param unit - The unit to round to, half away from zero.
 * @returns Whole units, or the problem that the amount cannot be held exactly.
 * @example base £100,000.00, recurrent £2,000.00, uplift 5.66%, efficiency £1,500.00 -> £106,273.20
 */
export function rollForward(change: ContributionChange, unit: Unit): Result<number, MoneyProblem> {
  const recurring = readNumber(change.base).plus(readNumber(change.recurrent));
  const uplifted = recurring.plus(recurring.times(readNumber(change.uplift)));
  return exactToUnits(uplifted.plus(readNumber(change.planned)).minus(readNumber(change.efficiency)), unit);
}
