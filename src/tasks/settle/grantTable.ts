/*
 * PoolGrantStatement as a planned table: the cells that tell its rows apart, with the formulas beside them; above the limit
 * of live cells, the figures instead. The figures themselves are `grantStatement`'s.
 */
import { grantFormulas } from '../../workbook/grantFormulas';
import { keepsOrder } from '../../workbook/placement';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import type { TableCells } from '../../workbook/tableCells';
import { moneyCell } from '../reconcile/cells';
import type { StatementPeriod } from '../reconcile/period';
import type { GrantStatementRow } from './grantStatement';

/** The columns that tell the rows of a month apart, for `check`. */
export const GRANT_KEY = ['Pool', 'Grant', 'Partner', 'Row', 'Line'] as const;

/** A row's texts of those columns. */
export function grantKey({ grant, row, line }: GrantStatementRow): readonly string[] {
  return [grant.pool, grant.grant, grant.partner, row, line];
}

/** What a row holds in every calculated column, as figures. */
export function grantFigures(row: GrantStatementRow): Readonly<Record<string, PlannedCell>> {
  return {
    Available: moneyCell(row.availablePence),
    'Eligible spend': moneyCell(row.eligiblePence),
    Applied: moneyCell(row.appliedPence),
    Unspent: moneyCell(row.unspentPence),
    Minimum: moneyCell(row.minimumPence),
    Check: moneyCell(row.checkPence),
    'Spend to date': moneyCell(row.spendPence),
    'Used before': moneyCell(row.usedPence),
    Granted: moneyCell(row.grantedPence),
    'Not known': numberCell(row.notKnown),
  };
}

/**
 * The planned PoolGrantStatement of a month.
 *
 * Where notes of the user's hold rows in an order that is not the grants' turn, a formula cannot add up what stands above:
 * the figures are then written as values, as they are above the limit of live cells.
 *
 * @param isLive - Below the limit of live cells. @param table - The table as it stands, undefined where it is to be made.
 */
export function planGrantStatement(
  rows: readonly GrantStatementRow[],
  { period }: StatementPeriod,
  isLive: boolean,
  table: TableCells | undefined,
): PlannedTable {
  const definition = definitionOf('PoolGrantStatement');
  const columns = definition.columns.map(({ name }) => name);
  const planned = (withFigures: boolean): PlannedTable => ({
    table: definition.name,
    action: 'replace period',
    period,
    columns,
    rows: rows.map((row) => {
      const cells = { ...(withFigures ? grantFigures(row) : {}), ...keyCells(row, period) };
      return columns.map((column) => cells[column] ?? blankCell());
    }),
    note: 'Per grant: what each line gave, then the grant. Applied is the lesser of what is available and what was spent and not yet used. Check is what must still be spent.',
    ...(withFigures ? {} : { calculated: grantFormulas() }),
  });
  const live = planned(false);
  const body = { headings: table?.headings ?? columns, values: table?.values ?? [] };
  return isLive && keepsOrder(live, definition, body) ? live : planned(true);
}

function keyCells({ grant, row, line }: GrantStatementRow, period: string): Record<string, PlannedCell> {
  return {
    Period: textCell(period),
    Pool: textCell(grant.pool),
    Grant: textCell(grant.grant),
    Partner: textCell(grant.partner),
    Year: textCell(grant.year),
    Row: textCell(row),
    Line: textCell(line),
    Order: numberCell(grant.order),
    Lines: textCell(grant.linesText),
  };
}
