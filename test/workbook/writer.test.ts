/*
 * The one writer against the real Office.js: what lands in the cells, what stops it, what it puts back.
 */
import { type PlannedCell, type PlannedTable, numberCell, textCell } from '../../src/workbook/plan';
import { undoRun } from '../../src/workbook/undo';
import { writePlan } from '../../src/workbook/writer';
import { refusal } from '../../src/preview/executor/hostError';
import { openHost, read, fill } from '../support/host';

const AWKWARD = [
  '00123',
  '3-4',
  '1E5',
  '=1+1',
  '-5',
  "'x",
  '@a',
  '+1',
  '#N/A',
  'TRUE',
  '1/2/2026',
  '2004/05',
  'Jan 5',
  '£5',
  '5%',
  '',
];

function lines(rows: readonly (readonly [string, string])[]): PlannedTable {
  return {
    table: 'PoolLines',
    action: 'create',
    columns: [
      'Line',
      'Pool',
      'From',
      'Description',
      'Scope',
      'Type',
      'Risk rule',
      'Manages',
      'Accountable',
      'Bears risk',
      'Underspend',
    ],
    rows: rows.map(([line, pool]): PlannedCell[] => [
      textCell(line),
      textCell(pool),
      numberCell(46113),
      ...Array.from({ length: 8 }, () => textCell('')),
    ]),
  };
}

function actuals(period: string, amounts: readonly number[], partner = 'A'): PlannedTable {
  return {
    table: 'PoolActuals',
    action: 'replace period',
    period,
    columns: ['Period', 'Partner', 'Line', 'Amount', 'Rows', 'Source total', 'As at', 'Treatment'],
    rows: amounts.map((amount, at) => [
      textCell(period),
      textCell(partner),
      textCell(`Line ${at}`),
      numberCell(amount),
      numberCell(1),
      numberCell(amount),
      numberCell(46113),
      textCell('in pool'),
    ]),
  };
}

test('makes the sheet, the table and the list of tables', async () => {
  const host = openHost();
  const result = await writePlan({
    tables: [lines([['Day care', 'LD']])],
    period: '2026-06',
    when: new Date(2026, 6, 8, 9, 30),
  });
  expect(result.ok).toBe(true);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Pool', 'Pool lines']);
  const sheet = host.book.sheet('Pool lines')!;
  expect(read(sheet, 'A1')).toEqual([['Budget lines']]);
  expect(read(sheet, 'A5:C6')).toEqual([
    ['Line', 'Pool', 'From'],
    ['Day care', 'LD', 46113],
  ]);
  const scope = sheet.validations.find(({ area }) => area.column === 4)!;
  expect(scope.rule).toMatchObject({ rule: { list: { inCellDropDown: true, source: 'in,excluded' } } });
  const table = host.book.table('PoolLines')!;
  expect(table.area).toEqual({ row: 4, column: 0, rows: 2, columns: 11 });
  expect(sheet.frozenRows).toBe(5);
  expect(sheet.cell(5, 2)?.style?.numberFormat).toBe('dd/mm/yyyy');
  expect(read(host.book.sheet('Pool')!, 'A5:E6')).toEqual([
    ['Table', 'What it holds', 'Filled by', 'Rows', 'Period'],
    ['PoolLines', 'Budget lines', 'you', 1, ''],
  ]);
  expect(host.book.sheet('Pool')!.hyperlinks).toMatchObject([
    { row: 5, column: 0, documentReference: "'Pool lines'!A5" },
  ]);
});

test('the list names a table of the user’s that the run leaves alone, with its rows', async () => {
  const host = openHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Pool shares');
    sheet.getRange('A5:G5').values = [['Pool', 'Set', 'Partner', 'From', 'Share', 'Basis', 'Cap']];
    sheet.getRange('A6:C7').values = [
      ['LD', 'Half', 'A'],
      ['LD', 'Half', 'B'],
    ];
    context.workbook.tables.add("'Pool shares'!A5:G7", true).name = 'PoolShares';
    await context.sync();
  });
  await writePlan({ tables: [lines([['Day care', 'LD']])] });
  expect(read(host.book.sheet('Pool')!, 'A6:F7')).toEqual([
    ['PoolLines', 'Budget lines', 'you', 1, '', expect.any(Number)],
    ['PoolShares', 'Lists of shares', 'you', 2, '', ''],
  ]);
  expect(host.book.sheet('Pool')!.hyperlinks.map(({ documentReference }) => documentReference)).toEqual([
    "'Pool lines'!A5",
    "'Pool shares'!A5",
  ]);
});

test('a figure’s heading stands at the right, and what only formulas read is grey and named above', async () => {
  const host = openHost();
  const row = ['2026-06', 'to date', 'A', 'B', 'A to B'].map((text) => textCell(text));
  const bridge: PlannedTable = {
    table: 'PoolBridge',
    action: 'replace period',
    period: '2026-06',
    columns: ['Period', 'Bridge', 'From', 'To', 'Step', 'Amount', 'Running total', 'Reason', 'Explained', 'Reference', 'Key'],
    rows: [[...row, numberCell(1), numberCell(1), textCell(''), textCell(''), textCell('R'), textCell('K')]],
    note: 'Step by step.',
  }; // prettier-ignore
  await writePlan({ tables: [bridge] });
  const sheet = host.book.sheet('Pool bridge')!;
  expect(read(sheet, 'A2')).toEqual([
    ['Step by step. From “Key” to the right, in grey: workings that Poolbook needs.'],
  ]);
  expect([4, 5].map((column) => sheet.cell(4, column)?.style?.horizontal)).toEqual([undefined, 'Right']);
  expect([9, 10].map((column) => sheet.cell(5, column)?.style?.fontColor)).toEqual([undefined, '#595959']);
});

test('a formula that gives a name has room for it, one that gives an amount only for that', async () => {
  openHost();
  const transfers: PlannedTable = {
    table: 'PoolTransfers',
    action: 'replace period',
    period: '2026-06',
    columns: ['Period', 'Pool', 'From', 'To', 'Amount', 'Host', 'Number'],
    calculated: { From: '="A"', To: '="B"', Amount: '=1' },
    rows: [['2026-06', 'LD', '', '', '', 'A', '1'].map((text) => textCell(text))],
  };
  await writePlan({ tables: [transfers] });
  const widths = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Pool transfers');
    const formats = ['D6', 'E6'].map((cell) => sheet.getRange(cell).format.load('columnWidth'));
    await context.sync();
    return formats.map(({ columnWidth }) => columnWidth);
  });
  expect(widths[0]).toBeGreaterThan(200);
  expect(widths[1]).toBeLessThan(110);
});

test('every text comes back as the text it was', async () => {
  const host = openHost();
  await writePlan({ tables: [lines(AWKWARD.map((text) => [text === '' ? 'blank' : text, text]))] });
  const sheet = host.book.sheet('Pool lines')!;
  expect(read(sheet, `B6:B${5 + AWKWARD.length}`).map(([text]) => text)).toEqual(AWKWARD);
  for (let row = 5; row < 5 + AWKWARD.length; row++) expect(sheet.cell(row, 1)?.formula).toBeUndefined();
});

test('a period is replaced where it stands and the other periods keep their places', async () => {
  const host = openHost();
  await writePlan({ tables: [actuals('2026-05', [1, 2, 3])] });
  await writePlan({ tables: [actuals('2026-06', [10, 20])] });
  await writePlan({ tables: [actuals('2026-05', [4, 5])] });
  const sheet = host.book.sheet('Pool actuals')!;
  expect(read(sheet, 'A6:D10').map((row) => [row[0], row[3]])).toEqual([
    ['2026-05', 4],
    ['2026-05', 5],
    ['', ''],
    ['2026-06', 10],
    ['2026-06', 20],
  ]);
  await writePlan({ tables: [actuals('2026-06', [30])] });
  expect(host.book.table('PoolActuals')!.area.rows).toBe(1 + 4);
  expect(read(sheet, 'A10:D10')).toEqual([['', '', '', '']]);
});

test("the user's own column, note and format stay beside their row", async () => {
  const host = openHost();
  await writePlan({ tables: [actuals('2026-06', [10, 20, 30])] });
  const sheet = host.book.sheet('Pool actuals')!;
  await host.run(async (context) => {
    const table = context.workbook.tables.getItem('PoolActuals');
    table.resize(context.workbook.worksheets.getItem('Pool actuals').getRange('A5:I8'));
    context.workbook.worksheets.getItem('Pool actuals').getRange('I5:I8').values = [
      ['My note'],
      ['first'],
      ['second'],
      ['third'],
    ];
    context.workbook.worksheets.getItem('Pool actuals').getRange('D7').format.fill.color = '#FFFF00';
    await context.sync();
  });
  const planned = actuals('2026-06', [11, 21, 31]);
  const again = { ...planned, rows: [planned.rows[2]!, planned.rows[1]!] };
  const result = await writePlan({ tables: [again] });
  expect(result.ok).toBe(true);
  expect(read(sheet, 'C6:I8').map((row) => [row[0], row[1], row[6]])).toEqual([
    ['', '', 'first'],
    ['Line 1', 21, 'second'],
    ['Line 2', 31, 'third'],
  ]);
  expect(sheet.cell(6, 3)?.style?.fill).toBe('#FFFF00');
});

describe('stops before the first cell', () => {
  test('a protected sheet', async () => {
    const host = openHost();
    await writePlan({ tables: [actuals('2026-05', [1])] });
    host.book.sheet('Pool actuals')!.isProtected = true;
    const result = await writePlan({ tables: [actuals('2026-06', [2])] });
    expect(result).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { kind: 'blocked', findings: [{ kind: 'sheet protected' }] },
    });
  });

  test('a filtered table, into whose wrong rows Excel would put the figures', async () => {
    const host = openHost();
    await writePlan({ tables: [actuals('2026-05', [1, 2])] });
    host.book.table('PoolActuals')!.filter = 'filtering';
    const result = await writePlan({ tables: [actuals('2026-05', [3, 4])] });
    expect(result).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { findings: [{ kind: 'table filtered', place: { sheet: 'Pool actuals', row: 4 } }] },
    });
    // Buttons that are switched off filter nothing.
    host.book.table('PoolActuals')!.filter = 'off';
    expect((await writePlan({ tables: [actuals('2026-05', [3, 4])] })).ok).toBe(true);
  });

  test('a workbook protected against new sheets, but not the tables it has', async () => {
    const host = openHost();
    await writePlan({ tables: [actuals('2026-05', [1])] });
    host.book.isStructureProtected = true;
    expect(await writePlan({ tables: [lines([['Day care', 'LD']])] })).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { findings: [{ kind: 'workbook protected', detail: { sheet: 'Pool lines' } }] },
    });
    expect((await writePlan({ tables: [actuals('2026-05', [2])] })).ok).toBe(true);
  });

  test("a table name that is the user's", async () => {
    const host = openHost();
    fill(host.book.sheets[0]!, 'A1', [['Item'], ['x']]);
    await host.run(async (context) => {
      context.workbook.tables.add('Sheet1!A1:A2', true).name = 'PoolActuals';
      await context.sync();
    });
    const result = await writePlan({ tables: [actuals('2026-06', [2])] });
    expect(result).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { findings: [{ kind: 'table name taken' }] },
    });
    expect(host.book.sheets).toHaveLength(1);
  });

  test('a sheet of that name that holds something else', async () => {
    const host = openHost();
    fill(host.book.addSheet('Pool actuals'), 'B2', [['mine']]);
    const result = await writePlan({ tables: [actuals('2026-06', [2])] });
    expect(result).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { findings: [{ kind: 'sheet in the way' }] },
    });
  });

  test("the user's cells below a table", async () => {
    const host = openHost();
    await writePlan({ tables: [actuals('2026-05', [1])] });
    fill(host.book.sheet('Pool actuals')!, 'B7', [['mine']]);
    const result = await writePlan({ tables: [actuals('2026-06', [2])] });
    expect(result).toMatchObject({
      ok: false,
      stop: { findings: [{ kind: 'cells in the way', place: { sheet: 'Pool actuals', row: 6, column: 1 } }] },
    });
  });
});

test('undo puts every cell back, empties the sheets it added, and the next run fills them again', async () => {
  const host = openHost();
  await writePlan({ tables: [actuals('2026-05', [1, 2])] });
  const before = read(host.book.sheet('Pool actuals')!, 'A5:H9');
  const run = await writePlan({ tables: [actuals('2026-05', [5, 6, 7]), lines([['Day care', 'LD']])] });
  if (!run.ok) throw new Error('the run failed');
  const undone = await undoRun(run.record);
  expect(undone).toMatchObject({ ok: true, emptied: ['Pool lines'] });
  expect(host.book.sheet('Pool lines')!.validations).toEqual([]);
  expect(read(host.book.sheet('Pool actuals')!, 'A5:H9')).toEqual(before);
  expect(host.book.table('PoolActuals')!.area.rows).toBe(3);
  const again = await writePlan({ tables: [lines([['Day care', 'LD']])] });
  expect(again.ok).toBe(true);
  expect(read(host.book.sheet('Pool lines')!, 'A5:B6')).toEqual([
    ['Line', 'Pool'],
    ['Day care', 'LD'],
  ]);
});

test('undo lists the cells that changed since and touches nothing', async () => {
  const host = openHost();
  const run = await writePlan({ tables: [actuals('2026-05', [5, 6])] });
  if (!run.ok) throw new Error('the run failed');
  const sheet = host.book.sheet('Pool actuals')!;
  sheet.setContent(6, 3, 99);
  const undone = await undoRun(run.record);
  expect(undone).toEqual({ ok: false, reason: 'changed', cells: [{ sheet: 'Pool actuals', row: 6, column: 3 }] });
  expect(read(sheet, 'D6:D7')).toEqual([[5], [99]]);
});

test('undo touches nothing while a table is filtered', async () => {
  const host = openHost();
  const run = await writePlan({ tables: [actuals('2026-05', [5, 6])] });
  if (!run.ok) throw new Error('the run failed');
  host.book.table('PoolActuals')!.filter = 'filtering';
  expect(await undoRun(run.record)).toEqual({ ok: false, reason: 'filtered', table: 'PoolActuals' });
  expect(read(host.book.sheet('Pool actuals')!, 'D6:D7')).toEqual([[5], [6]]);
});

test.each(['UndoNotSupported', 'GeneralException'])(
  'a group that Excel gives up with %s is taken back, and may be written without one',
  async (code) => {
    const host = openHost();
    await writePlan({ tables: [actuals('2026-05', [1])] });
    const before = host.requests;
    await writePlan({ tables: [actuals('2026-05', [2])] });
    const writing = host.requests + (host.requests - before) - 1;
    host.injectFailure(writing, code);
    expect(await writePlan({ tables: [actuals('2026-05', [3])] })).toMatchObject({
      ok: false,
      workbook: 'restored',
      stop: { kind: 'undo-not-supported', refusal: { code } },
    });
    expect(read(host.book.sheet('Pool actuals')!, 'D6')).toEqual([[2]]);
    expect((await writePlan({ tables: [actuals('2026-05', [3])] }, { grouped: false })).ok).toBe(true);
    expect(read(host.book.sheet('Pool actuals')!, 'D6')).toEqual([[3]]);
  },
);

test('an Excel that cannot freeze the rows of a new sheet gets the run without it', async () => {
  const host = openHost();
  const addSheet = host.book.addSheet.bind(host.book);
  host.book.addSheet = (name) =>
    Object.defineProperty(addSheet(name), 'frozenRows', {
      get: () => 0,
      set: () => {
        throw refusal('GeneralException');
      },
    });
  const run = await writePlan({ tables: [actuals('2026-05', [5, 6])] });
  expect(run.ok).toBe(true);
  expect(read(host.book.sheet('Pool actuals')!, 'A5:D7').map((row) => [row[0], row[3]])).toEqual([
    ['Period', 'Amount'],
    ['2026-05', 5],
    ['2026-05', 6],
  ]);
  expect(host.book.tables.map(({ name }) => name).sort()).toEqual(['Pool', 'PoolActuals']);
});

test('inputs that changed since the plan was made stop it', async () => {
  const host = openHost();
  fill(host.book.sheets[0]!, 'A1', [
    ['Code', 'Amount'],
    ['a', 1],
  ]);
  const result = await writePlan({
    tables: [actuals('2026-05', [5])],
    inputs: [
      {
        what: 'Ledger',
        area: { sheet: 'Sheet1', row: 0, column: 0, rows: 2, columns: 2 },
        fingerprint: 'something else',
      },
    ],
  });
  expect(result).toMatchObject({ ok: false, workbook: 'unchanged', stop: { kind: 'inputs-changed' } });
  expect(host.book.sheets).toHaveLength(1);
});
