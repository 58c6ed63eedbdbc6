/*
 * A host that has paid a partner more than the partner has given: what it pays back settles what it received or what the
 * partner spent itself, so the rest is most likely last year's, or for something else. It is told and moves nothing.
 */
import type { PairItem } from '../../ledger/differences';
import { comparable } from '../../ledger/cells';
import { placeOf } from '../../ledger/findings';
import type { ReconcileResult } from '../../ledger/reconcileResult';
import { sum } from '../../pool/perPartner';
import { POOL_AGREEMENTS, type SettledAgreement } from '../../pool/settlement';
import type { Finding } from '../../workbook/finding';
import { settleFinding } from '../../workbook/settleFindings';
import { type PoolToSettle, typeFor } from './poolToSettle';
import { holdersOf, paidFrom } from './reconciledMonth';
import type { SettleInputs } from './settleInputs';

/**
 * A finding for each partner whom a host has paid more, under codes for contributions, than it has given to the host's pools
 * and is to receive from them.
 *
 * @param agreements - What the period settles.
 * @example the PCT has paid in £300.00; the Council paid it £5,700.00 in April -> one, £5,700.00 beside £300.00
 */
export function paidBackBeyond(
  { pools, partners, received }: Pick<SettleInputs, 'pools' | 'partners' | 'received'>,
  agreements: readonly SettledAgreement[],
  { items, bridges }: Pick<ReconcileResult, 'items' | 'bridges'>,
): readonly Finding[] {
  const names = partners.map(({ partner }) => partner);
  const holders = holdersOf(pools);
  return [...received].flatMap(([host, receivedPence]): Finding[] => {
    const own = pools.filter(({ settles, hostName }) => settles && hostName === host);
    const paid = paidFrom({ bridges }, host, names);
    return names.flatMap((partner, at): Finding[] => {
      const leftPence = paid[at] ?? 0;
      const rightPence = (receivedPence[at] ?? 0) + givenBy(own, pools, at) + creditOf(agreements, own, at);
      if (holders.includes(partner) || leftPence <= 0 || leftPence <= rightPence) return [];
      const line = largestPaid(items, host, partner);
      const place = line === undefined ? {} : { place: placeOf(line) };
      const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
      return [settleFinding('paid back beyond given', { partner, ...place, ...amounts, detail: { host } })];
    });
  });
}

/**
 * A finding for each payment of a host to the host of a pool that does not settle, who has paid in as well: it is taken as a
 * contribution to that pool, and could have been a payment back.
 *
 * @example the PCT, which hosts Beds, paid in £1,500.00; the Council paid it £300.00 -> £300.00 is not taken off
 */
export function paidToOtherHosts(
  { pools, partners, received }: Pick<SettleInputs, 'pools' | 'partners' | 'received'>,
  { items, bridges }: Pick<ReconcileResult, 'items' | 'bridges'>,
): readonly Finding[] {
  const names = partners.map(({ partner }) => partner);
  const others = holdersOf(pools).filter((holder) => !received.has(holder));
  return [...received].flatMap(([host, receivedPence]): Finding[] => {
    const paid = paidFrom({ bridges }, host, names);
    return names.flatMap((partner, at): Finding[] => {
      const [leftPence, rightPence] = [paid[at] ?? 0, receivedPence[at] ?? 0];
      if (!others.includes(partner) || leftPence <= 0 || rightPence <= 0) return [];
      const pool = pools.filter(({ kind, hostName }) => kind === 'aligned' && hostName === partner).map((each) => each.pool); // prettier-ignore
      const line = largestPaid(items, host, partner);
      const place = line === undefined ? {} : { place: placeOf(line) };
      const detail = { host, pools: pool.join(', ') };
      return [settleFinding('paid to other host', { partner, ...place, leftPence, rightPence, detail })];
    });
  });
}

/** What a partner has given to a host's pools beside cash: spent itself, in kind, brought forward, posts and cases of any pool. */
function givenBy(own: readonly PoolToSettle[], pools: readonly PoolToSettle[], at: number): number {
  const part = (pence: readonly number[] | undefined): number => pence?.[at] ?? 0;
  const ofPools = own.map(({ lines, inKindPence, broughtForwardPence }) => {
    const spent = sum(lines.flatMap((line) => [part(line.ownPence), part(line.shadowOwnPence)]));
    return spent + part(inKindPence) + part(broughtForwardPence);
  });
  const paid = pools.flatMap(({ costs }) => costs.filter(({ paidBy }) => paidBy === at));
  return sum(ofPools) + sum(paid.map(({ costPence }) => costPence));
}

/**
 * What else a partner may have been paid for: a share due below 0, as of an underspend of a pool it puts nothing in, or of a
 * budget below 0; and what it has paid for projects that settle.
 */
function creditOf(agreements: readonly SettledAgreement[], own: readonly PoolToSettle[], at: number): number {
  const names = new Set(own.map(({ pool }) => comparable(pool)));
  return sum(
    agreements.map(({ pool, settlesFor, partners }) => {
      const { duePence = 0, paidDirectPence = 0 } = partners[at] ?? {};
      if (typeFor(settlesFor) !== undefined) return names.has(comparable(pool)) ? Math.max(0, -duePence) : 0;
      return POOL_AGREEMENTS.includes(settlesFor) ? 0 : paidDirectPence;
    }),
  );
}

/** The largest payment of a host to a partner, in the host's own ledger. */
function largestPaid(items: readonly PairItem[], host: string, partner: string): PairItem['left'][number] | undefined {
  return items
    .filter(({ flow, leftPartner, rightPartner }) => {
      return flow === 'contributions' && [leftPartner, rightPartner].includes(host) && [leftPartner, rightPartner].includes(partner); // prettier-ignore
    })
    .flatMap(({ leftPartner, left, right }) => (leftPartner === host ? left : right))
    .filter(({ amountPence }) => amountPence > 0)
    .sort((one, other) => other.amountPence - one.amountPence)[0];
}
