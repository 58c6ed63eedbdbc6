/*
 * PoolSplit as a planned table: the cells that tell its rows apart, with the formulas beside them; above the limit of live
 * cells, the model's figures instead. It also gives those figures for comparing.
 */
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import { SPLIT_ROWS, type SplitPartner, type SplitRow } from '../../workbook/splitFormulas';
import { type SplitTables, splitTableFormulas } from '../../workbook/splitTableFormulas';
import type { Side } from '../../pool/settlement';
import { moneyCell } from '../reconcile/cells';
import { type SharedProject, type SplitFigures, splitRows } from './splitRows';

/** What a run replaces: every row of projects, or those of one year. */
export interface SplitScope {
  /** 2004/05; undefined for all years. */
  readonly year?: string;
}

/**
 * The columns of PoolSplit in a workbook with these partners. Those of a waterfall are there where one is used, or was when
 * the table was last written.
 *
 * @param headings - The headings of the table as it stands, none where it is to be made.
 */
export function splitColumns(
  partners: readonly SplitPartner[],
  { settle }: SplitTables,
  headings: readonly string[],
): readonly string[] {
  const { columns, partnerColumns } = definitionOf('PoolSplit');
  const isUsed = (name: string): boolean => settle?.waterfall === true || headings.includes(name);
  return columns
    .filter(({ name, optional }) => optional !== true || isUsed(name))
    .flatMap(({ name }) =>
      name === partnerColumns?.after ? [name, ...partners.map(({ shortName }) => shortName)] : [name],
    );
}

/** The columns of partners that have gone, or have another short name now: between Amount and Check, and nobody's. */
export function formerColumns(headings: readonly string[], columns: readonly string[]): readonly string[] {
  const from = headings.indexOf('Amount');
  const to = headings.indexOf('Check');
  return headings.filter((heading, at) => at > from && at < to && !columns.includes(heading));
}

/** Every row of a run, with its cells that are not figures. */
export function splitKeys({ input }: SharedProject, figures: SplitFigures): Readonly<Record<string, PlannedCell>> {
  const item = figures.item === undefined ? undefined : input.given.items[figures.item];
  return {
    Period: textCell(input.period),
    Pool: textCell(input.pool),
    What: textCell(figures.what),
    Project: textCell(input.project),
    Year: textCell(input.year),
    Row: textCell(figures.row),
    Item: textCell(item?.name),
    Sharer: textCell(figures.sharer?.name),
    For: textCell(sideOf(figures.row) === '' ? '' : input.project),
    Side: textCell(sideOf(figures.row)),
    'Split key': textCell(`${input.project} ${input.year}`),
    'Item of': textCell(item === undefined ? '' : `${input.project} ${input.year}`),
  };
}

/** What a project's row is in a settlement: the part above a cap is a variance that stays with who paid. */
function sideOf(row: SplitRow): Side | '' {
  if (row === SPLIT_ROWS.shared) return 'agreed';
  if (row === SPLIT_ROWS.above) return 'variance';
  return row === SPLIT_ROWS.paid ? 'paid direct' : '';
}

/** The figures of a row, by column. */
export function splitFigures(
  { input, shares }: SharedProject,
  row: SplitFigures,
  partners: readonly SplitPartner[],
): Readonly<Record<string, PlannedCell>> {
  const at = row.item;
  const item = at === undefined ? undefined : input.given.items[at];
  const parts = partners.map(({ shortName }, partner): [string, PlannedCell] => [
    shortName,
    moneyCell(row.partsPence?.[partner]),
  ]);
  const split = (row.partsPence ?? []).reduce((sum, pence) => sum + pence, 0);
  return {
    Amount: moneyCell(row.amountPence),
    ...Object.fromEntries(parts),
    Check: row.partsPence === undefined ? blankCell() : moneyCell(row.amountPence - split),
    'Annual cost': moneyCell(item?.annualCostPence),
    Start: numberCell(item?.start),
    End: numberCell(item?.end),
    Basis: textCell(at === undefined ? '' : shares.items[at]?.basis),
    'Item cost': moneyCell(at === undefined ? 0 : shares.items[at]?.amountPence),
    'Paid by': textCell(item?.paidBy === undefined ? '' : partners[item.paidBy]?.partner),
    Cost: moneyCell(shares.costPence),
    Cap: moneyCell(input.given.capPence ?? 0),
    'To share': moneyCell(shares.sharedPence),
    'Above cap': moneyCell(shares.aboveCapPence),
    'Stays with payer': moneyCell(at === undefined ? undefined : shares.itemAbovePence[at]),
    Fixed: moneyCell(shares.fixedPence),
    Rest: moneyCell(shares.sharedPence - shares.fixedPence),
    'Shares on': numberCell(input.sharesOn),
    'Group share': moneyCell(row.row === SPLIT_ROWS.within ? row.amountPence : undefined),
    'Payers missing': numberCell(input.given.items.filter(({ paidBy }) => paidBy === undefined).length),
  };
}

/** The rows of a project as cells by column; with figures where they are not live. */
export function projectCells(
  project: SharedProject,
  partners: readonly SplitPartner[],
  isLive: boolean,
): readonly Readonly<Record<string, PlannedCell>>[] {
  return splitRows(project, partners).map((row) => ({
    ...(isLive ? {} : splitFigures(project, row, partners)),
    ...splitKeys(project, row),
  }));
}

/** How many live cells a run would write. */
export function liveSplitCells(
  projects: readonly SharedProject[],
  partners: readonly SplitPartner[],
  tables: SplitTables,
): number {
  const columns = Object.keys(splitTableFormulas(partners, tables)).length;
  return projects.reduce((cells, project) => cells + splitRows(project, partners).length * columns, 0);
}

/**
 * The planned PoolSplit: it replaces the rows of projects, of one year or of all, and leaves every other row.
 *
 * @param headings - The headings of the table as it stands, none where it is to be made.
 */
export function planSplit(
  projects: readonly SharedProject[],
  partners: readonly SplitPartner[],
  scope: SplitScope,
  way: { readonly isLive: boolean; readonly tables: SplitTables; readonly headings: readonly string[] },
): PlannedTable {
  const own = splitColumns(partners, way.tables, way.headings);
  const columns = [...own, ...formerColumns(way.headings, own)];
  const rows = projects
    .flatMap((project) => projectCells(project, partners, way.isLive))
    .map((cells) => columns.map((column) => cells[column] ?? blankCell()));
  const base = {
    table: 'PoolSplit',
    action: 'replace period',
    replaces: [{ Row: Object.values(SPLIT_ROWS), ...(scope.year === undefined ? {} : { Year: [scope.year] }) }],
    columns,
    rows,
    note: 'Every amount that is split, with each partner’s part. Costs are +, income and what is paid back −; variances + over, − under.',
  } as const;
  return way.isLive ? { ...base, calculated: splitTableFormulas(partners, way.tables) } : base;
}
