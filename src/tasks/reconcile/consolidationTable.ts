/*
 * PoolConsolidation as a planned table: the cells that tell its rows apart, with the formulas beside them; above the limit of
 * live cells, the model's figures instead. It also gives those figures for comparing and for `--json`.
 */
import type { ConsolidationRow, ConsolidationRowKind } from '../../pool/consolidation';
import { type ConsolidationPartner, consolidationFormulas } from '../../workbook/consolidationFormulas';
import { type PlannedCell, type PlannedTable, blankCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import { moneyCell, pounds } from './cells';
import type { ExpectedRow } from './compareTable';
import type { Consolidation } from './consolidation';
import type { StatementPeriod } from './period';

/** The columns after `Period` that tell its rows apart. */
export const CONSOLIDATION_KEY = ['Row', 'Pool', 'Service line', 'Area', 'Type', 'Figure'] as const;

/** How many live cells a run would write. */
export function liveConsolidationCells({ rows, partners }: Consolidation): number {
  return rows.length * Object.keys(consolidationFormulas(partners)).length;
}

/** What a row holds in its figure columns. */
export function consolidationFigures(
  { partsPence, totalPence, checkPence }: ConsolidationRow,
  partners: readonly ConsolidationPartner[],
): Readonly<Record<string, PlannedCell>> {
  return {
    ...Object.fromEntries(partners.map(({ shortName }, at) => [shortName, moneyCell(partsPence[at])])),
    Total: moneyCell(totalPence),
    Check: moneyCell(checkPence),
  };
}

/** What stands under Pool: a blank there would look like a pool without a name. Only rows of Row `pool` are told by it. */
const SHOWN_POOL: Readonly<Record<ConsolidationRowKind, (pool: string) => string>> = {
  pool: (pool) => pool,
  'service line and area': () => 'Its pools together',
  'all pools': () => 'All pools together',
};

function keyTexts({ row, pool, serviceLine, area, type, figure }: ConsolidationRow): readonly string[] {
  return [row, SHOWN_POOL[row](pool), serviceLine, area, type, figure];
}

/**
 * The planned table. None in a workbook of one pool that has never had more: only tables in use are made.
 *
 * @param headings - The headings of the table as it stands, none where it is to be made.
 */
export function planConsolidation(
  { rows, partners }: Consolidation,
  { period }: StatementPeriod,
  isLive: boolean,
  headings: readonly string[] | undefined,
): PlannedTable[] {
  if (rows.length === 0 && headings === undefined) return [];
  const { columns: own, partnerColumns } = definitionOf('PoolConsolidation');
  const columns = own.flatMap(({ name }) =>
    name === partnerColumns?.after ? [name, ...partners.map(({ shortName }) => shortName)] : [name],
  );
  const planned = rows.map((row) => {
    const keys = Object.fromEntries(CONSOLIDATION_KEY.map((column, at) => [column, textCell(keyTexts(row)[at])]));
    const cells: Readonly<Record<string, PlannedCell>> = {
      ...(isLive ? {} : consolidationFigures(row, partners)),
      ...keys,
      Period: textCell(period),
    };
    return [...columns, ...formerColumns(headings ?? [], columns)].map((column) => cells[column] ?? blankCell());
  });
  const base = {
    table: 'PoolConsolidation',
    action: 'replace period',
    period,
    columns: [...columns, ...formerColumns(headings ?? [], columns)],
    rows: planned,
    note: 'Every pool, and all together; spending without what lies between partners. Total is the joint figure; Check is what the partners’ columns leave of it.',
  } as const;
  return [isLive ? { ...base, calculated: consolidationFormulas(partners) } : base];
}

/** The columns of partners that have gone, or have another short name now: between Figure and Total, and nobody's. */
function formerColumns(headings: readonly string[], columns: readonly string[]): readonly string[] {
  const from = headings.indexOf('Figure');
  const to = headings.indexOf('Total');
  return headings.filter((heading, at) => at > from && at < to && !columns.includes(heading));
}

/** The rows as `check` compares them. */
export function expectedConsolidation({ rows, partners }: Consolidation): readonly ExpectedRow[] {
  return rows.map((row) => ({ key: keyTexts(row), figures: consolidationFigures(row, partners) }));
}

/** The rows for the preview and `--json`, in pounds. */
export function consolidationTotals({ rows, partners }: Consolidation): Readonly<Record<string, unknown>> {
  if (rows.length === 0) return {};
  return {
    consolidation: rows.map((row) => ({
      row: row.row,
      pool: row.pool,
      serviceLine: row.serviceLine,
      area: row.area,
      type: row.type,
      figure: row.figure,
      partners: Object.fromEntries(partners.map(({ partner }, at) => [partner, pounds(row.partsPence[at] ?? null)])),
      total: pounds(row.totalPence),
      check: pounds(row.checkPence),
    })),
  };
}
