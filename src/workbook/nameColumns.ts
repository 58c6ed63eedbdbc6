/*
 * The columns of the input tables that hold names: of partners and groups, lines, pools, lists, projects, posts and cases. What
 * is no name there is told by `readTable`; names that nobody knows, by `inputRules`.
 */

const NAME_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner', 'Short name', 'Part of'],
  PoolArrangements: ['Pool', 'Service line', 'Area', 'Host'],
  PoolShares: ['Pool', 'Set', 'Partner'],
  PoolLines: ['Line', 'Pool', 'Risk rule', 'Manages', 'Accountable', 'Bears risk'],
  PoolWaterfall: ['Pool', 'Line'],
  PoolBudgets: ['Line', 'Partner', 'Profile'],
  PoolProfiles: ['Profile'],
  PoolContributions: ['Pool', 'Partner', 'Source'],
  PoolGrants: ['Pool', 'Grant', 'Partner', 'Lines'],
  PoolForecasts: ['Line', 'Partner'],
  PoolSources: ['Partner', 'Table'],
  PoolCodes: ['Partner', 'Line'],
  PoolPeriods: ['Partner'],
  PoolAdjustments: ['Line', 'Partner'],
  PoolProjects: ['Project', 'Pool', 'Item', 'Paid by'],
  PoolProjectShares: ['Project', 'Partner'],
  PoolStaff: ['Line', 'Post', 'Employer', 'Funder'],
  PoolPlacements: ['Case', 'Line', 'Paid by'],
};

/** Whether a column of a table holds names. @example isNameColumn('PoolBudgets', 'Line') -> true, 'Reason' -> false */
export function isNameColumn(table: string, column: string): boolean {
  return NAME_COLUMNS[table]?.includes(column) === true;
}
