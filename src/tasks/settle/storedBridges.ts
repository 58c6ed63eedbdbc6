/*
 * What partners say to each other as PoolBridge holds it: the cash that the formulas of a settlement read, and charges. The
 * ledgers may have changed since the month was reconciled, and that is another finding.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import type { ReconciledMonth } from './reconciledMonth';

/**
 * The bridges of contributions, or charges, of a month: what either end says. Of contributions the payer's figure stands first
 * and the receiver's last, of charges that of who charged first.
 */
export function storedBridges(
  model: Pick<ModelReading, 'tables'>,
  period: string,
  bridge: 'contributions' | 'charges' = 'contributions',
): ReconciledMonth['bridges'] {
  const rows = rowsOf(model, 'PoolBridge').filter(
    (row) => textOf(row, 'Period') === period && textOf(row, 'Bridge') === bridge,
  );
  const pence = (row: (typeof rows)[number], step: string): number =>
    textOf(row, 'Step') === step ? (numberOf(row, 'Running total') ?? 0) : 0;
  return rows.map((row) => ({
    bridge,
    from: textOf(row, 'From'),
    to: textOf(row, 'To'),
    fromPence: pence(row, 'Says it'),
    toPence: pence(row, 'Other side'),
  }));
}
