/*
 * Why a row that makes a shadow pool a pool is proposed as it is, as the user reads it beside the row.
 */

/** @param because - Where the host comes from, see `HostBecause`. */
export function pooledReason(host: string, because: string): string {
  const start = 'A shadow pool until the day before.';
  switch (because) {
    case 'named':
      return `${start} ${host} is its host already.`;
    case 'accountable':
      return `${start} One body leads, and ${host} is accountable for its lines: check that it is the host.`;
    case 'lead unknown':
      return `${start} One body leads: type it as Host.`;
    default:
      return `${start} No host is named: each partner then pays from its own ledger, and differences are settled between them.`;
  }
}
