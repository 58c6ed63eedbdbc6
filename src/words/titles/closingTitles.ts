/*
 * The headings of findings about closing, beginning and freezing: what all of one kind are called together.
 */
import type { ClosingFindingKind } from '../../workbook/closingFindings';

/** A heading for every kind. @example CLOSING_TITLES['close without row'] -> 'Partners without a row for the month' */
export const CLOSING_TITLES: Readonly<Record<ClosingFindingKind, string>> = {
  'close without row': 'Partners without a row for the month',
  'close not received': 'Ledgers not received',
  'close not reconciled': 'Not reconciled yet',
  'close ledger changed': 'Ledgers that changed since the month was reconciled',
  'close inputs changed': 'Tables that changed since the month was reconciled',
  'already closed': 'Closed already',
  'figure not ready': 'Figures that are not ready',
  'closed figure moved': 'Issued figures that would now differ',
  'closed cell live': 'Formulas in a closed month',
  'nothing to freeze': 'Nothing to freeze',
  'formulas of yours': 'Formulas of yours, left as they are',
  'no shadow pool': 'No shadow pool',
  'pooled already': 'Pooled already',
  'pool begins within year': 'Pools that begin within the year',
  'pool will settle': 'From when the pool settles',
  'no shadow month': 'No shadow month to compare with',
  'pool without rule': 'Lines without a risk rule',
  'shadow line incomplete': 'Lines whose shadow figures are not complete',
  'shadow line not shared': 'Lines that cannot be shared as the pool will',
};
