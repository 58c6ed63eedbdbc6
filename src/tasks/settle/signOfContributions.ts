/*
 * Payments between a host and a partner that both ledgers have with the same sign: each says that it paid, or that it
 * received. The settlement goes by the host's ledger, whichever is wrong, so it is told; it moves nothing.
 */
import type { PairItem } from '../../ledger/differences';
import { placeOf } from '../../ledger/findings';
import type { Finding } from '../../workbook/finding';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettledPool } from './settledPools';
import { hostsOf } from './reconciledMonth';

/**
 * A finding for each contribution whose sign is wrong in one of the two ledgers.
 *
 * @example the Council and the PCT both have £4,000.00 with + -> one, £8,000.00 apart
 */
export function signOfContributions(pools: readonly SettledPool[], items: readonly PairItem[]): readonly Finding[] {
  const hosts = hostsOf(pools);
  return items.flatMap((item): Finding[] => {
    const { cause, flow, leftPartner, rightPartner, reference } = item;
    if (flow !== 'contributions' || cause !== 'sign error') return [];
    const host = [leftPartner, rightPartner].find((partner) => hosts.includes(partner));
    if (host === undefined) return [];
    const isLeft = host === leftPartner;
    const [leftPence, rightPence] = isLeft ? [item.leftPence, item.rightPence] : [item.rightPence, item.leftPence];
    const line = (isLeft ? item.left : item.right)[0];
    const amounts = { leftPence, rightPence, differencePence: item.differencePence };
    const place = line === undefined ? {} : { place: placeOf(line) };
    const partner = isLeft ? rightPartner : leftPartner;
    return [settleFinding('contribution sign unclear', { partner, reference, ...place, ...amounts, detail: { host } })];
  });
}
