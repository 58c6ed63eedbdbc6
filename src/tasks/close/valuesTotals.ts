/*
 * How many formulas of each table become values, for the preview and for `--json`. It counts what was read; no amount of
 * money is in it.
 */
import { definitionOf } from '../../workbook/schema';
import type { Totals } from '../task';
import type { LiveTable } from './liveCells';

/** Per table its rows and formulas. @example { toValues: [{ table: 'PoolStatement', title: 'Joint monthly statement', rows: 8, cells: 104 }] } */
export function valuesTotals(live: readonly LiveTable[]): Totals {
  return {
    toValues: live.map(({ planned, cells }) => ({
      table: planned.table,
      title: definitionOf(planned.table).title,
      rows: planned.rows.length,
      cells,
    })),
  };
}
