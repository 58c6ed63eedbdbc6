/*
 * PoolMemorandum as a planned table: per pool that settles its memorandum account, with last year's total beside each item.
 * The cells that tell rows apart, with the formulas beside them; above the limit of live cells, the figures instead.
 */
import { comparable } from '../../ledger/cells';
import { monthText, parseMonth } from '../../ledger/calendar';
import { MEMORANDUM_ROWS, type MemorandumRow, memorandumRows } from '../../pool/memorandum';
import { memorandumFormulas } from '../../workbook/memorandumFormulas';
import { keepsOrder } from '../../workbook/placement';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { JOINT } from '../../workbook/statementFormulas';
import type { TableCells } from '../../workbook/tableCells';
import { moneyCell } from '../reconcile/cells';
import type { StatementPeriod } from '../reconcile/period';
import { type MemorandumInputs, memorandumAmounts } from './memorandumInputs';

/** A row of a pool's account, with last year's total; null where there is none. */
export interface PoolMemorandumRow extends MemorandumRow {
  readonly pool: string;
  readonly priorPence: number | null;
  /** Lines of the pool whose spending is not known: then no figure of the account is. */
  readonly notKnown: number;
}

/** The totals of another period by pool, section and item. */
export type PriorTotals = ReadonlyMap<string, number>;

const rowKey = (...parts: readonly string[]): string => parts.map(comparable).join('\u0001');

/** The same month a year before. @example priorPeriod('2027-03') -> '2026-03' */
export function priorPeriod(period: string): string {
  const month = parseMonth(period);
  return month === undefined ? '' : monthText(month.year - 1, month.month);
}

/** What PoolMemorandum shows of the same month a year before. */
export function priorTotals(model: Pick<ModelReading, 'tables'>, { period }: StatementPeriod): PriorTotals {
  const found = new Map<string, number>();
  for (const row of rowsOf(model, 'PoolMemorandum')) {
    const total = numberOf(row, 'Total');
    if (textOf(row, 'Period') !== priorPeriod(period) || total === undefined) continue;
    found.set(rowKey(textOf(row, 'Pool'), textOf(row, 'Section'), textOf(row, 'Item')), total);
  }
  return found;
}

/** The accounts of all pools that settle, in their order. */
export function memorandum(inputs: MemorandumInputs, prior: PriorTotals): readonly PoolMemorandumRow[] {
  return inputs.pools.flatMap((pool) => {
    const notKnown = inputs.stated.filter(
      (row) => comparable(row.pool) === comparable(pool) && row.partner === JOINT && row.ownToDatePence === null,
    ).length;
    return memorandumRows(memorandumAmounts(inputs, pool)).map((row) => ({
      ...row,
      pool,
      notKnown,
      priorPence: prior.get(rowKey(pool, row.section, row.item)) ?? null,
    }));
  });
}

/** The columns that tell the rows of a month apart, for `check`. */
export const MEMORANDUM_KEY = ['Pool', 'Section', 'Item'] as const;

/** A row's texts of those columns. */
export function memorandumKey({ pool, section, item }: PoolMemorandumRow): readonly string[] {
  return [pool, section, item];
}

/** What a row holds in every calculated column, as figures. */
export function memorandumFigures(
  row: PoolMemorandumRow,
  partners: readonly SplitPartner[],
): Readonly<Record<string, PlannedCell>> {
  const known = (pence: number | undefined): PlannedCell => (row.notKnown > 0 ? blankCell() : moneyCell(pence ?? 0));
  return {
    ...Object.fromEntries(partners.map(({ shortName }, at) => [shortName, known(row.partsPence[at])])),
    Total: known(row.totalPence),
    'Prior year': moneyCell(row.priorPence),
    Check: known(row.checkPence),
    'Not known': numberCell(row.notKnown),
  };
}

/** How the table is written. */
export interface MemorandumWay {
  /** Below the limit of live cells. */
  readonly isLive: boolean;
  readonly hasContributions: boolean;
  /** The table as it stands, undefined where it is to be made. */
  readonly table: TableCells | undefined;
}

/**
 * The planned PoolMemorandum of a month. Where notes of the user's hold rows in another order, so that a total would not
 * stand below its items, the figures are written as values.
 */
export function planMemorandum(
  rows: readonly PoolMemorandumRow[],
  period: StatementPeriod,
  partners: readonly SplitPartner[],
  { isLive, hasContributions, table }: MemorandumWay,
): PlannedTable {
  const definition = definitionOf('PoolMemorandum');
  const columns = memorandumColumns(partners, table?.headings ?? []);
  const planned = (withFigures: boolean): PlannedTable => ({
    table: definition.name,
    action: 'replace period',
    period: period.period,
    columns,
    rows: rows.map((row) => {
      const cells = { ...(withFigures ? memorandumFigures(row, partners) : {}), ...keyCells(row, period) };
      return columns.map((column) => cells[column] ?? blankCell());
    }),
    note: 'Funding and expenditure to date are +, income that reduces a contribution −. Surplus is funding less expenditure; a partner’s part is its funding less its share due.',
    ...(withFigures ? {} : { calculated: memorandumFormulas(partners, hasContributions) }),
  });
  const live = planned(false);
  const body = { headings: table?.headings ?? columns, values: table?.values ?? [] };
  return isLive && keepsOrder(live, definition, body) ? live : planned(true);
}

/** A column for each partner after Item; those of partners that have gone stay, emptied in the rows of the month. */
function memorandumColumns(partners: readonly SplitPartner[], headings: readonly string[]): readonly string[] {
  const { columns, partnerColumns } = definitionOf('PoolMemorandum');
  const names = partners.map(({ shortName }) => shortName);
  const own = columns.flatMap(({ name }) => (name === partnerColumns?.after ? [name, ...names] : [name]));
  const from = headings.indexOf('Item');
  const to = headings.indexOf('Total');
  return [...own, ...headings.filter((heading, at) => at > from && at < to && !own.includes(heading))];
}

function keyCells(
  row: PoolMemorandumRow,
  { period, year, months, monthEnd }: StatementPeriod,
): Readonly<Record<string, PlannedCell>> {
  return {
    Period: textCell(period),
    Pool: textCell(row.pool),
    Section: textCell(row.section),
    Item: textCell(row.item),
    Row: textCell(row.row),
    Line: textCell(row.row === MEMORANDUM_ROWS.line ? row.item : ''),
    Funding: textCell(row.row === MEMORANDUM_ROWS.contribution ? row.item : ''),
    For: textCell(row.row === MEMORANDUM_ROWS.project ? row.item : ''),
    Year: textCell(year),
    Months: numberCell(months),
    'Month end': numberCell(monthEnd),
    'Prior period': textCell(priorPeriod(period)),
  };
}
