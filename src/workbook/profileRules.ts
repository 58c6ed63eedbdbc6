/*
 * PoolProfiles as typed rows, and what is wrong in them: months that are not numbers are found when the table is read,
 * what they come to is found here. How a budget falls on the months is `src/pool/profiles`.
 */
import { comparable } from '../ledger/cells';
import { readNumber } from '../money/exact';
import { type MonthFractions, profileProblem } from '../pool/profiles';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';

/** The word for a budget without a profile; it is no name for one. */
export const TWELFTHS = 'twelfths';

/** The months' columns, April first. */
export const MONTH_COLUMNS: readonly string[] = Array.from({ length: 12 }, (_each, month) => `M${String(month + 1)}`);

/** The profiles by name, as `comparable` writes it. */
export function profilesOf(rows: readonly TypedRow[]): ReadonlyMap<string, MonthFractions> {
  return new Map(rows.map((row) => [comparable(textOf(row, 'Profile')), fractionsOf(row)]));
}

function fractionsOf(row: TypedRow): MonthFractions {
  return MONTH_COLUMNS.map((column) => numberOf(row, column) ?? 0);
}

/** Whether a Profile of PoolBudgets says that each month has a twelfth. */
export function isTwelfths(profile: string): boolean {
  return profile === '' || comparable(profile) === TWELFTHS;
}

/** Profiles that are none: a month below 0, a total that is not 1, and one that is called twelfths. */
export function profileFindings(tables: InputReadings): Finding[] {
  return (tables.get('PoolProfiles')?.rows ?? []).flatMap((row): Finding[] => {
    const profile = textOf(row, 'Profile');
    if (profile !== '' && isTwelfths(profile)) {
      return [workbookFinding('profile called twelfths', { place: placeOf(row, 'Profile') })];
    }
    // A month that could not be read has a finding of its own.
    if (MONTH_COLUMNS.some((column) => numberOf(row, column) === undefined)) return [];
    const problem = profileProblem(fractionsOf(row));
    if (problem === null) return [];
    if (problem.kind === 'below-nought') {
      const column = MONTH_COLUMNS[problem.month] ?? '';
      const detail = { profile, column, fraction: problem.fraction };
      return [workbookFinding('profile month negative', { place: placeOf(row, column), detail })];
    }
    const gap = readNumber(problem.total).minus(1).toNumber();
    const detail = {
      profile,
      total: problem.total,
      gap: `${String(Math.abs(gap))} too ${gap > 0 ? 'much' : 'little'}`,
    };
    return [workbookFinding('profile not whole', { place: placeOf(row, 'M1'), detail })];
  });
}
