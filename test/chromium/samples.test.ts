/*
 * Each sample in a real browser, through the built pane and preview: model where its tables are not filled in, reconcile, an
 * input edited in the workbook, figures that follow, a second run, undo; and one that is settled. The figures by line are
 * tested in Node; here it is that they reach the user.
 */
import type { Frame, Page } from 'playwright-core';

import { raiseFirstBudget, raiseFirstPosting, readStatement, SAMPLES } from '../support/sampleSteps';
import { buildModel, paneText, press, screen } from './paneDriver';
import { openPreview, openSample, paneFrame, type RunningPreview, saved, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

let preview: RunningPreview;
let page: Page;
let faults: readonly string[];
beforeAll(async () => {
  preview = await startPreview();
  ({ page, faults } = await openPreview(preview));
});
afterEach(() => expect(faults).toEqual([]));
afterAll(() => preview.stop());

/** A sample as a user opens it, at the list of tasks and without an error in any cell. */
async function open(file: string): Promise<void> {
  await openSample(page, file);
  await screen(page, 'What would you like to do?');
  expect(await errors(page)).toEqual([]);
}

/** The errors in the cells of the workbook that is open. */
async function errors(page: Page): Promise<readonly unknown[]> {
  const { book } = await saved(page);
  return book.sheets.flatMap((sheet) =>
    [...sheet.cells()].flatMap(([, , { value }]) => (typeof value === 'object' && value !== null ? [value] : [])),
  );
}

function reconcile(page: Page, period: string): Promise<void> {
  return runOf(page, 'Reconcile a month', period);
}

/** Runs a task of a month to its end. */
async function runOf(page: Page, task: string, period: string): Promise<void> {
  await press(page, task);
  await screen(page, 'Which month?');
  const pane = page.frameLocator('#pane');
  await pane.locator('#month').selectOption(period);
  await press(page, 'Read the workbook');
  await screen(page, /^\s*The plan/);
  await press(page, 'Write to the workbook');
  await screen(page, /^\s*Done/);
}

/** Annual budgets and actuals to date of the partners' own rows, in pence. */
async function totals(frame: Frame, period: string): Promise<{ budgetPence: number; actualPence: number }> {
  const rows = (await frame.evaluate(readStatement, period)).filter(({ partner }) => partner === 'Joint');
  const sum = (values: readonly number[]): number =>
    values.reduce((total, pounds) => total + Math.round(pounds * 100), 0);
  return {
    budgetPence: sum(rows.map(({ annualBudget }) => annualBudget)),
    actualPence: sum(rows.map(({ actualToDate }) => actualToDate)),
  };
}

test.each(SAMPLES)(
  '$file: from ledgers to statement, changed; where its model was built here, run again and taken back',
  async ({ file, period, isFilledIn }) => {
    await open(file);
    if (!isFilledIn) await buildModel(page);
    await reconcile(page, period);
    const frame = await paneFrame(page);
    const first = await totals(frame, period);
    expect(first.actualPence).not.toBe(0);

    await frame.evaluate(raiseFirstBudget, 1200);
    const edited = await totals(frame, period);
    expect(edited).toEqual({ budgetPence: first.budgetPence + 120_000, actualPence: first.actualPence });

    // A second run and its undo are the same however the tables were filled in.
    if (isFilledIn) return;
    await frame.evaluate(raiseFirstPosting, 10);
    await press(page, 'Back to the tasks');
    await screen(page, 'What would you like to do?');
    await reconcile(page, period);
    expect(await totals(frame, period)).toEqual({ ...edited, actualPence: edited.actualPence + 1000 });

    await press(page, 'Undo last run');
    await screen(page, /^\s*Taken back/);
    expect(await totals(frame, period)).toEqual(edited);
  },
);

test('the equipment sample is offered, and reconciled and settled as its sheet Read me says', async () => {
  await open('equipment-consortium-2001-02.xlsx');
  const offered = await page.locator('#sample option').allTextContents();
  expect(offered).toContain('Equipment consortium 2001/02');
  await reconcile(page, '2001-06');
  await press(page, 'Back to the tasks');
  await screen(page, 'What would you like to do?');
  await runOf(page, 'Settle a period', '2001-06');
  expect(await paneText(page)).toContain('Settlement');
  const frame = await paneFrame(page);
  const paid = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem('PoolTransfers').getDataBodyRange().load('values');
      await context.sync();
      return (range.values as (string | number)[][])
        .map((row) => row.slice(2, 5))
        .filter((row) => row[2] !== '' && row[2] !== 0);
    }),
  );
  expect(paid).toEqual([
    ['Leicestershire Health Authority', 'Leicester City Council', 3_750.01],
    ['Leicester City Council', 'Leicester Education Authority', 5_375],
  ]);
});
