/*
 * Which errors of a ledger are of another month than the one asked for. They are told with every run; they keep no month open
 * whose figures they are missing from.
 */
import type { Finding } from './finding';
import { placeInYear } from './financialYear';

/**
 * Whether an amount that cannot be read stands in a row of a later month, or of another year.
 *
 * @example “1.234,56” in a row of 3 July -> true for June, false for July; of a row whose month is not told -> false
 */
export function isOfOtherMonth({ kind, detail }: Pick<Finding, 'kind' | 'detail'>, period: string): boolean {
  const month = kind === 'amount unreadable' ? String(detail?.['month'] ?? '') : '';
  return month !== '' && placeInYear(month, period) !== 'to date';
}
