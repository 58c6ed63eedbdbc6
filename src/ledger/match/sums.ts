/*
 * One row against several that total it, within one reference. The search is bounded: beyond a dozen rows a subset that
 * happens to fit proves nothing, and trying them all would take for ever.
 */

/** The most rows among which subsets are tried. */
export const MOST_ROWS_FOR_SUBSETS = 12;

/**
 * The smallest set of at least two amounts that total `target`, the earliest rows first; undefined when there is none.
 *
 * @example subsetTotalling(10000, [6000, 2500, 4000]) -> [0, 2]
 */
export function subsetTotalling(target: number, amounts: readonly number[]): readonly number[] | undefined {
  if (amounts.length < 2 || amounts.length > MOST_ROWS_FOR_SUBSETS) return undefined;
  const chosen: number[] = [];
  const search = (from: number, wanted: number, left: number): boolean => {
    if (wanted === 0) return left === 0;
    for (let index = from; index <= amounts.length - wanted; index += 1) {
      chosen.push(index);
      if (search(index + 1, wanted - 1, left - (amounts[index] ?? 0))) return true;
      chosen.pop();
    }
    return false;
  };
  for (let size = 2; size <= amounts.length; size += 1) if (search(0, size, target)) return chosen;
  return undefined;
}
