/*
 * Which of several dated lists is in force on a day. Not what the list says, nor whether it is complete.
 */

/** A row of a dated list; the date is an Excel serial, 0 for a list that has always held. */
export interface DatedRow {
  readonly fromDate: number;
}

/**
 * The rows of the latest list that has begun, in the order given; none when no list has begun.
 *
 * @example lists from 1 April 2004 and 1 April 2005, on 31 March 2005 -> the rows of the first
 */
export function listInForce<Row extends DatedRow>(date: number, rows: readonly Row[]): readonly Row[] {
  const begun = rows.filter(({ fromDate }) => fromDate <= date);
  const latest = begun.reduce((found, { fromDate }) => Math.max(found, fromDate), 0);
  return begun.filter(({ fromDate }) => fromDate === latest);
}

/**
 * The rows of the list in force for a pool, where one for all pools may stand beside the pool's own: the own comes first once
 * it has begun, whichever began later.
 *
 * @param isOwn - Tells the pool's own rows from those for all pools.
 * @example for all pools from 1 June, the pool's own from 1 April, on 30 June -> the rows of the pool's own
 */
export function poolListInForce<Row extends DatedRow>(
  date: number,
  rows: readonly Row[],
  isOwn: (row: Row) => boolean,
): readonly Row[] {
  const own = listInForce(date, rows.filter(isOwn));
  return own.length > 0 ? own : listInForce(date, rows);
}
