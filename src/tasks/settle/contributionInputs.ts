/*
 * PoolContributions as the rules in `src/pool/contributions` take them. What is wrong in the rows is
 * `src/workbook/contributionRules`; nothing is worked out here.
 */
import { type ContributionRow, contributionRow } from '../../workbook/contributionRow';
import { type ModelReading, rowsOf } from '../../workbook/readModel';

export type { ContributionRow } from '../../workbook/contributionRow';

/** Every row, in the order of the table. */
export function contributionRows(model: Pick<ModelReading, 'tables'>): readonly ContributionRow[] {
  return rowsOf(model, 'PoolContributions').map(contributionRow);
}
