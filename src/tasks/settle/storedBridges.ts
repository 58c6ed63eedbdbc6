/*
 * The cash between partners as PoolBridge holds it: what the formulas of a settlement read. The ledgers may have changed
 * since the month was reconciled, and that is another finding.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import type { ReconciledMonth } from './reconciledMonth';

/** The bridges of contributions of a month: what the far end says it received. */
export function storedBridges(model: Pick<ModelReading, 'tables'>, period: string): ReconciledMonth['bridges'] {
  return rowsOf(model, 'PoolBridge')
    .filter((row) => textOf(row, 'Period') === period)
    .filter((row) => textOf(row, 'Bridge') === 'contributions' && textOf(row, 'Step') === 'Other side')
    .map((row) => ({
      bridge: 'contributions',
      from: textOf(row, 'From'),
      to: textOf(row, 'To'),
      toPence: numberOf(row, 'Running total') ?? 0,
    }));
}
