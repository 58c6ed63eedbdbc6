/*
 * A count with its noun, for every sentence: of findings, refusals and the pane. Amounts of money are money.ts.
 */

/**
 * A count with its noun.
 *
 * @param plural - Where it is not the noun with an s.
 * @example countOf(1, 'row') -> '1 row';  countOf(3000, 'row') -> '3,000 rows';  countOf(2, 'entry', 'entries') -> '2 entries'
 */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}
