/*
 * What seldom happens: Excel that cannot undo, cells changed since a run, a cancelled reading, a fault, hundreds of findings.
 * The pane is the built one; the tasks behind it are stand-ins that give exactly that answer.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(60_000);

const OFFICE =
  'window.Office = { onReady: async () => ({ host: "Excel" }), HostType: { Excel: "Excel" }, context: { requirements: { isSetSupported: () => true } } };';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const ORIGIN = 'https://poolbook.test/';

/** Stand-in tasks: `window.asked` keeps what the pane asked of them. */
const TASKS = `
const asked = [];
const findings = Array.from({ length: 900 }, (_, row) => ({
  kind: 'pair difference', severity: 'warning', partner: 'Council',
  place: { sheet: 'Council', row, column: 6 }, detail: { cause: 'only in left', other: 'PCT' } }));
findings.push({ kind: 'code unmapped', severity: 'error', place: { sheet: 'Council', row: 3, column: 1 } });
const tables = [{ table: 'PoolControl', action: 'replace period', columns: ['Period'], rows: [[{ text: '2008-09' }]] }];
const plan = (task, part) => ({ task, reads: [], totals: {}, findings: [], blockers: [], ...part });
const periods = [{ period: '2008-09', isReconciled: false, partners: [{ partner: 'Council', status: 'open' }] }];
window.asked = asked;
window.PoolbookTasks = {
  canUndo: () => true,
  describeFinding: ({ kind }) => ({ where: 'Council!G7', what: kind + ' is so.', whatToDo: 'Look at it.' }),
  goTo: async () => 'Council!G7 cannot be shown. The sheet is hidden.',
  listPeriods: async () => ({ hasModel: true, periods }),
  undoLastRun: async () => ({ ok: false, sentence: 'Nothing was taken back: 3 cells have changed.',
    cells: [0, 1, 2].map((row) => ({ sheet: 'Pool control', row: row + 5, column: 2 })) }),
  writePlan: async (_plan, _progress, options) => {
    asked.push(options);
    return options.grouped
      ? { ok: false, workbook: 'unchanged', sentence: 'Excel cannot undo this run in one step.', asksUngrouped: true }
      : { ok: true, written: ['PoolControl'], sentence: '1 table written.' };
  },
  planTask: async (task, request, progress) => {
    asked.push(request);
    if (task === 'reconcile') return plan(task, { period: request.period, workbook: { tables },
      findings: [{ kind: 'calculation manual', severity: 'warning' }] });
    if (task === 'check') return plan(task, { findings });
    progress.report(3, 9, 'Reading the sheets');
    for (let wait = 0; wait < 400 && !progress.isCancelled(); wait++) await new Promise((next) => setTimeout(next, 50));
    const stopped = new Error(progress.isCancelled() ? 'Stopped. Nothing was written.' : 'nobody cancelled');
    stopped.name = 'TaskStopped';
    throw stopped;
  },
};`;

let preview: RunningPreview;
let page: Page;
beforeAll(async () => {
  preview = await startPreview();
});
afterAll(() => preview.stop());
beforeEach(async () => {
  const context = await preview.browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.includes('office.js')) return route.fulfill({ contentType: 'text/javascript', body: OFFICE });
    const file = url.slice(ORIGIN.length);
    const type = TYPES[extname(file)];
    if (file === 'tasks.js') return route.fulfill({ contentType: 'text/javascript', body: TASKS });
    if (type === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: type, body: readFileSync(join(PROJECT, 'dist', file)) });
  });
  page = await context.newPage();
  await page.goto(`${ORIGIN}taskpane.html`);
  await heading('What would you like to do?');
});
afterEach(() => page.context().close());

const heading = (words: string | RegExp) => page.locator('h1', { hasText: words }).waitFor({ timeout: 20_000 });
const press = (words: string) => page.locator('fluent-button', { hasText: words }).first().click();

test('Excel that cannot undo in one step: it asks, writes only after a yes, and says that manual calculation needs F9', async () => {
  await press('Reconcile a month');
  await heading('Which month?');
  await press('Read the workbook');
  await heading('The plan: September 2008');
  await press('Write to the workbook');
  await heading('Write without Excel');
  await press('Write all the same');
  await heading(/^\s*Done/);
  await page.locator('main', { hasText: 'press F9' }).waitFor();
  await expect(page.evaluate('asked')).resolves.toEqual([{ period: '2008-09' }, { grouped: true }, { grouped: false }]);
});

/** The tasks that stand out on the first screen. */
const standingOut = () => page.locator('fluent-button[appearance=primary]').allInnerTexts();

test('the first screen points to what the workbook needs first, and to nothing once a month is reconciled', async () => {
  await page.locator('fluent-button[appearance=primary]').waitFor();
  await expect(standingOut()).resolves.toEqual(['Reconcile a month']);
  for (const [list, expected] of [
    ['{ hasModel: false, periods: [] }', ['Build the model']],
    ["{ hasModel: true, periods: [{ period: '2008-09', isReconciled: true, partners: [] }] }", []],
  ] as const) {
    await page.evaluate(`PoolbookTasks.listPeriods = async () => (${list})`);
    await press('Check this workbook');
    await heading('Findings');
    await press('Back to the tasks');
    await heading('What would you like to do?');
    await page.waitForTimeout(300);
    await expect(standingOut()).resolves.toEqual(expected);
  }
});

test('every screen of a task says which task it is, and its heading is described by it', async () => {
  await press('Settle a period');
  await heading('Which month?');
  await expect(page.locator('#task-title').innerText()).resolves.toBe('Settle a period');
  await expect(page.locator('h1').getAttribute('aria-describedby')).resolves.toBe('task-title');
});

test('cells changed since the run are listed; one that cannot be shown is told', async () => {
  await press('Undo last run');
  await heading('Not taken back');
  await expect(page.locator('[data-list] fluent-button').allInnerTexts()).resolves.toEqual([
    "Go to 'Pool control'!C6",
    "Go to 'Pool control'!C7",
    "Go to 'Pool control'!C8",
  ]);
  await press("Go to 'Pool control'!C6");
  await page.locator('p[role=alert]', { hasText: 'The sheet is hidden' }).waitFor();
});

test('reading shows how far it is, says when Excel is silent, and can be cancelled', async () => {
  await press('Build the model');
  await page.locator('main', { hasText: 'Reading the sheets' }).waitFor();
  await expect(page.locator('fluent-progress-bar').getAttribute('value')).resolves.toBe('3');
  await page.locator('main', { hasText: 'If you are editing a cell' }).waitFor({ timeout: 15_000 });
  await press('Cancel');
  await heading('What happened');
  await page.locator('main', { hasText: 'Stopped. Nothing was written.' }).waitFor();
  await press('Try again');
  await heading('Build the model');
});

test('hundreds of findings of one kind do not hide the one that matters', async () => {
  await press('Check this workbook');
  await heading('Findings');
  const groups = await page.locator('details.group > summary').allInnerTexts();
  expect(groups).toEqual(['Codes that lead to no line yet (1)', 'Only in the ledger of Council, not of PCT (900)']);
  await expect(page.locator('li.finding:visible').count()).resolves.toBe(1);
});

test('a long list grows by a press, and the focus goes on with it', async () => {
  await press('Check this workbook');
  await heading('Findings');
  await page.locator('details.group summary', { hasText: '900' }).click();
  const rows = page.locator('details.group', { hasText: '900' }).locator('li.finding');
  await expect(rows.count()).resolves.toBe(25);
  // What all of them ask for is said once.
  await expect(page.locator('details.group', { hasText: '900' }).locator('.to-do').count()).resolves.toBe(1);
  await press('Show more');
  await expect(rows.count()).resolves.toBe(125);
  await expect(rows.nth(25).evaluate((row) => row === document.activeElement)).resolves.toBe(true);
});
