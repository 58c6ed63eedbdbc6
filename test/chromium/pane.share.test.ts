/*
 * Sharing a project's cost in the pane, from the cost on a sheet of the sample to figures that are written and taken back.
 * The figures are the task's tests'; here it is that a finance lead gets to them.
 */
import { paneText, press, screen, violations } from './paneDriver';
import { openPreview, type PreviewPage, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(120_000);

let preview: RunningPreview;
let opened: PreviewPage;
beforeAll(async () => {
  preview = await startPreview();
  opened = await openPreview(preview, '?sample=leicester-learning-disability-2004-05.xlsx');
  await screen(opened.page, 'What would you like to do?');
});
afterAll(async () => {
  await opened.page.context().close();
  await preview.stop();
});

test('the project cost of the sample is found, shown with its reasons, and written as tables', async () => {
  await press(opened.page, 'Share project costs');
  await screen(opened.page, 'What was found');
  const text = await paneText(opened.page);
  expect(text).toContain('The lower of two figures, so it is not kept.');
  expect(await violations(opened.page)).toEqual([]);
  await press(opened.page, 'Show the plan');
  await screen(opened.page, 'The plan');
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
});

test('the next step is to share: it shows what each partner bears, before anything is written', async () => {
  await press(opened.page, 'Share project costs');
  await screen(opened.page, 'The plan');
  const text = await paneText(opened.page);
  expect(text).toContain('Integration project 2004/05');
  expect(text).toMatch(/Cost £38,500\.00 Cap £20,000\.00 Shared £20,000\.00 Above the cap, not agreed £18,500\.00/);
  expect(text).toContain('Leicestershire County Council £4,750.00');
  expect(text).toContain('The shares add up to what is shared exactly.');
  expect(await violations(opened.page)).toEqual([]);
});

test('it is written, leads to the check, and can be taken back', async () => {
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  expect(await paneText(opened.page)).toContain('Costs and variances shared');
  expect(await paneText(opened.page)).toContain('Check this workbook');
  await press(opened.page, 'Undo last run');
  await screen(opened.page, 'Taken back');
  expect(opened.faults).toEqual([]);
});
