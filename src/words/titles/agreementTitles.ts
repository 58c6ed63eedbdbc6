/*
 * The headings of findings about caps, lists and what meets overspends first: what all of one kind are called together.
 */
import type { AgreementFindingKind } from '../../workbook/agreementFindings';

/** A heading for every kind. @example AGREEMENT_TITLES['cap below nought'] -> 'Caps below 0' */
export const AGREEMENT_TITLES: Readonly<Record<AgreementFindingKind, string>> = {
  'cap below nought': 'Caps below 0',
  'cap of nought': 'Caps of 0',
  'excess differs': 'Lists with two rules for what is above a cap',
  'excess without cap': 'Excess where there is no cap',
  'cap without settlement': 'Caps in pools that never settle',
  'cap within group': 'Caps within a group’s own list',
  'sharer left out': 'Partners that are in a list and not in the next',
  'waterfall step not usable': 'Steps that are no whole number',
  'waterfall line of other pool': 'Steps that name a line of another pool',
  'waterfall line excluded': 'Steps that name a line out of scope',
  'waterfall without settlement': 'Steps in pools that never settle',
  'waterfall where it falls': 'Steps that name a line whose variance stays where it falls',
  'overspends met': 'Overspends that underspends meet first',
};
