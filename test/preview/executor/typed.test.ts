/*
 * What Excel makes of a text sent to a cell: as if typed, in a British Excel. Serials are from Excel's own calendar
 * (1 January 1900 = 1): 3 April 2026 is 46115.
 */
import { CellError } from '../../../src/preview/book/values';
import { typed } from '../../../src/preview/executor/typed';
import { openHost } from '../../support/host';

const TODAY = new Date(2026, 10, 22);

describe('numbers', () => {
  test.each([
    ['leading zeros are lost', '00123', 123, undefined],
    ['a long reference loses its zeros too', '0000456789', 456789, undefined],
    ['an exponent makes a number', '1E5', 100000, '0.00E+00'],
    ['a cost code that looks like an exponent', '3e2', 300, '0.00E+00'],
    ['a minus', '-5', -5, undefined],
    ['a plus', '+5', 5, undefined],
    ['accounting brackets', '(5)', -5, undefined],
    ['a whole per cent', '50%', 0.5, '0%'],
    ['a per cent with decimals', '12.5%', 0.125, '0.00%'],
    ['pounds with thousands', '£1,200.00', 1200, '£#,##0.00'],
    ['whole pounds', '£1,200', 1200, '£#,##0'],
    ['minus before the pound sign', '-£3.50', -3.5, '£#,##0.00'],
    ['minus after the pound sign', '£-3.50', -3.5, '£#,##0.00'],
    ['thousands', '1,200', 1200, '#,##0'],
    ['thousands with pence', '1,234,567.89', 1234567.89, '#,##0.00'],
    ['no digit before the point', '.5', 0.5, undefined],
    ['spaces around', '  42 ', 42, undefined],
    ['a mixed fraction', '1 1/2', 1.5, '# ?/?'],
    ['nothing is not minus nothing', '-0', 0, undefined],
  ])('%s: %s', (_why, text, value, format) => {
    expect(typed(text, 'General', TODAY)).toEqual({ value, ...(format === undefined ? {} : { format }) });
  });
});

describe('dates and times', () => {
  test.each([
    ['day and month with a stroke', '1/2', 46054, 'dd-mmm'],
    ['day and month with a dash', '3-4', 46115, 'dd-mmm'],
    ['day, month, year', '31/03/2026', 46112, 'dd/mm/yyyy'],
    ['two digits of the year', '1/4/26', 46113, 'dd/mm/yyyy'],
    ['two digits from 30 are the last century', '1/4/30', 11049, 'dd/mm/yyyy'],
    ['year first', '2026-04-01', 46113, 'dd/mm/yyyy'],
    ['month by name', '1 April 2026', 46113, 'dd-mmm-yy'],
    ['month by its short name', '1-Apr-26', 46113, 'dd-mmm-yy'],
    ['day and month by name', '1 Apr', 46113, 'dd-mmm'],
    ['month and year by name', 'Apr 2026', 46113, 'mmm-yy'],
    ['month and year', '4/2026', 46113, 'mmm-yy'],
    ['no 20th month: month and year', '1-20', 43831, 'mmm-yy'],
    ['1 March 1900, after the day that never was', '1/3/1900', 61, 'dd/mm/yyyy'],
    ['28 February 1900, before it', '28/2/1900', 59, 'dd/mm/yyyy'],
    ['half past twelve', '12:30', 12.5 / 24, 'hh:mm'],
  ])('%s: %s', (_why, text, value, format) => {
    expect(typed(text, 'General', TODAY)).toEqual({ value, format });
  });

  test.each(['31/02/2026', '0/4/2026', '1/2/3/4', '12:75', '32-13-2026', '1 Aprilish 2026', '29/2/2025'])(
    '%s is no date and stays text',
    (text) => expect(typed(text, 'General', TODAY)).toEqual({ value: text }),
  );
});

describe('formulas, truths, errors, texts', () => {
  test.each([
    ['=1+1', { value: null, formula: '=1+1' }],
    ['-A1', { value: null, formula: '=-A1' }],
    ['+A1', { value: null, formula: '=A1' }],
    ['true', { value: true }],
    ['FALSE', { value: false }],
    ['#N/A', { value: new CellError('#N/A') }],
    ['#div/0!', { value: new CellError('#DIV/0!') }],
    ["'00123", { value: '00123', quotePrefix: true }],
    ["'=1+1", { value: '=1+1', quotePrefix: true }],
    ["''x", { value: "'x", quotePrefix: true }],
    ['', { value: null }],
    ['=', { value: '=' }],
    ['-', { value: '-' }],
    ['1,5', { value: '1,5' }],
    ['1.234,56', { value: '1.234,56' }],
    ['1,23,456', { value: '1,23,456' }],
    ['12,', { value: '12,' }],
    ['£', { value: '£' }],
    ['(5', { value: '(5' }],
    ['(-5)', { value: '(-5)' }],
    ['1e999', { value: '1e999' }],
    ['Leeds City Council', { value: 'Leeds City Council' }],
    ['1,200.00 CR', { value: '1,200.00 CR' }],
    ['1,200.00-', { value: '1,200.00-' }],
  ])('%s', (text, content) => expect(typed(text, 'General', TODAY)).toEqual(content));

  test.each(['00123', '3-4', '1E5', '=1+1', '-5', 'TRUE', '#N/A', '50%'])(
    'in a cell formatted as text %s stays text',
    (text) => {
      expect(typed(text, '@', TODAY)).toEqual({ value: text });
    },
  );
});

describe('in the workbook', () => {
  async function write(sent: string | number | boolean, format?: string): Promise<Record<string, unknown>> {
    const host = openHost();
    return host.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
      if (format !== undefined) cell.numberFormat = [[format]];
      cell.values = [[sent]];
      cell.load('values,formulas,numberFormat,valueTypes');
      await context.sync();
      return {
        value: cell.values[0]?.[0],
        formula: cell.formulas[0]?.[0],
        format: cell.numberFormat[0]?.[0],
        type: cell.valueTypes[0]?.[0],
      };
    });
  }

  test.each([
    [
      'text kept by an apostrophe comes back without it',
      "'00123",
      undefined,
      { value: '00123', formula: '00123', format: 'General', type: 'String' },
    ],
    [
      'a typed reference becomes a number',
      '00123',
      undefined,
      { value: 123, formula: 123, format: 'General', type: 'Double' },
    ],
    ['a typed per cent gets its format', '40%', undefined, { value: 0.4, formula: 0.4, format: '0%', type: 'Double' }],
    ['a format that is there stays', '40%', '0.000', { value: 0.4, formula: 0.4, format: '0.000', type: 'Double' }],
    ['a number in a text cell becomes text', 5, '@', { value: '5', formula: '5', format: '@', type: 'String' }],
    ['a truth', true, undefined, { value: true, formula: true, format: 'General', type: 'Boolean' }],
    ['an error', '#N/A', undefined, { value: '#N/A', formula: '#N/A', format: 'General', type: 'Error' }],
    ['nothing empties the cell', '', undefined, { value: '', formula: '', format: 'General', type: 'Empty' }],
    [
      'a formula keeps its text',
      '=SUM(A1:A3)',
      undefined,
      { value: '', formula: '=SUM(A1:A3)', format: 'General', type: 'Empty' },
    ],
  ])('%s', async (_why, sent, format, expected) => {
    expect(await write(sent, format)).toEqual(expected);
  });

  test('null leaves a cell as it is', async () => {
    const host = openHost();
    const values = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      range.values = [[1, 2]];
      range.formulas = [[null, '=A1']];
      range.load('formulas');
      await context.sync();
      return range.formulas;
    });
    expect(values).toEqual([[1, '=A1']]);
  });

  test('a text put over an apostrophe text loses the mark', async () => {
    const host = openHost();
    await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.values = [["'7"]];
      range.values = [['7']];
      await context.sync();
    });
    expect(host.book.sheets[0]?.cell(0, 0)).toEqual({ value: 7, style: {} });
  });
});
