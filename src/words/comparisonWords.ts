/*
 * The words of the comparison of a shadow pool in the pane's totals: labels, and the line that says whether shares add up.
 */
import { monthWords, poundsWords } from './pane';

/** The labels of the comparison. */
export const COMPARISON_WORDS = {
  hint: 'Nothing of this is settled: while the pool is a shadow, every over- and underspend stays where it fell.',
  partner: 'Partner',
  fell: 'Where it fell',
  share: 'Share by the rule',
  referred: 'Above the caps, referred upward',
  kept: 'An underspend that would have stayed in the pool.',
} as const;

/** @example comparisonTitle('2026-06') -> 'What the shares would have been, to June 2026' */
export function comparisonTitle(month: string): string {
  return `What the shares would have been, to ${monthWords(month)}`;
}

/** @example lineTitle('Residential care', 'Joint 60:40', 1250) -> 'Residential care (Joint 60:40): £1,250.00 over' */
export function lineTitle(line: string, rule: string, variance: number): string {
  const size = poundsWords(Math.abs(variance));
  const way = variance === 0 ? 'on budget' : variance > 0 ? `${size} over` : `${size} under`;
  return `${line} (${rule}): ${way}`;
}
