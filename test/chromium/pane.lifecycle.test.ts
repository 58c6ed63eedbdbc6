/*
 * Closing a month, beginning a pool and freezing in the pane, on the sample. The figures are the tasks' tests'; here it is
 * that a finance lead gets to them, is told why not, and back.
 */
import { buildModel, paneOf, paneText, press, screen, violations } from './paneDriver';
import { openPreview, type PreviewPage, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

let preview: RunningPreview;
let opened: PreviewPage;
beforeAll(async () => {
  preview = await startPreview();
  opened = await openPreview(preview, '?sample=derby-shadow-pool-2008-09.xlsx');
  await screen(opened.page, 'What would you like to do?');
  await buildModel(opened.page);
});
afterAll(async () => {
  await opened.page.context().close();
  await preview.stop();
});

async function home(): Promise<void> {
  await press(opened.page, 'Back to the tasks');
  await screen(opened.page, 'What would you like to do?');
}

test('a month that was not reconciled is not closed, and the pane says why with the cell', async () => {
  await home();
  await press(opened.page, 'Close a month');
  await screen(opened.page, 'Which month?');
  expect(await paneText(opened.page)).toContain('It must have been reconciled');
  await press(opened.page, 'Read the workbook');
  await screen(opened.page, 'The plan');
  expect(await paneText(opened.page)).toMatch(/has not been reconciled for/);
  await expect(
    paneOf(opened.page).locator('fluent-button', { hasText: 'Write to the workbook' }).count(),
  ).resolves.toBe(0);
  await home();
});

test('freezing offers all months, lists the formulas of each table, and is taken back', async () => {
  await press(opened.page, 'Reconcile a month');
  await screen(opened.page, 'Which month?');
  await press(opened.page, 'Read the workbook');
  await screen(opened.page, 'The plan');
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  await home();
  await press(opened.page, 'Freeze to values');
  await screen(opened.page, 'Which month?');
  await expect(paneOf(opened.page).locator('#month option:checked').textContent()).resolves.toContain('All months');
  expect(await violations(opened.page)).toEqual([]);
  await press(opened.page, 'Read the workbook');
  await screen(opened.page, 'The plan');
  expect(await paneText(opened.page)).toMatch(/Formulas that become values Control totals: [\d,]+ formulas/);
  expect(await violations(opened.page)).toEqual([]);
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  await press(opened.page, 'Undo last run');
  await screen(opened.page, 'Taken back');
  await home();
});

test('a pool begins: the first month is typed, the row proposed, and the shares that would have been are shown', async () => {
  await press(opened.page, 'Begin a pool');
  await screen(opened.page, 'Which month?');
  const month = paneOf(opened.page).locator('#other-month');
  await month.fill('2009-04');
  await press(opened.page, 'Read the workbook');
  await screen(opened.page, 'What was found');
  const text = await paneText(opened.page);
  expect(text).toContain('What the shares would have been, to September 2008');
  expect(text).toContain('A shadow pool until the day before.');
  expect(await violations(opened.page)).toEqual([]);
  await press(opened.page, 'Show the plan');
  await screen(opened.page, /The plan: April 2009/);
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  expect(await paneText(opened.page)).toContain('first settlement is for 2009-04');
  expect(opened.faults).toEqual([]);
});
