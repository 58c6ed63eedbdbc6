/*
 * Ranges: reached from each other, their look, links, validation, selection, spills, names, events, charts, calculation.
 */
import { areaAddress } from '../../../src/preview/book/address';
import type { Book } from '../../../src/preview/book/book';
import { CellError } from '../../../src/preview/book/values';
import type { Calculator } from '../../../src/preview/executor/host';
import { fill, newBook, openHost, read, type TestHost } from '../../support/host';

function open(rows: readonly (readonly (string | number | null)[])[] = []): TestHost {
  const book = newBook('Ledger');
  fill(book.sheets[0]!, 'B2', rows);
  return openHost(book);
}

async function onSheet<T>(
  host: TestHost,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
): Promise<T> {
  return host.run(async (context) => {
    const answer = await batch(context.workbook.worksheets.getItem('Ledger'), context);
    await context.sync();
    return answer;
  });
}

describe('ranges reached from a range', () => {
  const reaches: readonly (readonly [string, (range: Excel.Range) => Excel.Range, string])[] = [
    ['a cell', (range) => range.getCell(1, 0), 'C5'],
    ['a cell outside it', (range) => range.getCell(9, 9), 'L13'],
    ['a row', (range) => range.getRow(1), 'C5:D5'],
    ['a column', (range) => range.getColumn(1), 'D4:D6'],
    ['its last row', (range) => range.getLastRow(), 'C6:D6'],
    ['its last column', (range) => range.getLastColumn(), 'D4:D6'],
    ['its last cell', (range) => range.getLastCell(), 'D6'],
    ['bigger', (range) => range.getResizedRange(2, 1), 'C4:E8'],
    ['smaller', (range) => range.getResizedRange(-2, 0), 'C4:D4'],
    ['of a size', (range) => range.getAbsoluteResizedRange(1, 1), 'C4'],
    ['moved', (range) => range.getOffsetRange(-1, 2), 'E3:F5'],
    ['rows below', (range) => range.getRowsBelow(2), 'C7:D8'],
    ['rows above', (range) => range.getRowsAbove(1), 'C3:D3'],
    ['columns after', (range) => range.getColumnsAfter(1), 'E4:E6'],
    ['columns before', (range) => range.getColumnsBefore(2), 'A4:B6'],
    ['around another', (range) => range.getBoundingRect('F1'), 'C1:F6'],
    ['shared with another', (range) => range.getIntersection('D1:Z5'), 'D4:D5'],
    ['whole rows', (range) => range.getEntireRow(), '4:6'],
    ['whole columns', (range) => range.getEntireColumn(), 'C:D'],
  ];

  test.each(reaches)('%s', async (_what, reach, address) => {
    const host = open();
    const reached = await onSheet(host, async (sheet, context) => {
      const range = reach(sheet.getRange('C4:D6'));
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(reached).toBe(`Ledger!${address}`);
  });

  test('cells that do not meet are a null object', async () => {
    const host = open();
    const isNull = await onSheet(host, async (sheet, context) => {
      const range = sheet.getRange('A1:B2').getIntersectionOrNullObject('C3');
      range.load('address');
      await context.sync();
      return range.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  test('a sheet name with a space or an apostrophe is quoted', async () => {
    const host = open();
    const addresses = await host.run(async (context) => {
      const ranges = ['Pool shares', "St John's", 'A1', 'Pool'].map((name) =>
        context.workbook.worksheets.add(name).getRange('A1').load('address'),
      );
      await context.sync();
      return ranges.map(({ address }) => address);
    });
    expect(addresses).toEqual(["'Pool shares'!A1", "'St John''s'!A1", "'A1'!A1", 'Pool!A1']);
  });

  test('addresses with dollars, a sheet, a name and a table', async () => {
    const host = open([
      ['Partner', 'Share'],
      ['Leeds', 1],
    ]);
    host.book.names.push({ name: 'Weights', formula: '=Ledger!$C$3', visible: true });
    const addresses = await onSheet(host, async (sheet, context) => {
      sheet.tables.add('B2:C3', true).name = 'PoolShares';
      const ranges = ['$B$2:C3', 'Ledger!B2', 'Weights', 'PoolShares', '2:3', 'B:B'].map((address) =>
        sheet.getRange(address).load('address'),
      );
      await context.sync();
      return ranges.map(({ address }) => address.replace('Ledger!', ''));
    });
    expect(addresses).toEqual(['B2:C3', 'B2', 'C3', 'B3:C3', '2:3', 'B:B']);
  });
});

describe('the used range', () => {
  test('it is the smallest around values; looks count unless only values are asked for', async () => {
    const host = open([
      ['x', null],
      [null, 1],
    ]);
    host.book.sheets[0]!.setStyle(9, 9, { bold: true });
    const addresses = await onSheet(host, async (sheet, context) => {
      const withLooks = sheet.getUsedRange().load('address');
      const values = sheet.getUsedRange(true).load('address');
      const within = sheet.getRange('C:C').getUsedRangeOrNullObject(true).load('address');
      await context.sync();
      return [withLooks.address, values.address, within.address];
    });
    expect(addresses).toEqual(['Ledger!B2:J10', 'Ledger!B2:C3', 'Ledger!C2:C3']);
  });

  test('of an empty sheet it is nothing, or A1 where something must be', async () => {
    const host = open();
    const seen = await onSheet(host, async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject();
      none.load('address');
      const corner = sheet.getUsedRange().load('address');
      await context.sync();
      return [none.isNullObject, corner.address];
    });
    expect(seen).toEqual([true, 'Ledger!A1']);
  });
});

describe('looks', () => {
  test('fill, font, alignment, wrap, format, width and borders are set and read', async () => {
    const host = open();
    const seen = await onSheet(host, async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      const { format } = range;
      format.fill.color = '#DDEBF7';
      format.font.bold = true;
      format.font.color = 'red';
      format.font.italic = true;
      format.wrapText = true;
      format.horizontalAlignment = 'Right';
      format.columnWidth = 96;
      format.borders.getItem('EdgeBottom').style = 'Continuous';
      format.borders.getItem('EdgeBottom').color = '#333333';
      range.numberFormat = [
        ['#,##0.00', '0%'],
        ['General', '@'],
      ];
      range.load('numberFormat');
      format.load('wrapText,horizontalAlignment,columnWidth,fill/color,font/bold,font/color,font/italic');
      const edge = format.borders.getItem('EdgeBottom').load('style,color');
      const inside = format.borders.getItem('InsideHorizontal').load('style');
      await context.sync();
      return [
        range.numberFormat,
        format.wrapText,
        format.horizontalAlignment,
        format.columnWidth,
        format.fill.color,
        format.font.bold,
        format.font.color,
        format.font.italic,
        edge.style,
        edge.color,
        inside.style,
      ];
    });
    expect(seen).toEqual([
      [
        ['#,##0.00', '0%'],
        ['General', '@'],
      ],
      true,
      'Right',
      96,
      '#DDEBF7',
      true,
      '#FF0000',
      true,
      'Continuous',
      '#333333',
      'None',
    ]);
    expect(host.book.sheets[0]?.cell(1, 0)?.style?.borders).toEqual({
      bottom: { style: 'Continuous', color: '#333333' },
    });
    expect(host.book.sheets[0]?.cell(0, 0)?.style?.borders).toBeUndefined();
  });

  test('a look that is not the same for all cells reads as null', async () => {
    const host = open();
    const bold = await onSheet(host, async (sheet, context) => {
      sheet.getRange('A1').format.font.bold = true;
      const { font } = sheet.getRange('A1:A2').format;
      font.load('bold');
      await context.sync();
      return font.bold;
    });
    expect(bold).toBeNull();
  });

  test('one number format for all cells', async () => {
    const host = open();
    await onSheet(host, (sheet) => (sheet.getRange('A1:A3').numberFormat = '0.00' as unknown as string[][]));
    expect([0, 1, 2].map((row) => host.book.sheets[0]?.cell(row, 0)?.style?.numberFormat)).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  test('an empty number format is General, null leaves it', async () => {
    const host = open();
    const formats = await onSheet(host, async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.numberFormat = [['0.00', '0%']];
      range.numberFormat = [['', null]] as string[][];
      range.load('numberFormat');
      await context.sync();
      return range.numberFormat;
    });
    expect(formats).toEqual([['General', '0%']]);
  });

  test('one value for all cells', async () => {
    const host = open();
    await onSheet(host, (sheet) => (sheet.getRange('A1:B2').values = 'x' as unknown as string[][]));
    expect(read(host.book.sheets[0]!, 'A1:B2')).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });

  test('a whole column keeps no look of its own: it is refused loudly, its width is not', async () => {
    const host = open();
    await expect(onSheet(host, (sheet) => (sheet.getRange('A:A').format.font.bold = true))).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('whole rows or columns'),
    });
    await onSheet(host, (sheet) => (sheet.getRange('A:B').format.columnWidth = 96));
    expect([...(host.book.sheets[0]?.columnWidths.keys() ?? [])]).toEqual([0, 1]);
  });

  test('autofit makes columns as wide as their longest text', async () => {
    const host = open([['x'.repeat(30)], ['x']]);
    await onSheet(host, (sheet) => sheet.getRange('B:C').format.autofitColumns());
    expect(host.book.sheets[0]?.columnWidths.get(1)).toBe(31);
    expect(host.book.sheets[0]?.columnWidths.has(2)).toBe(false);
  });

  test('clear takes contents, looks or both', async () => {
    const host = open([[1, 2, 3]]);
    await onSheet(host, (sheet) => {
      sheet.getRange('B2:D2').format.font.bold = true;
      sheet.getRange('B2').clear('Contents');
      sheet.getRange('C2').clear('Formats');
      sheet.getRange('D2').clear();
    });
    const cells = [1, 2, 3].map((column) => host.book.sheets[0]?.cell(1, column));
    expect(cells).toEqual([{ value: null, style: { bold: true } }, { value: 2 }, { value: null }]);
  });
});

test('a sheet shows and hides its lines, tab colour and frozen rows', async () => {
  const host = open();
  await onSheet(host, (sheet) => {
    sheet.showGridlines = false;
    sheet.tabColor = '#0F6CBD';
    sheet.freezePanes.freezeRows(5);
  });
  const shown = await onSheet(host, async (sheet, context) => {
    sheet.load('showGridlines,tabColor');
    await context.sync();
    return [sheet.showGridlines, sheet.tabColor];
  });
  expect(shown).toEqual([false, '#0F6CBD']);
  expect(host.book.sheets[0]).toMatchObject({
    showGridlines: false,
    tabColor: '#0F6CBD',
    frozenRows: 5,
    frozenColumns: 0,
  });
  await onSheet(host, (sheet) => sheet.freezePanes.unfreeze());
  expect(host.book.sheets[0]?.frozenRows).toBe(0);
});

test('a link shows its text and can be read back', async () => {
  const host = open();
  const link = await onSheet(host, async (sheet, context) => {
    const cell = sheet.getRange('A1');
    cell.hyperlink = { documentReference: "'Pool shares'!A5", textToDisplay: 'Shares', screenTip: 'Open' };
    cell.load('hyperlink,values');
    await context.sync();
    return [cell.hyperlink, cell.values];
  });
  expect(link).toEqual([
    { documentReference: "'Pool shares'!A5", textToDisplay: 'Shares', screenTip: 'Open' },
    [['Shares']],
  ]);
});

test('a list rule is kept, and values written by code are not held to it', async () => {
  const host = open();
  await onSheet(host, (sheet) => {
    const range = sheet.getRange('A1:A3');
    range.dataValidation.rule = { list: { inCellDropDown: true, source: 'shadow,pooled' } };
    range.dataValidation.errorAlert = { message: 'One of the list', showAlert: true, style: 'Stop', title: 'Kind' };
    range.values = [['neither'], ['shadow'], ['']];
  });
  expect(host.book.sheets[0]?.validations).toEqual([
    {
      area: { row: 0, column: 0, rows: 3, columns: 1 },
      rule: expect.objectContaining({ rule: { list: { inCellDropDown: true, source: 'shadow,pooled' } } }),
    },
  ]);
  await expect(onSheet(host, (sheet) => (sheet.getRange('A1').dataValidation.rule = {}))).rejects.toMatchObject({
    code: 'InvalidArgument',
  });
});

test('a rule put on part of a column leaves the rest its own', async () => {
  const host = open();
  const list = (source: string): Excel.DataValidationRule => ({ list: { inCellDropDown: true, source } });
  await onSheet(host, (sheet) => {
    sheet.getRange('B2:C9').dataValidation.rule = list('a');
    sheet.getRange('B4:B5').dataValidation.rule = list('b');
    sheet.getRange('C9').dataValidation.clear();
  });
  const kept = host.book.sheets[0]!.validations.map(({ area, rule }) => [
    areaAddress(area),
    (rule as { rule: Excel.DataValidationRule }).rule.list?.source,
  ]);
  expect(kept.sort()).toEqual([
    ['B2:C3', 'a'],
    ['B4:B5', 'b'],
    ['B6:C8', 'a'],
    ['B9', 'a'],
    ['C4:C5', 'a'],
  ]);
});

describe('selection', () => {
  test('what is selected is found again, with its first cell', async () => {
    const host = open();
    const seen = await onSheet(host, async (sheet, context) => {
      sheet.activate();
      sheet.getRange('C3:D4').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const active = context.workbook.getActiveCell().load('address');
      const shown = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return [selected.address, active.address, shown.name];
    });
    expect(seen).toEqual(['Ledger!C3:D4', 'Ledger!C3', 'Ledger']);
  });

  test('a hidden sheet cannot be shown by activating it', async () => {
    const host = open();
    host.book.addSheet('Hidden one').visibility = 'Hidden';
    await expect(
      onSheet(host, (_sheet, context) => context.workbook.worksheets.getItem('Hidden one').activate()),
    ).rejects.toMatchObject({ code: 'InvalidOperation' });
  });
});

describe('spills and merged areas', () => {
  function spilling(): TestHost {
    const host = open();
    const sheet = host.book.sheets[0]!;
    sheet.setContent(0, 0, 1, '=SEQUENCE(2)');
    sheet.setResult(0, 0, 1, { rows: 2, columns: 1 });
    sheet.setSpilled(1, 0, 2, { row: 0, column: 0 });
    return host;
  }

  test('the anchor and the cells it fills know each other', async () => {
    const seen = await onSheet(spilling(), async (sheet, context) => {
      const parent = sheet.getRange('A2').getSpillParentOrNullObject().load('address');
      const filled = sheet.getRange('A1').getSpillingToRangeOrNullObject().load('address');
      const none = sheet.getRange('B1').getSpillParentOrNullObject();
      none.load('address');
      const whole = sheet.getRange('A1:A2').load('hasSpill');
      const part = sheet.getRange('A1:A3').load('hasSpill');
      const without = sheet.getRange('B1').load('hasSpill');
      await context.sync();
      return [parent.address, filled.address, none.isNullObject, whole.hasSpill, part.hasSpill, without.hasSpill];
    });
    expect(seen).toEqual(['Ledger!A1', 'Ledger!A1:A2', true, true, null, false]);
  });

  test('merged areas that begin in a range: the address names their first cells, `areas` has their size', async () => {
    const host = open();
    host.book.sheets[0]!.merges.push({ row: 0, column: 0, rows: 1, columns: 3 });
    const seen = await onSheet(host, async (sheet, context) => {
      const merged = sheet.getRange('A1:B4').getMergedAreasOrNullObject();
      merged.load('address,areaCount,cellCount');
      merged.areas.load('items/address');
      const none = ['A2:D4', 'B1:D4'].map((address) => sheet.getRange(address).getMergedAreasOrNullObject());
      for (const nothing of none) nothing.load('address,areas/rowIndex');
      await context.sync();
      const addresses = merged.areas.items.map(({ address }) => address);
      return [merged.address, merged.areaCount, addresses, ...none.map(({ isNullObject }) => isNullObject)];
    });
    expect(seen).toEqual(['Ledger!A1', 1, ['Ledger!A1:C1'], true, true]);
  });
});

test('defined names: of a range, of a number, of a formula', async () => {
  const host = open();
  host.book.names.push(
    { name: 'Weights', formula: '=Ledger!$B$2:$C$3', visible: true },
    { name: 'Uplift', formula: '=0.025', visible: true },
    { name: 'Total', formula: '=SUM(Ledger!$B$2:$C$3)', visible: false },
    { name: 'Local', formula: '=Ledger!$A$1', visible: true, scope: 'Ledger' },
  );
  const seen = await onSheet(host, async (sheet, context) => {
    const { names } = context.workbook;
    names.load('items/name,items/type,items/value,items/visible');
    sheet.names.load('items/name');
    const range = names.getItem('weights').getRangeOrNullObject().load('address');
    const none = names.getItem('Total').getRangeOrNullObject();
    none.load('address');
    await context.sync();
    return [
      names.items.map(({ name, type, value, visible }) => [name, type, value, visible]),
      sheet.names.items.map(({ name }) => name),
      range.address,
      none.isNullObject,
    ];
  });
  expect(seen).toEqual([
    [
      ['Weights', 'Range', 'Ledger!B2:C3', true],
      ['Uplift', 'Double', 0.025, true],
      ['Total', 'String', '=SUM(Ledger!$B$2:$C$3)', false],
    ],
    ['Local'],
    'Ledger!B2:C3',
    true,
  ]);
});

describe('events', () => {
  test('a handler hears of edits to its sheet, and no longer once it is removed', async () => {
    const host = open();
    host.book.addSheet('Other');
    const heard: string[] = [];
    const handler = await onSheet(host, async (sheet, context) => {
      const added = sheet.onChanged.add(
        async (change) => void heard.push(`${change.address} ${change.changeType} ${change.worksheetId}`),
      );
      await context.sync();
      return added;
    });
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Other').getRange('A1').values = [[1]];
      context.workbook.worksheets.getItem('Ledger').getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toEqual([`B2:C3 RangeEdited ${host.book.sheets[0]?.id}`]);
    await host.Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    await onSheet(host, (sheet) => (sheet.getRange('A1').values = [[9]]));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).toHaveLength(1);
  });
});

describe('calculation', () => {
  /** Gives every formula cell the number of times it was calculated, and tells the workbook as the engine does. */
  function counting(): Calculator & { times: number; isApplying: boolean } {
    return {
      times: 0,
      isApplying: false,
      calculate(book: Book) {
        this.times++;
        this.isApplying = true;
        for (const sheet of book.sheets) {
          for (const [row, column, { formula }] of sheet.cells()) if (formula) sheet.setResult(row, column, this.times);
          sheet.tellChanged({ row: 0, column: 0, rows: 1, columns: 1 });
        }
        this.isApplying = false;
        return new Promise<void>((resolve) => setTimeout(resolve, 1));
      },
    };
  }

  const valueOf = (host: TestHost, address: string): Promise<unknown> =>
    onSheet(host, async (sheet, context) => {
      const cell = sheet.getRange(address).load('values');
      await context.sync();
      return cell.values[0]![0];
    });

  test('formulas are calculated before values are read, and only when something changed', async () => {
    const host = open([['=1+1']]);
    const calculator = counting();
    host.setCalculator(calculator);
    await onSheet(host, (sheet) => (sheet.getRange('A1').values = [[1]]));
    expect(calculator.times).toBe(0);
    expect(await valueOf(host, 'B2')).toBe(1);
    expect(await valueOf(host, 'B2')).toBe(1);
    await onSheet(host, (sheet) => sheet.getRange('B2').load('address'));
    expect(calculator.times).toBe(1);
    await onSheet(host, (sheet) => (sheet.getRange('A1').values = [[2]]));
    expect(await valueOf(host, 'B2')).toBe(2);
  });

  test('a value written and read in the same request is calculated in between', async () => {
    const host = open();
    host.setCalculator(counting());
    const values = await onSheet(host, async (sheet, context) => {
      const range = sheet.getRange('A1:A2');
      range.formulas = [['=1'], ['x']];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[1], ['x']]);
  });

  test('in manual mode nothing is calculated until it is asked for', async () => {
    const host = open();
    const calculator = counting();
    host.setCalculator(calculator);
    host.book.calculationMode = 'Manual';
    await onSheet(host, (sheet) => (sheet.getRange('A1').formulas = [['=1']]));
    expect(await valueOf(host, 'A1')).toBe('');
    expect(calculator.times).toBe(0);
    await onSheet(host, (_sheet, context) => context.application.calculate('Full'));
    expect(await valueOf(host, 'A1')).toBe(1);
  });

  test('a calculator can refuse a formula, and nothing of the range is written', async () => {
    const host = open();
    host.setCalculator({
      ...counting(),
      refuses: (formula) => (formula.includes('@X') ? 'there is no column X.' : undefined),
    });
    await expect(
      onSheet(host, (sheet) => (sheet.getRange('A1:A2').formulas = [['=1'], ['=[@X]']])),
    ).rejects.toMatchObject({
      code: 'InvalidArgument',
      message: 'The formula =[@X] cannot be read: there is no column X.',
    });
    expect(read(host.book.sheets[0]!, 'A1')).toEqual([['']]);
  });

  test('the first reads after a write show #BUSY! where the test wants it', async () => {
    const host = open();
    host.setCalculator(counting());
    host.setBusyReads(2);
    await onSheet(host, (sheet) => (sheet.getRange('A1:B1').formulas = [['=1', 5]]));
    const read = (): Promise<unknown> =>
      onSheet(host, async (sheet, context) => {
        const range = sheet.getRange('A1:B1').load('values,valueTypes');
        await context.sync();
        return [range.values, range.valueTypes];
      });
    const busy = [[['#BUSY!', 5]], [['Error', 'Double']]];
    expect([await read(), await read()]).toEqual([busy, busy]);
    expect(await read()).toEqual([[[1, 5]], [['Double', 'Double']]]);
  });

  test('a calculator that fails is a fault, not an answer', async () => {
    const host = open([['=1']]);
    host.setCalculator({ calculate: () => Promise.reject(new Error('engine gone')) });
    await onSheet(host, (sheet) => (sheet.getRange('A1').values = [[1]]));
    await expect(valueOf(host, 'B2')).rejects.toThrow('engine gone');
  });

  test('errors read as their code', async () => {
    const host = open();
    host.book.sheets[0]!.setContent(0, 0, new CellError('#N/A', 'Nothing there.'), '=X()');
    expect(await valueOf(host, 'A1')).toBe('#N/A');
  });

  test('the two suspend calls change nothing that can be read', async () => {
    const host = open();
    await onSheet(host, async (sheet, context) => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    expect(read(host.book.sheets[0]!, 'A1')).toEqual([[1]]);
  });
});

test('a chart keeps what it was given', async () => {
  const host = open([
    ['Partner', 'Share'],
    ['Leeds', 1],
  ]);
  const seen = await onSheet(host, async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('B2:C3'), 'Columns');
    chart.name = 'Shares';
    chart.title.text = 'Shares by partner';
    chart.legend.position = 'Right';
    chart.axes.valueAxis.numberFormat = '£#,##0';
    chart.axes.valueAxis.title.text = 'Pounds';
    chart.setPosition('E2', 'K20');
    chart.load('name,chartType,title/text');
    await context.sync();
    return [chart.name, chart.chartType, chart.title.text];
  });
  expect(seen).toEqual(['Shares', 'ColumnStacked', 'Shares by partner']);
  expect(host.book.sheets[0]?.charts).toMatchObject([
    {
      name: 'Shares',
      source: { row: 1, column: 1, rows: 2, columns: 2 },
      seriesBy: 'Columns',
      legend: { position: 'Right' },
      over: { row: 1, column: 4, rows: 19, columns: 7 },
      axes: { value: { numberFormat: '£#,##0', title: 'Pounds' } },
    },
  ]);
  await expect(onSheet(host, (sheet) => sheet.charts.add('Sunburst', sheet.getRange('B2:C3')))).rejects.toMatchObject({
    code: 'InvalidArgument',
  });
});

test('a block of 50,000 rows by 8 is written and read in requests under 5 MB', async () => {
  const host = open();
  const rows = Array.from({ length: 50_000 }, (_, row) => [
    `'${String(row).padStart(8, '0')}`,
    row,
    row / 4,
    'text',
    true,
    -row,
    null,
    '=B2*2',
  ]);
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ledger');
    for (let from = 0; from < rows.length; from += 10_000) {
      sheet.getRangeByIndexes(from, 0, 10_000, 8).formulas = rows.slice(from, from + 10_000) as string[][];
      await context.sync();
    }
  });
  const last = await onSheet(host, async (sheet, context) => {
    const range = sheet.getRange('A49999:H50000').load('formulas,valueTypes');
    await context.sync();
    return range.formulas;
  });
  expect(last).toEqual([
    ['00049998', 49_998, 12_499.5, 'text', true, -49_998, '', '=B2*2'],
    ['00049999', 49_999, 12_499.75, 'text', true, -49_999, '', '=B2*2'],
  ]);
  expect(Math.max(...host.log.map(({ requestBytes }) => requestBytes))).toBeLessThan(5_000_000);
});
