/*
 * The sentences for what is found about projects, who shares them, groups and lists of shares: one entry per kind.
 */
import type { ProjectFindingKind } from '../workbook/projectFindings';
import { countOf } from './count';
import { say, type Facts, type Phrase } from './phrase';

const projectYear = (f: Facts): string => `${f.of('project')} in ${f.of('year')}`;

/** One phrase for every kind of `src/workbook/projectFindings`. */
export const PROJECT_PHRASES: Readonly<Record<ProjectFindingKind, (facts: Facts) => Phrase>> = {
  'project tables made': (f) =>
    say(
      `Projects are shared from two tables that are not in this workbook yet: ${f.of('tables')} will be made, empty.`,
      'Fill in a row for each item of a project (a post, half a clerk, a saving with a minus) and one for each partner that shares it; then run Share again.',
    ),
  'project found': (f) =>
    say(
      `A project’s cost stands on ${f.of('sheet')}; its items and sharers are proposed for the projects’ tables.`,
      'Correct them, above all dates, cap and who pays; once they are written, run Share project costs again.',
    ),
  'no projects': (f) =>
    say(
      f.of('text') === '' ? 'PoolProjects has no rows.' : `PoolProjects has no rows for ${f.of('text')}.`,
      'Fill in a row for each item: the project, its year such as 2004/05, what it is, and its cost in a whole year.',
    ),
  'project without shares': (f) =>
    say(
      `Nothing in PoolProjectShares says who shares ${f.of('project')}.`,
      'Add a row there for each partner or group, with equal, fixed or none.',
    ),
  'project without items': (f) =>
    say(
      `PoolProjectShares shares ${f.of('project')}, and PoolProjects has no cost of that name.`,
      'Correct the name, or add its items to PoolProjects.',
    ),
  'sharer not listed': (f) =>
    say(
      `“Partner” in PoolProjectShares holds “${f.of('text')}”, which is neither a partner nor a group of PoolPartners.`,
      'Use a name of the column Partner or Part of in PoolPartners.',
    ),
  'sharer in group too': (f) =>
    say(
      `${f.partner} would share ${f.of('project')} twice: by itself, and as part of ${f.of('group')}.`,
      'Delete one of the two rows.',
    ),
  'fixed amount missing': (f) =>
    say(
      `A fixed contribution to ${f.of('project')} must be above £0.00; here it is ${f.left}.`,
      'Type the amount, or set Treatment to equal or none.',
    ),
  'amount not used': (f) =>
    say(
      `The amount ${f.left} stands beside the treatment ${f.of('words')}, so it does not count.`,
      'Delete it, or set Treatment to fixed.',
    ),
  'fixed in each year': (f) =>
    say(
      `The project has costs in ${f.of('years')}; the fixed contribution of ${f.left} counts in each year.`,
      'If it is for one year only, make that year a project of its own.',
    ),
  'fixed above sum': (f) =>
    say(
      `Fixed contributions to ${projectYear(f)} are ${f.left}, and there is ${f.right} to share: ${f.difference} more.`,
      'Lower a fixed contribution, or raise the cap if contributions are meant to come on top.',
    ),
  'nobody equal': (f) =>
    say(
      `Of ${projectYear(f)} there is ${f.left} to share and ${f.right} of fixed contributions; nobody bears the other ${f.difference}.`,
      'Give at least one partner the treatment equal in PoolProjectShares.',
    ),
  'cap not positive': (f) =>
    say(`The cap is ${f.left}.`, 'Type the most that is shared in the year, or leave it blank.'),
  'cap differs': (f) =>
    say(
      `${projectYear(f)} has two caps: ${f.left} here and ${f.right} on row ${f.of('row')}, ${f.gap} apart.`,
      'A cap is one sum for all items of the year: make them equal, or leave all but one blank.',
    ),
  'cost above cap': (f) =>
    say(
      `${projectYear(f)} costs ${f.left}, and the cap is ${f.right}. Nobody has agreed to pay ${f.difference}; it stays with who paid.`,
      'Agree who bears it, or raise the cap.',
    ),
  'date outside project year': (f) =>
    say(
      `${f.of('column')} lies outside the year ${f.of('year')} of its row.`,
      'Correct the date or the year; an item that runs on has a row for each year.',
    ),
  'project dates crossed': () => say('End lies before Start.', 'Correct one of the two dates.'),
  'payer not named': (f) =>
    say(
      `${countOf(f.count('items'), 'item')} of ${projectYear(f)} without a name in Paid by: the shares are worked out, who owes whom is not.`,
      'Name the partner whose ledger pays each item.',
    ),
  'project too large': (f) =>
    say(`${projectYear(f)} has a sum of more than 15 digits, which cannot be held to the penny.`, 'Correct the costs.'),
  'group is partner': (f) =>
    say(
      `“Part of” in PoolPartners holds “${f.of('text')}”, which is a partner itself.`,
      'Give the group a name of its own, and put it in Part of of each member.',
    ),
  'group in no list': (f) =>
    say(
      `“Part of” in PoolPartners holds “${f.of('text')}” (${f.of('members')}), and no list of PoolShares, no project and no Risk rule names it: nothing is shared by it.`,
      'Write the group as the lists do, or leave Part of blank.',
    ),
  'group without set': (f) =>
    say(
      `PoolShares has no Set “${f.of('group')}”, so the group’s share is split equally between its ${countOf(f.count('members'), 'member')}.`,
      'If that is not agreed, add a row to PoolShares for each member, with the group’s name in Set.',
    ),
  'set not in force': (f) =>
    say(
      `No list of the Set “${f.of('group')}” has begun on ${f.of('date')}, the first day of ${f.of('project')}.`,
      'Correct From in PoolShares, or add the list that held then.',
    ),
  'set for all and own': (f) =>
    say(
      `${f.of('pool')} has a list of its own of the Set “${f.of('set')}”, and row ${f.of('row')} begins one of the same name for all pools: which of the two counts is not said.`,
      'Give one of the two another name, and name the one that counts in Risk rule of its lines.',
    ),
  'set not whole': (f) =>
    say(
      `The list of the Set “${f.of('set')}”${f.of('from') === '' ? '' : ` from ${f.of('from')}`} totals ${f.of('percent')}, not 100%: ${f.of('gap')}.`,
      'Correct the shares; a partner that has left stands in the list with 0%.',
    ),
  'set without member': (f) =>
    say(
      `The list of the Set “${f.of('set')}”${f.of('from') === '' ? '' : ` from ${f.of('from')}`} leaves out ${f.partner}, a member of the group.`,
      'Add a row for it, with 0% if it bears nothing.',
    ),
  'set with other partner': (f) =>
    say(
      `${f.partner} stands in the Set “${f.of('set')}” and is not part of that group.`,
      'Put the group’s name in Part of of PoolPartners, or delete the row.',
    ),
  'set with group and member': (f) =>
    say(
      `${f.partner} would bear its part twice by the list of the Set “${f.of('set')}”${f.of('from') === '' ? '' : ` from ${f.of('from')}`}: by itself${f.of('ownShare') === '' ? '' : ` (${f.of('ownShare')})`}, and as part of ${f.of('group')}${f.of('groupShare') === '' ? '' : ` (${f.of('groupShare')})`}.`,
      'Name the group, or each of its members, and not both; type 0% for a partner that has left.',
    ),
  'share not usable': (f) =>
    say(
      `Share of the Set “${f.of('set')}” is ${f.of('text') === '' ? 'blank' : f.of('text')}.`,
      'Type a share from 0% to 100%, or set Basis to equal or contributions for the whole list.',
    ),
  'basis differs': (f) =>
    say(
      `The list of the Set “${f.of('set')}”${f.of('from') === '' ? '' : ` from ${f.of('from')}`} has more than one Basis.`,
      'Use one Basis for the whole list.',
    ),
  'project name taken': (f) =>
    say(
      `A project is called “${f.of('project')}”, as something else that is settled is: the two would be one agreement.`,
      `Give it another name in PoolProjects and PoolProjectShares: not ${f.of('words')} or contributions to a partner.`,
    ),
};
