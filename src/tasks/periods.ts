/*
 * Which months the workbook knows: those of PoolPeriods, with the state of each partner's ledger, so that the pane can
 * offer them. It reads three tables and writes nothing.
 */
import { parseMonth } from '../ledger/calendar';
import { tablesInUse } from '../workbook/ours';
import { type TypedRow, readTable, textOf } from '../workbook/readTable';
import { definitionOf } from '../workbook/schema';
import { readShape } from '../workbook/shape';
import { readTableCells } from '../workbook/tableCells';
import { readOnly } from './readOnly';

/** One month: how each partner's ledger stands, and whether the month has been reconciled before. */
export interface KnownPeriod {
  /** 2026-06 */
  readonly period: string;
  readonly partners: readonly { readonly partner: string; readonly status: string }[];
  readonly isReconciled: boolean;
}

/** The months, newest first. `hasModel`: the workbook has the tables that `reconcile` reads. */
export interface PeriodList {
  readonly hasModel: boolean;
  readonly periods: readonly KnownPeriod[];
}

const READ = ['PoolPeriods', 'PoolRuns'] as const;

/**
 * The months that PoolPeriods names. A cell that is no month is left to the findings of `reconcile`.
 *
 * @throws ReadRefused when Excel refuses.
 * @example Derby in month 6 of 2008/09 -> [{ period: '2008-09', partners: [{ partner: 'Derby PCT', status: 'open' }, …] }, …]
 */
export async function readPeriods(): Promise<PeriodList> {
  return readOnly(async (context) => {
    const inUse = tablesInUse(await readShape(context));
    const wanted = READ.flatMap((name) => inUse.get(name) ?? []);
    const cells = wanted.length === 0 ? [] : await readTableCells(context, wanted);
    const rowsOf = (name: string): readonly TypedRow[] => {
      const table = cells.find((read) => read.name.toLowerCase() === name.toLowerCase());
      return table ? readTable(definitionOf(name), table).rows : [];
    };
    return {
      hasModel: inUse.has('PoolPartners') && inUse.has('PoolSources'),
      periods: knownPeriods(rowsOf('PoolPeriods'), rowsOf('PoolRuns')),
    };
  });
}

function knownPeriods(rows: readonly TypedRow[], runs: readonly TypedRow[]): KnownPeriod[] {
  const months = rows.filter((row) => parseMonth(textOf(row, 'Period')) !== undefined);
  const reconciled = new Set(
    runs.filter((row) => textOf(row, 'Task') === 'reconcile').map((row) => textOf(row, 'Period')),
  );
  const names = [...new Set(months.map((row) => textOf(row, 'Period')))].sort().reverse();
  return names.map((period) => ({
    period,
    partners: months
      .filter((row) => textOf(row, 'Period') === period)
      .map((row) => ({ partner: textOf(row, 'Partner'), status: textOf(row, 'Status') || 'open' })),
    isReconciled: reconciled.has(period),
  }));
}
