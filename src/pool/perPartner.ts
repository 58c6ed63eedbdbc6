/*
 * Figures that lie partner by partner in one order, in whole pence: added, taken off, totalled. A figure that a list lacks is 0.
 */

/** Partner by partner. @example plus([100, 200], [1, 2]) -> [101, 202] */
export function plus(left: readonly number[], right: readonly number[]): readonly number[] {
  return left.map((pence, at) => pence + (right[at] ?? 0));
}

/** Partner by partner. @example minus([100, 200], [1, 2]) -> [99, 198] */
export function minus(left: readonly number[], right: readonly number[]): readonly number[] {
  return left.map((pence, at) => pence - (right[at] ?? 0));
}

/** All partners together. @example sum([100, 200]) -> 300 */
export function sum(pence: readonly number[]): number {
  return pence.reduce((total, each) => total + each, 0);
}
