/*
 * The cash between partners as PoolBridge holds it: what the formulas of a settlement read. The ledgers may have changed
 * since the month was reconciled, and that is another finding.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import type { ReconciledMonth } from './reconciledMonth';

/** The bridges of contributions of a month: what either end says, the payer's figure first and the receiver's last. */
export function storedBridges(model: Pick<ModelReading, 'tables'>, period: string): ReconciledMonth['bridges'] {
  const rows = rowsOf(model, 'PoolBridge').filter(
    (row) => textOf(row, 'Period') === period && textOf(row, 'Bridge') === 'contributions',
  );
  const pence = (row: (typeof rows)[number], step: string): number =>
    textOf(row, 'Step') === step ? (numberOf(row, 'Running total') ?? 0) : 0;
  return rows.map((row) => ({
    bridge: 'contributions',
    from: textOf(row, 'From'),
    to: textOf(row, 'To'),
    fromPence: pence(row, 'Says it'),
    toPence: pence(row, 'Other side'),
  }));
}
