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
  falls: 'Stays where it falls by the rule, so each partner keeps its own:',
  kept: 'An underspend that would have stayed in the pool.',
} as const;

/** @example comparisonTitle('2026-06') -> 'What the shares would have been, to June 2026' */
export function comparisonTitle(month: string): string {
  return `What the shares would have been, to ${monthWords(month)}`;
}

/**
 * The lines whose rule leaves a variance where it is: a table of equal columns would say nothing more.
 *
 * @example fallsWords([{ line: 'Transport', variance: -553.03 }]) -> '… each partner keeps its own: Transport, £553.03 under.'
 */
export function fallsWords(lines: readonly { readonly line: string; readonly variance: number }[]): string {
  return `${COMPARISON_WORDS.falls} ${lines.map(({ line, variance }) => `${line}, ${sizeWords(variance)}`).join('; ')}.`;
}

/** @example lineTitle('Residential care', 'Joint 60:40', 1250) -> 'Residential care (Joint 60:40): £1,250.00 over' */
export function lineTitle(line: string, rule: string, variance: number): string {
  return `${line} (${rule}): ${sizeWords(variance)}`;
}

function sizeWords(variance: number): string {
  if (variance === 0) return 'on budget';
  return `${poundsWords(Math.abs(variance))} ${variance > 0 ? 'over' : 'under'}`;
}
