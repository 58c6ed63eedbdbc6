/*
 * The statement of grants in a whole workbook: figures worked by hand, formulas against the model cell by cell, and what a
 * change in the sheet does without a run.
 */
import { readModel } from '../../../src/workbook/readModel';
import { grantStatement } from '../../../src/tasks/settle/grantStatement';
import { GRANT_KEY, grantFigures, grantKey } from '../../../src/tasks/settle/grantTable';
import { compareTable } from '../../../src/tasks/reconcile/compareTable';
import { grantFormulas } from '../../../src/workbook/grantFormulas';
import type { TestHost } from '../../support/host';
import {
  COUNCIL,
  EQUIPMENT,
  PERIOD,
  POOL,
  differences,
  grantInputs,
  openTables,
  runGrants,
  shown,
  spent,
  typeIn,
  withTables,
} from './grantFixture';

jest.setTimeout(60_000);

/** The rows of the month: grant, line, and the figures of the contract. */
async function statement(host: TestHost) {
  const rows = await shown(host, 'PoolGrantStatement');
  return rows.map((row) =>
    ['Grant', 'Line', 'Available', 'Eligible spend', 'Applied', 'Unspent', 'Minimum', 'Check'].map((key) => row[key]),
  );
}

test('the grants of the pool by hand: 60,000.00 on loans first, then adaptations, then what is left of loans and sensory', async () => {
  const host = await openTables();
  await runGrants(host);
  expect(await statement(host)).toEqual([
    // grant, line, available, eligible, applied, unspent, minimum, check
    ['Improved Better Care', 'Loans', 60_000, 45_000.25, 45_000.25, 14_999.75, '', ''],
    ['Improved Better Care', 'Adaptations', 14_999.75, 160_000.1, 14_999.75, 0, '', ''],
    ['Improved Better Care', 'Sensory', 0, 31_000, 0, 0, '', ''],
    ['Improved Better Care', '', 60_000, 236_000.35, 60_000, 0, '', 0],
    // 160,000.10 less 14,999.75 is 145,000.35: 4,999.65 short of the minimum.
    ['Disabled Facilities', 'Adaptations', 212_000.5, 145_000.35, 145_000.35, 67_000.15, '', ''],
    ['Disabled Facilities', '', 212_000.5, 145_000.35, 145_000.35, 67_000.15, 150_000, 4_999.65],
    ['Discharge', 'Loans', 90_000, 0, 0, 90_000, '', ''],
    ['Discharge', 'Sensory', 90_000, 31_000, 31_000, 59_000, '', ''],
    ['Discharge', '', 90_000, 31_000, 31_000, 59_000, '', 0],
  ]);
  expect(await differences(host)).toEqual([]);
});

describe('a change in the sheet moves the figures without a run', () => {
  test.each([
    // why, table, row, heading, value
    ['less spent on loans', 'PoolStatement', 1, 'Own to date', 100.01],
    ['loans in credit', 'PoolStatement', 1, 'Own to date', -5_000],
    ['figures of loans missing', 'PoolStatement', 1, 'Own to date', ''],
    ['a larger first grant', 'PoolGrants', 3, 'Amount', 250_000.01],
    ['nothing brought forward', 'PoolGrants', 2, 'Brought forward', ''],
    ['no minimum', 'PoolGrants', 2, 'Minimum', ''],
    ['a minimum for another grant', 'PoolGrants', 1, 'Minimum', 31_000.01],
  ] as const)('%s', async (_why, table, row, heading, value) => {
    const host = await openTables();
    await runGrants(host);
    const before = await statement(host);
    await typeIn(host, table, row, heading, value);
    expect(await statement(host)).not.toEqual(before);
    expect(await differences(host)).toEqual([]);
  });

  test.each([
    ['other lines', 'Lines', 'Loans'],
    ['another turn', 'Order', 3],
    ['another name', 'Grant', 'Growth'],
    ['another year', 'Year', '2027/28'],
  ] as const)('%s show no figure until the next run', async (_why, heading, value) => {
    const host = await openTables();
    await runGrants(host);
    await typeIn(host, 'PoolGrants', 3, heading, value);
    const applied = (await shown(host, 'PoolGrantStatement')).map((row) => row['Applied']);
    expect(new Set(applied)).toEqual(new Set(['#N/A']));
    await runGrants(host);
    expect(await differences(host)).toEqual([]);
  });
});

test('missing is not zero: nothing is applied while the spending on a line of the pool is not known', async () => {
  const host = await openTables(
    withTables({ PoolStatement: [spent('Loans'), spent('Adaptations', 160_000), spent('Sensory', 1)] }),
  );
  await runGrants(host);
  const rows = await shown(host, 'PoolGrantStatement');
  expect(new Set(rows.map((row) => row['Applied']))).toEqual(new Set(['']));
  expect(rows.filter((row) => row['Row'] === 'grant').map((row) => [row['Available'], row['Check']])).toEqual([
    [60_000, ''],
    [212_000.5, ''],
    [90_000, ''],
  ]);
  expect(await differences(host)).toEqual([]);
});

test('names are compared whole: wildcards, capitals and figures of another pool or month change nothing', async () => {
  const grants = [
    { Pool: POOL, Grant: 'G*', Partner: COUNCIL, Year: '2026/27', Amount: 10, Lines: 'l?ne; 00123' },
    { Pool: POOL, Grant: 'GX', Partner: COUNCIL, Year: '2026/27', Amount: 20, Lines: 'Line' },
    { Pool: 'Other pool', Grant: 'G*', Partner: COUNCIL, Year: '2026/27', Amount: 40 },
  ];
  const lines = ['L?NE', '00123', 'Line', '123'].map((Line) => ({ Line, Pool: POOL, Scope: 'in' }));
  const host = await openTables(
    withTables({
      PoolGrants: grants,
      PoolLines: [...lines, { Line: 'Beds', Pool: 'Other pool', Scope: 'in' }],
      PoolStatement: [
        spent('L?NE', 4),
        spent('00123', 5),
        spent('Line', 6),
        spent('123', 7),
        spent('Beds', 8, PERIOD, 'Other pool'),
        spent('Line', 1_000, '2026-05'),
      ],
    }),
  );
  await runGrants(host);
  const totals = (await shown(host, 'PoolGrantStatement')).filter((row) => row['Row'] === 'grant');
  expect(totals.map((row) => row['Applied'])).toEqual([9, 6, 8]);
  expect(await differences(host)).toEqual([]);
});

test('a month is written again in place, and another month stands below it', async () => {
  const july = EQUIPMENT['PoolStatement']!.map((row) => ({
    ...row,
    Period: row['Period'] === PERIOD ? '2026-07' : 'x',
  }));
  const host = await openTables(withTables({ PoolStatement: [...EQUIPMENT['PoolStatement']!, ...july] }));
  await runGrants(host);
  await runGrants(host, true, '2026-07');
  await runGrants(host);
  expect((await shown(host, 'PoolGrantStatement')).map((row) => row['Period'])).toEqual([
    ...Array<string>(9).fill(PERIOD),
    ...Array<string>(9).fill('2026-07'),
  ]);
  expect(await differences(host)).toEqual([]);
  expect(await differences(host, '2026-07')).toEqual([]);
});

test('notes beside rows stay with their grant; where that breaks the turn, values are written and are right', async () => {
  const host = await openTables();
  await runGrants(host);
  const cells = (await host.run((context) => readModel(context))).cells.get('PoolGrantStatement')!;
  await host.run(async (context) => {
    const table = context.workbook.tables.getItem('PoolGrantStatement');
    table.columns.add(undefined, [['Mine'], ...cells.values.map(() => ['a note'])]);
    await context.sync();
  });
  await typeIn(host, 'PoolGrants', 3, 'Order', 9);
  const planned = await runGrants(host);
  expect(planned.calculated).toBeUndefined();
  const model = await host.run((context) => readModel(context));
  const expected = grantStatement(grantInputs(model)).map((row) => ({
    key: grantKey(row),
    figures: grantFigures(row),
  }));
  const found = compareTable({
    cells: model.cells.get('PoolGrantStatement')!,
    period: PERIOD,
    keyColumns: GRANT_KEY,
    expected,
    calculated: Object.keys(grantFormulas()),
  });
  expect(found).toEqual([]);
});

test('above the limit of live cells the same figures are values', async () => {
  const host = await openTables();
  const planned = await runGrants(host, false);
  expect(planned.calculated).toBeUndefined();
  expect(await differences(host)).toEqual([]);
  await typeIn(host, 'PoolGrants', 1, 'Amount', 1);
  expect(await differences(host)).not.toEqual([]);
});

test('a figure typed over a formula, and one that differs, are found with their cell', async () => {
  const host = await openTables();
  await runGrants(host);
  await typeIn(host, 'PoolGrantStatement', 5, 'Applied', 1);
  const model = await host.run((context) => readModel(context, true));
  const rows = grantStatement(grantInputs(model));
  const cells = model.cells.get('PoolGrantStatement')!;
  const found = compareTable({
    cells,
    period: PERIOD,
    keyColumns: GRANT_KEY,
    expected: rows.map((row) => ({ key: grantKey(row), figures: grantFigures(row) })),
    calculated: Object.keys(grantFormulas()),
  });
  expect(found.filter(({ detail }) => detail?.['column'] === 'Applied')).toMatchObject([
    { kind: 'formula overwritten', place: { row: cells.row + 4 } },
    { kind: 'figure differs', place: { row: cells.row + 4 }, leftPence: 100, rightPence: 14_500_035 },
    { kind: 'figure differs', place: { row: cells.row + 5 }, leftPence: 100, rightPence: 14_500_035 },
  ]);
});
