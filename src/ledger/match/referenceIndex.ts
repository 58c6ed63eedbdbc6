/*
 * Gives every distinct reference of two lists a number, in a hash table of its own. A `Map` of normalised strings does
 * the same at about twice the time for a million rows (performance.md, B1), because it needs the strings.
 */
import { referenceHash, sameReference } from '../references';

/** The references of two lists as numbers: the same number, the same document; −1: no reference. */
export interface ReferenceIds {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** How many distinct references there are; the numbers run from 0. */
  readonly count: number;
}

/** Numbers the references of two lists in order of first appearance, left first. */
export function numberReferences(left: readonly string[], right: readonly string[]): ReferenceIds {
  const rows = left.length + right.length;
  let size = 16;
  while (size < rows * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const hashes = new Int32Array(rows);
  const firsts: string[] = [];

  const number = (text: string): number => {
    const hash = referenceHash(text);
    if (hash === 0) return -1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const taken = slots[slot] ?? 0;
      if (taken === 0) {
        firsts.push(text);
        hashes[firsts.length - 1] = hash;
        slots[slot] = firsts.length;
        return firsts.length - 1;
      }
      if (hashes[taken - 1] === hash && sameReference(firsts[taken - 1] ?? '', text)) return taken - 1;
    }
  };
  const numberAll = (references: readonly string[]): Int32Array => {
    const ids = new Int32Array(references.length);
    for (let row = 0; row < references.length; row += 1) ids[row] = number(references[row] ?? '');
    return ids;
  };
  return { left: numberAll(left), right: numberAll(right), count: firsts.length };
}
