/*
 * What the engine has worked out is kept by its whole key. Univer keeps formulas and ranges that it has read by a number of
 * 32 bits made from the key: two keys with the same number share one entry, and a cell shows another cell's figure.
 */
import type { UniverParts } from './univerParts';

/** What is private in Univer's stores: what an entry is kept by. */
interface Store {
  _hash(key: string): string;
}

/** Makes every store of Univer's formula engine keep its entries by the whole key: they are all of one class. */
export function keepByWholeKey({ FORMULA_REF_TO_ARRAY_CACHE: store }: UniverParts): void {
  (Object.getPrototypeOf(store) as Store)._hash = (key) => key;
}
