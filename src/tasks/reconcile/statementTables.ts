/*
 * PoolStatement and PoolControl as planned tables: their keys and the cells formulas lean on, with the formulas beside
 * them; above the limit of live cells, the model's figures instead.
 */
import type { PartnerControl } from '../../ledger/reconcileResult';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import { type TablesForFormulas, controlFormulas, statementFormulas } from '../../workbook/statementFormulas';
import { moneyCell } from './cells';
import type { StatementPeriod } from './period';
import { type StatementRow, statementKey } from './statementModel';

/** Above this a run writes values: Excel, and the preview more so, slow down with tens of thousands of formulas. */
export const LIVE_CELL_LIMIT = 10_000;

/** How many live cells a run would write. */
export function liveCells(statement: number, controls: number, tables: TablesForFormulas): number {
  const columns = (formulas: object): number => Object.keys(formulas).length;
  return statement * columns(statementFormulas(tables)) + controls * columns(controlFormulas(tables));
}

function columnNames(table: string): string[] {
  return definitionOf(table).columns.map(({ name }) => name);
}

function asRow(columns: readonly string[], cells: Readonly<Record<string, PlannedCell>>): PlannedCell[] {
  return columns.map((column) => cells[column] ?? blankCell());
}

/** What a statement row holds in every column, as figures. */
export function statementFigures(row: StatementRow): Record<string, PlannedCell> {
  return {
    'Annual budget': moneyCell(row.annualBudgetPence),
    'Budget to date': moneyCell(row.budgetToDatePence),
    'Actual to date': moneyCell(row.actualToDatePence),
    'Variance to date': moneyCell(row.variancePence),
    Forecast: moneyCell(row.forecastPence),
    'Forecast variance': moneyCell(row.forecastVariancePence),
    'Previous forecast': moneyCell(row.previousForecastPence),
    Movement: moneyCell(row.movementPence),
    Reason: textCell(row.reason),
    'Calculated forecast': moneyCell(row.calculatedForecastPence),
    'Partner forecast': moneyCell(row.partnerForecastPence),
    'Not received': numberCell(row.notReceived),
    'Own to date': moneyCell(row.ownToDatePence),
  };
}

/**
 * The planned PoolStatement.
 *
 * @param typedReasons - What the user typed over Reason in this period, by `statementKey`: it stays.
 */
export function planStatement(
  rows: readonly StatementRow[],
  period: StatementPeriod,
  tables: TablesForFormulas,
  isLive: boolean,
  typedReasons: ReadonlyMap<string, string>,
): PlannedTable {
  const columns = columnNames('PoolStatement');
  const planned = rows.map((row) => {
    const typed = typedReasons.get(statementKey(row.line, row.partner));
    return asRow(columns, {
      ...(isLive ? {} : statementFigures(row)),
      Period: textCell(period.period),
      Pool: textCell(row.pool),
      Line: textCell(row.line),
      Partner: textCell(row.partner),
      Year: textCell(period.year),
      Months: numberCell(period.months),
      'First month': textCell(period.firstMonth),
      'Month end': numberCell(period.monthEnd),
      'Previous period': textCell(period.previous),
      Type: textCell(row.type),
      ...(typed === undefined ? {} : { Reason: textCell(typed) }),
    });
  });
  const note =
    'Expenditure is +, income −; variances (+ over / − under). Per line: each partner, what lies between partners, the joint figure.';
  const base = {
    table: 'PoolStatement',
    action: 'replace period',
    period: period.period,
    columns,
    rows: planned,
    note,
  } as const;
  return isLive ? { ...base, calculated: statementFormulas(tables) } : base;
}

/** What a control row holds in every column, as figures. */
export function controlCells({
  figures,
  controlTotalPence,
  differencePence,
  status,
}: PartnerControl): Record<string, PlannedCell> {
  return {
    'Ledger total': moneyCell(figures?.ledgerTotalPence),
    'In pool': moneyCell(figures?.inPoolPence),
    Excluded: moneyCell(figures?.excludedPence),
    'Between partners': moneyCell(figures?.betweenPence),
    Unmapped: moneyCell(figures?.unmappedPence),
    Adjustments: moneyCell(figures?.adjustmentsPence),
    'Control total': moneyCell(controlTotalPence),
    Difference: moneyCell(differencePence),
    'Not received': numberCell(status === 'not received' ? 1 : 0),
  };
}

/** The planned PoolControl. */
export function planControl(
  controls: readonly PartnerControl[],
  period: StatementPeriod,
  tables: TablesForFormulas,
  isLive: boolean,
): PlannedTable {
  const columns = columnNames('PoolControl');
  const rows = controls.map((control) =>
    asRow(columns, {
      ...(isLive ? {} : controlCells(control)),
      Period: textCell(period.period),
      Partner: textCell(control.partner),
      'First month': textCell(period.firstMonth),
      'Whole extract': moneyCell(control.extract?.extractPence),
      'Later months': moneyCell(control.extract?.laterPence),
      'Earlier years': moneyCell(control.extract?.earlierPence),
      'No month': moneyCell(control.extract?.unplacedPence),
      Rows: numberCell(control.extract?.rows),
      'Rows not read': numberCell(control.extract?.unreadableRows),
    }),
  );
  const note =
    'In pool + excluded + between partners + unmapped + adjustments = ledger total. Difference is ledger total less control total.';
  const base = { table: 'PoolControl', action: 'replace period', period: period.period, columns, rows, note } as const;
  return isLive ? { ...base, calculated: controlFormulas(tables) } : base;
}
