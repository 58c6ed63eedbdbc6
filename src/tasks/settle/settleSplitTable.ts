/*
 * PoolSplit as `settle` plans it: the rows of the settlement beside those of projects, with one formula text per column; and
 * the figures of a row, for values above the limit of live cells and for comparing.
 */
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { SETTLE_ROWS } from '../../workbook/settleSplitRows';
import { SPLIT_ROWS, type SplitPartner } from '../../workbook/splitFormulas';
import { type SplitTables, splitTableFormulas } from '../../workbook/splitTableFormulas';
import { moneyCell } from '../reconcile/cells';
import type { StatementPeriod } from '../reconcile/period';
import type { SharedProject } from '../share/splitRows';
import { formerColumns, projectCells, splitColumns } from '../share/splitTable';
import type { SettleSplitRow } from './poolToSettle';

/** The cells of a row that are not figures. */
export function settleKeys(row: SettleSplitRow, period: StatementPeriod): Readonly<Record<string, PlannedCell>> {
  return {
    Period: textCell(period.period),
    Pool: textCell(row.pool),
    What: textCell(row.what),
    Year: textCell(period.year),
    Row: textCell(row.row),
    Item: textCell(row.cost?.item),
    Sharer: textCell(row.sharer),
    // What a line's row and those of its groups have in common.
    'Split key': textCell(
      row.rule === undefined && row.sharer === undefined ? '' : `${period.period} ${row.pool}: ${row.line}`,
    ),
    For: textCell(row.settlesFor),
    Side: textCell(row.side),
    Line: textCell(row.line),
    Type: textCell(row.type),
    Host: textCell(row.hostName),
    Months: numberCell(period.months),
    'Month end': numberCell(period.monthEnd),
    'Item from': numberCell(row.cost?.itemFrom),
    'Shadow until': textCell(row.shadowUntil?.period),
    'Shadow end': numberCell(row.shadowUntil?.monthEnd),
  };
}

/** The figures of a row, by column. */
export function settleFigures(
  row: SettleSplitRow,
  partners: readonly SplitPartner[],
): Readonly<Record<string, PlannedCell>> {
  const parts = partners.map(({ shortName }, at): [string, PlannedCell] => [shortName, moneyCell(row.partsPence[at])]);
  const split = row.partsPence.reduce((sum, pence) => sum + pence, 0);
  const isVariance = row.row === SETTLE_ROWS.variance;
  const { cost } = row;
  const payer = cost === undefined ? '' : (partners[cost.paidBy]?.partner ?? '');
  const funder = cost?.funder === undefined ? '' : (partners[cost.funder]?.partner ?? '');
  return {
    Amount: moneyCell(row.amountPence),
    ...Object.fromEntries(parts),
    Check: moneyCell(row.amountPence - split - row.referredPence),
    Start: numberCell(cost?.start),
    End: numberCell(cost?.end),
    'Item cost': moneyCell(cost?.costPence ?? 0),
    'Shadow cost': moneyCell(cost?.shadowPence ?? 0),
    'Paid by': textCell(payer),
    Funder: textCell(funder),
    ...(isVariance ? { 'Line variance': moneyCell(row.amountPence) } : {}),
    'Own variance': moneyCell(row.offset?.ownPence ?? 0),
    'Waterfall from': numberCell(row.offset?.fromDate ?? 0),
    Step: numberCell(row.offset?.step ?? 0),
    'To meet': moneyCell(row.offset?.toMeetPence ?? 0),
    'Can meet': moneyCell(row.offset?.canMeetPence ?? 0),
    Offset: moneyCell(row.offset?.offsetPence ?? 0),
    'Group share': row.sharer === undefined ? blankCell() : moneyCell(row.amountPence),
    'Referred upward': moneyCell(row.referredPence),
    Kept: numberCell(row.isKept ? 1 : 0),
  };
}

/** What a run writes to PoolSplit. */
export interface SettleSplit {
  readonly rows: readonly SettleSplitRow[];
  /** Projects of years that are not closed: written again, so that each column keeps one text. */
  readonly projects: readonly SharedProject[];
  readonly partners: readonly SplitPartner[];
  readonly period: StatementPeriod;
}

/**
 * The planned PoolSplit.
 *
 * @param headings - The headings of the table as it stands, none where it is to be made.
 */
export function planSettleSplit(
  { rows, projects, partners, period }: SettleSplit,
  tables: SplitTables,
  way: { readonly isLive: boolean; readonly headings: readonly string[] },
): PlannedTable {
  const own = splitColumns(partners, tables, way.headings);
  const columns = [...own, ...formerColumns(way.headings, own)];
  const settled = rows.map((row) => ({
    ...(way.isLive ? {} : settleFigures(row, partners)),
    ...settleKeys(row, period),
  }));
  const shared = projects.flatMap((project) => projectCells(project, partners, way.isLive));
  const planned = [...shared, ...settled].map((cells: Readonly<Record<string, PlannedCell>>) =>
    columns.map((column) => cells[column] ?? blankCell()),
  );
  const years = [...new Set(projects.map(({ input }) => input.year))];
  const base = {
    table: 'PoolSplit',
    action: 'replace period',
    replaces: [
      { Period: [period.period], Row: Object.values(SETTLE_ROWS) },
      { Year: years, Row: Object.values(SPLIT_ROWS) },
    ],
    columns,
    rows: planned,
    note: 'Every amount that is split, with each partner’s part. Costs are +, income and what is paid back −; variances + over, − under.',
  } as const;
  return way.isLive ? { ...base, calculated: splitTableFormulas(partners, tables) } : base;
}
