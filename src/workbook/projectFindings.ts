/*
 * Every kind of finding about projects, who shares them, groups and lists of shares, with what its `detail` holds. The
 * sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const PROJECT_FINDINGS = {
  /** PoolProjects or PoolProjectShares was not there and is made empty (tables). */
  'project tables made': 'info',
  /** A project's cost was found on a sheet of the user's, and its rows are proposed (sheet). */
  'project found': 'info',
  /** PoolProjects has no rows, or none of the month's year (text: the year asked for, '' for any). */
  'no projects': 'error',
  /** A project that PoolProjectShares does not name (project). */
  'project without shares': 'error',
  /** A project of PoolProjectShares that PoolProjects does not name (project). */
  'project without items': 'error',
  /** A Partner of PoolProjectShares that is neither a partner nor a group (text). */
  'sharer not listed': 'error',
  /** A partner that shares by itself and in its group (project, group); partner in `partner`. */
  'sharer in group too': 'error',
  /** A fixed contribution that is blank, 0 or below 0; left: the amount (project). */
  'fixed amount missing': 'error',
  /** An amount beside `equal` or `none`, which does not count; left: the amount (words: the treatment). */
  'amount not used': 'warning',
  /** A fixed contribution of a project with several years counts in each; left: the amount (years). */
  'fixed in each year': 'info',
  /** Fixed contributions above the sum to share; left: fixed, right: the sum (project, year). */
  'fixed above sum': 'error',
  /** A rest and nobody with `equal`; left: the sum, right: fixed contributions (project, year). */
  'nobody equal': 'error',
  /** A cap of 0 or below; left: the cap. */
  'cap not positive': 'error',
  /** Two caps for one project and year; left: this row's, right: the other's (row, project, year). */
  'cap differs': 'error',
  /** The cost is above the cap; left: cost, right: cap (project, year). */
  'cost above cap': 'warning',
  /** Start or End lies outside the row's year (column, year). */
  'date outside project year': 'error',
  /** End lies before Start. */
  'project dates crossed': 'error',
  /** Some or all items name nobody who pays, so who owes whom stays open (project, year, items). */
  'payer not named': 'info',
  /** A sum with more than 15 digits (project, year). */
  'project too large': 'error',
  /** A group that is named like a partner (text). */
  'group is partner': 'error',
  /** A group that no list of shares, no project and no Risk rule names (text, members). */
  'group in no list': 'warning',
  /** A group without a Set is split equally (group, members). */
  'group without set': 'warning',
  /** No list of the group's Set has begun on the project's first day (group, date, project). */
  'set not in force': 'error',
  /** A list does not total 100% (set, from, percent, gap). */
  'set not whole': 'error',
  /** A Set has a list for all pools and one of a pool's own: which of them counts is not said (set, pool, row: the other's). */
  'set for all and own': 'error',
  /** A list of a group's Set leaves a member out (set, from); member in `partner`. */
  'set without member': 'error',
  /** A list of a group's Set names a partner that is not in the group (set); partner in `partner`. */
  'set with other partner': 'error',
  /** A partner that shares in a list by itself and in its group (set, from, group, ownShare, groupShare); it is in `partner`. */
  'set with group and member': 'error',
  /** A share that is blank in a fixed list, or below 0 (set, text). */
  'share not usable': 'error',
  /** A list with more than one basis (set, from). */
  'basis differs': 'error',
  /** A project with the name of something else that is settled (project, words: the names). */
  'project name taken': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about projects. */
export type ProjectFindingKind = keyof typeof PROJECT_FINDINGS;

/** A finding about projects. */
export type ProjectFinding = Finding<ProjectFindingKind>;

/** A finding with the severity of its kind. @example projectFinding('no projects') */
export const projectFinding = findingsOf(PROJECT_FINDINGS);
