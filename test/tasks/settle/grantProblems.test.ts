/*
 * What is said about grants: single cells and rows of PoolGrants, lines that are not in the pool, and conditions not met.
 */
import { readModel } from '../../../src/workbook/readModel';
import { grantFindings } from '../../../src/workbook/grantRules';
import { grantProblems } from '../../../src/tasks/settle/grantProblems';
import { grantStatement } from '../../../src/tasks/settle/grantStatement';
import type { Cells } from '../fixture';
import { COUNCIL, EQUIPMENT, POOL, type Tables, grantInputs, openTables, spent, withTables } from './grantFixture';

jest.setTimeout(60_000);

const grant = (change: Cells = {}): Cells => ({
  Pool: POOL,
  Grant: 'Disabled Facilities',
  Partner: COUNCIL,
  Year: '2026/27',
  Amount: 100,
  Lines: 'Loans',
  ...change,
});
const only = (...grants: readonly Cells[]): Tables => withTables({ PoolGrants: grants });

async function rulesOf(tables: Tables) {
  const host = await openTables(tables);
  const model = await host.run((context) => readModel(context));
  return [...model.inputs, ...grantFindings(model.tables)];
}

async function problemsOf(tables: Tables, period = '2026-06') {
  const host = await openTables(tables);
  const inputs = grantInputs(await host.run((context) => readModel(context)), period);
  return grantProblems(inputs, grantStatement(inputs));
}

test('the equipment pool is without a fault', async () => {
  expect(await rulesOf(EQUIPMENT)).toEqual([]);
});

test.each([
  // why, grants, kind, figures
  ['a year that is none', [grant({ Year: '2026' })], 'year not readable', {}],
  ['a partner that is not listed', [grant({ Partner: 'Nobody' })], 'partner not listed', {}],
  ['an amount below nought', [grant({ Amount: -0.01 })], 'grant below nought', { leftPence: -1 }],
  ['less than nothing brought forward', [grant({ 'Brought forward': -5 })], 'grant below nought', { leftPence: -500 }],
  [
    'a minimum a penny above what there is',
    [grant({ 'Brought forward': 20, Minimum: 120.01 })],
    'grant minimum above available',
    { leftPence: 12_001, rightPence: 12_000, differencePence: 1 },
  ],
  ['a line that is not listed', [grant({ Lines: 'Loans; Cars' })], 'grant line not listed', { line: 'Cars' }],
  ['a line twice', [grant({ Lines: 'Loans; loans' })], 'grant line twice', { line: 'Loans' }],
  ['a grant twice', [grant(), grant({ Amount: 5 })], 'row twice', {}],
  [
    'one turn twice',
    [grant({ Order: 1 }), grant({ Grant: 'B', Order: 1 })],
    'grant order twice',
    { detail: { grant: 'B', other: 'Disabled Facilities', order: 1 } },
  ],
])('%s', async (_why, grants, kind, figures) => {
  expect(await rulesOf(only(...grants))).toMatchObject([{ kind, place: { sheet: 'Pool grants' }, ...figures }]);
});

test.each([
  ['a minimum of all there is', [grant({ 'Brought forward': 20, Minimum: 120 })]],
  ['one turn in two years', [grant({ Order: 1 }), grant({ Order: 1, Year: '2027/28' })]],
  ['one grant for two partners', [grant(), grant({ Partner: 'Leicestershire Health' })]],
])('%s is no fault', async (_why, grants) => expect(await rulesOf(only(...grants))).toEqual([]));

test('a pool that is in no arrangement is named', async () => {
  const tables = { ...only(grant({ Pool: 'Beds pool', Lines: '' })), PoolArrangements: [] as Cells[] };
  const withArrangement = {
    ...tables,
    PoolArrangements: [
      { Pool: POOL, Kind: 'pooled' },
      { Pool: 'Other pool', Kind: 'shadow' },
    ],
  };
  expect(await rulesOf(withArrangement)).toMatchObject([{ kind: 'pool not listed', detail: { text: 'Beds pool' } }]);
});

test.each([
  // why, grants, kind, detail
  ['an excluded line', [grant({ Lines: 'Wheelchairs' })], 'grant line excluded', { line: 'Wheelchairs' }],
  [
    'a line of another pool',
    [grant({ Lines: 'Beds' })],
    'grant line of other pool',
    { line: 'Beds', pool: 'Other pool' },
  ],
  ['a pool without lines', [grant({ Pool: 'Empty', Lines: '' })], 'grant without lines', { pool: 'Empty' }],
])('%s stops, and the grant pays for nothing there', async (_why, grants, kind, detail) => {
  const [found, ...more] = await problemsOf(only(...grants));
  expect(found).toMatchObject({ kind, severity: 'error', place: { column: 6 }, detail });
  expect(more).toEqual([]);
});

describe('conditions in June and at the year’s end', () => {
  const spending = (pounds: number) => ({
    PoolStatement: ['2026-06', '2027-02', '2027-03'].map((period) => spent('Loans', pounds, period)),
  });
  const with100 = (change: Cells, pounds: number): Tables => ({ ...only(grant(change)), ...spending(pounds) });
  test.each([
    // why, month, minimum, spent, findings: kind, left, right, gap
    ['June, below the minimum', '2026-06', 60, 59.99, [['grant minimum not yet met', 5_999, 6_000, 1]]],
    ['June, money left is nothing to say', '2026-06', 60, 60, []],
    ['March, all spent', '2027-03', 60, 100, []],
    ['March, more than all spent', '2027-03', 60, 250, []],
    ['March, money left', '2027-03', 60, 99.99, [['grant unspent', 9_999, 10_000, 1]]],
    [
      'March, below the minimum',
      '2027-03',
      60,
      40,
      [
        ['grant unspent', 4_000, 10_000, 6_000],
        ['grant minimum not met', 4_000, 6_000, 2_000],
      ],
    ],
  ] as const)('%s', async (_why, period, minimum, pounds, expected) => {
    const found = await problemsOf(with100({ Minimum: minimum }, pounds), period);
    expect(
      found.map(({ kind, leftPence, rightPence, differencePence }) => [kind, leftPence, rightPence, differencePence]),
    ).toEqual(expected);
  });

  test('a minimum is an error only once the year is over', async () => {
    const severities = async (period: string) =>
      (await problemsOf(with100({ Minimum: 60 }, 1), period)).map(({ severity }) => severity);
    expect(await severities('2026-06')).toEqual(['warning']);
    expect(await severities('2027-02')).toEqual(['warning']);
    expect(await severities('2027-03')).toEqual(['warning', 'error']);
  });
});

test('a month without a statement: what was spent is not known, and that is said once for each grant', async () => {
  expect(await problemsOf(only(grant()), '2026-09')).toMatchObject([{ kind: 'grant spend not known' }]);
});
