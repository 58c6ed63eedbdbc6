/*
 * Which months are closed, by the Status in PoolPeriods. What may not be done to them is `src/workbook/closedRows`; what
 * moved since is `issuedRows`.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';

/** The months that are closed for at least one partner: the rows of a month are one statement. @example 2026-06 */
export function closedPeriods(model: Pick<ModelReading, 'tables'>): ReadonlySet<string> {
  const closed = rowsOf(model, 'PoolPeriods').filter((row) => textOf(row, 'Status') === 'closed');
  return new Set(closed.map((row) => textOf(row, 'Period')));
}
