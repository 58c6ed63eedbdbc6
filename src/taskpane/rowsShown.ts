/*
 * Which rows of a proposed table are shown under a search and a choice. It reads rows and changes none.
 */
import type { ProposedRow } from '../tasks/task';
import type { ListView } from './state';

/** The numbers of the rows that the search and the choice leave, those with a problem first. */
export function rowsShown(
  rows: readonly ProposedRow[],
  { search, choice }: Pick<ListView, 'search' | 'choice'>,
  troubled: ReadonlySet<number> = new Set(),
): readonly number[] {
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const numbers = rows.flatMap((row, index) => {
    if (troubled.has(index)) return [index];
    if (choice === 'to check' && row.confidence === 'sure') return [];
    if (choice === 'left out' && row.keep) return [];
    const text = Object.values(row.cells).join(' ').toLocaleLowerCase('en-GB');
    return wanted === '' || text.includes(wanted) ? [index] : [];
  });
  return [...numbers.filter((row) => troubled.has(row)), ...numbers.filter((row) => !troubled.has(row))];
}
