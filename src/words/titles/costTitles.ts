/*
 * The headings of findings about posts and placements: what all of one kind are called together.
 */
import type { CostFindingKind } from '../../workbook/costFindings';

/** A heading for every kind. @example COST_TITLES['cost dates crossed'] -> 'Posts and placements that end before they begin' */
export const COST_TITLES: Readonly<Record<CostFindingKind, string>> = {
  'cost dates crossed': 'Posts and placements that end before they begin',
  'rate below zero': 'Rates below 0',
  'cost dates overlap': 'Posts and placements whose dates overlap',
  'cost line without pool': 'Posts and placements on lines of no pool',
  'cost too large': 'Posts and placements too large to be exact',
  'wte not usable': 'WTE that is no number of posts',
  'heads not usable': 'Heads that are no number of people',
  'wte above heads': 'More WTE than heads',
  'manager ratio not met': 'Managers not in the agreed ratio',
  'managers of one side': 'Managers of one side only',
  'manager not counted': 'Managers who are not counted',
  'weight below zero': 'Weights below 0',
  'weights all zero': 'Placements that nobody bears',
  'total without end': 'Placements with a total and no end',
  'client income below zero': 'Client income below 0',
  'client income above rate': 'Client income above the rate',
  'case on two lines': 'Cases on two lines at once',
  'partner columns apart': 'Columns of partners that stand apart',
  'partner without column': 'Partners without a column',
};
