/*
 * Adding whole units without losing one. Not a rule of a pool: every rule here adds up through it, so that a total too
 * large to be held exactly is refused in one place.
 */
import { sumPence } from '../money/exact';
import { fail, succeed, type Result } from '../money/result';

/** A total too large for every unit of it to be held exactly. */
export interface TotalTooLarge {
  readonly kind: 'total-too-large';
}

/**
 * Adds whole units exactly, pennies or any other unit.
 *
 * @param units - Whole units, any sign, each of at most 15 digits.
 * @returns Their total, or the problem that it has more than 15 digits.
 * @example addUnits([12050, -50]) -> 12000
 */
export function addUnits(units: readonly number[]): Result<number, TotalTooLarge> {
  const total = sumPence(units);
  return total.ok ? succeed(total.value) : fail({ kind: 'total-too-large' });
}
