/*
 * The rows `share` adds to PoolRuns: per partner and year what its share of all projects was before, is now, and the
 * difference. The table is appended to and never rewritten.
 */
import type { PlannedTable } from '../../workbook/plan';
import type { ModelReading } from '../../workbook/readModel';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { type RunRow, inputsMark, lastAfter, planRunRows } from '../runRows';
import type { SharedProject } from './splitRows';

/** The rows of PoolRuns for a run: one per year and partner. */
export function planShareRuns(
  model: ModelReading,
  shared: readonly SharedProject[],
  partners: readonly SplitPartner[],
  when: Date,
): PlannedTable {
  const inputs = inputsMark(model);
  const periods = [...new Set(shared.map(({ input }) => input.period))].sort();
  const rows = periods.flatMap((period) =>
    partners.map(({ partner }, at): RunRow => {
      const beforePence = lastAfter(model, 'share', period, partner);
      const afterPence = shared
        .filter(({ input }) => input.period === period)
        .reduce((sum, { shares }) => sum + (shares.sharePence[at] ?? 0), 0);
      const again = beforePence === afterPence ? 'nothing changed' : 'projects changed';
      const why = beforePence === undefined ? 'first run of the year' : again;
      return { period, partner, inputs, beforePence, afterPence, why };
    }),
  );
  return planRunRows(model, 'share', when, rows);
}
