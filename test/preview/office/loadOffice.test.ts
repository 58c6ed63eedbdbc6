/*
 * The real Office.js in Node: what it takes for its surroundings, and the pieces of it the host leans on.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openHost } from '../../support/host';

const ASKED = createRequire(__filename);

test('it is the version the host was made for', () => {
  const { version } = JSON.parse(readFileSync(ASKED.resolve('@microsoft/office-js/package.json'), 'utf8')) as {
    version: string;
  };
  expect(version).toBe('1.1.110');
});

test('errors of Office.js are errors here, with code and debug information', async () => {
  const host = openHost();
  const error = await host
    .run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').activate();
      await context.sync();
    })
    .catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'RichApi.Error', code: 'ItemNotFound', debugInfo: { code: 'ItemNotFound' } });
});

describe('requirement sets', () => {
  test.each([
    ['1.20', '1.20', true],
    ['1.20', '1.21', false],
    ['1.13', '1.9', true],
    ['1.9', '1.13', false],
    ['1.13', '2.0', false],
  ])('an Excel of level %s, asked for %s', (level, asked, answer) => {
    const host = openHost();
    host.setExcelApi(level);
    expect(Office.context.requirements.isSetSupported('ExcelApi', asked)).toBe(answer);
  });

  test('a set nobody claims is not there', () => {
    openHost();
    expect(Office.context.requirements.isSetSupported('RibbonApi', '1.1')).toBe(false);
    expect(Office.context.requirements.isSetSupported('DelayForCellEdit')).toBe(true);
  });

  test('in an older Excel Office.js itself refuses a newer member', async () => {
    const host = openHost();
    host.setExcelApi('1.12');
    await expect(
      host.run(async (context) => context.workbook.tables.getItem('x').resize('A1:B2')),
    ).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test('the next host is a new Excel again', () => {
    openHost().setExcelApi('1.1');
    openHost();
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.20')).toBe(true);
  });
});

test('a bundle is run beside Office.js and finds Excel, Office and CustomFunctions', () => {
  const { office } = openHost();
  const seen = office.evaluate(
    `[typeof Excel.run, typeof Office.onReady, typeof CustomFunctions.associate, typeof CustomFunctions.Error, globalThis === window].join()`,
  );
  expect(seen).toBe('function,undefined,function,function,true');
});

test('two hosts at once keep their workbooks apart', async () => {
  const one = openHost();
  const two = openHost();
  const write = (host: typeof one, text: string): Promise<void> =>
    host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [[text]];
      await context.sync();
    });
  await write(one, 'one');
  await write(two, 'two');
  expect([one.book.sheets[0]?.value(0, 0), two.book.sheets[0]?.value(0, 0)]).toEqual(['one', 'two']);
});
