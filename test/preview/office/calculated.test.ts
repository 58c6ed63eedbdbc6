/*
 * Office.js, host and calculation engine together: what a program writes and reads back as in Excel.
 */
import { testCalculator } from '../engine/support';
import { fill, newBook, openHost, type TestHost } from '../../support/host';

const calculator = testCalculator();

function open(): TestHost {
  const book = newBook('Ledger');
  fill(book.sheets[0]!, 'A1', [
    ['Partner', 'Share'],
    ['Leeds', 2],
    ['Derby', 3],
  ]);
  const host = openHost(book);
  host.setCalculator(calculator);
  return host;
}

type Read = Excel.Range;

async function onSheet<T>(
  host: TestHost,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return host.run((context) => batch(context.workbook.worksheets.getItem('Ledger'), context));
}

test('formulas written are calculated when they are read, also in the same request', async () => {
  const values = await onSheet(open(), async (sheet, context) => {
    const range: Read = sheet.getRange('D1:D3');
    range.formulas = [['=SUM(B2:B3)'], ['=D1*2'], ['=POOL.REFUSE(-1)']];
    range.load('values,valueTypes');
    await context.sync();
    sheet.getRange('B2').values = [[10]];
    const again = sheet.getRange('D1:D2').load('values');
    await context.sync();
    return [range.values, range.valueTypes, again.values];
  });
  expect(values).toEqual([
    [[5], [10], ['#VALUE!']],
    [['Double'], ['Double'], ['Error']],
    [[13], [26]],
  ]);
});

test('a read waits for a calculation that is under way', async () => {
  const host = open();
  const sheet = host.book.sheets[0]!;
  fill(sheet, 'D1', [['=SUM(B2:B3)'], ['=D1*2']]);
  host.state.markWritten();
  const running = host.state.calculateIfStale();
  const values = await onSheet(host, async (ledger, context) => {
    const range = ledger.getRange('D1:D2').load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([[5], [10]]);
  await running;
});

test('a cell changed while a calculation is under way is told, and calculated with at the next read', async () => {
  const host = open();
  const sheet = host.book.sheets[0]!;
  fill(sheet, 'D1', [['=SUM(B2:B3)']]);
  host.state.markWritten();
  const running = host.state.calculateIfStale();
  sheet.setContent(1, 1, 10);
  sheet.tellChanged({ row: 1, column: 1, rows: 1, columns: 1 });
  await running;
  const values = await onSheet(host, async (ledger, context) => {
    const range = ledger.getRange('D1').load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([[13]]);
});

test('an array spills, is blocked by a value in its way, and heals when that goes', async () => {
  const seen = await onSheet(open(), async (sheet, context) => {
    sheet.getRange('F1').formulas = [['=POOL.FILL(7,3)']];
    const filled = sheet.getRange('F1').getSpillingToRangeOrNullObject().load('address');
    const before = sheet.getRange('F1:F3').load('values,hasSpill');
    await context.sync();
    sheet.getRange('F2').values = [['x']];
    const blocked = sheet.getRange('F1:F3').load('values');
    await context.sync();
    sheet.getRange('F2').clear('Contents');
    const healed = sheet.getRange('F1:F3').load('values');
    await context.sync();
    sheet.getRange('F1').clear('Contents');
    const gone = sheet.getRange('F1:F3').load('values');
    await context.sync();
    return [filled.address, before.values, before.hasSpill, blocked.values, healed.values, gone.values];
  });
  expect(seen).toEqual([
    'Ledger!F1:F3',
    [[7], [7], [7]],
    true,
    [['#SPILL!'], ['x'], ['']],
    [[7], [7], [7]],
    [[''], [''], ['']],
  ]);
});

test('in a table an array of more than one element is #SPILL!, one element is its value', async () => {
  const values = await onSheet(open(), async (sheet, context) => {
    sheet.tables.add('A1:B3', true).name = 'PoolShares';
    sheet.getRange('B2:B3').formulas = [['=POOL.FILL(7,2)'], ['=POOL.FILL(8,1)']];
    const body = sheet.getRange('B2:B3').load('values');
    await context.sync();
    return body.values;
  });
  expect(values).toEqual([['#SPILL!'], [8]]);
});

test('a table named, filled and resized is what formulas read', async () => {
  const values = await onSheet(open(), async (sheet, context) => {
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'PoolShares';
    const total = sheet.getRange('D1');
    total.formulas = [['=SUM(PoolShares[Share])']];
    total.load('values');
    await context.sync();
    sheet.getRange('A4:B4').values = [['Leicester', 5]];
    table.resize('A1:B4');
    const grown = sheet.getRange('D1').load('values');
    await context.sync();
    return [total.values, grown.values];
  });
  expect(values).toEqual([[[5]], [[10]]]);
});

test('text stays text: SUM skips it', async () => {
  const values = await onSheet(open(), async (sheet, context) => {
    sheet.getRange('B2').values = [["'2"]];
    const total = sheet.getRange('D1');
    total.formulas = [['=SUM(B2:B3)']];
    total.load('values');
    await context.sync();
    return total.values;
  });
  expect(values).toEqual([[3]]);
});

test('a defined name and another sheet are read by formulas', async () => {
  const host = open();
  host.book.names.push({ name: 'Shares', formula: '=Ledger!$B$2:$B$3', visible: true });
  const values = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.add("St John's");
    const cell = sheet.getRange('A1:A2');
    cell.formulas = [['=SUM(Shares)'], ['=Ledger!A3']];
    cell.load('values');
    await context.sync();
    return cell.values;
  });
  expect(values).toEqual([[5], ['Derby']]);
});
