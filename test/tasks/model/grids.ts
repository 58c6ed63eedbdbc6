/* Sheets for tests, written as rows of cells, and the model run over them without Excel: look, propose, reconcile. */
import { serialOf } from '../../../src/ledger/calendar';
import type { CellValue } from '../../../src/ledger/cells';
import { reconcilePeriod } from '../../../src/ledger/reconcilePeriod';
import type { SourceDefinition } from '../../../src/ledger/ledgerLine';
import type { CellArea, GridTable, SheetGrid } from '../../../src/ledger/recogniseGrid';
import { type Look, lookAtWorkbook } from '../../../src/tasks/model/look';
import { proposeTables } from '../../../src/tasks/model/propose';
import type { ModelProposal } from '../../../src/tasks/task';

/** A date cell: its serial, shown as a date. */
export interface DateCell {
  readonly serial: number;
  readonly format: string;
}

export type Cell = CellValue | DateCell | undefined;

/** A date cell from '2026-06-03'. */
export function day(iso: string, format = 'dd/mm/yyyy'): DateCell {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return { serial: serialOf({ year, month, day: date }), format };
}

interface Options {
  readonly top?: number;
  readonly left?: number;
  readonly merged?: readonly CellArea[];
  readonly tables?: readonly GridTable[];
}

/** A sheet whose first cell stands at (`top`, `left`), A1 unless said otherwise. */
export function sheet(name: string, rows: readonly (readonly Cell[])[], options: Options = {}): SheetGrid {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const whole = rows.map((row) => Array.from({ length: width }, (_unused, index) => row[index] ?? ''));
  return {
    sheet: name,
    top: options.top ?? 0,
    left: options.left ?? 0,
    values: whole.map((row) => row.map((cell) => (isDate(cell) ? cell.serial : cell))),
    formats: whole.slice(0, 150).map((row) => row.map((cell) => (isDate(cell) ? cell.format : 'General'))),
    merged: options.merged ?? [],
    tables: options.tables ?? [],
  };
}

function isDate(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null;
}

/** The rows of a proposed table that are kept. */
export function kept(
  proposal: ModelProposal,
  table: string,
): readonly Readonly<Record<string, string | number | null>>[] {
  const rows = proposal.tables.find((other) => other.table === table)?.rows ?? [];
  return rows.filter(({ keep }) => keep).map(({ cells }) => cells);
}

/** What a first run without a user gives. */
export interface FirstRun {
  readonly look: Look;
  readonly proposal: ModelProposal;
  readonly result: ReturnType<typeof reconcilePeriod>;
}

/** Looks, keeps what is proposed, and reconciles the month, as an unattended run does. */
export function firstRun(sheets: readonly SheetGrid[], period: string): FirstRun {
  const look = lookAtWorkbook(sheets);
  const proposal = proposeTables(look);
  const text = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const result = reconcilePeriod({
    period,
    partners: kept(proposal, 'PoolPartners').map((row) => ({
      partner: text(row['Partner']),
      shortName: text(row['Short name']),
      knownAs: text(row['Known as']),
    })),
    sources: kept(proposal, 'PoolSources').map((row) => ({
      definition: {
        partner: text(row['Partner']),
        table: text(row['Table']),
        holds: text(row['Holds']) as SourceDefinition['holds'],
        period: text(row['Period']),
        date: text(row['Date']),
        code: text(row['Code']),
        counterparty: text(row['Counterparty']),
        reference: text(row['Reference']),
        amount: text(row['Amount']),
        sign: text(row['Sign']) as SourceDefinition['sign'],
        vat: text(row['VAT']),
      },
      block: blockAt(sheets, text(row['Table'])),
    })),
    codes: kept(proposal, 'PoolCodes').map((row) => ({
      partner: text(row['Partner']),
      code: text(row['Code']),
      line: text(row['Line']),
      percent: null,
      fromSerial: null,
    })),
    lines: kept(proposal, 'PoolLines').map((row) => ({
      line: text(row['Line']),
      scope: 'in' as const,
      fromSerial: null,
    })),
    periods: kept(proposal, 'PoolPeriods').map((row) => ({
      period: text(row['Period']),
      partner: text(row['Partner']),
      status: text(row['Status']) as 'open',
      controlTotalPence: typeof row['Control total'] === 'number' ? Math.round(row['Control total'] * 100) : null,
    })),
    adjustments: [],
  });
  return { look, proposal, result };
}

/** The cells a `Table` cell points at: a table, or a heading row with the rows down to the last used one. */
function blockAt(sheets: readonly SheetGrid[], table: string) {
  for (const grid of sheets) {
    const found = grid.tables.find(({ name }) => name === table);
    if (found) return cut(grid, found.area);
  }
  const match = /^'?((?:[^']|'')+?)'?!([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(table);
  const grid = sheets.find((other) => other.sheet === match?.[1]?.replaceAll("''", "'"));
  if (!match || !grid) throw new Error(`no ledger at ${table}`);
  const [column, row] = [letters(match[2] ?? ''), Number(match[3]) - 1];
  const [lastColumn, lastRow] = [letters(match[4] ?? match[2] ?? ''), Number(match[5] ?? match[3]) - 1];
  const rows = lastRow > row ? lastRow - row + 1 : grid.top + grid.values.length - row;
  return cut(grid, { row, column, rows, columns: lastColumn - column + 1 });
}

function letters(text: string): number {
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cut(grid: SheetGrid, area: CellArea) {
  const values = grid.values
    .slice(area.row - grid.top, area.row - grid.top + area.rows)
    .map((row) => row.slice(area.column - grid.left, area.column - grid.left + area.columns));
  return { sheet: grid.sheet, row: area.row, column: area.column, values };
}
