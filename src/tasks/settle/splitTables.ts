/*
 * What the formulas of PoolSplit may name in a workbook: a formula that names a table which is not there would be `#REF!`.
 * `share` and `settle` write the same table and ask here, so that each column keeps one text.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { SETTLE_ROWS, type SettleTables } from '../../workbook/settleSplitFormulas';
import type { SplitTables } from '../../workbook/splitTableFormulas';

/** @param settles - The run writes rows of a settlement; without it they count where they stand already. */
export function splitTablesOf(model: Pick<ModelReading, 'cells' | 'tables'>, settles = false): SplitTables {
  const shares = model.cells.has('PoolShares');
  const rows: readonly string[] = Object.values(SETTLE_ROWS);
  const hasSettled = settles || rowsOf(model, 'PoolSplit').some((row) => rows.includes(textOf(row, 'Row')));
  const projects = model.cells.has('PoolProjects') && model.cells.has('PoolProjectShares');
  return { shares, projects, ...(hasSettled ? { settle: settleTablesOf(shares) } : {}) };
}

function settleTablesOf(shares: boolean): SettleTables {
  return { shares };
}
