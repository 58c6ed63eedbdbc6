/*
 * Every kind of finding about contributions and the lists of shares that follow them, with what its `detail` holds. The
 * sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const CONTRIBUTION_FINDINGS = {
  /** An amount below 0 that is neither a reduction from a date nor a deficit brought forward; left: the amount (words). */
  'contribution negative': 'error',
  /** A partner's income is more than its contribution; left: contribution, right: income (pool, year, counted, date). */
  'contribution net negative': 'error',
  /** Partner income without a payer, or with a Source that is no partner (text). */
  'payer not known': 'error',
  /** Partner income that its own partner would pay; partner in `partner`. */
  'payer is receiver': 'error',
  /** Partner income of which the payer has a row of the same amount too; left: the amount (row); payer in `partner`. */
  'partner income twice': 'warning',
  /** Instalments beside money that is not paid, which do not count (words: the funding). */
  'instalments not used': 'info',
  /** Nothing of a pool's contributions of a year counts, so there is no proportion (pool, year). */
  'no contribution counts': 'error',
  /** Contributions and budgets of a pool and year differ; left: contributions, right: budgets (pool, year). */
  'contributions differ from budgets': 'warning',
  /** A share beside the basis contributions, which nothing reads (set, percent). */
  'share beside contributions': 'error',
  /** A list follows contributions, and PoolContributions has none for its pool (set, pool). */
  'set without contributions': 'error',
  /** A list that follows contributions names a group, which contributes nothing itself (set, group). */
  'group in contributions': 'error',
  /** A partner contributes to the pool and is not in the list that follows contributions (set, pool); it is in `partner`. */
  'contributor not in set': 'warning',
  /** Who stands in the list of a pool that follows contributions and has none there that counts (set, pool); it is in `partner`. */
  'sharer without contribution': 'info',
  /** A group shares a project by contributions, and the project names no pool (group, project). */
  'project without pool': 'error',
  /** No member of a group contributes to the project's pool on its first day (group, project, pool, year, date). */
  'group without contributions': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about contributions. */
export type ContributionFindingKind = keyof typeof CONTRIBUTION_FINDINGS;

/** A finding with the severity of its kind. @example contributionFinding('payer not known', { detail: { text: '' } }) */
export const contributionFinding = findingsOf(CONTRIBUTION_FINDINGS);

/** A finding about contributions. */
export type ContributionFinding = Finding<ContributionFindingKind>;
