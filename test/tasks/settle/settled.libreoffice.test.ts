/*
 * A settled pool a third time: LibreOffice works out every plain formula of the settlement and its statements, from inputs that
 * changed after the run and with no figure of ours left in those cells. Cells that name a function of ours it cannot work out:
 * they hold what they show. Left out where LibreOffice is not installed.
 */
import type { CellValue } from '../../../src/preview/book/values';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { readModel } from '../../../src/workbook/readModel';
import type { TableCells } from '../../../src/workbook/tableCells';
import type { TestHost } from '../../support/host';
import { libreOffice, whereInstalled } from '../../support/libreoffice';
import { SETTLED, differences, openPool, runReconcileTask, runSettle, typeIn } from './fixture';
import { fullWith } from './fullPool';

const { recalculated, close } = libreOffice();
afterAll(close);

// Payments are worked out by one of our functions alone.
const TABLES = ['PoolStatement', 'PoolControl', ...SETTLED.filter((table) => table !== 'PoolTransfers')];
const usesOurs = (formula: string): boolean => formula.includes('POOL.');

/** Takes the figures out of every plain formula's cell, and the formulas out of those that name a function of ours. */
function forgetFigures({ book }: TestHost): void {
  for (const sheet of book.sheets) {
    for (const [row, column, { formula, value }] of [...sheet.cells()]) {
      if (formula === undefined) continue;
      if (usesOurs(formula)) sheet.setContent(row, column, value);
      else sheet.setResult(row, column, -1);
    }
  }
}

/** A cell with a plain formula, and what it shows. */
interface PlainCell {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  readonly value: CellValue;
}

/** The cells of a table that LibreOffice can work out, as the preview's engine did. */
function plainCells({ book }: TestHost, table: TableCells): PlainCell[] {
  const sheet = book.sheets.find(({ name }) => name === table.sheet)!;
  return table.values.flatMap((cells, down) =>
    cells.flatMap((_value, right): PlainCell[] => {
      const [row, column] = [table.row + down, table.column + right];
      const formula = sheet.cell(row, column)?.formula;
      if (formula === undefined || usesOurs(formula)) return [];
      return [{ row, column, heading: table.headings[right] ?? '', value: sheet.value(row, column) }];
    }),
  );
}

/** Those that LibreOffice shows otherwise; dates are shown as such, every other figure in full. */
function different(cells: readonly PlainCell[], theirs: readonly (readonly string[])[]): unknown[] {
  return cells.flatMap(({ row, column, heading, value }) => {
    const shown = theirs[row]?.[column] ?? '';
    if (/^\d{2}\/\d{2}\/\d{4}$/.test(shown)) return [];
    const isSame = typeof value === 'number' ? shown !== '' && Number(shown) === value : shown === String(value);
    return isSame ? [] : [[heading, row, shown, value]];
  });
}

whereInstalled(
  'LibreOffice comes to the same settlement, memorandum account, grants and partners’ statements',
  async () => {
    // The day centre's underspend meets what Homes is over first, so that the columns of a waterfall are there too.
    const host = await openPool(fullWith({ PoolWaterfall: [{ Pool: 'LD', Step: 1, Line: 'Day' }] }));
    await runReconcileTask();
    await runSettle();
    await typeIn(host, 'PoolBudgets', 1, 'Amount', 118_000.01);
    await typeIn(host, 'PoolContributions', 1, 'Amount', 150_000.5);
    await typeIn(host, 'PoolStaff', 1, 'Rate', 41_000);
    expect(await differences(host)).toEqual([]);
    const { cells } = await host.run((context) => readModel(context));
    const ours = TABLES.map((table) => ({
      table,
      sheet: cells.get(table)!.sheet,
      plain: plainCells(host, cells.get(table)!),
    }));
    const split = ours
      .find(({ table }) => table === 'PoolSplit')!
      .plain.filter(({ heading }) => heading === 'Can meet');
    expect(split.map(({ value }) => value)).toContain(3_000);
    forgetFigures(host);
    const sheets = recalculated(saveXlsx(host.book));
    expect(ours.flatMap(({ sheet, plain }) => different(plain, sheets.get(sheet)!))).toEqual([]);
    // Every table has formulas that LibreOffice can work out, and they were.
    expect(ours.filter(({ plain }) => plain.length < 20).map(({ table, plain }) => [table, plain.length])).toEqual([]);
  },
  180_000,
);
