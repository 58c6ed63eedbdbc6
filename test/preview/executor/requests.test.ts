/*
 * The protocol with the real Office.js: loading, null objects, tracked ranges, collections, errors and where they stop.
 */
import { fill, newBook, openHost, read } from '../../support/host';

function ledger() {
  const book = newBook('Ledger');
  const sheet = book.sheets[0]!;
  fill(sheet, 'A1', [
    ['Code', 'Amount'],
    ['00123', 10.5],
    ['00124', -4],
  ]);
  return openHost(book);
}

test('values, types and addresses of a range are loaded in one request', async () => {
  const host = ledger();
  const range = await host.run(async (context) => {
    const used = context.workbook.worksheets.getItem('ledger').getUsedRange();
    used.load('values,valueTypes,address,rowIndex,columnIndex,rowCount,columnCount,cellCount');
    await context.sync();
    return used.toJSON();
  });
  expect(range).toEqual({
    address: 'Ledger!A1:B3',
    cellCount: 6,
    columnCount: 2,
    columnIndex: 0,
    rowCount: 3,
    rowIndex: 0,
    values: [
      ['Code', 'Amount'],
      ['00123', 10.5],
      ['00124', -4],
    ],
    valueTypes: [
      ['String', 'String'],
      ['String', 'Double'],
      ['String', 'Double'],
    ],
  });
  expect(host.requests).toBe(1);
});

test('a property that was not loaded cannot be read: Office.js says so itself', async () => {
  const host = ledger();
  await expect(
    host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Ledger').getRange('A1');
      range.load('address');
      await context.sync();
      return range.values;
    }),
  ).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

test('what follows from a null object is a null object, and does nothing', async () => {
  const host = ledger();
  const seen = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    const table = context.workbook.tables.getItemOrNullObject('Nothing');
    const name = context.workbook.names.getItemOrNullObject('None');
    const body = table.getDataBodyRange();
    const usedThere = sheet.getUsedRangeOrNullObject();
    sheet.load('name');
    table.load('name');
    name.load('name');
    body.load('values');
    usedThere.load('address');
    await context.sync();
    return [sheet, table, name, body, usedThere].map((each) => each.isNullObject);
  });
  expect(seen).toEqual([true, true, true, true, true]);
});

test('collections come with the properties asked for, also of what hangs on their items', async () => {
  const host = ledger();
  const seen = await host.run(async (context) => {
    context.workbook.worksheets.add('Second').tables.add('B2:C4', true).name = 'Two';
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility,items/protection/protected,items/tables/items/name');
    await context.sync();
    return worksheets.items.map((sheet) => [
      sheet.name,
      sheet.visibility,
      sheet.protection.protected,
      sheet.tables.items.map((table) => table.name),
    ]);
  });
  expect(seen).toEqual([
    ['Ledger', 'Visible', false, []],
    ['Second', 'Visible', false, ['Two']],
  ]);
});

test('an item of a loaded collection can be used after the sync', async () => {
  const host = ledger();
  await host.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    worksheets.items[0]!.getRange('D1').values = [['here']];
    await context.sync();
  });
  expect(read(host.book.sheets[0]!, 'D1')).toEqual([['here']]);
});

test('top and skip cut a collection', async () => {
  const host = ledger();
  const names = await host.run(async (context) => {
    for (const name of ['B', 'C', 'D']) context.workbook.worksheets.add(name);
    const { worksheets } = context.workbook;
    worksheets.load({ $top: 2, $skip: 1, name: true });
    await context.sync();
    return worksheets.items.map((sheet) => sheet.name);
  });
  expect(names).toEqual(['B', 'C']);
});

test('load of a nested object gives its values with the parent', async () => {
  const host = ledger();
  const seen = await host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('A1');
    range.format.fill.color = '#ddeeff';
    range.format.font.bold = true;
    range.load('address,format/fill/color,format/font/bold,worksheet/name');
    await context.sync();
    return [range.address, range.format.fill.color, range.format.font.bold, range.worksheet.name];
  });
  expect(seen).toEqual(['Ledger!A1', '#DDEEFF', true, 'Ledger']);
});

test('a tracked range is found again in later requests, and let go at the end', async () => {
  const host = ledger();
  await host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Ledger').getRange('B2');
    range.load('address');
    await context.sync();
    expect(host.state.references.size).toBeGreaterThan(0);
    range.values = [[99]];
    await context.sync();
  });
  expect(read(host.book.sheets[0]!, 'B2')).toEqual([[99]]);
  expect(host.state.references.size).toBe(0);
});

test('an untracked range is gone after the sync', async () => {
  const host = ledger();
  await expect(
    host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Ledger').getRange('B2').untrack();
      range.load('address');
      await context.sync();
      range.values = [[99]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'InvalidObjectPath' });
});

test('a request stops at the first error; what came before it stays done', async () => {
  const host = ledger();
  const error = await host
    .run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Ledger');
      sheet.getRange('D1').values = [['before']];
      sheet.getRange('D2:D3').values = [['wrong shape']];
      sheet.getRange('D4').values = [['after']];
      await context.sync();
    })
    .catch((problem: unknown) => problem);
  expect(error).toMatchObject({
    code: 'InvalidArgument',
    message: expect.stringContaining("doesn't match the size or dimensions of the range"),
    debugInfo: { errorLocation: 'Range.values', statement: 'range1.values = ...;' },
  });
  expect(error).toBeInstanceOf(Error);
  expect(read(host.book.sheets[0]!, 'D1:D4')).toEqual([['before'], [''], [''], ['']]);
});

test('the statement that failed is named', async () => {
  const host = ledger();
  const error = await host
    .run(async (context) => {
      context.workbook.worksheets.getItem('Budget').load('name');
      await context.sync();
    })
    .catch((problem: unknown) => problem);
  expect(error).toMatchObject({
    code: 'ItemNotFound',
    debugInfo: {
      errorLocation: 'WorksheetCollection.getItem',
      statement: 'var worksheet = worksheets.getItem(...);',
    },
  });
});

test('a member the host does not have is refused by its name', async () => {
  const host = ledger();
  await expect(
    host.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('A1').getSurroundingRegion().load('address');
      await context.sync();
    }),
  ).rejects.toMatchObject({
    code: 'ApiNotFound',
    message: 'The preview host has no Excel member Range.GetSurroundingRegion.',
  });
  await expect(
    host.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('A1').load('style');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Range.Style') });
  await expect(
    host.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').delete();
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Worksheet.Delete') });
  await expect(
    host.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').shapes.load('items/name');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Worksheet.Shapes') });
});

test('two batches at once are answered one after the other', async () => {
  const host = ledger();
  const write = (value: number) =>
    host.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Ledger').getRange('E1');
      cell.load('values');
      await context.sync();
      cell.values = [[Number(cell.values[0]![0]) + value]];
      await context.sync();
    });
  await Promise.all([write(1), write(2)]);
  expect(host.requests).toBe(4);
});

describe('injected failures', () => {
  const twoWrites = async (context: Excel.RequestContext): Promise<void> => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    sheet.getRange('D1').values = [['first']];
    await context.sync();
    sheet.getRange('D2').values = [['second']];
    await context.sync();
  };

  test('the second request fails whole', async () => {
    const host = ledger();
    host.injectFailure(2, 'GeneralException', 'There was an internal error.');
    await expect(host.run(twoWrites)).rejects.toMatchObject({
      code: 'GeneralException',
      message: 'There was an internal error.',
    });
    expect(read(host.book.sheets[0]!, 'D1:D2')).toEqual([['first'], ['']]);
    expect(host.log.map(({ error }) => error)).toContain('GeneralException');
  });

  test('a request fails part of the way through', async () => {
    const host = ledger();
    host.injectFailure(1, 'AccessDenied', undefined, 20);
    await expect(
      host.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Ledger');
        for (let row = 1; row <= 9; row++) sheet.getRange(`D${row}`).values = [[row]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'AccessDenied', debugInfo: { statement: expect.stringContaining('range') } });
    const written = read(host.book.sheets[0]!, 'D1:D9')
      .flat()
      .filter((value) => value !== '');
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(9);
  });

  test('any code can be injected, with its own words', async () => {
    const host = ledger();
    host.injectFailure(1, 'RequestAborted', 'The request was aborted during run time.');
    await expect(host.run(twoWrites)).rejects.toMatchObject({ code: 'RequestAborted' });
  });
});
