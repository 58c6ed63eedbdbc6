/*
 * From which column on a table holds only what its own formulas need. Those columns stand at the right, are greyed, and the
 * line above the table says so: whoever reads the table may stop before them, and an auditor goes on.
 */

const FIRST: Readonly<Record<string, string>> = {
  PoolStatement: 'Calculated forecast',
  PoolSplit: 'Row',
  PoolSettlement: 'Partner number',
  PoolMemorandum: 'Row',
  PoolPartnerStatement: 'Row',
  PoolGrantStatement: 'Row',
  PoolMatches: 'Key',
  PoolBridge: 'Key',
};

/** The heading of the first such column; undefined for a table without any. @example firstWorking('PoolBridge') -> 'Key' */
export function firstWorking(table: string): string | undefined {
  return FIRST[table];
}
