/*
 * The pane's tasks from beginning to end on a sample, through the real Office.js: model, reconcile, check, undo. The
 * figures are the tasks' tests'; here it is that a finance lead gets to them, and back.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildModel, paneOf, paneText, press, screen, untilSelected } from './paneDriver';
import {
  openPreview,
  openSample,
  type PreviewPage,
  PROJECT,
  type RunningPreview,
  startPreview,
} from './previewBrowser';

jest.setTimeout(120_000);

const folder = join(PROJECT, 'assets/samples');
const samples = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.xlsx')) : [];
const derby = samples.find((file) => file.startsWith('derby')) ?? 'no Derby sample';

let preview: RunningPreview;
let opened: PreviewPage;
beforeAll(async () => {
  preview = await startPreview();
  opened = await openPreview(preview, `?sample=${derby}`);
  // What the pane's content policy forbids counts as a fault.
  opened.page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) opened.faults.push(message.text());
  });
  await screen(opened.page, 'What would you like to do?');
});
afterAll(() => preview.stop());

test('a workbook with nothing to read says so at once, and nothing can be written', async () => {
  const { page } = opened;
  await page.click('#new');
  await page.locator('#notice', { hasText: 'new workbook' }).waitFor();
  await screen(page, 'What would you like to do?');
  await press(page, 'Build the model');
  await screen(page, 'The plan');
  expect(await paneText(page)).toContain('No sheet holds a ledger');
  await expect(paneOf(page).locator('fluent-button', { hasText: 'Write to the workbook' }).count()).resolves.toBe(0);
});

describe('a month, from the ledgers to the statement and back', () => {
  beforeAll(async () => {
    await openSample(opened.page, derby);
    await screen(opened.page, 'What would you like to do?');
  });

  test('without a model, reconciling leads to building it', async () => {
    await press(opened.page, 'Reconcile a month');
    await screen(opened.page, 'There is no model yet');
    await press(opened.page, 'Back to the tasks');
    await screen(opened.page, 'What would you like to do?');
  });

  test('the model is found, shown, and written', async () => {
    await buildModel(opened.page);
    expect(await paneText(opened.page)).toContain('Undo last run takes it back');
  });

  test('the month offered is the newest that both ledgers have', async () => {
    await press(opened.page, 'Reconcile a month');
    await screen(opened.page, 'Which month?');
    await expect(paneOf(opened.page).locator('#month option:checked').textContent()).resolves.toContain(
      'September 2008',
    );
  });

  test('another month is asked for in words that say how', async () => {
    const pane = paneOf(opened.page);
    await pane.locator('#month').selectOption('other');
    await pane.locator('#other-month').fill('Sept 2008');
    await expect(pane.locator('#month-wrong').textContent()).resolves.toContain('2026-06');
    await pane.locator('#other-month').fill('2008-09');
    await pane.locator('#month-wrong').waitFor({ state: 'detached' });
  });

  test('the plan shows totals that add up, before anything is written', async () => {
    await press(opened.page, 'Read the workbook');
    await screen(opened.page, 'The plan: September 2008');
    const text = await paneText(opened.page);
    expect(text.match(/These add up to the ledger total exactly/g)).toHaveLength(2);
    expect(text).toContain('Joint monthly statement: ');
  });

  test('what is written is named, and its sheet is one press away', async () => {
    await press(opened.page, 'Write to the workbook');
    await screen(opened.page, /^\s*Done/);
    await press(opened.page, 'Joint monthly statement');
    await untilSelected(opened.page, /Pool statement/);
  });

  test('check lists findings, and a finding leads to its cell', async () => {
    await press(opened.page, 'Check this workbook');
    await screen(opened.page, 'Findings: September 2008');
    const link = paneOf(opened.page).locator('details[open] .finding fluent-button').first();
    const words = (await link.textContent()) ?? '';
    await link.click();
    const cell = words.replace(/\s+/g, ' ').replace('Go to', '').trim();
    await untilSelected(opened.page, new RegExp(`^${cell.replace(/[$()]/g, '\\$&')}$`));
  });

  test('the last run is taken back', async () => {
    await press(opened.page, 'Back to the tasks');
    await press(opened.page, 'Undo last run');
    await screen(opened.page, /^\s*Taken back/);
    await press(opened.page, 'Back to the tasks');
    await screen(opened.page, 'What would you like to do?');
    await expect(paneOf(opened.page).locator('fluent-button', { hasText: 'Undo last run' }).count()).resolves.toBe(0);
  });

  test('all of it asked nothing of any other address, and broke no rule of the content policy', () => {
    expect(opened.faults).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith(preview.address) && !/^(data|blob):/.test(url))).toEqual([]);
  });
});
