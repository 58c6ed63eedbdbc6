/*
 * PoolContributions as the rules in `src/pool/contributions` take them, and the two proportions they give a pool. What is wrong
 * in the rows is `src/workbook/contributionRules`; nothing is worked out here.
 */
import {
  type ContributionsAt,
  contributionsOf,
  countedContributions,
  moneyContributions,
} from '../../pool/contributions';
import { type ContributionRow, contributionRow } from '../../workbook/contributionRow';
import { type ModelReading, rowsOf } from '../../workbook/readModel';

export type { ContributionRow } from '../../workbook/contributionRow';

/** Every row, in the order of the table. */
export function contributionRows(model: Pick<ModelReading, 'tables'>): readonly ContributionRow[] {
  return rowsOf(model, 'PoolContributions').map(contributionRow);
}

/** What a pool's contributions share, per partner; both undefined where it has none for the year. */
export interface ContributionWeights {
  /** What counts: the basis `contributions` of a list. */
  readonly contributions: readonly number[] | undefined;
  /** Every one in money, whether or not it counts: what was agreed is shared by it, and what is returned. */
  readonly moneyContributions: readonly number[] | undefined;
}

/**
 * The two proportions of a pool, at a month's end.
 *
 * @example Council 60,000.00; PCT 40,000.00 and 20,000.00 with Counts `no` -> 60 : 40 of what counts, 60 : 60 in money
 */
export function contributionWeights(
  rows: readonly ContributionRow[],
  at: ContributionsAt,
  partners: readonly string[],
): ContributionWeights {
  if (contributionsOf(rows, at).length === 0) return { contributions: undefined, moneyContributions: undefined };
  return {
    contributions: countedContributions(rows, at, partners),
    moneyContributions: moneyContributions(rows, at, partners),
  };
}
