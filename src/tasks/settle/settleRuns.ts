/*
 * The rows `settle` adds to PoolRuns: per partner what it was to pay (+) or be paid (−) before, is now, and the difference.
 * The table is appended to and never rewritten.
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
import type { SettledPart } from './settlePeriod';

/** The rows of PoolRuns for a run: one per partner. */
export function planSettleRuns(
  model: ModelReading,
  parts: readonly SettledPart[],
  partners: readonly SplitPartner[],
  period: string,
  when: Date,
): PlannedTable {
  const columns = definitionOf('PoolRuns').columns.map(({ name }) => name);
  const run = 1 + Math.max(0, ...rowsOf(model, 'PoolRuns').map((row) => numberOf(row, 'Run') ?? 0));
  const mark = fingerprintOf([model.blocks.map(({ what, fingerprint }) => `${what} ${fingerprint}`)]);
  const rows = partners.map(({ partner }, at) => {
    const before = lastBalance(model, period, partner);
    const after = parts.reduce((sum, { agreement }) => sum + (agreement.partners[at]?.balancePence ?? 0), 0);
    const why = before === undefined ? 'first settlement' : before === after ? 'nothing changed' : 'settled again';
    return [
      numberCell(run),
      numberCell(excelTime(when)),
      blankCell(),
      textCell('settle'),
      textCell(period),
      textCell(partner),
      textCell(VERSION),
      textCell(mark),
      moneyCell(before),
      moneyCell(after),
      moneyCell(before === undefined ? undefined : after - before),
      textCell(why),
    ];
  });
  const note = 'One row per run and partner: the total before, after, and why it moved.';
  return { table: 'PoolRuns', action: 'append', columns, rows, note };
}

/** What a partner had to pay (+) or receive (−) when the period was last settled. */
export function lastBalance(model: Pick<ModelReading, 'tables'>, period: string, partner: string): number | undefined {
  const row = rowsOf(model, 'PoolRuns').findLast(
    (each) =>
      textOf(each, 'Task') === 'settle' && textOf(each, 'Period') === period && textOf(each, 'Partner') === partner,
  );
  return row === undefined ? undefined : numberOf(row, 'After');
}
