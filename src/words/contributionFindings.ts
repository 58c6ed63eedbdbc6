/*
 * The sentences for what is found about contributions and the lists of shares that follow them: one entry per kind.
 */
import type { ContributionFindingKind } from '../workbook/contributionFindings';
import { say, type Facts, type Phrase } from './phrase';

const poolYear = (f: Facts): string => `${f.of('pool')} in ${f.of('year')}`;

/** One phrase for every kind of `src/workbook/contributionFindings`. */
export const CONTRIBUTION_PHRASES: Readonly<Record<ContributionFindingKind, (facts: Facts) => Phrase>> = {
  'contribution negative': (f) =>
    say(
      `The amount is ${f.left}; amounts are typed without a minus, and the funding (here: ${f.of('words')}) says which way they go.`,
      'Type it without the minus; a reduction agreed during the year has the date it begins in From.',
    ),
  'contribution net negative': (f) =>
    say(
      `${f.partner}: of ${poolYear(f)}, ${f.of('counted') === '' ? 'contributions' : 'contributions that count'} are ${f.left} and income is ${f.right} in ${f.of('date')}, so its net is ${f.difference}.`,
      'Correct the amounts, or Funding where income is a contribution; a net below £0.00 can share nothing.',
    ),
  'payer not known': (f) =>
    say(
      f.of('text') === ''
        ? 'Partner income names nobody who pays it.'
        : `Partner income is paid by “${f.of('text')}”, which is no partner of PoolPartners.`,
      'Put the partner that pays into Source; for income from anybody else set Funding to other income.',
    ),
  'payer is receiver': (f) =>
    say(
      `${f.partner} would pay its partner income to itself.`,
      'Put the partner that pays into Source, and the one that receives into Partner.',
    ),
  'partner income twice': (f) =>
    say(
      `${f.partner} pays ${f.left} here, which is part of its contribution by this row alone; row ${f.of('row')} is a contribution of its own of the same amount.`,
      'If both are the same money, delete that row.',
    ),
  'instalments not used': (f) =>
    say(
      `Instalments do not count beside ${f.of('words')}: nothing is paid in.`,
      'Leave the cell blank, or correct Funding.',
    ),
  'no contribution counts': (f) =>
    say(
      `No contribution to ${poolYear(f)} counts, so nothing can be shared in proportion to contributions.`,
      'Leave Counts blank, or set it to yes, for each contribution in the proportion.',
    ),
  'contributions differ from budgets': (f) =>
    say(
      `Contributions to ${poolYear(f)}, net of income, are ${f.left}; the budgets of its lines are ${f.right}: ${f.gap} apart.`,
      'Complete the one or the other. Budgets are net too: charges and grants that reduce them stand there with a minus.',
    ),
  'share beside contributions': (f) =>
    say(
      `The Set “${f.of('set')}” follows contributions, and the share of ${f.of('percent')} beside it would not count.`,
      'Leave Share blank for the whole list, or set Basis to fixed; who takes no part is not in the list.',
    ),
  'set without contributions': (f) =>
    say(
      `The Set “${f.of('set')}” follows contributions, and PoolContributions has none${f.of('pool') === '' ? '' : ` for ${f.of('pool')}`}.`,
      'Add the contributions of each partner, or set Basis to fixed and type shares.',
    ),
  'group in contributions': (f) =>
    say(
      `The Set “${f.of('set')}” follows contributions and names ${f.of('group')}, which is a group: only partners contribute.`,
      'Name each of its members instead.',
    ),
  'contributor not in set': (f) =>
    say(
      `${f.partner} contributes to ${f.of('pool')} and does not stand in the Set “${f.of('set')}”, so it shares nothing of what that Set shares.`,
      'Add a row for it, if it takes part.',
    ),
  'sharer without contribution': (f) =>
    say(
      `${f.partner} stands in the Set “${f.of('set')}”, which shares by contributions, and has none to ${f.of('pool')} that counts: it bears nothing.`,
      'If it contributes, add its row to PoolContributions; if it has left, nothing to do.',
    ),
  'project without pool': (f) =>
    say(
      `${f.of('group')} shares in proportion to contributions, and ${f.of('project')} names no pool they are paid into.`,
      'Name the pool in PoolProjects, or give the group a list with shares.',
    ),
  'group without contributions': (f) =>
    say(
      `No member of ${f.of('group')} contributes to ${poolYear(f)} on ${f.of('date')}, the first day of ${f.of('project')}.`,
      'Add their contributions to PoolContributions, or give the group a list with shares.',
    ),
};
