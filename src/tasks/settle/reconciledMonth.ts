/*
 * A reconciled month as a settlement takes it, and the cash that hosts received in it.
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { StatementRow } from '../reconcile/statementModel';
import type { SettledPool } from './settledPools';

/** The reconciled month. */
export interface ReconciledMonth {
  readonly statement: readonly StatementRow[];
  /** From one partner to another: what the far end says. */
  readonly bridges: readonly Pick<ReconcileResult['bridges'][number], 'bridge' | 'from' | 'to' | 'toPence'>[];
}

/** What a host received from each partner. */
export interface HostCash {
  readonly hostName: string;
  readonly host: number;
  readonly receivedPence: readonly number[];
}

/** What a host's ledger says it received as contributions, per partner. */
export function receivedBy({ bridges }: ReconciledMonth, host: string, names: readonly string[]): readonly number[] {
  return names.map((name) =>
    bridges
      .filter(({ bridge, from, to }) => bridge === 'contributions' && from === name && to === host)
      .reduce((sum, { toPence }) => sum + toPence, 0),
  );
}

/** Hosts that hold more than one pool that settles. */
export function sharedHosts(
  pools: readonly SettledPool[],
  month: ReconciledMonth,
  names: readonly string[],
): readonly HostCash[] {
  const hosts = [...new Set(pools.flatMap(({ settles, host }) => (settles && host !== undefined ? [host] : [])))];
  return hosts
    .filter((host) => pools.filter((pool) => pool.settles && pool.host === host).length > 1)
    .map((host) => {
      const hostName = names[host] ?? '';
      return { host, hostName, receivedPence: receivedBy(month, hostName, names) };
    });
}
