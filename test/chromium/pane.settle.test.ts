/**
 * Settling a quarter in the pane: a pool that settles is reconciled, settled, looked at, written and followed to a finding's
 * cell, wide and narrow, light and dark. The figures are the task's tests'; here it is that a finance lead gets to them.
 *
 * @jest-environment ./test/preview/engine/environment.cjs
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveXlsx } from '../../src/preview/xlsx/saveXlsx';
import { openPool } from '../tasks/settle/fixture';
import { QUARTER } from '../tasks/settle/quarter';
import { paneOf, paneText, press, screen, untilSelected, violations } from './paneDriver';
import { openPreview, type PreviewPage, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
let preview: RunningPreview;
let opened: PreviewPage;
beforeAll(async () => {
  const file = join(folder, 'quarter.xlsx');
  writeFileSync(file, saveXlsx((await openPool(QUARTER)).book));
  preview = await startPreview();
  opened = await openPreview(preview);
  await opened.page.setInputFiles('#file', file);
  await opened.page.locator('#notice', { hasText: 'quarter.xlsx is open' }).waitFor();
  await screen(opened.page, 'What would you like to do?');
});
afterAll(async () => {
  await opened.page.context().close();
  await preview.stop();
  rmSync(folder, { recursive: true });
});

test('the first screen has its tasks in groups, in the order the Tab key goes through them', async () => {
  const pane = paneOf(opened.page);
  await expect(pane.locator('h2').allTextContents()).resolves.toEqual([
    'Each month',
    'Once, or when things change',
    'At any time',
  ]);
  const buttons = (await pane.locator('fluent-button').allTextContents()).map((text) => text.trim());
  expect(buttons.slice(0, 3)).toEqual(['Reconcile a month', 'Settle a period', 'Close a month']);
  const reached: string[] = [];
  await pane.locator('h1').focus();
  for (let step = 0; step < buttons.length; step++) {
    await opened.page.keyboard.press('Tab');
    reached.push(((await pane.locator('fluent-button:focus').textContent()) ?? '').trim());
  }
  expect(reached).toEqual(buttons);
});

test('a month that was not reconciled is not settled, and the pane says what to do', async () => {
  await press(opened.page, 'Settle a period');
  await screen(opened.page, 'Which month?');
  expect(await paneText(opened.page)).toContain('settle a quarter by its last month');
  await press(opened.page, 'Read the workbook');
  await screen(opened.page, 'The plan');
  expect(await paneText(opened.page)).toContain('This month has not been reconciled');
});

test('reconciling it is one press from there, and settling it one press after that', async () => {
  await press(opened.page, 'Reconcile a month');
  await paneOf(opened.page).locator('fluent-button', { hasText: 'Write to the workbook' }).waitFor();
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  const next = paneOf(opened.page).locator('fluent-button', { hasText: 'Settle a period' });
  await expect(next.getAttribute('appearance')).resolves.toBe('primary');
  await press(opened.page, 'Settle a period');
  await screen(opened.page, 'The plan: June 2026');
});

test('the plan says what each partner pays, how it comes to it, and who bears each variance', async () => {
  const text = await paneText(opened.page);
  const lines = await paneOf(opened.page).locator('main > ul.plain').first().locator('li').allTextContents();
  expect(lines.map((line) => line.trim())).toEqual([
    'Derby City Council is paid £1,000.45.',
    'Derby City PCT pays £6,367.50.',
    'Derbyshire Mental Health Trust is paid £3,867.50.',
    '£1,499.55 stays in the pool, held by Derby City Council.',
  ]);
  expect(text).toMatch(
    /Derby City PCT pays Derby City Council £6,367\.50 Derby City Council pays Derbyshire Mental Health Trust £3,867\.50/,
  );
  expect(text).toMatch(/Agreed £24,000\.00 Plus share of variance £900\.18 Share due £24,900\.18/);
  expect(text).toContain('These balances and what stays in the pool total exactly nothing.');
  expect(text).toContain('Derbyshire Mental Health Trust: no part in this.');
  expect(text).toMatch(/Homes: £5,000\.55 over .*Above the caps, referred upward £500\.22/);
  expect(text).toContain('Day services: £1,499.55 under');
  expect(text).toContain('On budget: Outreach.');
  expect(await violations(opened.page)).toEqual([]);
});

test('each statement opens from the keyboard: the account by section, a partner’s lines and what it pays', async () => {
  const statements = paneOf(opened.page)
    .locator('h2', { hasText: /^\s*Statements\s*$/ })
    .locator('~ details');
  // Below them stand what was read and the findings.
  const titles = (await statements.locator('summary').allTextContents()).slice(0, 4);
  expect(titles).toEqual(
    [
      'Memorandum account: LD',
      'Derby City Council: is paid £1,000.45',
      'Derby City PCT: pays £6,367.50',
      'Derbyshire Mental Health Trust: is paid £3,867.50',
    ].map((title) => expect.stringContaining(title) as string),
  );
  for (const summary of (await statements.locator('summary').all()).slice(0, 4)) {
    await summary.focus();
    await opened.page.keyboard.press('Enter');
  }
  const text = await paneText(opened.page);
  expect(text).toMatch(/Expenditure Homes £55,000\.55 .*Total expenditure £67,368\.50/);
  expect(text).toMatch(/LD: Pool .*Variance: Homes £1,500\.00 .*To pay £2,500\.00/);
  expect(text).toContain('To pay, all agreements £6,367.50');
  expect(await violations(opened.page)).toEqual([]);
});

test.each([[160], [320], [640]])('at %p pixels nothing is wider than the pane, in the dark as well', async (width) => {
  await opened.page.addStyleTag({
    content: `#pane { width: ${width}px !important; min-width: 0 !important; flex: none !important; }`,
  });
  const root = paneOf(opened.page).locator('html');
  expect(await root.evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
  await root.evaluate((html) => html.setAttribute('data-theme', 'dark'));
  expect(await violations(opened.page)).toEqual([]);
  await root.evaluate((html) => html.removeAttribute('data-theme'));
});

test('a finding of the plan leads to its cell', async () => {
  await paneOf(opened.page)
    .locator('fluent-button', { hasText: /Go to .*Pool lines.*G6/ })
    .first()
    .click();
  await untilSelected(opened.page, /Pool lines.*!G6$/);
});

test('it is written, and leads to the check, then to closing the month', async () => {
  await press(opened.page, 'Write to the workbook');
  await screen(opened.page, /^\s*Done/);
  const buttons = await paneOf(opened.page).locator('.buttons fluent-button').allTextContents();
  expect(buttons.map((text) => text.trim()).slice(0, 2)).toEqual(['Check this workbook', 'Close a month']);
  expect(await violations(opened.page)).toEqual([]);
  await press(opened.page, 'Close a month');
  await screen(opened.page, 'The plan: June 2026');
  expect(opened.faults).toEqual([]);
});
