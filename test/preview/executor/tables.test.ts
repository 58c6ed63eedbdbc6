/*
 * Tables: made, named, resized, and what writing to their cells does.
 */
import { fill, newBook, openHost, read, type TestHost } from '../../support/host';

function open(rows: readonly (readonly (string | number | null)[])[] = []): TestHost {
  const book = newBook('Pool');
  fill(book.sheets[0]!, 'A1', rows);
  return openHost(book);
}

async function onSheet(
  host: TestHost,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
): Promise<void> {
  await host.run(async (context) => {
    await batch(context.workbook.worksheets.getItem('Pool'), context);
    await context.sync();
  });
}

const columnsOf = (host: TestHost, table: string): string[] => host.book.table(table)!.columns.map(({ name }) => name);

describe('making a table', () => {
  test('headings become text, blanks get a name, a heading twice gets a number without a word', async () => {
    const host = open([
      ['Partner', null, 2026, 'Partner', 'partner'],
      ['Leeds', 1, 2, 3, 4],
    ]);
    await onSheet(host, (sheet) => sheet.tables.add('A1:E2', true));
    expect(columnsOf(host, 'Table1')).toEqual(['Partner', 'Column2', '2026', 'Partner2', 'partner3']);
    expect(read(host.book.sheets[0]!, 'A1:E1')).toEqual([['Partner', 'Column2', '2026', 'Partner2', 'partner3']]);
  });

  test('without headings a row is put above and the data moves down', async () => {
    const host = open([
      ['Leeds', 1],
      ['Derby', 2],
    ]);
    await onSheet(host, (sheet) => sheet.tables.add('A1:B2', false));
    expect(read(host.book.sheets[0]!, 'A1:B3')).toEqual([
      ['Column1', 'Column2'],
      ['Leeds', 1],
      ['Derby', 2],
    ]);
    expect(host.book.tables[0]?.area).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
  });

  test('without headings and with something below, nothing is moved', async () => {
    const host = open([
      ['Leeds', 1],
      ['note below', null],
    ]);
    await expect(onSheet(host, (sheet) => sheet.tables.add('A1:B1', false))).rejects.toMatchObject({
      code: 'InsertDeleteConflict',
    });
    expect(host.book.tables).toHaveLength(0);
  });

  test('a heading alone gets one blank row', async () => {
    const host = open([['Partner', 'Share']]);
    await onSheet(host, (sheet) => sheet.tables.add('A1:B1', true));
    expect(host.book.tables[0]?.area.rows).toBe(2);
  });

  test('a range can be given instead of an address, and the workbook asked instead of the sheet', async () => {
    const host = open([
      ['A', 'B'],
      [1, 2],
    ]);
    await onSheet(host, (sheet, context) => context.workbook.tables.add(sheet.getRange('A1:B2'), true));
    expect(host.book.tables[0]?.sheet.name).toBe('Pool');
  });

  test('an address with its sheet', async () => {
    const host = open([
      ['A', 'B'],
      [1, 2],
    ]);
    host.book.addSheet('Other');
    await onSheet(host, (_sheet, context) => context.workbook.tables.add('Pool!A1:B2', true));
    expect(host.book.tables[0]?.sheet.name).toBe('Pool');
  });

  test.each([
    ['overlapping another', 'B2:C3', 'MergedRangeConflict'],
    ['touching it with one cell', 'B3:D9', 'MergedRangeConflict'],
  ])('%s is refused', async (_why, address, code) => {
    const host = open([
      ['A', 'B'],
      [1, 2],
      [3, 4],
    ]);
    await onSheet(host, (sheet) => sheet.tables.add('A1:B3', true));
    await expect(onSheet(host, (sheet) => sheet.tables.add(address, true))).rejects.toMatchObject({ code });
    expect(host.book.tables).toHaveLength(1);
  });

  test('over merged cells it is refused', async () => {
    const host = open([
      ['Title', null],
      ['A', 'B'],
    ]);
    host.book.sheets[0]!.merges.push({ row: 0, column: 0, rows: 1, columns: 2 });
    await expect(onSheet(host, (sheet) => sheet.tables.add('A1:B2', true))).rejects.toMatchObject({
      code: 'MergedRangeConflict',
    });
  });
});

describe('naming a table', () => {
  async function named(name: string): Promise<TestHost> {
    const host = open([
      ['A', 'B', null, 'C'],
      [1, 2, null, 3],
    ]);
    await onSheet(host, (sheet) => (sheet.tables.add('A1:B2', true).name = 'PoolShares'));
    host.book.names.push({ name: 'Weights', formula: '=Pool!$B$2', visible: true });
    await onSheet(host, (sheet) => (sheet.tables.add('D1:D2', true).name = name));
    return host;
  }

  test.each([
    ['taken', 'PoolShares'],
    ['taken in another case', 'poolshares'],
    ['taken by a defined name', 'weights'],
    ['like a cell', 'AB12'],
    ['like a cell in the other style', 'R1C1'],
    ['one letter Excel keeps', 'C'],
    ['a space', 'Pool Shares'],
    ['beginning with a digit', '1Pool'],
    ['empty', ''],
    ['256 characters', 'x'.repeat(256)],
  ])('%s is InvalidArgument', async (_why, name) => {
    await expect(named(name)).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test.each(['PoolLines', '_Pool', 'Pool.Lines', 'XFE1', 'Größe'])('%s is a name', async (name) => {
    expect((await named(name)).book.table(name)?.name).toBe(name);
  });

  test('a new table takes the first free name', async () => {
    const host = open([
      ['A', null, 'B'],
      [1, null, 2],
    ]);
    await onSheet(host, (sheet) => sheet.tables.add('A1:A2', true));
    await onSheet(host, (sheet) => sheet.tables.add('C1:C2', true));
    expect(host.book.tables.map(({ name }) => name)).toEqual(['Table1', 'Table2']);
  });

  test('a table cannot be renamed under formulas that mention it: the host does not rewrite them', async () => {
    const host = await named('PoolLines');
    fill(host.book.sheets[0]!, 'F1', [['=SUM(PoolLines[C])']]);
    await expect(onSheet(host, (sheet) => (sheet.tables.getItem('PoolLines').name = 'Other'))).rejects.toMatchObject({
      code: 'ApiNotFound',
    });
  });
});

describe('resizing a table', () => {
  async function shares(): Promise<TestHost> {
    const host = open([
      ['Partner', 'Share', 'Note'],
      ['Leeds', 1, 'x'],
      ['Derby', 2, 'y'],
      ['below', null, null],
    ]);
    await onSheet(host, (sheet) => (sheet.tables.add('A1:B3', true).name = 'PoolShares'));
    return host;
  }

  test('it grows over rows below, whose cells it takes in', async () => {
    const host = await shares();
    const body = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('PoolShares');
      table.resize('A1:B4');
      const range = table.getDataBodyRange();
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(body).toEqual([
      ['Leeds', 1],
      ['Derby', 2],
      ['below', ''],
    ]);
  });

  test('it grows over a column, which is named by its heading cell', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize(sheet.getRange('A1:C3')));
    expect(columnsOf(host, 'PoolShares')).toEqual(['Partner', 'Share', 'Note']);
  });

  test('it shrinks and leaves the cells', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize('A1:B2'));
    expect(read(host.book.sheets[0]!, 'A3:B3')).toEqual([['Derby', 2]]);
    expect(host.book.table('PoolShares')?.area.rows).toBe(2);
  });

  test.each([
    ['another heading row', 'A2:B3'],
    ['no row but the heading', 'A1:B1'],
    ['nothing in common', 'E1:F3'],
  ])('%s is InvalidArgument', async (_why, address) => {
    const host = await shares();
    await expect(onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize(address))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    expect(host.book.table('PoolShares')?.area).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
  });

  test('into another table is MergedRangeConflict', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.tables.add('D1:D3', true));
    await expect(onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize('A1:D3'))).rejects.toMatchObject({
      code: 'MergedRangeConflict',
    });
  });

  test('with a totals row it is refused loudly: the host does not move the totals', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.getRange('A4').clear());
    await onSheet(host, (sheet) => (sheet.tables.getItem('PoolShares').showTotals = true));
    await expect(onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize('A1:B6'))).rejects.toMatchObject({
      code: 'ApiNotFound',
    });
  });

  test('a table without a header row keeps its names, and its first row stays data', async () => {
    const host = open([
      ['Leeds', 1, 'x'],
      ['Derby', 2, 'y'],
      ['Leicester', 3, 'z'],
    ]);
    const sheet = host.book.sheets[0]!;
    host.book.tables.push({
      id: 7,
      name: 'Bare',
      sheet,
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      columns: [
        { id: 1, name: 'Partner' },
        { id: 2, name: 'Share' },
      ],
      showHeaders: false,
      showTotals: false,
      style: '',
    });
    await onSheet(host, (each) => each.tables.getItem('Bare').resize('A1:C3'));
    expect(columnsOf(host, 'Bare')).toEqual(['Partner', 'Share', 'Column3']);
    expect(read(sheet, 'A1:C1')).toEqual([['Leeds', 1, 'x']]);
    await expect(
      onSheet(host, (each) => each.tables.getItem('Bare').getHeaderRowRange().load('address')),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('rows that come in take the formula of a calculated column', async () => {
    const host = await shares();
    await onSheet(
      host,
      (sheet) =>
        (sheet.getRange('B2:B3').formulas = [
          ['=LEN(PoolShares[[#This Row],[Partner]])'],
          ['=LEN(PoolShares[[#This Row],[Partner]])'],
        ]),
    );
    expect(host.book.table('PoolShares')?.columns[1]?.calculated).toBe('=LEN(PoolShares[[#This Row],[Partner]])');
    await onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize('A1:B4'));
    expect(host.book.sheets[0]?.cell(3, 1)?.formula).toBe('=LEN(PoolShares[[#This Row],[Partner]])');
  });
});

describe('writing into a table', () => {
  async function shares(): Promise<TestHost> {
    const host = open([
      ['Partner', 'Share'],
      ['Leeds', 1],
      ['Derby', 2],
    ]);
    await onSheet(host, (sheet) => (sheet.tables.add('A1:B3', true).name = 'PoolShares'));
    return host;
  }

  test('a heading cell renames its column, and stays text', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.getRange('B1').values = [[2026]]));
    expect(columnsOf(host, 'PoolShares')).toEqual(['Partner', '2026']);
    expect(host.book.sheets[0]?.value(0, 1)).toBe('2026');
  });

  test('a heading cannot be renamed under formulas that mention it', async () => {
    const host = await shares();
    fill(host.book.sheets[0]!, 'D1', [['=SUM(PoolShares[Share])']]);
    await expect(onSheet(host, (sheet) => (sheet.getRange('B1').values = [['Other']]))).rejects.toMatchObject({
      code: 'ApiNotFound',
    });
  });

  test('a heading is renamed under formulas that mention another table’s column of that name', async () => {
    const host = await shares();
    fill(host.book.sheets[0]!, 'D1', [['=SUM(PoolOthers[Share])']]);
    await onSheet(host, (sheet) => (sheet.getRange('B1').values = [['Other']]));
    expect(columnsOf(host, 'PoolShares')).toEqual(['Partner', 'Other']);
  });

  test('typing below a table does not make it longer', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.getRange('A4:B4').values = [['Leicester', 3]]));
    expect(host.book.table('PoolShares')?.area.rows).toBe(3);
  });

  test('one formula in the whole column makes a calculated column, a value in place of all of it ends it', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.getRange('B2:B3').formulas = [['=1+1'], ['=1+1']]));
    expect(host.book.table('PoolShares')?.columns[1]?.calculated).toBe('=1+1');
    await onSheet(host, (sheet) => (sheet.getRange('B2').values = [[5]]));
    expect(host.book.table('PoolShares')?.columns[1]?.calculated).toBe('=1+1');
    await onSheet(host, (sheet) => (sheet.getRange('B2:B3').values = [[5], [6]]));
    expect(host.book.table('PoolShares')?.columns[1]?.calculated).toBeUndefined();
  });

  test('formulas that differ only by their row make a calculated column, kept as the first row has it', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.getRange('B2:B3').formulas = [['=LEN($A2)'], ['=LEN($A3)']]));
    expect(host.book.table('PoolShares')?.columns[1]?.calculated).toBe('=LEN($A2)');
    await onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').resize('A1:B5'));
    expect([3, 4].map((row) => host.book.sheets[0]?.cell(row, 1)?.formula)).toEqual(['=LEN($A4)', '=LEN($A5)']);
  });

  describe('a blank column that gets a formula is filled with it, as Excel does unless told not to', () => {
    async function withBlank(): Promise<TestHost> {
      const host = open([
        ['Partner', 'Share'],
        ['Leeds', null],
        ['Derby', null],
        ['Leicester', null],
      ]);
      await onSheet(host, (sheet) => (sheet.tables.add('A1:B4', true).name = 'PoolShares'));
      return host;
    }
    const formulas = (host: TestHost): (string | undefined)[] =>
      [1, 2, 3].map((row) => host.book.sheets[0]?.cell(row, 1)?.formula);

    test('from one cell', async () => {
      const host = await withBlank();
      await onSheet(host, (sheet) => (sheet.getRange('B3').formulas = [['=LEN(A3)']]));
      expect(formulas(host)).toEqual(['=LEN(A2)', '=LEN(A3)', '=LEN(A4)']);
    });

    test('different formulas all become the last one', async () => {
      const host = await withBlank();
      await onSheet(host, (sheet) => (sheet.getRange('B2:B4').formulas = [['=1+1'], ['=2+2'], ['=3+3']]));
      expect(formulas(host)).toEqual(['=3+3', '=3+3', '=3+3']);
    });

    test('a cell that is given a value keeps it', async () => {
      const host = await withBlank();
      await onSheet(host, (sheet) => (sheet.getRange('B2:B3').formulas = [['=1+1'], [5]] as string[][]));
      expect(formulas(host)).toEqual(['=1+1', undefined, '=1+1']);
      expect(host.book.sheets[0]?.value(2, 1)).toBe(5);
    });

    test('a column that holds anything is left alone', async () => {
      const host = await withBlank();
      fill(host.book.sheets[0]!, 'B4', [[7]]);
      await onSheet(host, (sheet) => (sheet.getRange('B2').formulas = [['=1+1']]));
      expect(formulas(host)).toEqual(['=1+1', undefined, undefined]);
    });

    test('nothing is filled where the user turned the option off', async () => {
      const host = await withBlank();
      host.state.fillsCalculatedColumns = false;
      await onSheet(host, (sheet) => (sheet.getRange('B2').formulas = [['=1+1']]));
      expect(formulas(host)).toEqual(['=1+1', undefined, undefined]);
    });
  });

  test('clearing a heading gives it its default name', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.getRange('B1').clear('Contents'));
    expect(columnsOf(host, 'PoolShares')).toEqual(['Partner', 'Column2']);
  });

  test('whether a cell lies in a table can be asked of the workbook', async () => {
    const { book } = await shares();
    const sheet = book.sheets[0]!;
    expect([
      book.isInTable(sheet, 0, 0),
      book.isInTable(sheet, 2, 1),
      book.isInTable(sheet, 3, 0),
      book.isInTable(sheet, 0, 2),
    ]).toEqual([true, true, false, false]);
  });
});

describe('a table and its parts', () => {
  async function shares(): Promise<TestHost> {
    const host = open([
      ['Partner', 'Share'],
      ['Leeds', 1],
      ['Derby', 2],
    ]);
    await onSheet(host, (sheet) => (sheet.tables.add('A1:B3', true).name = 'PoolShares'));
    return host;
  }

  test('ranges, columns and properties are read in one request', async () => {
    const host = await shares();
    const seen = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('poolshares');
      table.load('name,id,showHeaders,showTotals,style,worksheet/name');
      table.columns.load('items/name,items/index');
      const all = table.getRange().load('address');
      const header = table.getHeaderRowRange().load('values,address');
      const body = table.getDataBodyRange().load('address');
      const share = table.columns.getItem('Share').getDataBodyRange().load('values');
      const none = table.columns.getItemOrNullObject('Basis');
      none.load('name');
      await context.sync();
      return [
        table.name,
        table.style,
        table.showHeaders,
        table.showTotals,
        table.worksheet.name,
        table.columns.items.map(({ name, index }) => [name, index]),
        all.address,
        header.address,
        header.values,
        body.address,
        share.values,
        none.isNullObject,
      ];
    });
    expect(seen).toEqual([
      'PoolShares',
      'TableStyleMedium2',
      true,
      false,
      'Pool',
      [
        ['Partner', 0],
        ['Share', 1],
      ],
      'Pool!A1:B3',
      'Pool!A1:B1',
      [['Partner', 'Share']],
      'Pool!A2:B3',
      [[1], [2]],
      true,
    ]);
  });

  test('a table is found by its id after it was loaded', async () => {
    const host = await shares();
    const name = await host.run(async (context) => {
      const { tables } = context.workbook;
      tables.load('items/id');
      await context.sync();
      const again = tables.items[0]!;
      again.load('name');
      await context.sync();
      return again.name;
    });
    expect(name).toBe('PoolShares');
  });

  test('a column is added at the end with its values', async () => {
    const host = await shares();
    await onSheet(host, (sheet) =>
      sheet.tables.getItem('PoolShares').columns.add(undefined, [['Basis'], ['fixed'], ['equal']]),
    );
    expect(columnsOf(host, 'PoolShares')).toEqual(['Partner', 'Share', 'Basis']);
    expect(read(host.book.sheets[0]!, 'A1:C3')).toEqual([
      ['Partner', 'Share', 'Basis'],
      ['Leeds', 1, 'fixed'],
      ['Derby', 2, 'equal'],
    ]);
  });

  test('a column is put between two others', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').columns.add(1, undefined, 'From'));
    expect(read(host.book.sheets[0]!, 'A1:C3')).toEqual([
      ['Partner', 'From', 'Share'],
      ['Leeds', '', 1],
      ['Derby', '', 2],
    ]);
  });

  test('a column is not added where cells stand in the way', async () => {
    const host = await shares();
    fill(host.book.sheets[0]!, 'C2', [['note']]);
    await expect(onSheet(host, (sheet) => sheet.tables.getItem('PoolShares').columns.add())).rejects.toMatchObject({
      code: 'InsertDeleteConflict',
    });
    expect(read(host.book.sheets[0]!, 'C1:C3')).toEqual([[''], ['note'], ['']]);
  });

  test('a totals row comes and goes', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.tables.getItem('PoolShares').showTotals = true));
    expect(host.book.sheets[0]?.cell(3, 1)?.formula).toBe('=SUBTOTAL(109,PoolShares[Share])');
    expect(read(host.book.sheets[0]!, 'A4')).toEqual([['Total']]);
    await onSheet(host, (sheet) => (sheet.tables.getItem('PoolShares').showTotals = false));
    expect(host.book.table('PoolShares')?.area.rows).toBe(3);
    expect(read(host.book.sheets[0]!, 'A4:B4')).toEqual([['', '']]);
  });

  test('a style that Excel does not know is refused', async () => {
    const host = await shares();
    await onSheet(host, (sheet) => (sheet.tables.getItem('PoolShares').style = 'TableStyleLight9'));
    await expect(onSheet(host, (sheet) => (sheet.tables.getItem('PoolShares').style = 'Pretty'))).rejects.toMatchObject(
      { code: 'InvalidArgument' },
    );
    expect(host.book.table('PoolShares')?.style).toBe('TableStyleLight9');
  });
});
