/*
 * The headings of findings about many pools together: what all of one kind are called together.
 */
import type { ConsolidationFindingKind } from '../../workbook/consolidationFindings';

/** A heading for every kind. @example CONSOLIDATION_TITLES['line without pool'] -> 'Lines without a pool' */
export const CONSOLIDATION_TITLES: Readonly<Record<ConsolidationFindingKind, string>> = {
  'line without pool': 'Lines without a pool',
  'pool without place': 'Pools without a service line or area',
  'contribution in two pools': 'Contributions that may stand in two pools',
  'consolidation too large': 'Totals too large to be exact',
};
