/*
 * A reconciled month as a settlement takes it, and the cash that hosts received in it.
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { StatementRow } from '../reconcile/statementModel';
import type { SettledPool } from './settledPools';

/** The reconciled month. */
export interface ReconciledMonth {
  readonly statement: readonly StatementRow[];
  /** From one partner to another: what either end says. */
  readonly bridges: readonly Pick<
    ReconcileResult['bridges'][number],
    'bridge' | 'from' | 'to' | 'fromPence' | 'toPence'
  >[];
}

/** What a host holds of each partner: received, less what it has paid back. */
export interface HostCash {
  readonly hostName: string;
  readonly host: number;
  readonly receivedPence: readonly number[];
}

/** What a host's ledger says it received as contributions, per partner; what it paid back is not taken off. */
export function cashFrom({ bridges }: ReconciledMonth, host: string, names: readonly string[]): readonly number[] {
  return names.map((name) => total(bridges, name, host, ({ toPence }) => toPence));
}

/** What a host's ledger says it paid under codes for contributions, per partner. */
export function paidFrom(
  { bridges }: Pick<ReconciledMonth, 'bridges'>,
  host: string,
  names: readonly string[],
): readonly number[] {
  return names.map((name) => total(bridges, host, name, ({ fromPence }) => fromPence));
}

/**
 * What a host's ledger says it holds of each partner: contributions received, less what it paid back under the same codes,
 * as when an earlier quarter was settled. What it paid to another host is a contribution to that host's pool.
 *
 * @param holders - Every host that holds a pool's money (`holdersOf`).
 * @example received 4,000.00 and 3,000.00, paid back 1,000.00 -> 6,000.00
 */
export function receivedBy(
  month: ReconciledMonth,
  host: string,
  names: readonly string[],
  holders: readonly string[],
): readonly number[] {
  const received = cashFrom(month, host, names);
  const paid = paidFrom(month, host, names);
  return names.map((name, at) => (received[at] ?? 0) - (holders.includes(name) ? 0 : (paid[at] ?? 0)));
}

function total(
  bridges: ReconciledMonth['bridges'],
  from: string,
  to: string,
  pence: (bridge: ReconciledMonth['bridges'][number]) => number,
): number {
  return bridges
    .filter((each) => each.bridge === 'contributions' && each.from === from && each.to === to)
    .reduce((sum, each) => sum + pence(each), 0);
}

/** The hosts of the pools that settle, each once. */
export function hostsOf(pools: readonly SettledPool[]): readonly string[] {
  return eachHost(pools.filter(({ settles }) => settles));
}

/** The hosts whose ledgers hold a pool's money, each once: an aligned pool has contributions whether it settles or not. */
export function holdersOf(pools: readonly SettledPool[]): readonly string[] {
  return eachHost(pools.filter(({ kind }) => kind === 'pooled' || kind === 'aligned'));
}

function eachHost(pools: readonly SettledPool[]): readonly string[] {
  return [...new Set(pools.filter(({ host }) => host !== undefined).map(({ hostName }) => hostName))];
}

/** Hosts that hold more than one pool that settles. @param hosts - Every host of one (`hostsOf`). */
export function sharedHosts(
  pools: readonly SettledPool[],
  month: ReconciledMonth,
  names: readonly string[],
  hosts: readonly string[],
): readonly HostCash[] {
  const holders = holdersOf(pools);
  return hosts.flatMap((hostName): HostCash[] => {
    const [first, ...others] = pools.filter((pool) => pool.settles && pool.hostName === hostName);
    if (first?.host === undefined || others.length === 0) return [];
    return [{ host: first.host, hostName, receivedPence: receivedBy(month, hostName, names, holders) }];
  });
}
