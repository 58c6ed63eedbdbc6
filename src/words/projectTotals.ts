/*
 * The words of shared projects in the pane's totals: labels, and the line that says whether the shares add up.
 */
import { poundsWords } from './pane';

/** The labels of a project's figures. */
export const PROJECT_TOTAL_WORDS = {
  cost: 'Cost',
  cap: 'Cap',
  fixed: 'Fixed contributions',
  shared: 'Shared',
  aboveCap: 'Above the cap, not agreed',
  bears: 'What each partner bears',
  pays: 'Who pays whom',
} as const;

/** @example projectTitle('Integration project', '2004/05') -> 'Integration project 2004/05' */
export function projectTitle(project: string, year: string): string {
  return `${project} ${year}`;
}

/** Whether the partners' shares make what is shared. */
export function sharesAddUp(check: number): string {
  return check === 0 ? 'The shares add up to what is shared exactly.' : `The shares are ${poundsWords(check)} short.`;
}

/**
 * A payment. @param pool - Named where there are several, as each has its own account; else ''.
 *
 * @example paysWords('Rutland', 'City') -> 'Rutland pays City'
 */
export function paysWords(from: string, to: string, pool = ''): string {
  return `${from} pays ${to}${pool === '' ? '' : ` (${pool})`}`;
}
