/*
 * The rows `settle` adds to PoolRuns: per partner what it was to pay (+) or be paid (−) before, is now, and the difference.
 * The table is appended to and never rewritten.
 */
import { balanceOf } from '../../pool/settlement';
import type { PlannedTable } from '../../workbook/plan';
import type { ModelReading } from '../../workbook/readModel';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { type RunRow, inputsMark, lastAfter, planRunRows } from '../runRows';
import type { SettledPart } from './settlePeriod';

/** The rows of PoolRuns for a run: one per partner. */
export function planSettleRuns(
  model: ModelReading,
  parts: readonly SettledPart[],
  partners: readonly SplitPartner[],
  period: string,
  when: Date,
): PlannedTable {
  const inputs = inputsMark(model);
  const agreements = parts.map(({ agreement }) => agreement);
  const rows = partners.map(({ partner }, at): RunRow => {
    const beforePence = lastBalance(model, period, partner);
    const afterPence = balanceOf(agreements, at);
    const again = beforePence === afterPence ? 'nothing changed' : 'settled again';
    const why = beforePence === undefined ? 'first settlement' : again;
    return { period, partner, inputs, beforePence, afterPence, why };
  });
  return planRunRows(model, 'settle', when, rows);
}

/** What a partner had to pay (+) or receive (−) when the period was last settled. */
export function lastBalance(model: Pick<ModelReading, 'tables'>, period: string, partner: string): number | undefined {
  return lastAfter(model, 'settle', period, partner);
}
