/*
 * The headings of findings about projects, groups and lists of shares: what all of one kind are called together.
 */
import type { ProjectFindingKind } from '../../workbook/projectFindings';

/** A heading for every kind. @example PROJECT_TITLES['project tables made'] -> 'Tables for projects made' */
export const PROJECT_TITLES: Readonly<Record<ProjectFindingKind, string>> = {
  'project tables made': 'Tables for projects made',
  'project found': 'Projects found in the workbook',
  'no projects': 'No projects',
  'project without shares': 'Projects that nobody shares',
  'project without items': 'Shares of projects there are not',
  'sharer not listed': 'Sharers who are no partner and no group',
  'sharer in group too': 'Partners that share by themselves and in their group',
  'fixed amount missing': 'Fixed contributions without an amount',
  'amount not used': 'Amounts that do not count',
  'fixed in each year': 'Fixed contributions that count in each year',
  'fixed above sum': 'Fixed contributions above the sum to share',
  'nobody equal': 'A rest that nobody shares',
  'cap not positive': 'Caps of 0 or below',
  'cap differs': 'Projects with two caps',
  'cost above cap': 'Costs above the cap',
  'date outside project year': 'Dates outside the project’s year',
  'project dates crossed': 'Projects that end before they begin',
  'payer not named': 'Items that do not say who pays',
  'project too large': 'Projects too large to be exact',
  'group is partner': 'Groups called like a partner',
  'group in no list': 'Groups that no list names',
  'group without set': 'Groups without a list of their own',
  'set not in force': 'Lists of groups that have not begun',
  'set not whole': 'Lists that do not total 100%',
  'set for all and own': 'Sets with a list for all pools and a pool’s own',
  'set without member': 'Lists of groups without one of the members',
  'set with other partner': 'Lists of groups with somebody else',
  'set with group and member': 'Lists with a group and its own member',
  'share not usable': 'Shares that cannot be used',
  'basis differs': 'Lists with more than one basis',
  'project name taken': 'Projects called like another agreement',
};
