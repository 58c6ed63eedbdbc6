/*
 * Contributions in a host's ledger that name no partner: nobody is credited with them, so their payer would be asked again.
 * It looks at what reconciling left over; it credits nobody.
 */
import type { PairItem } from '../../ledger/differences';
import { placeOf } from '../../ledger/findings';
import type { Finding } from '../../workbook/finding';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettledPool } from './settledPools';

/**
 * One finding for each host of a pool that settles, with what its ledger holds as + (income is − there).
 *
 * @example the host's ledger holds −£20,000.00 from “Derbyshire CCG”, which is no partner -> £20,000.00 without a payer
 */
export function unnamedPayers(
  pools: readonly Pick<SettledPool, 'settles' | 'hostName'>[],
  items: readonly PairItem[],
): readonly Finding[] {
  const hosts = new Set(
    pools.filter(({ settles, hostName }) => settles && hostName !== '').map((pool) => pool.hostName),
  );
  return [...hosts].flatMap((host): Finding[] => {
    const unnamed = items.filter(
      ({ flow, leftPartner, rightPartner }) => flow === 'contributions' && leftPartner === host && rightPartner === '',
    );
    const leftPence = unnamed.reduce((sum, item) => sum - item.leftPence, 0);
    if (leftPence === 0) return [];
    const first = unnamed.find((item) => item.leftPence !== 0)?.left[0];
    const place = first === undefined ? {} : { place: placeOf(first) };
    return [settleFinding('contribution without payer', { partner: host, leftPence, ...place, detail: { host } })];
  });
}
