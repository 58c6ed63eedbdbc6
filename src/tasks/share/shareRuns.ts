/*
 * The rows `share` adds to PoolRuns: per partner and year what its share of all projects was before, is now, and the
 * difference. The table is appended to and never rewritten.
 */
import { fingerprintOf } from '../../workbook/fingerprint';
import { type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { excelTime } from '../../workbook/poolList';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { moneyCell } from '../reconcile/cells';
import { VERSION } from '../version';
import type { SharedProject } from './splitRows';

/** The rows of PoolRuns for a run: one per year and partner. */
export function planShareRuns(
  model: ModelReading,
  shared: readonly SharedProject[],
  partners: readonly SplitPartner[],
  when: Date,
): PlannedTable {
  const columns = definitionOf('PoolRuns').columns.map(({ name }) => name);
  const run = 1 + Math.max(0, ...rowsOf(model, 'PoolRuns').map((row) => numberOf(row, 'Run') ?? 0));
  const mark = fingerprintOf([model.blocks.map(({ what, fingerprint }) => `${what} ${fingerprint}`)]);
  const periods = [...new Set(shared.map(({ input }) => input.period))].sort();
  const rows = periods.flatMap((period) =>
    partners.map(({ partner }, at) => {
      const before = lastShare(model, period, partner);
      const after = shared
        .filter(({ input }) => input.period === period)
        .reduce((sum, { shares }) => sum + (shares.sharePence[at] ?? 0), 0);
      const why =
        before === undefined ? 'first run of the year' : before === after ? 'nothing changed' : 'projects changed';
      return [
        numberCell(run),
        numberCell(excelTime(when)),
        blankCell(),
        textCell('share'),
        textCell(period),
        textCell(partner),
        textCell(VERSION),
        textCell(mark),
        moneyCell(before),
        moneyCell(after),
        moneyCell(before === undefined ? undefined : after - before),
        textCell(why),
      ];
    }),
  );
  const note = 'One row per run and partner: the total before, after, and why it moved.';
  return { table: 'PoolRuns', action: 'append', columns, rows, note };
}

function lastShare(model: ModelReading, period: string, partner: string): number | undefined {
  const row = rowsOf(model, 'PoolRuns').findLast(
    (each) =>
      textOf(each, 'Task') === 'share' && textOf(each, 'Period') === period && textOf(each, 'Partner') === partner,
  );
  return row === undefined ? undefined : numberOf(row, 'After');
}
