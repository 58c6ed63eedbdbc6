/*
 * What the formulas of PoolSplit may name in a workbook: a formula that names a table which is not there would be `#REF!`.
 * `share` and `settle` write the same table and ask here, so that each column keeps one text.
 */
import {
  costEnd,
  costPaidBy,
  costRow,
  costStart,
  placementCost,
  placementPart,
  staffCost,
  staffFunder,
} from '../../workbook/costFormulas';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type PartnerColumn, textOf } from '../../workbook/readTable';
import { type CostParts, SETTLE_ROWS, type SettleTables } from '../../workbook/settleSplitRows';
import type { SettlementTables } from '../../workbook/settlementFormulas';
import type { SplitTables } from '../../workbook/splitTableFormulas';

/** @param settles - The run writes rows of a settlement; without it they count where they stand already. */
export function splitTablesOf(model: Pick<ModelReading, 'cells' | 'tables'>, settles = false): SplitTables {
  const shares = model.cells.has('PoolShares');
  const rows: readonly string[] = Object.values(SETTLE_ROWS);
  const hasSettled = settles || rowsOf(model, 'PoolSplit').some((row) => rows.includes(textOf(row, 'Row')));
  const projects = model.cells.has('PoolProjects') && model.cells.has('PoolProjectShares') && hasProjects(model);
  const contributions = model.cells.has('PoolContributions');
  return { shares, contributions, projects, ...(hasSettled ? { settle: settleTablesOf(model) } : {}) };
}

/** Whether there are rows of projects, or were when they were last shared; tables that are not filled in yet have none. */
function hasProjects(model: Pick<ModelReading, 'tables'>): boolean {
  const hasSplit = rowsOf(model, 'PoolSplit').some((row) => textOf(row, 'Project') !== '');
  return hasSplit || rowsOf(model, 'PoolProjects').length > 0;
}

/** Whether steps are typed, or were when PoolSplit was last written. */
function hasWaterfall({ cells, tables }: Pick<ModelReading, 'cells' | 'tables'>): boolean {
  const wasUsed = cells.get('PoolSplit')?.headings.includes('Offset') ?? false;
  return wasUsed || rowsOf({ tables }, 'PoolWaterfall').length > 0;
}

function settleTablesOf(model: Pick<ModelReading, 'cells' | 'tables'>): SettleTables {
  const hasStaff = model.cells.has('PoolStaff');
  const hasPlacements = model.cells.has('PoolPlacements');
  const columns = model.tables.get('PoolPlacements')?.partnerColumns ?? [];
  return {
    shares: model.cells.has('PoolShares'),
    contributions: model.cells.has('PoolContributions'),
    excess: model.cells.get('PoolShares')?.headings.includes('Excess') ?? false,
    waterfall: model.cells.has('PoolWaterfall') && hasWaterfall(model),
    ...(hasStaff || hasPlacements ? { costs: costParts(hasStaff, hasPlacements, columns) } : {}),
  };
}

/** One text for a row of either table: the row's kind says which. */
function costParts(hasStaff: boolean, hasPlacements: boolean, columns: readonly PartnerColumn[]): CostParts {
  const isPost = `({Row}="${SETTLE_ROWS.post}")`;
  const either = (post: string, other: string): string =>
    hasStaff && hasPlacements ? `IF(${isPost},${post},${other})` : hasStaff ? post : other;
  const [start, end, cost, row] = ['{Start}', '{End}', '{Item cost}', '{Item row}'];
  // Blank where the pool settled from 1 April: then no day counts.
  const shadowEnd = 'MIN({End},{Shadow end}+0)';
  return {
    row: either(costRow('PoolStaff'), costRow('PoolPlacements')),
    start: either(costStart('PoolStaff', row), costStart('PoolPlacements', row)),
    end: either(costEnd('PoolStaff', row), costEnd('PoolPlacements', row)),
    cost: either(staffCost(row, start, end), placementCost(row, start, end)),
    shadowCost: either(staffCost(row, start, shadowEnd), placementCost(row, start, shadowEnd)),
    paidBy: either(costPaidBy('PoolStaff', row), costPaidBy('PoolPlacements', row)),
    funder: either(hasStaff ? staffFunder(row) : '""', '""'),
    casePart: (shortName) => (hasPlacements ? placementPart(cost, row, columns, shortName) : '0'),
  };
}

/** What the formulas of PoolSettlement may name. */
export function settlementTablesOf({ cells }: Pick<ModelReading, 'cells'>): SettlementTables {
  return {
    contributions: cells.has('PoolContributions'),
    costs: cells.has('PoolStaff') || cells.has('PoolPlacements'),
  };
}
