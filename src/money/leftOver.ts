/*
 * The four rules for the units left over after each partner's whole units, for any number of partners and weights of any
 * size. It works on a size that has been checked: signs, refusals and the quick way are split.ts.
 */

import type { PreparedWeights } from './weights';

/**
 * Who gets the units left over after each partner's whole units.
 *
 * - `largest-remainder`: one each to the largest remainders, a tie to the earlier partner (Hamilton's method).
 * - `named-partner`: every share is rounded half away from zero, and the named partner takes the difference.
 * - `in-order`: one each to the first partners that have a weight.
 * - `largest-share`: all to the partner with the largest weight, a tie to the earlier.
 */
export type SplitRule = 'largest-remainder' | 'named-partner' | 'in-order' | 'largest-share';

/**
 * A split half done: the whole units of each partner, and what decides about the units left over. Remainders are
 * comparable numbers, and a remainder of at least `half` is half a unit or more.
 */
export interface WholeUnits {
  readonly floors: number[];
  readonly remainders: number[];
  readonly half: number;
  readonly left: number;
}

/** Splits a size (0 or more) that has been checked. @example splitSize(100, prepared(1, 2), 'in-order', 0) -> 34, 66 */
export function splitSize(size: number, prepared: PreparedWeights, rule: SplitRule, named: number): number[] {
  const whole = wholeUnits(size, prepared);
  if (rule === 'named-partner') return differenceToNamed(whole, named);
  if (whole.left === 0) return whole.floors;
  if (rule === 'largest-remainder') return leftToLargestRemainders(whole);
  if (rule === 'in-order') return leftInOrder(whole, prepared);
  return leftToLargestShare(whole, prepared);
}

/** The whole units of each exact share of a size, in doubles where they are exact and in BigInt otherwise. */
export function wholeUnits(size: number, prepared: PreparedWeights): WholeUnits {
  const { total, big } = prepared;
  if (big === null || (size % total) * total <= Number.MAX_SAFE_INTEGER) return wholeUnitsInDoubles(size, prepared);
  return wholeUnitsInBigInt(size, big);
}

/** As in largestRemainder.ts: q x w + floor(r x w / W), every product a safe integer. */
function wholeUnitsInDoubles(size: number, { weights, total }: PreparedWeights): WholeUnits {
  const quotient = Math.floor(size / total);
  const residue = size - quotient * total;
  const floors: number[] = [];
  const remainders: number[] = [];
  let left = size;
  for (const weight of weights) {
    const product = residue * weight;
    const units = Math.floor(product / total);
    const floor = quotient * weight + units;
    floors.push(floor);
    remainders.push(product - units * total);
    left -= floor;
  }
  return { floors, remainders, half: total / 2, left };
}

/** The same in BigInt. The remainders are replaced by their ranks, because only their order and the half count. */
export function wholeUnitsInBigInt(size: number, { weights, total }: NonNullable<PreparedWeights['big']>): WholeUnits {
  const products = weights.map((weight) => BigInt(size) * weight);
  const floors = products.map((product) => Number(product / total));
  const exact = products.map((product) => product % total);
  const inOrder = [...new Set(exact)].sort((a, b) => (a < b ? -1 : 1));
  const ranks = new Map(inOrder.map((remainder, rank) => [remainder, rank]));
  const below = inOrder.filter((remainder) => remainder * 2n < total).length;
  const left = floors.reduce((rest, floor) => rest - floor, size);
  return { floors, remainders: exact.map((remainder) => ranks.get(remainder) ?? 0), half: below, left };
}

/** A partner without weight has remainder 0, and there are always more remainders above 0 than units left. */
function leftToLargestRemainders({ floors, remainders, left }: WholeUnits): number[] {
  const order = [...remainders.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const i of order.slice(0, left)) floors[i] = (floors[i] ?? 0) + 1;
  return floors;
}

function differenceToNamed({ floors, remainders, half, left }: WholeUnits, named: number): number[] {
  let difference = left;
  for (let i = 0; i < floors.length; i++) {
    if (i === named || (remainders[i] ?? 0) < half) continue;
    floors[i] = (floors[i] ?? 0) + 1;
    difference--;
  }
  floors[named] = (floors[named] ?? 0) + difference;
  return floors;
}

function leftInOrder({ floors, left }: WholeUnits, { weights }: PreparedWeights): number[] {
  let rest = left;
  for (let i = 0; i < floors.length && rest > 0; i++) {
    if (weights[i] === 0) continue;
    floors[i] = (floors[i] ?? 0) + 1;
    rest--;
  }
  return floors;
}

function leftToLargestShare({ floors, left }: WholeUnits, { largest }: PreparedWeights): number[] {
  floors[largest] = (floors[largest] ?? 0) + left;
  return floors;
}
