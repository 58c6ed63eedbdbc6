/*
 * Text that formulas of ours compare: case does not count, spaces do, and a number never equals a text. Such cells are
 * refused with their place, instead of being missed quietly.
 */
import { tidyText } from '../ledger/cells';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { TableCells } from './tableCells';

/** The columns that formulas compare, by table. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner', 'Part of'],
  PoolShares: ['Pool', 'Set', 'Partner', 'Basis', 'Excess'],
  PoolLines: ['Line', 'Pool', 'Risk rule', 'Bears risk', 'Underspend'],
  PoolWaterfall: ['Pool', 'Line'],
  PoolBudgets: ['Line', 'Partner', 'Year', 'Profile'],
  PoolProfiles: ['Profile'],
  PoolContributions: ['Pool', 'Partner', 'Year', 'Funding', 'Source', 'Counts'],
  PoolGrants: ['Pool', 'Grant', 'Partner', 'Year', 'Lines'],
  PoolForecasts: ['Period', 'Line', 'Partner', 'Basis'],
  PoolPeriods: ['Period', 'Partner', 'Status'],
  PoolAdjustments: ['Period', 'Partner', 'Line', 'Reverses in'],
  PoolProjects: ['Project', 'Pool', 'Year', 'Item', 'Paid by'],
  PoolProjectShares: ['Project', 'Partner', 'Treatment'],
  PoolStaff: ['Line', 'Post', 'Employer', 'Funder'],
  PoolPlacements: ['Case', 'Line', 'Per', 'Paid by'],
};

/** Names that formulas compare with `=`, where a number never equals a text. Elsewhere EXACT takes it as its text. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner', 'Part of'],
  PoolShares: ['Pool', 'Set', 'Partner'],
  PoolLines: ['Pool', 'Risk rule', 'Bears risk'],
  PoolWaterfall: ['Pool', 'Line'],
  PoolProjects: ['Project', 'Pool', 'Item', 'Paid by'],
  PoolProjectShares: ['Project', 'Partner'],
  PoolStaff: ['Employer', 'Funder'],
  PoolPlacements: ['Paid by'],
};

function isName(table: string, column: string): boolean {
  return NAMES[table]?.includes(column) === true;
}

/** Text in a table that formulas would compare and not find, and numbers, which never equal a text. */
export function comparedTextFindings(cells: TableCells): Finding[] {
  const columns = COMPARED[cells.name] ?? [];
  return columns.flatMap((column) => {
    const at = cells.headings.indexOf(column);
    return cells.values.flatMap((values, index): Finding[] => {
      const cell = values[at];
      const facts = {
        place: { sheet: cells.sheet, row: cells.row + index, column: cells.column + at },
        detail: { table: cells.name, column, text: String(cell) },
      };
      if (typeof cell === 'number' && isName(cells.name, column))
        return [workbookFinding('cell number as name', facts)];
      const isOdd = typeof cell === 'string' && cell !== tidyText(cell) && tidyText(cell) !== '';
      return isOdd ? [workbookFinding('cell odd spaces', facts)] : [];
    });
  });
}
