/*
 * The tables of a settled month in one plan: PoolSplit, PoolSettlement and PoolTransfers, and the statements made from them.
 * Live where there is room for live cells, else values; no figure is worked out here.
 */
import type { PlannedTable } from '../../workbook/plan';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { LIVE_CELL_LIMIT } from '../reconcile/statementTables';
import type { SharedProject } from '../share/splitRows';
import { planGrantStatement } from './grantTable';
import { planMemorandum } from './memorandumTable';
import { planPartnerStatement } from './partnerStatementTable';
import { holdersOf } from './reconciledMonth';
import type { SettleInputs } from './settleInputs';
import type { SettledPeriod } from './settlePeriod';
import { planSettleSplit } from './settleSplitTable';
import { planSettlement, planTransfers, settlementRows } from './settlementTables';
import { settlementTablesOf, splitTablesOf } from './splitTables';
import type { Statements } from './statements';

/** A month settled, with its statements. */
export interface SettledMonth {
  readonly inputs: SettleInputs;
  readonly settled: SettledPeriod;
  readonly statements: Statements;
  /** Projects that are written again beside the rows of the settlement, so that each column keeps one text. */
  readonly projects: readonly SharedProject[];
}

/** The tables of a month, and how many live cells they have or would have. */
export interface SettledTables {
  readonly tables: readonly PlannedTable[];
  readonly cells: number;
  readonly isLive: boolean;
}

/** All tables, as formulas up to the limit of live cells in a run, above it as values. */
export function planSettled(model: ModelReading, month: SettledMonth): SettledTables {
  const live = settledTables(model, month, true);
  const cells = live.reduce((sum, table) => sum + liveCellsOf(table), 0);
  const isLive = cells <= LIVE_CELL_LIMIT;
  return { tables: isLive ? live : settledTables(model, month, false), cells, isLive };
}

/** The tables, live or not. */
export function settledTables(model: ModelReading, month: SettledMonth, isLive: boolean): readonly PlannedTable[] {
  const { inputs, settled, projects } = month;
  const { partners, period } = inputs;
  const names = splitTablesOf(model, true);
  const headings = model.cells.get('PoolSplit')?.headings ?? [];
  const rows = settlementRows(settled.parts, partners);
  const all = holdersOf(inputs.pools);
  const holders = all.length > 1 ? all : [];
  return [
    planSettleSplit({ rows: settled.rows, projects, partners, period }, names, { isLive, headings }),
    planSettlement(rows, partners, period, { isLive, tables: { ...settlementTablesOf(model), holders } }),
    planTransfers(settled.groups, partners, period.period, isLive),
    ...statementTables(model, month, isLive),
  ];
}

function statementTables(
  model: ModelReading,
  { inputs: { period, partners }, statements }: SettledMonth,
  isLive: boolean,
): PlannedTable[] {
  const { grants } = statements;
  const hasContributions = model.cells.has('PoolContributions');
  const table = (name: string) => model.cells.get(name);
  // A table without rows is not made; the rows that stand of the month go with what they were about.
  const isUsed = (name: string, rows: readonly unknown[]): boolean =>
    rows.length > 0 || rowsOf(model, name).some((row) => textOf(row, 'Period') === period.period);
  return [
    ...(grants !== undefined && isUsed('PoolGrantStatement', grants)
      ? [planGrantStatement(grants, period, isLive, table('PoolGrantStatement'))]
      : []),
    ...(isUsed('PoolMemorandum', statements.memorandum)
      ? [
          planMemorandum(statements.memorandum, period, partners, {
            isLive,
            hasContributions,
            table: table('PoolMemorandum'),
          }),
        ]
      : []),
    planPartnerStatement(statements.partners, period, partners, { isLive, table: table('PoolPartnerStatement') }),
  ];
}

function liveCellsOf({ rows, calculated }: PlannedTable): number {
  return rows.length * Object.keys(calculated ?? {}).length;
}
