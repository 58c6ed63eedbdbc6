/*
 * The joint statement and the settlement of a month as rows of figures, from the model's own results or from the tables as
 * they stand in the workbook.
 */
import type { SettledAgreement } from '../../pool/settlement';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import type { SettledRow, StatedRow } from './memorandumInputs';

/** Settled agreements as rows. @param partners - Their names, in the order the agreements have. */
export function settledRowsOf(
  agreements: readonly SettledAgreement[],
  partners: readonly string[],
): readonly SettledRow[] {
  return agreements.flatMap(({ pool, settlesFor, partners: figures }) =>
    figures.map((each, at) => ({ ...each, pool, settlesFor, partner: partners[at] ?? '' })),
  );
}

/** The rows of PoolSettlement of a period; the pool's own balance is no partner's, and passed over. */
export function settledRows(
  model: Pick<ModelReading, 'tables'>,
  period: string,
  partners: readonly string[],
): readonly SettledRow[] {
  return rowsOf(model, 'PoolSettlement')
    .filter((row) => textOf(row, 'Period') === period && partners.includes(textOf(row, 'Partner')))
    .map((row) => {
      const pence = (column: string): number => numberOf(row, column) ?? 0;
      return {
        pool: textOf(row, 'Pool'),
        partner: textOf(row, 'Partner'),
        settlesFor: textOf(row, 'For'),
        agreedPence: pence('Agreed'),
        variancePence: pence('Share of variance'),
        duePence: pence('Share due'),
        paidInPence: pence('Paid in'),
        paidDirectPence: pence('Paid direct'),
        inKindPence: pence('In kind'),
        carriedForwardPence: pence('Carried forward'),
        balancePence: pence('To pay') - pence('To receive'),
      };
    });
}

/** The rows of PoolStatement of a period. */
export function statedRows(model: Pick<ModelReading, 'tables'>, period: string): readonly StatedRow[] {
  return rowsOf(model, 'PoolStatement')
    .filter((row) => textOf(row, 'Period') === period)
    .map((row) => ({
      pool: textOf(row, 'Pool'),
      line: textOf(row, 'Line'),
      partner: textOf(row, 'Partner'),
      type: textOf(row, 'Type') === 'capital' ? 'capital' : 'revenue',
      budgetToDatePence: numberOf(row, 'Budget to date') ?? null,
      ownToDatePence: numberOf(row, 'Own to date') ?? null,
    }));
}
