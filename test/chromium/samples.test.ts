/*
 * Each sample in a real browser, through the built pane and preview: model, reconcile, an input edited in the workbook,
 * figures that follow, a second run, undo. The figures by line are tested in Node; here it is that they reach the user.
 */
import type { Frame, Page } from 'playwright-core';

import { raiseFirstBudget, raiseFirstPosting, readStatement, SAMPLES } from '../support/sampleSteps';
import { buildModel, press, screen } from './paneDriver';
import { openPreview, paneFrame, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

let preview: RunningPreview;
beforeAll(async () => {
  preview = await startPreview();
});
afterAll(() => preview.stop());

async function reconcile(page: Page, period: string): Promise<void> {
  await press(page, 'Reconcile a month');
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

test.each(SAMPLES)('$file: from ledgers to statement, changed, run again and taken back', async ({ file, period, isFilledIn }) => {
  const { page, faults } = await openPreview(preview, `?sample=${file}`);
  await screen(page, 'What would you like to do?');
  if (!isFilledIn) await buildModel(page);
  await reconcile(page, period);
  const frame = await paneFrame(page);
  const first = await totals(frame, period);
  expect(first.actualPence).not.toBe(0);

  await frame.evaluate(raiseFirstBudget, 1200);
  const edited = await totals(frame, period);
  expect(edited).toEqual({ budgetPence: first.budgetPence + 120_000, actualPence: first.actualPence });

  await frame.evaluate(raiseFirstPosting, 10);
  await press(page, 'Back to the tasks');
  await screen(page, 'What would you like to do?');
  await reconcile(page, period);
  expect(await totals(frame, period)).toEqual({ ...edited, actualPence: edited.actualPence + 1000 });

  await press(page, 'Undo last run');
  await screen(page, /^\s*Taken back/);
  expect(await totals(frame, period)).toEqual(edited);
  expect(faults).toEqual([]);
  await page.context().close();
});
