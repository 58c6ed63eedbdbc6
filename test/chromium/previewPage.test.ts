/*
 * The preview page in a real browser: the grid, the unmodified pane beside it through the real Office.js, files in and out.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawWorkbook, row } from '../preview/headless/rawWorkbook';
import {
  goTo,
  nameBox,
  newWorkbook,
  openPreview,
  paneFrame,
  type PreviewPage,
  type RunningPreview,
  saved,
  shown,
  startPreview,
  type,
} from './previewBrowser';

jest.setTimeout(90_000);

let preview: RunningPreview;
let opened: PreviewPage;
const SAMPLES = join(__dirname, '../../assets/samples');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
beforeAll(async () => {
  preview = await startPreview();
  opened = await openPreview(preview);
});
afterAll(async () => {
  await preview.stop();
  rmSync(folder, { recursive: true });
});
const notice = () => opened.page.locator('#notice').textContent();

test('it says plainly that it is not Excel', async () => {
  await expect(opened.page.locator('#not-excel').textContent()).resolves.toMatch(/not Excel/);
});

test('the pane runs in what it takes for Excel', async () => {
  const frame = await paneFrame(opened.page);
  const host = await frame.evaluate(async () => {
    const { host: name } = await Office.onReady();
    return { name, api: Office.context.requirements.isSetSupported('ExcelApi', '1.13') };
  });
  expect(host).toEqual({ name: 'Excel', api: true });
});

test('a request that Excel on the web would refuse whole is refused with its code, and the pane goes on', async () => {
  const { page } = opened;
  await newWorkbook(page);
  const frame = await paneFrame(page);
  const refused = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:J60000');
      range.values = Array.from({ length: 60_000 }, () => Array<string>(10).fill('over 5 MB'));
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.code),
  );
  expect(refused).toBe('RequestPayloadSizeLimitExceeded');
  const used = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject().load('isNullObject');
      await context.sync();
      return range.isNullObject;
    }),
  );
  expect(used).toBe(true);
});

test('a typed POOL.SPLIT spills, follows its inputs, and is saved with its values', async () => {
  const { page } = opened;
  await newWorkbook(page);
  for (const [address, text] of [
    ['A1', '2'],
    ['A2', '3'],
    ['A3', '1'],
    ['C1', '=pool.split(100,A1:A3)'],
    ['D1', '=SUM(C1#)'],
  ] as const)
    await type(page, address, text);
  expect(shown(await saved(page), 'C1:D3')).toEqual([
    [33.33, 100],
    [50, null],
    [16.67, null],
  ]);
  await type(page, 'A3', '0');
  const workbook = await saved(page);
  expect(shown(workbook, 'C1:D3')).toEqual([
    [40, 100],
    [60, null],
    [0, null],
  ]);
  expect(workbook.book.sheets[0]!.cell(0, 2)).toMatchObject({
    formula: '=POOL.SPLIT(100,A1:A3)',
    spill: { rows: 3, columns: 1 },
  });
});

test('what is typed is read as Excel in the United Kingdom reads it', async () => {
  const { page } = opened;
  await newWorkbook(page);
  const typed = ["'00123", '00123', '12.5%', '01/09/2004', '£1,500.00', '1,5', 'TRUE'];
  for (const [index, text] of typed.entries()) await type(page, `A${index + 1}`, text);
  const workbook = await saved(page);
  expect(shown(workbook, 'A1:A7').flat()).toEqual(['00123', 123, 0.125, 38231, 1500, '1,5', true]);
  expect(workbook.book.sheets[0]!.cell(3, 0)?.style?.numberFormat).toMatch(/dd\/mm\/yyyy/i);
});

test('a cell in the way blocks an array, and undo lets it spill again', async () => {
  const { page } = opened;
  await newWorkbook(page);
  await type(page, 'C1', '=POOL.SPLIT(10,{1;1})');
  await type(page, 'C2', 'x');
  // Excel itself stores #SPILL! as #VALUE! in the file.
  expect(shown(await saved(page), 'C1:C2')).toEqual([['#VALUE!'], ['x']]);
  await goTo(page, 'A1');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  expect(shown(await saved(page), 'C1:C2')).toEqual([[5], [5]]);
});

test('an error in the selected cell is explained in a sentence', async () => {
  const { page } = opened;
  await newWorkbook(page);
  await type(page, 'B2', '=POOL.SPLIT(1,-4)');
  await goTo(page, 'B2');
  await expect(notice()).resolves.toMatch(/^Sheet1!B2 shows #VALUE!\. .*-4.*negative/);
  await goTo(page, 'A1');
  await expect(notice()).resolves.toBe('');
});

test('what the pane writes is calculated and shown, and where it selects the grid goes', async () => {
  const { page } = opened;
  await newWorkbook(page);
  const frame = await paneFrame(page);
  const read = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Pool lines');
      sheet.getRange('A1:A2').values = [[2], [3]];
      sheet.getRange('B1').formulas = [['=POOL.SPLIT(1,A1:A2)']];
      const range = sheet.getRange('B1:B2');
      range.load('values');
      sheet.activate();
      sheet.getRange('B2').select();
      await context.sync();
      return range.values;
    }),
  );
  expect(read).toEqual([[0.4], [0.6]]);
  await page.waitForTimeout(300);
  await expect(nameBox(page)).resolves.toBe('B2');
  expect(shown(await saved(page), 'A1:B2', 1)).toEqual([
    [2, 0.4],
    [3, 0.6],
  ]);
});

test('the pane is told of cells that the user changes', async () => {
  const { page } = opened;
  await newWorkbook(page);
  const frame = await paneFrame(page);
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').onChanged.add(async ({ address }) => {
        document.body.dataset['changed'] = address;
      });
      await context.sync();
    }),
  );
  await type(page, 'D4', '7');
  await frame.waitForSelector('body[data-changed=D4]');
});

test('a workbook is opened from a file and saved under another name', async () => {
  const { page } = opened;
  const file = join(folder, 'Cost shares.xlsx');
  writeFileSync(
    file,
    rawWorkbook({
      Shares: row(1, [
        ['A1', 1],
        ['B1', 3],
        ['D1', '<f>_xldudf_POOL_SPLIT(10,A1:B1)</f>'],
      ]),
    }),
  );
  await page.setInputFiles('#file', file);
  await page.waitForFunction(() => document.getElementById('notice')?.textContent?.includes('is open'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  expect(download.suggestedFilename()).toBe('Cost shares (Poolbook).xlsx');
  expect(shown(await saved(page), 'D1:E1')).toEqual([[2.5, 7.5]]);
});

test('a file that is no workbook gives a sentence, and the workbook that is open stays', async () => {
  const { page } = opened;
  const file = join(folder, 'ledger.xlsx');
  writeFileSync(file, 'Partner;Amount\n');
  await page.setInputFiles('#file', file);
  await page.waitForSelector('#notice.is-error');
  await expect(notice()).resolves.toMatch(/^ledger\.xlsx: .*plain text/);
  expect(shown(await saved(page), 'D1:E1')).toEqual([[2.5, 7.5]]);
});

test('a sample opens by its name in the address, and every one is offered', async () => {
  const { page } = opened;
  const files = await page
    .locator('#sample option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
  expect([...files].sort()).toEqual(readdirSync(SAMPLES).filter((file) => file.endsWith('.xlsx')).sort()); // prettier-ignore
  const [file = ''] = files;
  const sample = await openPreview(preview, `?sample=${encodeURIComponent(file)}`);
  await expect(sample.page.locator('#notice').textContent()).resolves.toBe(`${file} is open.`);
  await sample.page.close();
});

test('controls can be reached and named without seeing them', async () => {
  const { page } = opened;
  await page.locator('#sample').focus();
  for (const id of ['new', 'open', 'save']) {
    await page.keyboard.press('Tab');
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe(id);
  }
  const { violations } = await new AxeBuilder({ page }).exclude('#grid').exclude('#pane').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('F6 goes from the grid to the buttons, to the pane and back, so that no part keeps the keyboard', async () => {
  const { page } = opened;
  const where = (): Promise<string> =>
    page.evaluate(() => (document.activeElement?.closest('#grid') ? 'grid' : (document.activeElement?.id ?? '')));
  await paneFrame(page);
  await goTo(page, 'B2');
  const visited = [await where()];
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press(press === 3 ? 'Shift+F6' : 'F6');
    visited.push(await where());
  }
  expect(visited).toEqual(['grid', 'pane', 'sample', 'grid', 'sample']);
});

test('nothing is asked of another computer, and nothing goes wrong on the way', () => {
  expect(opened.requests.filter((url) => !url.startsWith(preview.address) && !/^(?:data|blob):/.test(url))).toEqual([]);
  expect(opened.faults).toEqual([]);
});
