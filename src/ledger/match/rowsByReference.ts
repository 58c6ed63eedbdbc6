/*
 * The rows of one list sorted into their references, by counting: one pass to count, one to place. Within a reference the
 * rows keep their order.
 */

/** Rows of reference r are `rows[starts[r]]` up to, not including, `rows[starts[r + 1]]`. */
export interface RowsByReference {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Sorts rows into references; rows without one (−1) are left out. */
export function sortByReference(ids: Int32Array, count: number): RowsByReference {
  const starts = new Int32Array(count + 1);
  let placed = 0;
  for (const id of ids) {
    if (id < 0) continue;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
    placed += 1;
  }
  for (let id = 0; id < count; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice(0, count);
  const rows = new Int32Array(placed);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] ?? -1;
    if (id < 0) continue;
    const at = next[id] ?? 0;
    rows[at] = row;
    next[id] = at + 1;
  }
  return { starts, rows };
}
