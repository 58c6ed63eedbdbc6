/*
 * A sample from model to statement in the preview, and then what the statement is for: a budget is changed by hand in the
 * grid, and the figures that depend on it follow, in the grid and in the saved file.
 */
import type { OpenedWorkbook } from '../../src/preview/xlsx/openXlsx';
import { buildModel, press, screen } from './paneDriver';
import { openPreview, paneFrame, type PreviewPage, type RunningPreview, saved, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

let preview: RunningPreview;
let opened: PreviewPage;
beforeAll(async () => {
  preview = await startPreview();
  opened = await openPreview(preview, '?sample=derby-shadow-pool-2008-09.xlsx');
});
afterAll(() => preview.stop());

/** A column of a table by its headings, with where its first cell stands. */
function column(
  { book }: OpenedWorkbook,
  tableName: string,
  heading: string,
): { values: unknown[]; sheet: string; row: number; column: number } {
  const table = book.table(tableName)!;
  const at = table.area.column + table.columns.findIndex(({ name }) => name === heading);
  const row = table.area.row + 1;
  const values = Array.from({ length: table.area.rows - 1 }, (_, down) => table.sheet.value(row + down, at));
  return { values, sheet: table.sheet.name, row, column: at };
}

test('a budget changed in the grid changes the statement by as much, and nothing else of it', async () => {
  const { page } = opened;
  await buildModel(page);
  await press(page, 'Back to the tasks');
  await press(page, 'Reconcile a month');
  await screen(page, 'Which month?');
  await press(page, 'Read the workbook');
  await screen(page, 'The plan');
  await press(page, 'Write to the workbook');
  await screen(page, /^\s*Done/);

  const before = await saved(page);
  const amounts = column(before, 'PoolBudgets', 'Amount');
  const lines = column(before, 'PoolBudgets', 'Line').values;
  const partners = column(before, 'PoolBudgets', 'Partner').values;
  const frame = await paneFrame(page);
  await frame.evaluate(
    ({ sheet, row, column: at }) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, at, 1, 1).select();
        await context.sync();
      }),
    amounts,
  );
  await page.locator('#save').focus();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.type(String(Number(amounts.values[0]) + 1200));
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1500);

  const after = await saved(page);
  expect(column(after, 'PoolBudgets', 'Amount').values[0]).toBe(Number(amounts.values[0]) + 1200);
  const annual = (workbook: OpenedWorkbook): [string, unknown][] => {
    const keys = ['Line', 'Partner'].map((heading) => column(workbook, 'PoolStatement', heading).values);
    return column(workbook, 'PoolStatement', 'Annual budget').values.map((value, index) => [
      `${String(keys[0]![index])}, ${String(keys[1]![index])}`,
      value,
    ]);
  };
  const old = new Map(annual(before));
  const changed = annual(after).filter(([key, value]) => old.get(key) !== value);
  const line = String(lines[0]);
  expect(changed).toEqual(
    expect.arrayContaining([
      [`${line}, ${String(partners[0])}`, Number(old.get(`${line}, ${String(partners[0])}`)) + 1200],
    ]),
  );
  expect(changed.map(([key]) => key).sort()).toEqual([`${line}, Joint`, `${line}, ${String(partners[0])}`].sort());
  expect(opened.faults).toEqual([]);
});
