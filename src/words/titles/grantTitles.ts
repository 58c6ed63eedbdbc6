/*
 * The headings of findings about grants: what all of one kind are called together.
 */
import type { GrantFindingKind } from '../../workbook/grantFindings';

/** A heading for every kind. @example GRANT_TITLES['grant below nought'] -> 'Grants below 0' */
export const GRANT_TITLES: Readonly<Record<GrantFindingKind, string>> = {
  'grant below nought': 'Grants below 0',
  'grant minimum above available': 'Minimums above what is available',
  'grant line not listed': 'Grants for lines there are not',
  'grant line twice': 'Grants that name a line twice',
  'grant order twice': 'Grants with the same place in the order',
  'grant line excluded': 'Grants for lines out of scope',
  'grant line of other pool': 'Grants for lines of another pool',
  'grant without lines': 'Grants without a line to pay for',
  'grant spend not known': 'Grants whose spending is not known',
  'grant unspent': 'Grants not fully used',
  'grant minimum not yet met': 'Minimums that are not met yet',
  'grant minimum not met': 'Minimums that are not met',
};
