/*
 * Closed is closed: rows of an output table that were issued for a closed month are replaced by no task. It is asked where
 * every plan is asked what stands in its way, so that tasks to come are held to it too.
 *
 * Source: design section 4 (closed is closed).
 */
import { cellText } from '../ledger/cells';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { replacedBy } from './placement';
import type { PlannedTable } from './plan';
import { definitionOf } from './schema';
import type { TableCells } from './tableCells';

/** The closed months whose rows a plan would replace: one finding per month and partner that is closed. */
export function closedRows(
  tables: readonly PlannedTable[],
  cells: ReadonlyMap<string, TableCells>,
): readonly Finding[] {
  const closed = closedPartners(cells.get('PoolPeriods'));
  if (closed.length === 0) return [];
  const replaced = new Set(tables.flatMap((planned) => replacedPeriods(planned, cells.get(planned.table))));
  return closed
    .filter(({ period }) => replaced.has(period))
    .map(({ period, partner, row, column, sheet }) =>
      workbookFinding('period closed', { period, partner, place: { sheet, row, column } }),
    );
}

interface ClosedPartner {
  readonly period: string;
  readonly partner: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function closedPartners(periods: TableCells | undefined): readonly ClosedPartner[] {
  if (periods === undefined) return [];
  const { headings, values, sheet } = periods;
  const at = (row: readonly unknown[], column: string): string => cellText(String(row[headings.indexOf(column)] ?? ''));
  return values.flatMap((row, index) =>
    at(row, 'Status').toLowerCase() === 'closed'
      ? [
          {
            period: at(row, 'Period'),
            partner: at(row, 'Partner'),
            sheet,
            row: periods.row + index,
            column: periods.column + headings.indexOf('Status'),
          },
        ]
      : [],
  );
}

/** The months of the rows that a planned table takes the place of. */
function replacedPeriods(planned: PlannedTable, cells: TableCells | undefined): readonly string[] {
  if (planned.action !== 'replace period' || cells === undefined) return [];
  if (definitionOf(planned.table).holds !== 'output') return [];
  const { headings, values } = cells;
  const isReplaced = replacedBy(planned, headings);
  return values.filter(isReplaced).map((row) => cellText(row[headings.indexOf('Period')] ?? ''));
}
