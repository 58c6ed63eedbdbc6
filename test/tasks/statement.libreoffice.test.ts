/*
 * The joint statement and the control totals a third time: LibreOffice recalculates our formulas, which are plain there, from
 * inputs that changed after the figures in the file were stored. Its figures are the model's, to the penny. Left out where
 * LibreOffice is not installed; rows of our own functions it cannot calculate.
 */
import { reconcile } from '../../src/tasks/reconcile';
import { saveXlsx } from '../../src/preview/xlsx/saveXlsx';
import { readModel } from '../../src/workbook/readModel';
import { libreOffice, whereInstalled } from '../support/libreoffice';
import { openPool, quiet, writeTask } from './fixture';

const { recalculated, close } = libreOffice();
afterAll(close);

whereInstalled(
  'LibreOffice comes to the same statement and control totals after a budget and an actual were changed',
  async () => {
    const host = await openPool();
    await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
    // Straight into the workbook, so that the file still holds the figures of before.
    const put = async (table: string, heading: string, value: number): Promise<void> => {
      const cells = (await host.run((context) => readModel(context))).cells.get(table)!;
      const sheet = host.book.sheets.find(({ name }) => name === cells.sheet)!;
      sheet.setContent(cells.row, cells.column + cells.headings.indexOf(heading), value);
      sheet.tellChanged({
        row: cells.row,
        column: cells.column + cells.headings.indexOf(heading),
        rows: 1,
        columns: 1,
      });
    };
    await put('PoolBudgets', 'Amount', 61_234.56);
    await put('PoolActuals', 'Amount', 9_876.54);
    const stale = saveXlsx(host.book);
    const sheets = recalculated(stale);
    const { cells } = await host.run((context) => readModel(context));
    let compared = 0;
    let moved = 0;
    for (const table of ['PoolStatement', 'PoolControl']) {
      const ours = cells.get(table)!;
      const theirs = sheets.get(ours.sheet)!;
      ours.values.forEach((row, at) =>
        row.forEach((value, column) => {
          if (typeof value !== 'number') return;
          const cell = theirs[ours.row + at]?.[ours.column + column] ?? '';
          // A date is shown as one; every other figure in full.
          if (/^\d{2}\/\d{2}\/\d{4}$/.test(cell)) return;
          expect([table, ours.headings[column], at, Number(cell)]).toEqual([table, ours.headings[column], at, value]);
          compared++;
          if (value === 9_876.54 || Math.abs(value - 61_234.56) < 2_000) moved++;
        }),
      );
    }
    expect(compared).toBeGreaterThan(60);
    // The changed inputs are in the figures: they were not read from the file.
    expect(moved).toBeGreaterThan(0);
  },
  120_000,
);
