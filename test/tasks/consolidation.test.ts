/*
 * Three pools in one workbook, through the real Office.js and a calculating engine: the City's, the County's with Rutland in a
 * group, and one of the whole health community. Leicester 2000, paragraphs 6 to 19; Leicester 2004, 2.1. Amounts are illustrative.
 */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import type { TestHost } from '../support/host';
import { type Given, cellsOf, day, openWorkbook, runTask, shown } from '../coverage/workbook';
import { quiet } from './fixture';
import { typeIn } from './share/fixture';

jest.setTimeout(120_000);

const CITY = 'Leicester City Council';
const COUNTY = 'Leicestershire County Council';
const RUTLAND = 'Rutland County Council';
const HEALTH = 'Leicestershire Health Authority';
const LD = 'Learning disability';
const COLUMNS = ['City', 'County', 'Rutland', 'Health', 'Total', 'Check'];

const THREE: Given = {
  tables: {
    PoolPartners: [
      { Partner: CITY, Sector: 'council', 'Short name': 'City' },
      { Partner: COUNTY, Sector: 'council', 'Short name': 'County', 'Part of': 'Leicestershire and Rutland' },
      { Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland', 'Part of': 'Leicestershire and Rutland' },
      { Partner: HEALTH, Sector: 'NHS', 'Short name': 'Health' },
    ],
    PoolArrangements: [
      { Pool: 'City LD', 'Service line': LD, Area: 'Leicester', Kind: 'pooled', Host: CITY },
      { Pool: 'County LD', 'Service line': LD, Area: 'Leicestershire and Rutland', Kind: 'pooled', Host: COUNTY },
      { Pool: 'Community MH', 'Service line': 'Mental health', Area: 'All', Kind: 'shadow', Host: HEALTH },
    ],
    PoolLines: [
      { Line: 'City teams', Pool: 'City LD', Scope: 'in', Type: 'revenue' },
      { Line: 'City homes', Pool: 'City LD', Scope: 'in', Type: 'capital' },
      { Line: 'County teams', Pool: 'County LD', Scope: 'in', Type: 'revenue' },
      { Line: 'Wards', Pool: 'Community MH', Scope: 'in', Type: 'revenue' },
    ],
    PoolBudgets: [
      { Line: 'City teams', Partner: CITY, Year: '2001/02', Amount: 400_000 },
      { Line: 'County teams', Partner: COUNTY, Year: '2001/02', Amount: 300_000 },
      { Line: 'County teams', Partner: RUTLAND, Year: '2001/02', Amount: 20_000 },
      { Line: 'Wards', Partner: HEALTH, Year: '2001/02', Amount: 800_000 },
    ],
  },
  ledgers: {
    [CITY]: [
      ['30/04/2001', 'City teams', 90_000],
      ['31/05/2001', 'City teams', 20_000.01],
      ['31/05/2001', 'City homes', 7_500],
      ['15/06/2001', 'Wards', 4_000, HEALTH, 'RC 1'],
    ],
    [COUNTY]: [['30/06/2001', 'County teams', 70_000]],
    [RUTLAND]: [['30/06/2001', 'County teams', 6_000.5]],
    [HEALTH]: [
      ['30/06/2001', 'Wards', 205_000],
      ['16/06/2001', 'Wards', -4_000, CITY, 'RC-1'],
    ],
  },
  months: ['2001-06'],
};

const MONTH = '2001-06';
const changed = (tables: Given['tables'], ledgers: Given['ledgers'] = {}): Given => ({
  ...THREE,
  tables: { ...THREE.tables, ...tables },
  ledgers: { ...THREE.ledgers, ...ledgers },
});

async function reconciled(given: Given = THREE): Promise<TestHost> {
  const host = await openWorkbook(given);
  await runTask('reconcile', MONTH);
  return host;
}

const rowOf = (host: TestHost, match: Record<string, string>, columns = COLUMNS) =>
  cellsOf(host, 'PoolConsolidation', { Type: 'revenue', ...match }, columns);

/** What check says of the table's cells: nothing, when formulas and model agree. */
async function wrong(): Promise<readonly string[]> {
  const checked = await check.plan({ period: MONTH }, quiet);
  const kinds = ['figure differs', 'formula error', 'formula overwritten', 'row missing', 'row unknown'];
  return checked.findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, detail }) => `${kind} ${String(detail?.['column'])}`);
}

describe('three pools', () => {
  test('by pool, and all together, per partner', async () => {
    const host = await reconciled();
    const own = { Figure: 'Own to date' };
    expect(await rowOf(host, { ...own, Pool: 'City LD' })).toEqual([110_000.01, 0, 0, 0, 110_000.01, 0]);
    expect(await rowOf(host, { ...own, Pool: 'County LD' })).toEqual([0, 70_000, 6_000.5, 0, 76_000.5, 0]);
    expect(await rowOf(host, { ...own, Pool: 'Community MH' })).toEqual([0, 0, 0, 205_000, 205_000, 0]);
    expect(await rowOf(host, { ...own, Row: 'all pools' })).toEqual([
      110_000.01, 70_000, 6_000.5, 205_000, 391_000.51, 0,
    ]);
    // 3/12 of 400,000, 300,000, 20,000 and 800,000 are 100,000, 75,000, 5,000 and 200,000.
    expect(await rowOf(host, { Figure: 'Variance to date', Row: 'all pools' })).toEqual([
      10_000.01, -5_000, 1_000.5, 5_000, 11_000.51, 0,
    ]);
    expect(await wrong()).toEqual([]);
  });

  test('service line and area stand beside each pool; capital is apart', async () => {
    const host = await reconciled();
    const county = { Figure: 'Own to date', Pool: 'County LD' };
    expect(await rowOf(host, county, ['Service line', 'Area'])).toEqual([LD, 'Leicestershire and Rutland']);
    const capital = await shown(host, 'PoolConsolidation', { Type: 'capital', Figure: 'Own to date' });
    expect(capital.map(({ Row, Total }) => [Row, Total])).toEqual([
      ['pool', 7_500],
      ['all pools', 7_500],
    ]);
  });

  test('a recharge between partners is shown on both sides and is in no total', async () => {
    const host = await reconciled();
    expect(await rowOf(host, { Figure: 'Between partners', Row: 'all pools' })).toEqual([4_000, 0, 0, -4_000, 0, 0]);
  });

  test('a recharge that only the payer has shows in the check, with its amount', async () => {
    const host = await reconciled(changed({}, { [HEALTH]: [['30/06/2001', 'Wards', 205_000]] }));
    expect(await rowOf(host, { Figure: 'Between partners', Row: 'all pools' })).toEqual([4_000, 0, 0, 0, 0, -4_000]);
    expect(await wrong()).toEqual([]);
  });

  test('two pools of one service line and area are added up', async () => {
    const rows = (THREE.tables['PoolArrangements'] ?? []).map((row) => ({ ...row, Area: 'All' }));
    const host = await reconciled(changed({ PoolArrangements: rows }));
    const both = { Figure: 'Own to date', Row: 'service line and area', 'Service line': LD };
    expect(await rowOf(host, both)).toEqual([110_000.01, 70_000, 6_000.5, 0, 186_000.51, 0]);
    expect(await wrong()).toEqual([]);
  });
});

describe('figures follow a change without a run', () => {
  test('a budget typed over moves the variance of its pool and of all', async () => {
    const host = await reconciled();
    await typeIn(host, 'PoolBudgets', 2, 'Amount', 360_000);
    expect(await rowOf(host, { Figure: 'Variance to date', Pool: 'County LD' })).toEqual([
      0, -20_000, 1_000.5, 0, -18_999.5, 0,
    ]);
    expect(await rowOf(host, { Figure: 'Variance to date', Row: 'all pools' })).toEqual([
      10_000.01, -20_000, 1_000.5, 5_000, -3_999.49, 0,
    ]);
    expect(await wrong()).toEqual([]);
  });

  test('an actual typed over by hand is seen: the total is not taken from the partners', async () => {
    const host = await reconciled();
    const rows = await shown(host, 'PoolStatement');
    const at = rows.findIndex(({ Line, Partner }) => Line === 'County teams' && Partner === COUNTY);
    await typeIn(host, 'PoolStatement', at + 1, 'Own to date', 70_010);
    expect(await rowOf(host, { Figure: 'Own to date', Row: 'all pools' }, ['County', 'Total', 'Check'])).toEqual([
      70_010, 391_000.51, -10,
    ]);
  });

  test('a partner marked as not received has no figure, and neither have total and check', async () => {
    const host = await reconciled();
    await typeIn(host, 'PoolPeriods', 2, 'Status', 'not received');
    expect(
      await rowOf(host, { Figure: 'Own to date', Row: 'all pools' }, ['City', 'County', 'Total', 'Check']),
    ).toEqual([110_000.01, '', '', '']);
    expect(await rowOf(host, { Figure: 'Annual budget', Row: 'all pools' }, ['County', 'Total'])).toEqual([
      300_000, 1_520_000,
    ]);
  });
});

describe('only tables in use are made', () => {
  const one = changed({
    PoolLines: (THREE.tables['PoolLines'] ?? []).map((row) => ({ ...row, Pool: 'City LD' })),
  });

  test('a workbook of one pool has no such table', async () => {
    const host = await reconciled(one);
    expect(host.book.table('PoolConsolidation')).toBeUndefined();
  });

  test('a second run leaves the same rows, and those of another month stay', async () => {
    const host = await openWorkbook({ ...THREE, months: ['2001-05', MONTH] });
    await runTask('reconcile', '2001-05');
    const may = await shown(host, 'PoolConsolidation', { Period: '2001-05' });
    await runTask('reconcile', MONTH);
    const before = await shown(host, 'PoolConsolidation');
    await runTask('reconcile', MONTH);
    expect(await shown(host, 'PoolConsolidation')).toEqual(before);
    expect(before.filter(({ Period }) => Period === '2001-05')).toEqual(may);
    expect(before).toHaveLength(2 * may.length);
  });
});

describe('what would be counted twice is found', () => {
  const kindsOf = async (given: Given): Promise<readonly string[]> => {
    await openWorkbook(given);
    const plan = await reconcile.plan({ period: MONTH }, quiet);
    return [...plan.blockers, ...plan.findings].map(({ kind }) => kind);
  };
  const contribution = { Partner: HEALTH, Year: '2001/02', Funding: 'base', Source: 'Joint finance', Amount: 50_000 };

  test('nothing where nothing is', async () => {
    const kinds = await kindsOf(THREE);
    expect(kinds.filter((kind) => /pool|twice|consolidation/.test(kind))).toEqual([]);
  });

  test.each([
    [
      'one line in two pools',
      'row twice',
      changed({ PoolLines: [...(THREE.tables['PoolLines'] ?? []), { Line: 'Wards', Pool: 'City LD', Scope: 'in' }] }),
    ],
    [
      'one code that leads to two pools, 100% each',
      'percent not 100',
      changed({
        PoolCodes: [
          { Partner: HEALTH, Code: 'Wards', Line: 'Wards', Percent: 100 },
          { Partner: HEALTH, Code: 'Wards', Line: 'City teams', Percent: 100 },
          { Partner: CITY, Code: '*', Line: 'City teams' },
          { Partner: COUNTY, Code: '*', Line: 'County teams' },
          { Partner: RUTLAND, Code: '*', Line: 'County teams' },
        ],
      }),
    ],
    [
      'one contribution given to two pools',
      'contribution in two pools',
      changed({
        PoolContributions: [
          { ...contribution, Pool: 'City LD' },
          { ...contribution, Pool: 'County LD' },
        ],
      }),
    ],
    [
      'a line without a pool',
      'line without pool',
      changed({ PoolLines: [...(THREE.tables['PoolLines'] ?? []), { Line: 'Loose', Scope: 'in' }] }),
    ],
    [
      'a pool whose arrangement has ended',
      'pool without place',
      changed({
        PoolArrangements: (THREE.tables['PoolArrangements'] ?? []).map((row) =>
          row['Pool'] === 'City LD' ? { ...row, Ends: day('31/05/2001') } : row,
        ),
      }),
    ],
    [
      'a short name that heads a column of the table',
      'short name taken',
      changed({
        PoolPartners: (THREE.tables['PoolPartners'] ?? []).map((row) =>
          row['Partner'] === CITY ? { ...row, 'Short name': 'Total' } : row,
        ),
      }),
    ],
  ])('%s', async (_why, kind, given) => {
    expect(await kindsOf(given)).toContain(kind);
  });

  test('equal sums of two pools without a source are not called the same money', async () => {
    const rows = ['City LD', 'County LD'].map((Pool) => ({ ...contribution, Source: '', Pool }));
    expect(await kindsOf(changed({ PoolContributions: rows }))).not.toContain('contribution in two pools');
  });

  test('one ledger that two partners call their own', async () => {
    const host = await openWorkbook(THREE);
    await typeIn(host, 'PoolSources', 3, 'Table', "'Ledger 2'!A1:E1");
    const plan = await reconcile.plan({ period: MONTH }, quiet);
    expect(plan.blockers.filter(({ kind }) => kind === 'ledger twice')).toMatchObject([
      { partner: RUTLAND, detail: { other: COUNTY } },
    ]);
  });
});

test('how many requests a run sends does not depend on how many rows there are', async () => {
  const requests = async (postings: number): Promise<readonly number[]> => {
    const many = Array.from({ length: postings }, (_each, at) => ['30/04/2001', 'City teams', at + 0.01] as const);
    const host = await openWorkbook(changed({}, { [CITY]: [...(THREE.ledgers?.[CITY] ?? []), ...many] }));
    const start = host.requests;
    await runTask('reconcile', MONTH);
    const written = host.requests;
    await check.plan({ period: MONTH }, quiet);
    return [written - start, host.requests - written];
  };
  expect(await requests(3_000)).toEqual(await requests(300));
});
