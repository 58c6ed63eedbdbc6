/*
 * What freezing records: for each month whose rows become values a row per partner, with the in-pool total that stands there.
 * Freezing moves no figure, so before and after are the same.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { type RunRow, inputsMark } from '../runRows';
import type { LiveTable } from '../close/liveCells';

const WHY = 'frozen: formulas became values';

/** The rows for PoolRuns. */
export function frozenRuns(model: ModelReading, live: readonly LiveTable[]): readonly RunRow[] {
  const inputs = inputsMark(model);
  const partners = rowsOf(model, 'PoolPartners').map((row) => textOf(row, 'Partner'));
  return frozenMonths(model, live).flatMap((period) =>
    partners.map((partner) => {
      const control = rowsOf(model, 'PoolControl').find(
        (row) => textOf(row, 'Period') === period && textOf(row, 'Partner') === partner,
      );
      const inPool = control === undefined ? undefined : numberOf(control, 'In pool');
      return { period, partner, inputs, beforePence: inPool, afterPence: inPool, why: WHY };
    }),
  );
}

/** The months of the rows that become values, oldest first. */
function frozenMonths(model: ModelReading, live: readonly LiveTable[]): readonly string[] {
  const months = live.flatMap(({ planned }) => {
    const cells = model.cells.get(planned.table);
    const at = cells?.headings.indexOf('Period') ?? -1;
    return (planned.at ?? []).map((row) => String(cells?.values[row]?.[at] ?? ''));
  });
  return [...new Set(months)].sort();
}
