/*
 * What the host refuses, with Excel's codes. Each test also looks at the workbook: a refusal changes nothing.
 */
import { fill, newBook, openHost, read, type TestHost } from '../../support/host';

type Batch = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

function open(): TestHost {
  const book = newBook('Ledger');
  fill(book.sheets[0]!, 'A1', [
    ['Code', 'Amount'],
    ['x', 1],
  ]);
  return openHost(book);
}

async function attempt(host: TestHost, batch: Batch): Promise<{ code: string; message: string } | undefined> {
  try {
    await host.run(async (context) => {
      await batch(context.workbook.worksheets.getItem('Ledger'), context);
      await context.sync();
    });
    return undefined;
  } catch (problem) {
    return problem as { code: string; message: string };
  }
}

describe('arguments', () => {
  const batches: readonly (readonly [string, string, Batch])[] = [
    ['fewer rows than the range', 'InvalidArgument', (sheet) => (sheet.getRange('A5:A6').values = [[1]])],
    ['more columns than the range', 'InvalidArgument', (sheet) => (sheet.getRange('A5').values = [[1, 2]])],
    ['rows of different lengths', 'InvalidArgument', (sheet) => (sheet.getRange('A5:B6').values = [[1, 2], [3]])],
    [
      'a big grid of the wrong size',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A5:A2000').values = Array.from({ length: 1000 }, () => [1, 2])),
    ],
    ['an object as a value', 'InvalidArgument', (sheet) => (sheet.getRange('A5').values = [[{ type: 'x' }]])],
    ['no address', 'InvalidArgument', (sheet) => sheet.getRange('not an address').load('address')],
    ['a cell beyond the last row', 'InvalidArgument', (sheet) => sheet.getRange('A1048577').load('address')],
    ['a cell beyond the last column', 'InvalidArgument', (sheet) => sheet.getRange('XFE1').load('address')],
    ['no rows', 'InvalidArgument', (sheet) => sheet.getRangeByIndexes(0, 0, 0, 1).load('address')],
    [
      'rows beyond the sheet',
      'InvalidArgument',
      (sheet) => sheet.getRangeByIndexes(1_048_575, 0, 2, 1).load('address'),
    ],
    [
      'a range moved off the sheet',
      'InvalidArgument',
      (sheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('address'),
    ],
    [
      'a range shrunk to nothing',
      'InvalidArgument',
      (sheet) => sheet.getRange('A1').getResizedRange(-1, 0).load('address'),
    ],
    ['an address of another sheet', 'InvalidArgument', (sheet) => sheet.getRange('Sheet9!A1').load('address')],
    [
      'a text of 32,768 characters',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A5').values = [['x'.repeat(32_768)]]),
    ],
    [
      'a formula of 8,193 characters',
      'FormulaLengthExceedsLimit',
      (sheet) => (sheet.getRange('A5').formulas = [[`=1${'+1'.repeat(4_096)}`]]),
    ],
    ['a formula that does not close', 'InvalidArgument', (sheet) => (sheet.getRange('A5').formulas = [['=SUM(A1']])],
    ['a formula that ends in an operator', 'InvalidArgument', (sheet) => (sheet.getRange('A5').formulas = [['=A1+']])],
    ['a quotation mark too few', 'InvalidArgument', (sheet) => (sheet.getRange('A5').formulas = [['="x']])],
    [
      'null in place of a grid',
      'InvalidArgument',
      (sheet) => (sheet.getRange('A5').values = null as unknown as string[][]),
    ],
    [
      'one formula for many cells',
      'ApiNotFound',
      (sheet) => (sheet.getRange('A5:A6').formulas = '=A1' as unknown as string[][]),
    ],
    ['a colour that is none', 'InvalidArgument', (sheet) => (sheet.getRange('A5').format.fill.color = 'bluish')],
    ['no such sheet', 'ItemNotFound', (_sheet, context) => context.workbook.worksheets.getItem('Budget').load('name')],
    ['no such table', 'ItemNotFound', (_sheet, context) => context.workbook.tables.getItem('Budget').load('name')],
    ['no such name', 'ItemNotFound', (_sheet, context) => context.workbook.names.getItem('Budget').load('name')],
    ['cells that do not meet', 'ItemNotFound', (sheet) => sheet.getRange('A1').getIntersection('B2').load('address')],
  ];

  test.each(batches)('%s: %s', async (_why, code, batch) => {
    const host = open();
    expect(await attempt(host, batch)).toMatchObject({ code });
    expect(read(host.book.sheets[0]!, 'A1:B5')).toEqual([
      ['Code', 'Amount'],
      ['x', 1],
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  test.each(['=SUM(A1:A3)&" (net"', "='St John''s'!A1", '=IF(A1="",0,-B1)', '=-A1%', '={1,2;3,4}', '=A1:INDEX(A:A,3)'])(
    '%s is a formula',
    async (formula) => {
      const host = open();
      expect(await attempt(host, (sheet) => (sheet.getRange('D1').formulas = [[formula]]))).toBeUndefined();
    },
  );

  describe('a formula that names a table', () => {
    const withTable = async () => {
      const host = open();
      await attempt(host, (sheet, context) => {
        sheet.getRange('G1:J2').values = [
          ["Partner's name", '#x', 'Net', 'The "PCT"'],
          ['', '', 1, 2],
        ];
        context.workbook.tables.add('Ledger!G1:J2', true).name = 'Costs';
      });
      return host;
    };
    const write = (formula: string) => (sheet: Excel.Worksheet) => (sheet.getRange('D1').formulas = [[formula]]);

    test.each([
      "=Costs[Partner''s name]",
      "=Costs['#x]",
      '=SUM(costs[net])',
      '="Nowhere[Net]"',
      '=SUM(Costs[#Data])',
      '=SUM(Costs[The "PCT"])',
    ])('%s is one', async (formula) => {
      expect(await attempt(await withTable(), write(formula))).toBeUndefined();
    });

    test.each([
      ['=SUM(Nowhere[Net])', 'there is no table Nowhere'],
      ['="a [b"&SUM(Nowhere[Net])', 'there is no table Nowhere'],
      ['=SUM(Costs[The "PCT"])+SUM(Costs[The "ICB"])', 'the table Costs has no column The "ICB"'],
      ['=SUM(Costs[Net])+SUM(Costs[Gross])', 'the table Costs has no column Gross'],
    ])('%s is refused, as in Excel, whatever is made later', async (formula, why) => {
      const refused = await attempt(await withTable(), write(formula));
      expect(refused).toMatchObject({ code: 'InvalidArgument', message: expect.stringContaining(why) });
    });
  });
});

describe('sheet names', () => {
  test.each([
    ['taken', 'Ledger', 'ItemAlreadyExists'],
    ['taken in another case', 'LEDGER', 'ItemAlreadyExists'],
    ['32 characters', 'x'.repeat(32), 'InvalidArgument'],
    ['a colon', 'a:b', 'InvalidArgument'],
    ['a stroke', 'a/b', 'InvalidArgument'],
    ['a bracket', 'a[b', 'InvalidArgument'],
    ['a question mark', 'Why?', 'InvalidArgument'],
    ['an apostrophe at the end', "Partners'", 'InvalidArgument'],
    ['Excel keeps this one', 'History', 'InvalidArgument'],
    ['empty', '', 'InvalidArgument'],
  ])('%s: %s', async (_why, name, code) => {
    const host = open();
    expect(await attempt(host, (_sheet, context) => context.workbook.worksheets.add(name))).toMatchObject({ code });
    expect(host.book.sheets).toHaveLength(1);
  });

  test('31 characters and an apostrophe inside are well', async () => {
    const host = open();
    const name = `St John's ${'x'.repeat(21)}`;
    expect(name).toHaveLength(31);
    expect(await attempt(host, (_sheet, context) => context.workbook.worksheets.add(name))).toBeUndefined();
  });

  test('a sheet cannot be renamed under formulas that mention it: the host does not rewrite them', async () => {
    const host = open();
    fill(host.book.sheets[0]!, 'D1', [['=Ledger!A1']]);
    expect(await attempt(host, (sheet) => (sheet.name = 'Other'))).toMatchObject({ code: 'ApiNotFound' });
    expect(host.book.sheets[0]?.name).toBe('Ledger');
  });

  test('the last visible sheet cannot be hidden', async () => {
    const host = open();
    expect(await attempt(host, (sheet) => (sheet.visibility = 'Hidden'))).toMatchObject({ code: 'InvalidOperation' });
  });
});

describe('a protected sheet', () => {
  const batches: readonly (readonly [string, Batch])[] = [
    ['values', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['formulas', (sheet) => (sheet.getRange('A1').formulas = [['=1']])],
    ['number formats', (sheet) => (sheet.getRange('A1').numberFormat = [['0']])],
    ['fill', (sheet) => (sheet.getRange('A1').format.fill.color = '#FFFFFF')],
    ['column width', (sheet) => (sheet.getRange('A1').format.columnWidth = 50)],
    ['clear', (sheet) => sheet.getRange('A1').clear()],
    ['a table', (sheet) => sheet.tables.add('A1:B2', true)],
    [
      'validation',
      (sheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } }),
    ],
    ['a link', (sheet) => (sheet.getRange('A1').hyperlink = { documentReference: 'Ledger!A1', textToDisplay: 'x' })],
  ];

  test.each(batches)('%s are refused', async (_what, batch) => {
    const host = open();
    host.book.sheets[0]!.isProtected = true;
    expect(await attempt(host, batch)).toMatchObject({ code: 'AccessDenied' });
    expect(read(host.book.sheets[0]!, 'A1')).toEqual([['Code']]);
  });

  test('an unlocked cell may be written', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.setStyle(0, 0, { locked: false });
    sheet.isProtected = true;
    expect(await attempt(host, (each) => (each.getRange('A1').values = [['free']]))).toBeUndefined();
    expect(await attempt(host, (each) => (each.getRange('A1:B1').values = [[1, 2]]))).toMatchObject({
      code: 'AccessDenied',
    });
    expect(read(sheet, 'A1:B1')).toEqual([['free', 'Amount']]);
  });

  test('whether it is protected can be asked', async () => {
    const host = open();
    host.book.sheets[0]!.isProtected = true;
    const isProtected = await host.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem('Ledger');
      protection.load('protected');
      await context.sync();
      return protection.protected;
    });
    expect(isProtected).toBe(true);
  });
});

describe('arrays and merged areas', () => {
  test('part of an old array formula cannot be changed, the whole of it can', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.setContent(0, 3, 1, '=A1:A2');
    sheet.setResult(0, 3, 1, { rows: 2, columns: 1, legacy: true });
    sheet.setSpilled(1, 3, 2, { row: 0, column: 3 });
    expect(await attempt(host, (each) => (each.getRange('D2').values = [[9]]))).toMatchObject({
      code: 'InvalidOperation',
    });
    expect(await attempt(host, (each) => (each.getRange('D1:D2').values = [[9], [8]]))).toBeUndefined();
    expect(read(sheet, 'D1:D2')).toEqual([[9], [8]]);
  });

  test('a value may be put where a formula spills: the cell is its own from then on', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.setContent(0, 3, 1, '=SEQUENCE(3)');
    sheet.setResult(0, 3, 1, { rows: 3, columns: 1 });
    sheet.setSpilled(1, 3, 2, { row: 0, column: 3 });
    sheet.setSpilled(2, 3, 3, { row: 0, column: 3 });
    expect(await attempt(host, (each) => (each.getRange('D2').values = [['in the way']]))).toBeUndefined();
    expect(sheet.cell(1, 3)).toEqual({ value: 'in the way' });
  });

  test('when the anchor is overwritten the cells it filled are blank', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.setContent(0, 3, 1, '=SEQUENCE(2)');
    sheet.setResult(0, 3, 1, { rows: 2, columns: 1 });
    sheet.setSpilled(1, 3, 2, { row: 0, column: 3 });
    expect(await attempt(host, (each) => (each.getRange('D1').values = [['']]))).toBeUndefined();
    expect(read(sheet, 'D1:D2')).toEqual([[''], ['']]);
  });

  test('a hidden cell of a merged area takes no value; blanks may be sent to it', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
    expect(await attempt(host, (each) => (each.getRange('A5:B5').values = [['Title', 'lost']]))).toMatchObject({
      code: 'InvalidArgument',
    });
    expect(await attempt(host, (each) => (each.getRange('A5:B5').values = [['Title', '']]))).toBeUndefined();
    expect(read(sheet, 'A5:B5')).toEqual([['Title', '']]);
  });
});

describe('a workbook protected against new sheets', () => {
  const batches: readonly (readonly [string, (context: Excel.RequestContext) => unknown])[] = [
    ['a new sheet', ({ workbook }) => workbook.worksheets.add('More')],
    ['a new name', ({ workbook }) => (workbook.worksheets.getItem('Ledger').name = 'Other')],
    ['hiding', ({ workbook }) => (workbook.worksheets.getItem('Second').visibility = 'Hidden')],
  ];

  test.each(batches)('%s is refused', async (_what, batch) => {
    const host = open();
    host.book.addSheet('Second');
    host.book.isStructureProtected = true;
    expect(await attempt(host, (_sheet, context) => batch(context))).toMatchObject({ code: 'AccessDenied' });
    expect(host.book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Ledger', 'Visible'],
      ['Second', 'Visible'],
    ]);
  });

  test('cells may be written, and the protection can be asked', async () => {
    const host = open();
    host.book.isStructureProtected = true;
    await host.run(async (context) => {
      const { protection } = context.workbook;
      protection.load('protected');
      context.workbook.worksheets.getItem('Ledger').getRange('B2').values = [[2]];
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    expect(read(host.book.sheets[0]!, 'B2')).toEqual([[2]]);
  });
});

describe('a filtered table', () => {
  async function filtered(): Promise<TestHost> {
    const host = open();
    await attempt(host, (sheet) => sheet.tables.add('A1:B2', true));
    host.book.tables[0]!.filter = 'filtering';
    return host;
  }

  test('takes no grid of several rows: Excel would put them into the wrong ones', async () => {
    const host = await filtered();
    expect(
      await attempt(
        host,
        (sheet) =>
          (sheet.getRange('A2:B3').values = [
            [1, 2],
            [3, 4],
          ]),
      ),
    ).toMatchObject({
      code: 'InvalidOperation',
    });
    expect(read(host.book.sheets[0]!, 'A2:B3')).toEqual([
      ['x', 1],
      ['', ''],
    ]);
    expect(await attempt(host, (sheet) => (sheet.getRange('B2').values = [[7]]))).toBeUndefined();
    expect(await attempt(host, (sheet) => (sheet.getRange('D1:D2').values = [[1], [2]]))).toBeUndefined();
  });

  test('says so when asked', async () => {
    const host = await filtered();
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('Table1').load('showFilterButton');
      table.autoFilter.load('isDataFiltered,enabled');
      await context.sync();
      expect(table.showFilterButton).toBe(true);
      expect([table.autoFilter.isDataFiltered, table.autoFilter.enabled]).toEqual([true, true]);
    });
  });
});

describe('texts too long', () => {
  const long = 'x'.repeat(255);

  test('a text inside a formula has at most 255 characters', async () => {
    const host = open();
    expect(await attempt(host, (sheet) => (sheet.getRange('D1').formulas = [[`="${long}"`]]))).toBeUndefined();
    expect(await attempt(host, (sheet) => (sheet.getRange('D2').formulas = [[`="${long}x"`]]))).toMatchObject({
      code: 'InvalidArgument',
    });
    const quotes = '""'.repeat(255);
    expect(await attempt(host, (sheet) => (sheet.getRange('D3').formulas = [[`="${quotes}"`]]))).toBeUndefined();
  });

  test('a list of words to choose from has at most 255 characters', async () => {
    const host = open();
    const offer =
      (source: string): Batch =>
      (sheet) =>
        (sheet.getRange('D1').dataValidation.rule = { list: { inCellDropDown: true, source } });
    expect(await attempt(host, offer(long))).toBeUndefined();
    expect(await attempt(host, offer(`${long}x`))).toMatchObject({ code: 'InvalidArgument' });
    expect(host.book.sheets[0]!.validations).toHaveLength(1);
  });
});

describe('sizes', () => {
  test('a request over 5 MB is refused and nothing of it is done', async () => {
    const host = open();
    const long = 'x'.repeat(30_000);
    const error = await attempt(host, (sheet) => {
      for (let row = 5; row < 180; row++) sheet.getRange(`A${row}`).values = [[long]];
    });
    expect(error).toMatchObject({
      code: 'RequestPayloadSizeLimitExceeded',
      message: expect.stringContaining('request payload size'),
    });
    expect(read(host.book.sheets[0]!, 'A5')).toEqual([['']]);
  });

  test('an answer over 5 MB is refused', async () => {
    const host = open();
    const sheet = host.book.sheets[0]!;
    for (let row = 0; row < 200; row++) sheet.setContent(row, 0, 'x'.repeat(30_000));
    const error = await attempt(host, (each) => each.getRange('A1:A200').load('values'));
    expect(error).toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  test('a character of two bytes counts as two', async () => {
    const host = open();
    await attempt(host, (sheet) => (sheet.getRange('A9').values = [['x'.repeat(100)]]));
    await attempt(host, (sheet) => (sheet.getRange('A9').values = [['£'.repeat(100)]]));
    const writes = host.log.filter(({ number }) => number > 0).map(({ requestBytes }) => requestBytes);
    expect(writes[1]! - writes[0]!).toBe(100);
  });

  test('over five million cells the values are null, without an error', async () => {
    const host = open();
    const values = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Ledger').getRange('A1:E1000001');
      range.load('values,cellCount');
      await context.sync();
      return [range.values, range.cellCount];
    });
    expect(values).toEqual([null, 5_000_005]);
  });
});

describe('a cell being edited', () => {
  test('a request is refused', async () => {
    const host = open();
    host.startCellEdit();
    expect(await attempt(host, (sheet) => (sheet.getRange('A1').values = [[1]]))).toMatchObject({
      code: 'InvalidOperationInCellEditMode',
    });
    host.endCellEdit();
    expect(await attempt(host, (sheet) => (sheet.getRange('A1').values = [[1]]))).toBeUndefined();
  });

  test('a request that asked to wait is done when Enter is pressed', async () => {
    const host = open();
    host.startCellEdit();
    let done = false;
    const waiting = host.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('A1').values = [['late']];
      await context.sync();
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBe(false);
    host.endCellEdit();
    await waiting;
    expect(read(host.book.sheets[0]!, 'A1')).toEqual([['late']]);
  });
});

describe('undo groups', () => {
  const grouped = (host: TestHost, batch: Batch): Promise<void> =>
    host.Excel.run({ mergeUndoGroup: true }, async (context) => {
      await batch(context.workbook.worksheets.getItem('Ledger'), context);
      await context.sync();
    });

  test('renaming and hiding a sheet cannot be undone on a desktop and are refused in a group', async () => {
    const host = open();
    await expect(grouped(host, (sheet) => (sheet.name = 'Other'))).rejects.toMatchObject({ code: 'UndoNotSupported' });
    await expect(grouped(host, (sheet) => (sheet.visibility = 'Hidden'))).rejects.toMatchObject({
      code: 'UndoNotSupported',
    });
    expect(host.book.sheets[0]).toMatchObject({ name: 'Ledger', visibility: 'Visible' });
  });

  test('writing, adding a sheet and making a table are fine in a group', async () => {
    const host = open();
    await grouped(host, (_sheet, context) => {
      const sheet = context.workbook.worksheets.add('Pool shares');
      sheet.getRange('A5:B6').values = [
        ['Partner', 'Share'],
        ['Leeds', 1],
      ];
      sheet.tables.add('A5:B6', true).name = 'PoolShares';
    });
    expect(host.book.table('PoolShares')?.columns.map(({ name }) => name)).toEqual(['Partner', 'Share']);
  });

  test('outside a group a rename is done', async () => {
    const host = open();
    expect(await attempt(host, (sheet) => (sheet.name = 'Other'))).toBeUndefined();
    expect(host.book.sheets[0]?.name).toBe('Other');
  });
});
