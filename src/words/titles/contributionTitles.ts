/*
 * The headings of findings about contributions: what all of one kind are called together.
 */
import type { ContributionFindingKind } from '../../workbook/contributionFindings';

/** A heading for every kind. @example CONTRIBUTION_TITLES['contribution negative'] -> 'Contributions below 0' */
export const CONTRIBUTION_TITLES: Readonly<Record<ContributionFindingKind, string>> = {
  'contribution negative': 'Contributions below 0',
  'contribution net negative': 'Partners that give less than nothing',
  'payer not known': 'Partner income that names no partner',
  'payer is receiver': 'Partner income from the partner itself',
  'partner income twice': 'Partner income that may count twice',
  'instalments not used': 'Instalments where nothing is paid',
  'no contribution counts': 'Contributions of which none counts',
  'contributions differ from budgets': 'Contributions that differ from the budgets',
  'share beside contributions': 'Shares typed where contributions decide',
  'set without contributions': 'Lists by contributions in pools without any',
  'group in contributions': 'Groups in lists by contributions',
  'contributor not in set': 'Contributors who are not in the list',
  'sharer without contribution': 'Partners in a list by contributions that give none',
  'project without pool': 'Projects without the pool that their group’s list needs',
  'group without contributions': 'Groups of which nobody contributes',
};
