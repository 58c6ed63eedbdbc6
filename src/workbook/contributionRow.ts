/*
 * A row of PoolContributions as the rules of `src/pool/contributions` take it, with the row its findings point at. What a
 * blank cell means is decided here: it counts, it recurs, it is base money, and it is paid monthly.
 */
import type { Contribution, Funding, Instalments } from '../pool/contributions';
import { type TypedRow, numberOf, textOf } from './readTable';

/** A contribution and the row it stands on. */
export interface ContributionRow extends Contribution {
  readonly row: TypedRow;
}

/** @example a row with Counts blank -> counts: true; with Recurrent `no` -> isRecurrent: false */
export function contributionRow(row: TypedRow): ContributionRow {
  return {
    row,
    pool: textOf(row, 'Pool'),
    partner: textOf(row, 'Partner'),
    year: textOf(row, 'Year'),
    fromDate: numberOf(row, 'From') ?? 0,
    // The words of a choice are those of the schema: `readTable` refuses every other.
    funding: (textOf(row, 'Funding') || 'base') as Funding,
    source: textOf(row, 'Source'),
    isRecurrent: textOf(row, 'Recurrent') !== 'no',
    counts: textOf(row, 'Counts') !== 'no',
    amountPence: numberOf(row, 'Amount') ?? 0,
    instalments: (textOf(row, 'Instalments') || 'monthly') as Instalments,
  };
}
