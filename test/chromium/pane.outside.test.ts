/*
 * The built page by itself: opened outside Excel, without Microsoft's network, with a task that cannot be fetched, with
 * hostile text in a ledger; and how much JavaScript its first screen needs.
 */
import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { rawWorkbook, row } from '../preview/headless/rawWorkbook';
import { paneOf, paneText, press, screen } from './paneDriver';
import { openPreview, PROJECT, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(120_000);

const dist = (file: string) => readFileSync(join(PROJECT, 'dist', file));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const ORIGIN = 'https://poolbook.test/';

let preview: RunningPreview;
let context: BrowserContext;
beforeAll(async () => {
  preview = await startPreview();
});
beforeEach(async () => {
  context = await preview.browser.newContext();
});
afterEach(() => context.close());
afterAll(() => preview.stop());

/** The built page as a web server gives it, unchanged. @param office - What comes instead of Office.js; undefined: no network. */
async function openAlone(office: string | undefined): Promise<Page> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith('https://appsforoffice.microsoft.com/'))
      return office === undefined
        ? route.abort('internetdisconnected')
        : route.fulfill({ contentType: 'text/javascript', body: office });
    const file = url.startsWith(ORIGIN) ? url.slice(ORIGIN.length) : '';
    const type = TYPES[extname(file)];
    return type === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: type, body: dist(file) });
  });
  const page = await context.newPage();
  await page.goto(`${ORIGIN}taskpane.html`);
  return page;
}

test.each([
  ['without a network', undefined, /Poolbook runs inside Excel/],
  [
    'in a browser, where Office.js names no host',
    'window.Office = { onReady: async () => ({ host: null }), HostType: { Excel: "Excel" } };',
    /Poolbook runs inside Excel/,
  ],
  [
    'in Word',
    'window.Office = { onReady: async () => ({ host: "Word" }), HostType: { Excel: "Excel" } };',
    /Poolbook runs inside Excel/,
  ],
  [
    'in an Excel that is too old',
    'window.Office = { onReady: async () => ({ host: "Excel" }), HostType: { Excel: "Excel" }, context: { requirements: { isSetSupported: () => false } } };',
    /too old for Poolbook/,
  ],
  [
    'where Office.js never answers',
    'window.Office = { onReady: () => new Promise(() => {}), HostType: { Excel: "Excel" } };',
    /Waiting for Excel/,
  ],
])('%s it says so', async (_why, office, sentence) => {
  const page = await openAlone(office);
  await page.locator('main', { hasText: sentence }).waitFor({ timeout: 20_000 });
  await expect(page.locator('#status').textContent()).resolves.toMatch(sentence);
});

test('a task that cannot be fetched is a sentence and a second try, never a blank pane', async () => {
  const inExcel =
    'window.Office = { onReady: async () => ({ host: "Excel" }), HostType: { Excel: "Excel" }, context: { requirements: { isSetSupported: () => true } } };';
  const page = await openAlone(inExcel);
  await page.route('**/tasks.js', (route) => route.abort('connectionreset'));
  await page.reload();
  await page.locator('h1', { hasText: 'What would you like to do?' }).waitFor();
  await page.locator('fluent-button', { hasText: 'Check this workbook' }).click();
  await page.locator('main', { hasText: 'could not be fetched' }).waitFor();
  await page.unroute('**/tasks.js');
  await page.locator('fluent-button', { hasText: 'Try again' }).click();
  // There is no Excel behind this Office: the task says so itself, so it was fetched.
  await page.locator('main', { hasText: 'Poolbook is not open in Excel' }).waitFor();
});

test('the first screen needs no more than 60 kB of JavaScript, gzipped', () => {
  const html = dist('taskpane.html').toString();
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="?([^":\s>]+\.js)"?/g)].map(([, file = '']) => file);
  expect(scripts).toEqual(['functions.js', 'taskpane.js']);
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(dist(file), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

test('every token that a component uses is set', () => {
  const set = new Set(
    [
      ...dist('theme.css')
        .toString()
        .matchAll(/--(\w+):/g),
    ].map(([, name]) => name),
  );
  const scripts = readdirSync(join(PROJECT, 'dist')).filter((file) => /^(taskpane|screens)\.js$/.test(file));
  const used = scripts.flatMap((file) =>
    [
      ...dist(file)
        .toString()
        .matchAll(/var\(--([a-z]+[A-Z]\w*)\)/g),
    ].map(([, name]) => name),
  );
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].filter((name) => !set.has(name))).toEqual([]);
});

test('text of a ledger is shown as text, whatever it looks like', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
  const file = join(folder, 'hostile.xlsx');
  writeFileSync(file, hostileWorkbook());
  try {
    const { page } = await openPreview(preview);
    const alerts: string[] = [];
    page.on('dialog', (dialog) => alerts.push(`${dialog.type()}: ${dialog.message()}`));
    await page.setInputFiles('#file', file);
    await page.locator('#notice', { hasText: 'hostile.xlsx is open' }).waitFor();
    await screen(page, 'What would you like to do?');
    await press(page, 'Build the model');
    await screen(page, 'What was found');
    const text = await paneText(page);
    expect(text).toContain(HOSTILE);
    expect(text).toContain('=1+1');
    await expect(paneOf(page).locator('main img').count()).resolves.toBe(0);
    expect(alerts.filter((alert) => alert.startsWith('alert'))).toEqual([]);
    await page.context().close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const HOSTILE = '<img src=x onerror=alert(1)>';

/** Two ledgers whose codes are markup and formulas. */
function hostileWorkbook(): Uint8Array {
  const inline = (text: string) => `<is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is>`;
  const cells = (number: number, values: readonly (string | number)[]): string =>
    row(
      number,
      values.map((value, column) => {
        const address = `${'ABCDEF'.charAt(column)}${number}`;
        return typeof value === 'number' ? [address, value] : [address, inline(value), ' t="inlineStr"'];
      }),
    );
  const ledger = (title: string, sign: number): string =>
    [
      cells(1, [title]),
      cells(3, ['Date', 'Cost centre', 'Supplier', 'Reference', 'Amount']),
      ...Array.from({ length: 24 }, (_, index) =>
        cells(4 + index, [
          `${String(1 + (index % 28)).padStart(2, '0')}/04/2026`,
          index % 2 === 0 ? HOSTILE : '=1+1',
          `Supplier ${index}`,
          `INV${1000 + index}`,
          sign * (100.25 + index),
        ]),
      ),
    ].join('');
  return rawWorkbook({ Council: ledger('Midshire County Council', 1), ICB: ledger('NHS Midshire ICB', 1) });
}

test('in a browser too old for the pane the page itself says so, after a while', async () => {
  // No bundle runs, as where none can be read.
  await context.addInitScript('delete window.Promise; window.customElements.define = null;');
  const page = await openAlone('throw new Error("too old");');
  const late = page.locator('main .late');
  if ((await late.count()) === 0) throw new Error('the pane started all the same');
  expect(await late.isVisible()).toBe(false);
  await page.evaluate('document.getAnimations().forEach((each) => each.finish())');
  expect(await late.isVisible()).toBe(true);
  await expect(late.textContent()).resolves.toMatch(/WebView2 on Windows/);
});
