/*
 * PoolPartnerStatement as a planned table: the cells that tell its rows apart, with the formulas beside them; above the
 * limit of live cells, the figures instead. And the rows of PoolSplit as the statement wants them.
 */
import { poundsToPence } from '../../money/exact';
import type { Side } from '../../pool/settlement';
import { PARTNER_ROWS, partnerStatementFormulas } from '../../workbook/partnerStatementFormulas';
import { keepsOrder } from '../../workbook/placement';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import type { ModelReading } from '../../workbook/readModel';
import { definitionOf } from '../../workbook/schema';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { TableCells } from '../../workbook/tableCells';
import { moneyCell } from '../reconcile/cells';
import type { StatementPeriod } from '../reconcile/period';
import type { PartnerStatementRow, SplitPart } from './partnerStatement';

const SIDES: readonly string[] = ['agreed', 'variance', 'paid in', 'paid direct', 'in kind'] satisfies readonly Side[];

/** The rows of PoolSplit of a period that settle, as they stand in the workbook. */
export function splitParts(
  model: Pick<ModelReading, 'cells'>,
  period: string,
  partners: readonly SplitPartner[],
): readonly SplitPart[] {
  const table = model.cells.get('PoolSplit');
  if (table === undefined) return [];
  return table.values.flatMap((values): SplitPart[] => {
    const cell = (heading: string) => values[table.headings.indexOf(heading)] ?? '';
    const side = String(cell('Side'));
    if (String(cell('Period')) !== period || !SIDES.includes(side)) return [];
    const partsPence = partners.map(({ shortName }) => {
      const part = cell(shortName);
      const pence = typeof part === 'number' ? poundsToPence(part) : undefined;
      return pence?.ok === true ? pence.value : 0;
    });
    const names = { pool: String(cell('Pool')), settlesFor: String(cell('For')), line: String(cell('Line')) };
    return [{ ...names, side: side as Side, partsPence }];
  });
}

/** The columns that tell the rows of a month apart, for `check`. */
export const PARTNER_STATEMENT_KEY = ['Partner', 'Pool', 'Section', 'Item'] as const;

/** A row's texts of those columns. */
export function partnerStatementKey({ partner, pool, section, item }: PartnerStatementRow): readonly string[] {
  return [partner, pool, section, item];
}

/** What a row holds in every column of figures; Exposure is a value, the others are formulas. */
export function partnerStatementFigures(row: PartnerStatementRow): Readonly<Record<string, PlannedCell>> {
  return { Amount: moneyCell(row.amountPence), Check: moneyCell(row.checkPence), Exposure: exposureCell(row) };
}

function exposureCell({ row, amountPence }: PartnerStatementRow): PlannedCell {
  const isExposure = row === PARTNER_ROWS.exposure || row === PARTNER_ROWS.referred;
  return isExposure ? moneyCell(amountPence) : blankCell();
}

/**
 * The planned PoolPartnerStatement of a month. Where notes of the user's hold rows in another order, so that a sum would
 * not stand below its lines, the figures are written as values.
 */
export function planPartnerStatement(
  rows: readonly PartnerStatementRow[],
  { period }: StatementPeriod,
  partners: readonly SplitPartner[],
  { isLive, table }: { readonly isLive: boolean; readonly table: TableCells | undefined },
): PlannedTable {
  const definition = definitionOf('PoolPartnerStatement');
  const columns = definition.columns.map(({ name }) => name);
  const planned = (withFigures: boolean): PlannedTable => ({
    table: definition.name,
    action: 'replace period',
    period,
    columns,
    rows: rows.map((row) => {
      const cells = { ...(withFigures ? partnerStatementFigures(row) : {}), ...keyCells(row, period) };
      return columns.map((column) => cells[column] ?? blankCell());
    }),
    note: 'Filter by Partner for one partner’s page. What it owes is +, what it is owed −; exposure is what it would bear if every line were so much over budget.',
    ...(withFigures ? {} : { calculated: partnerStatementFormulas(partners) }),
  });
  const live = planned(false);
  const body = { headings: table?.headings ?? columns, values: table?.values ?? [] };
  return isLive && keepsOrder(live, definition, body) ? live : planned(true);
}

function keyCells(row: PartnerStatementRow, period: string): Readonly<Record<string, PlannedCell>> {
  return {
    Period: textCell(period),
    Partner: textCell(row.partner),
    Pool: textCell(row.pool),
    Section: textCell(row.section),
    Item: textCell(row.item),
    Row: textCell(row.row),
    Line: textCell(row.line),
    For: textCell(row.settlesFor),
    Side: textCell(row.side),
    Percent: numberCell(row.percent === null ? null : row.percent / 100),
    'Partner number': numberCell(row.partnerNumber),
    Exposure: exposureCell(row),
  };
}
