/*
 * Sharing a project's cost in the pane, from a workbook without projects to figures that are written and taken back. The
 * figures are the task's tests'; here it is that a finance lead gets to them.
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

/** Types rows below the headings of a sheet, as a user does. */
async function fillIn(sheet: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const frame = opened.page.frame({ url: /taskpane\.html/ });
  if (!frame) throw new Error('The pane has no frame.');
  await frame.evaluate(
    ({ name, cells }) =>
      Excel.run(async (context) => {
        const page = context.workbook.worksheets.getItem(name);
        const table = page.tables.getItemAt(0);
        const width = cells[0]?.length ?? 0;
        page.getRangeByIndexes(5, 0, cells.length, width).values = cells;
        table.resize(page.getRangeByIndexes(4, 0, cells.length + 1, width));
        await context.sync();
      }),
    { name: sheet, cells: rows.map((row) => [...row]) },
  );
}

test('a workbook without projects is told what to fill in, and gets the tables for it', async () => {
  await press(opened.page, 'Share project costs');
  await screen(opened.page, 'The plan');
  expect(await paneText(opened.page)).toContain('Fill in a row for each item of a project');
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
});

test('once filled in, the plan shows what each partner bears and who pays whom, before anything is written', async () => {
  await fillIn('Pool partners', [
    ['Leicester City Council', 'council', 'City', '', ''],
    ['Leicestershire County Council', 'council', 'County', '', ''],
    ['Leicestershire Partnership NHS Trust', 'NHS', 'Trust', '', ''],
    ['Leicester PCT', 'NHS', 'PCT', '', ''],
    ['Rutland County Council', 'council', 'Rutland', '', ''],
  ]);
  const dates = [38_231, 38_442] as const;
  await fillIn('Pool projects', [
    ['Integration', '', "'2004/05", 'Officer', 29_000, ...dates, 'Leicester City Council', 20_000],
    ['Integration', '', "'2004/05", 'Clerk', 7_000, ...dates, 'Leicester City Council', ''],
  ]);
  await fillIn('Pool project shares', [
    ['Integration', 'Leicester City Council', 'equal', ''],
    ['Integration', 'Leicestershire County Council', 'equal', ''],
    ['Integration', 'Leicestershire Partnership NHS Trust', 'equal', ''],
    ['Integration', 'Leicester PCT', 'equal', ''],
    ['Integration', 'Rutland County Council', 'fixed', 1_500],
  ]);
  await press(opened.page, 'Back to the tasks');
  await press(opened.page, 'Share project costs');
  await screen(opened.page, 'The plan');
  const text = await paneText(opened.page);
  expect(text).toContain('Integration 2004/05');
  expect(text).toMatch(/Cost £21,000\.00 Cap £20,000\.00 Shared £20,000\.00 Above the cap, not agreed £1,000\.00/);
  expect(text).toContain('Leicester PCT £4,625.00');
  expect(text).toContain('The shares add up to what is shared exactly.');
  expect(text).toContain('Rutland County Council pays Leicester City Council £1,500.00');
  expect(await violations(opened.page)).toEqual([]);
});

test('it is written, leads to the check, and can be taken back', async () => {
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  expect(await paneText(opened.page)).toContain('Project costs shared');
  await press(opened.page, 'Undo last run');
  await screen(opened.page, 'Taken back');
  expect(opened.faults).toEqual([]);
});
