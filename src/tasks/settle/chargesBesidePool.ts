/*
 * Charges between partners while a pool settles: they are left out of it on both sides, so what was paid for them is credited to
 * nobody, and a partner that paid its part by invoice would be asked again. It names them; it takes nothing out.
 *
 * Source: design section 4 (contributions and recharges between partners are eliminated, both sides in full; paid in is cash
 * the host received as contributions; shadow months before go-live never settle).
 */
import { placeOf } from '../../ledger/findings';
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { RiskRule } from '../../pool/riskRule';
import type { Finding } from '../../workbook/finding';
import { dateText } from '../../workbook/dateText';
import { settleFinding } from '../../workbook/settleFindings';
import type { StatementPeriod } from '../reconcile/period';
import type { ChargesOfPair } from './rechargeBesideCosts';
import type { PoolToSettle } from './poolToSettle';

/** What of the month's reconciliation is asked. */
export interface Charges {
  readonly items: ReconcileResult['items'];
  readonly bridges: readonly ChargesOfPair[];
  /** The charges to the end of a month, by the last shadow month of each pool that began within the year. */
  readonly shadow: ReadonlyMap<string, readonly ChargesOfPair[]>;
}

/**
 * One finding for each two partners of a pool that settles of which one has charged the other since the pool's first day, or
 * 1 April.
 *
 * @param partners - Their names, in the order that the pools' figures follow.
 * @param told - Charges that stand beside posts or cases and are told there, as `pairKey` of who charged and who was.
 * @returns left: what the ledger of who charged says, right: what that of who was charged says; at the first posting.
 * @example the host charged the ICB £150,000.00, in both ledgers -> left £150,000.00, right £150,000.00, difference £0.00
 * @example the same in a pool from 1 July, with £60,000.00 of it by June -> left £90,000.00, right £90,000.00
 */
export function chargesBesidePool(
  pools: readonly PoolToSettle[],
  partners: readonly string[],
  { items, bridges, shadow }: Charges,
  told: ReadonlySet<string>,
): readonly Finding[] {
  const settling = pools
    .filter(({ settles }) => settles)
    .map((pool) => ({ ...pool, members: membersOf(pool, partners) }));
  return bridges.flatMap((pair): Finding[] => {
    const { bridge, from, to } = pair;
    if (bridge !== 'charges' || told.has(pairKey(from, to))) return [];
    const shared = settling.filter(({ members }) => members.has(from) && members.has(to));
    if (shared.length === 0) return [];
    const until = shadowOf(shared);
    const [fromPence, toPence] = since(pair, until === undefined ? [] : (shadow.get(until.period) ?? []));
    if (fromPence === 0 && toPence === 0) return [];
    const first = items
      .filter(
        ({ flow, issuer, leftPartner, rightPartner }) =>
          flow === 'charges' && issuer === from && [leftPartner, rightPartner].includes(to),
      )
      .flatMap(({ left, right }) => [...left, ...right])
      .find(({ month }) => until === undefined || month > until.period);
    return [
      settleFinding('charges beside pool', {
        ...(first === undefined ? {} : { place: placeOf(first) }),
        partner: from,
        leftPence: fromPence,
        rightPence: toPence,
        differencePence: fromPence - toPence,
        detail: {
          other: to,
          byHost: shared.some(({ hostName }) => hostName === from) ? 1 : 0,
          ...(until === undefined ? {} : { since: dateText(until.monthEnd + 1) }),
        },
      }),
    ];
  });
}

/** The last shadow month of the pool that began first; none where one settles from 1 April. */
function shadowOf(pools: readonly PoolToSettle[]): StatementPeriod | undefined {
  const months = pools.flatMap(({ shadowUntil }) => shadowUntil ?? []);
  if (months.length < pools.length) return undefined;
  return months.reduce((first, month) => (month.period < first.period ? month : first));
}

/** What either says, less what it said by the end of the shadow months. */
function since(pair: ChargesOfPair, shadow: readonly ChargesOfPair[]): readonly [fromPence: number, toPence: number] {
  const before = shadow.filter(({ from, to }) => from === pair.from && to === pair.to);
  const sum = (figure: 'fromPence' | 'toPence'): number => before.reduce((total, each) => total + each[figure], 0);
  return [pair.fromPence - sum('fromPence'), pair.toPence - sum('toPence')];
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
