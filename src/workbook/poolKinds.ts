/*
 * What PoolArrangements says of a pool over all its rows, whatever the day: for rules of the input tables. Which row is in
 * force on a day is `src/pool/arrangements`.
 */
import { comparable } from '../ledger/cells';
import { type PoolKind, settlesVariances } from '../pool/arrangements';
import type { InputReadings } from './inputRules';
import { textOf } from './readTable';

/**
 * The kind of a pool that settles on no day; undefined for one that does on some day, and for one that has no row.
 *
 * @example shadow until September, pooled from October -> undefined; in view always -> 'in view'
 */
export function neverSettles(tables: InputReadings, pool: string): string | undefined {
  const rows = (tables.get('PoolArrangements')?.rows ?? []).filter(
    (row) => comparable(textOf(row, 'Pool')) === comparable(pool),
  );
  const settles = rows.some((row) =>
    settlesVariances({ kind: (textOf(row, 'Kind') || 'none') as PoolKind, settles: textOf(row, 'Settles') === 'yes' }),
  );
  const last = rows.at(-1);
  return last === undefined || settles ? undefined : textOf(last, 'Kind') || 'none';
}
