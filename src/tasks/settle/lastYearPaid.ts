/*
 * A payment that settled the year before, booked under a code for this year's contributions: it would be credited as one, and
 * handed straight back. An amount may be the same by chance, so it is told and moves nothing.
 */
import type { PairItem } from '../../ledger/differences';
import { comparable } from '../../ledger/cells';
import { placeOf } from '../../ledger/findings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { StatementPeriod } from '../reconcile/period';

/**
 * One finding for each payment of the year before's March that is among this year's contributions between the same two.
 *
 * @example settled in March: the ICB pays the Council £5,700.00; in April's contributions £5,700.00 between them -> one
 */
export function lastYearPaid(
  model: Pick<ModelReading, 'tables'>,
  { year }: Pick<StatementPeriod, 'year'>,
  items: readonly PairItem[],
): readonly Finding[] {
  const march = `${year.slice(0, 4)}-03`;
  const contributions = items.filter(({ flow }) => flow === 'contributions');
  return rowsOf(model, 'PoolTransfers')
    .filter((row) => textOf(row, 'Period') === march)
    .flatMap((row): Finding[] => {
      const [from, to, leftPence] = [textOf(row, 'From'), textOf(row, 'To'), numberOf(row, 'Amount') ?? 0];
      // A payment the other way settled nothing of what was owed.
      const isSame = ({ leftPartner, rightPartner, issuer }: PairItem): boolean =>
        [leftPartner, rightPartner].some((partner) => same(partner, from)) && same(issuer, to);
      const paid = contributions.filter(isSame).flatMap(({ left, right }) => [...left, ...right]);
      const line = leftPence === 0 ? undefined : paid.find(({ amountPence }) => Math.abs(amountPence) === leftPence);
      if (line === undefined) return [];
      const detail = { other: to, period: march };
      return [settleFinding('last year settled here', { partner: from, leftPence, place: placeOf(line), detail })];
    });
}

function same(left: string, right: string): boolean {
  return comparable(left) === comparable(right);
}
