/*
 * The preview as a user has it: the server on a free port, a real browser, and short ways to click and type in the grid. What
 * the workbook holds is read from the file that Save gives, by reading it afresh.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import type { Server } from 'node:http';
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core';
import { cellAddress, parseArea } from '../../src/preview/book/address';
import { CellError, type CellValue } from '../../src/preview/book/values';
import { previewServer } from '../../src/preview/server/previewServer';
import { type OpenedWorkbook, openXlsx } from '../../src/preview/xlsx/openXlsx';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The project's folder. */
export const PROJECT = resolve(__dirname, '../..');

/** The preview, running. */
export interface RunningPreview {
  readonly address: string;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** Starts server and browser. `npm test` names the browser; run alone, the usual names are tried. */
export async function startPreview(): Promise<RunningPreview> {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const executablePath = process.env['POOLBOOK_BROWSER'] ?? found.find((file) => existsSync(file));
  if (executablePath === undefined)
    throw new Error('No Chrome, Edge or Chromium found. Run "npm test", which says what to do.');
  const server: Server = previewServer(PROJECT);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    browser,
    stop: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A page of the preview, ready, with everything that went wrong in it. */
export interface PreviewPage {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

/** Opens the preview. @param query - `?sample=…`, or nothing for what it opens by itself. */
export async function openPreview({ browser, address }: RunningPreview, query = ''): Promise<PreviewPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  // The page asks before it lets go of unsaved changes.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(address + query);
  await page.waitForSelector('html[data-ready=yes]', { timeout: 30_000 });
  await sheetCanvas(page).waitFor();
  return { page, faults, requests };
}

/** Opens a sample in a page that is open: quicker by far than a new page. */
export async function openSample(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    document.getElementById('notice')!.textContent = '';
  });
  await page.selectOption('#sample', file);
  await page.locator('#notice', { hasText: `${file} is open.` }).waitFor();
}

/** Begins a new, blank workbook. */
export async function newWorkbook(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.getElementById('notice')!.textContent = '';
  });
  await page.click('#new');
  await page.waitForFunction(() => document.getElementById('notice')?.textContent?.includes('new workbook'));
  await page.waitForTimeout(300);
}

/** The canvas of the sheet that is shown. */
function sheetCanvas(page: Page): Locator {
  return page.locator('#grid canvas[id^=univer-sheet-main-canvas]').last();
}

/** What the grid's name box says is selected. */
export function nameBox(page: Page): Promise<string> {
  return page.locator('#grid input').last().inputValue();
}

/** Waits until the grid has selected a cell, by its address. */
async function untilGridSelected(page: Page, address: string): Promise<void> {
  await page.locator(`#grid[data-selected$="!${address}"]`).waitFor({ state: 'attached' });
}

/** Goes to a cell by the grid's name box, as somebody without a mouse does. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator('#grid input').last();
  await box.click();
  await box.fill(address);
  await box.press('Enter');
  await untilGridSelected(page, address);
  // Univer gives the keyboard back to the cells a moment after.
  await page.waitForFunction(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && focused.isContentEditable && focused.closest('#grid') !== null;
  });
}

/** Types into a cell and presses Enter, which goes to the cell below: by then what was typed is in the workbook. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  // The first key begins the edit; the rest comes at once, because Enter takes a function that is still being offered.
  await page.keyboard.type(text.charAt(0));
  await page.keyboard.insertText(text.slice(1));
  await page.keyboard.press('Enter');
  const { row, column } = parseArea(address)!;
  await untilGridSelected(page, cellAddress(row + 1, column));
}

/** The workbook as Save gives it. */
export async function saved(page: Page): Promise<OpenedWorkbook> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  const opened = openXlsx(readFileSync(await file.path()), { functionNames: ['POOL.SPLIT'] });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

/** What a saved workbook's cells show. */
export function shown({ book }: OpenedWorkbook, address: string, sheetIndex = 0): CellValue[][] {
  const area = parseArea(address)!;
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => {
      const value = book.sheets[sheetIndex]!.value(area.row + down, area.column + right);
      return value instanceof CellError ? value.code : value;
    }),
  );
}

/** The pane's frame, once Office.js has said what it runs in. */
export async function paneFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#pane');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction(
    () => typeof Excel !== 'undefined' && document.querySelector('main h1, main h2') !== null,
    null,
    { timeout: 30_000 },
  );
  return frame;
}
