/*
 * Charges between partners while a pool settles: they are left out of it on both sides, so what was paid for them is credited to
 * nobody, and a partner that paid its part by invoice would be asked again. It names them; it takes nothing out.
 *
 * Source: design section 4 (contributions and recharges between partners are eliminated, both sides in full; paid in is cash
 * the host received as contributions).
 */
import { placeOf } from '../../ledger/findings';
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { RiskRule } from '../../pool/riskRule';
import type { Finding } from '../../workbook/finding';
import { settleFinding } from '../../workbook/settleFindings';
import type { ChargesOfPair } from './rechargeBesideCosts';
import type { PoolToSettle } from './poolToSettle';

/** What of the month's reconciliation is asked. */
export interface Charges {
  readonly items: ReconcileResult['items'];
  readonly bridges: readonly ChargesOfPair[];
}

/**
 * One finding for each two partners of a pool that settles of which one has charged the other.
 *
 * @param partners - Their names, in the order that the pools' figures follow.
 * @param told - Charges that stand beside posts or cases and are told there, as `pairKey` of who charged and who was.
 * @returns left: what the ledger of who charged says, right: what that of who was charged says; at the first posting.
 * @example the host charged the ICB £150,000.00, in both ledgers -> left £150,000.00, right £150,000.00, difference £0.00
 */
export function chargesBesidePool(
  pools: readonly PoolToSettle[],
  partners: readonly string[],
  { items, bridges }: Charges,
  told: ReadonlySet<string>,
): readonly Finding[] {
  const settling = pools
    .filter(({ settles }) => settles)
    .map((pool) => ({ ...pool, members: membersOf(pool, partners) }));
  return bridges.flatMap(({ bridge, from, to, fromPence, toPence }): Finding[] => {
    if (bridge !== 'charges' || (fromPence === 0 && toPence === 0) || told.has(pairKey(from, to))) return [];
    const shared = settling.filter(({ members }) => members.has(from) && members.has(to));
    if (shared.length === 0) return [];
    const first = items
      .filter(
        ({ flow, issuer, leftPartner, rightPartner }) =>
          flow === 'charges' && issuer === from && [leftPartner, rightPartner].includes(to),
      )
      .flatMap(({ left, right }) => [...left, ...right])[0];
    return [
      settleFinding('charges beside pool', {
        ...(first === undefined ? {} : { place: placeOf(first) }),
        partner: from,
        leftPence: fromPence,
        rightPence: toPence,
        differencePence: fromPence - toPence,
        detail: { other: to, byHost: shared.some(({ hostName }) => hostName === from) ? 1 : 0 },
      }),
    ];
  });
}

/** Who has a budget, spending or a contribution in a pool, or bears a part of what its lines are over or under. */
function membersOf({ lines, contributions }: PoolToSettle, partners: readonly string[]): ReadonlySet<string> {
  const figures = [...lines.flatMap(({ budgetPence, ownPence }) => [budgetPence, ownPence]), contributions ?? []];
  const bearing = new Set(lines.flatMap(({ rule }) => bearersOf(rule.rule)));
  return new Set(partners.filter((_name, at) => bearing.has(at) || figures.some((pence) => (pence[at] ?? 0) !== 0)));
}

/** Who bears a line's variance beside those whose own figures it falls on; a leaver, at 0, does not. */
function bearersOf(rule: RiskRule): readonly number[] {
  if (rule.kind === 'named') return [rule.partner];
  if (rule.kind !== 'set') return [];
  const sharing = (each: { readonly weight: number }): boolean => each.weight > 0;
  return rule.sharers.filter(sharing).flatMap(({ members }) => members.filter(sharing).map(({ partner }) => partner));
}

/** Two partners, in the order of who charges whom. */
export function pairKey(from: string, to: string): string {
  return `${from}\u0001${to}`;
}
