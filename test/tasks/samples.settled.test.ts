/*
 * The samples whose tables are filled in, settled month by month, against figures worked by hand: each partner's rows, the
 * payments, and that every agreement totals nothing. How the figures come about is told in each sample's sheet Read me.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { openXlsx } from '../../src/preview/xlsx/openXlsx';
import { type TaskPlan, writePlan } from '../../src/tasks';
import { cellsOf, planOf, type ShownRow, shown } from '../coverage/workbook';
import { builtCalculator } from '../preview/engine/built';
import { openHost, type TestHost } from '../support/host';
import { quiet } from './fixture';

// Several months are settled one after the other, each with every formula calculated.
jest.setTimeout(300_000);

const folder = resolve(__dirname, '../../assets/samples');
let calculator: ReturnType<typeof builtCalculator> | undefined;

function openSample(file: string): TestHost {
  const opened = openXlsx(readFileSync(join(folder, file)));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const host = openHost(opened.value.book);
  calculator ??= builtCalculator();
  host.setCalculator(calculator);
  return host;
}

/** Runs a task that nothing may stop, with no finding that is an error. */
async function run(task: string, period: string): Promise<TaskPlan> {
  const plan = await planOf(task, period);
  expect([task, period, plan.blockers, plan.findings.filter(({ severity }) => severity === 'error')]).toEqual([
    task,
    period,
    [],
    [],
  ]);
  expect(await writePlan(plan, quiet)).toMatchObject({ ok: true });
  return plan;
}

/** Reconciles a month, to the control total of every ledger, and settles it. */
async function settle(host: TestHost, period: string): Promise<void> {
  await run('reconcile', period);
  const controls = await shown(host, 'PoolControl', { Period: period });
  expect(controls.length).toBeGreaterThan(0);
  expect(controls.filter((row) => row['Difference'] !== 0 || row['Unmapped'] !== 0)).toEqual([]);
  await run('settle', period);
}

const MONEY = ['Agreed', 'Share of variance', 'Paid in', 'Paid direct'] as const;
const pence = (row: ShownRow, heading: string): number => Math.round(Number(row[heading]) * 100);
const net = (row: ShownRow): number => (pence(row, 'To pay') - pence(row, 'To receive')) / 100;

/** The rows of a month that are not all 0: [for, partner, agreed, share of variance, paid in, paid direct, + pays − gets]. */
async function settlement(host: TestHost, Period: string): Promise<unknown[]> {
  const rows = await shown(host, 'PoolSettlement', { Period });
  expectNothingLeft(rows);
  return rows
    .map((row) => [row['For'], row['Partner'], ...MONEY.map((heading) => Number(row[heading])), net(row)])
    .filter((row) => row.slice(2).some((figure) => figure !== 0));
}

/** Every agreement of every pool totals exactly 0, and every check is 0. */
function expectNothingLeft(rows: readonly ShownRow[]): void {
  expect(rows.length).toBeGreaterThan(0);
  const totals = new Map<string, number>();
  for (const row of rows) {
    const agreement = `${String(row['Pool'])}: ${String(row['For'])}`;
    totals.set(agreement, (totals.get(agreement) ?? 0) + pence(row, 'To pay') - pence(row, 'To receive'));
    expect([agreement, row['Check']]).toEqual([agreement, 0]);
  }
  expect([...totals].filter(([, left]) => left !== 0)).toEqual([]);
}

/** The payments of a month: [from, to, amount]. */
async function payments(host: TestHost, Period: string): Promise<unknown[]> {
  const rows = await shown(host, 'PoolTransfers', { Period });
  return rows
    .filter((row) => row['Amount'] !== 0 && row['Amount'] !== '')
    .map((row) => [row['From'], row['To'], row['Amount']]);
}

/** A month's variance of all lines that the statement shows for a partner, in pounds. */
async function variance(host: TestHost, Period: string, Line: string, Partner: string): Promise<unknown> {
  return (await cellsOf(host, 'PoolStatement', { Period, Line, Partner }, ['Variance to date']))[0];
}

describe('Derby: a shadow pool and a joint post', () => {
  const [COUNCIL, PCT] = ['Derby City Council', 'Derby City Primary Care Trust'];
  let host: TestHost;
  beforeAll(async () => {
    host = openSample('derby-shadow-pool-agreed-2008-09.xlsx');
    await settle(host, '2008-09');
  });

  // 57,750.00 a year, a half each: 28,875.00 × 6/12 = 14,437.50. The council pays the whole post, 28,875.00 to date.
  test('nothing is settled but the post: the PCT pays its half, 14,437.50', async () => {
    expect(await settlement(host, '2008-09')).toEqual([
      ['staff', COUNCIL, 14_437.5, 0, 0, 28_875, -14_437.5],
      ['staff', PCT, 14_437.5, 0, 0, 0, 14_437.5],
    ]);
    expect(await payments(host, '2008-09')).toEqual([[PCT, COUNCIL, 14_437.5]]);
  });

  test('each variance stays where it fell: supported living −20,059.11 and −260.25', async () => {
    expect(await variance(host, '2008-09', 'Supported living', COUNCIL)).toBe(-20_059.11);
    expect(await variance(host, '2008-09', 'Supported living', PCT)).toBe(-260.25);
    expect((await shown(host, 'PoolSplit')).filter((row) => row['Side'] === 'variance')).toEqual([]);
  });

  // Ledger rows added up from the data less half of the year's budget; at 60 : 40 the odd penny to the larger remainder.
  test('beginning a pool shows what 60 : 40 would have been, line by line, and settles none of it', async () => {
    const { totals } = await run('promote', '2009-04');
    const { comparison } = totals as {
      readonly comparison: {
        readonly lines: readonly {
          readonly line: string;
          readonly variance: number;
          readonly partners: readonly { readonly fell: number; readonly share: number }[];
        }[];
      };
    };
    const lines = comparison.lines.map(({ line, variance: joint, partners: [council, pct] }) => [
      line, joint, council?.fell, pct?.fell, council?.share, pct?.share,
    ]); // prettier-ignore
    expect(lines).toEqual([
      ['Residential and nursing care', -5_137.74, 13_651.22, -18_788.96, -3_082.64, -2_055.1],
      ['Supported living', -20_319.36, -20_059.11, -260.25, -12_191.62, -8_127.74],
      ['Day services', -3_905.51, -3_905.51, 0, -2_343.31, -1_562.2],
      ['Direct payments', 503.98, 503.98, 0, 302.39, 201.59],
      ['Community teams', -3_396.64, -3_396.64, 0, -2_037.98, -1_358.66],
      ['Short breaks', -534.54, 0, -534.54, -320.72, -213.82],
      ['Transport', -553.03, -553.03, 0, -331.82, -221.21],
    ]);
    expect((await shown(host, 'PoolSettlement')).filter((row) => row['For'] === 'pool')).toEqual([]);
  });
});

describe('Leicester: shadow months, projects, placements, and the pool’s first quarter', () => {
  const [CITY, TRUST] = ['Leicester City Council', 'Leicestershire Partnership NHS Trust'];
  const [COUNTY, RUTLAND] = ['Leicestershire County Council', 'Rutland County Council'];
  const [WEST, EASTERN, MRH] = [
    'Leicester City West PCT',
    'Eastern Leicester PCT',
    'Melton Rutland and Harborough PCT',
  ];
  let host: TestHost;
  beforeAll(async () => {
    host = openSample('leicester-learning-disability-agreed-2004-05.xlsx');
    await settle(host, '2005-03');
    await settle(host, '2005-06');
  });

  // P-002: 700.00 a week for 121 days is 12,100.00, half each. The officer and clerk: (29,000 + 7,000) × 7/12 = 21,000.00;
  // of the cap of 20,000.00 Rutland gives 1,500.00 and four share 18,500.00: 4,625.00 each. 1,000.00 stays with the City.
  // The common agreement: 20,000.01 by two, the group's 10,000.00 at 94 : 6.
  test('March, still shadow: no variance is shared; the placement and the projects are', async () => {
    expect(await settlement(host, '2005-03')).toEqual([
      ['placements', CITY, 6_050, 0, 0, 0, 6_050],
      ['placements', TRUST, 6_050, 0, 0, 12_100, -6_050],
      ['Integration project', CITY, 4_625, 1_000, 0, 21_000, -15_375],
      ['Integration project', TRUST, 4_625, 0, 0, 0, 4_625],
      ['Integration project', COUNTY, 4_625, 0, 0, 0, 4_625],
      ['Integration project', RUTLAND, 1_500, 0, 0, 0, 1_500],
      ['Integration project', WEST, 1_541.67, 0, 0, 0, 1_541.67],
      ['Integration project', EASTERN, 1_541.67, 0, 0, 0, 1_541.67],
      ['Integration project', MRH, 1_541.66, 0, 0, 0, 1_541.66],
      ['Common agreement', CITY, 10_000.01, 0, 0, 20_000.01, -10_000],
      ['Common agreement', COUNTY, 9_400, 0, 0, 0, 9_400],
      ['Common agreement', RUTLAND, 600, 0, 0, 0, 600],
    ]);
    expect(await payments(host, '2005-03')).toEqual([
      [CITY, TRUST, 6_050],
      [COUNTY, CITY, 14_025],
      [TRUST, CITY, 4_625],
      [RUTLAND, CITY, 2_100],
      [WEST, CITY, 1_541.67],
      [EASTERN, CITY, 1_541.67],
      [MRH, CITY, 1_541.66],
    ]);
  });

  // Net 9.1m beside 3.9m is 70 : 30. A quarter of 13.0m is 3,250,000.00. Variances: 12,000.01 is 8,400.01 and 3,600.00;
  // −4,000.00 is −2,800.00 and −1,200.00; 1,500.00 is 1,050.00 and 450.00. P-001: 1,400.00 × 13 weeks, 60 : 40.
  test('June, the pool’s first quarter: variances in the exact proportion of net contributions, the case by its own', async () => {
    expect(await settlement(host, '2005-06')).toEqual([
      ['pool', CITY, 2_275_000, 6_650.01, 0, 2_287_000.01, -5_350],
      ['pool', TRUST, 975_000, 2_850, 0, 972_500, 5_350],
      ['placements', CITY, 10_920, 0, 0, 18_200, -7_280],
      ['placements', TRUST, 7_280, 0, 0, 0, 7_280],
    ]);
    expect(await payments(host, '2005-06')).toEqual([[TRUST, CITY, 12_630]]);
  });

  test('what is outside the proposal is in no line: 80,000.00 a month of the Trust’s', async () => {
    const excluded = await cellsOf(host, 'PoolControl', { Period: '2005-06', Partner: TRUST }, [
      'Excluded',
      'Difference',
    ]);
    expect(excluded).toEqual([240_000, 0]);
  });
});

describe('Leeds: seconded posts, phase 1 and phase 2', () => {
  const [COUNCIL, TRUST] = ['Leeds City Council', 'Leeds Partnerships NHS Foundation Trust'];
  let host: TestHost;
  beforeAll(async () => {
    host = openSample('leeds-mental-health-agreed-2012-13.xlsx');
    await settle(host, '2013-03');
    await settle(host, '2013-06');
  });

  // 12.4 WTE at 40,000.00 is 496,000.00. Council: 60,000 + 225,000 + 1,208,000 of its own; Trust: 540,000 of its own.
  // The saving less its cost, −25,000 + 8,000, is −8,500.00 each. Of the management post the council gives 20,000.00.
  test('phase 1, the year: 496,000.00 for the posts the Trust funds, and what was agreed beside them', async () => {
    expect(await settlement(host, '2013-03')).toEqual([
      ['staff', COUNCIL, 1_493_000, 0, 0, 1_989_000, -496_000],
      ['staff', TRUST, 1_036_000, 0, 0, 540_000, 496_000],
      ['Efficiencies', COUNCIL, -8_500, 0, 0, -17_000, 8_500],
      ['Efficiencies', TRUST, -8_500, 0, 0, 0, -8_500],
      ['Management post', COUNCIL, 20_000, 0, 0, 0, 20_000],
      ['Management post', TRUST, 40_000, 0, 0, 60_000, -20_000],
    ]);
    expect(await payments(host, '2013-03')).toEqual([
      [TRUST, COUNCIL, 496_000],
      [COUNCIL, TRUST, 28_500],
    ]);
  });

  test('phase 1 shares no variance: placements are 24,000.00 over, and that stays with the council', async () => {
    expect(await variance(host, '2013-03', 'Adult placements', COUNCIL)).toBe(24_000);
    const shared = (await shown(host, 'PoolSplit', { Period: '2013-03' })).filter(
      (row) => row['Line'] === 'Adult placements',
    );
    expect(shared).toEqual([]);
  });

  // Placements 30,000.01 over: 18,000.01 and 12,000.00; support −6,000.00: −3,600.00 and −2,400.00; teams 3,000.00:
  // 1,800.00 and 1,200.00; team bases 600.00 where it falls.
  test('phase 2, its first quarter: 60 : 40 from 1 April 2013, incidental costs where they fall', async () => {
    expect(await settlement(host, '2013-06')).toEqual([
      ['pool', COUNCIL, 966_000, 16_200.01, 0, 990_000.01, -7_800],
      ['pool', TRUST, 732_000, 11_400, 0, 735_600, 7_800],
      ['staff', COUNCIL, 373_250, 0, 0, 497_250, -124_000],
      ['staff', TRUST, 259_000, 0, 0, 135_000, 124_000],
    ]);
    expect(await payments(host, '2013-06')).toEqual([
      [TRUST, COUNCIL, 7_800],
      [TRUST, COUNCIL, 124_000],
    ]);
  });

  test('the managers’ ratio is met: 5 social care managers of 15, and nothing is said', async () => {
    const { findings } = await planOf('check');
    expect(findings.filter(({ kind }) => kind.includes('manager'))).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('Equipment: three sectors, the quarter to June', () => {
  const [CITY, HEALTH] = ['Leicester City Council', 'Leicestershire Health Authority'];
  const EDUCATION = 'Leicester Education Authority';
  let host: TestHost;
  beforeAll(async () => {
    host = openSample('equipment-consortium-2001-02.xlsx');
    await settle(host, '2001-06');
  });

  // Contributions 210,000, 300,000 and 90,000: 35 : 50 : 15. Loans 10,000.01 over: 3,500.00, 5,000.01 and 1,500.00, of
  // which Education's cap leaves 1,000.00 and 500.00 stays with the host. Sensory equipment −2,500.00 is returned.
  // Capital is apart: adaptations are 3,000.00 over, which is the City's.
  test('shares, the cap, what is returned, and capital apart', async () => {
    expect(await settlement(host, '2001-06')).toEqual([
      ['pool', CITY, 42_000, 3_125, -97_500, 121_500.01, 21_124.99],
      ['pool', HEALTH, 60_000, 3_750.01, 75_000, 0, -11_249.99],
      ['pool', EDUCATION, 18_000, 625, 22_500, 6_000, -9_875],
      ['pool capital', CITY, 10_500, 3_000, 0, 33_000, -19_500],
      ['pool capital', HEALTH, 15_000, 0, 0, 0, 15_000],
      ['pool capital', EDUCATION, 4_500, 0, 0, 0, 4_500],
    ]);
    expect(await payments(host, '2001-06')).toEqual([
      [HEALTH, CITY, 3_750.01],
      [CITY, EDUCATION, 5_375],
    ]);
  });

  test.each([
    ['the overspend of loans, with the cap', 'Loans', 10_000.01, [3_500, 5_000.01, 1_000], 500],
    [
      'the underspend of sensory equipment, returned by contributions',
      'Sensory equipment',
      -2_500,
      [-875, -1_250, -375],
      0,
    ],
    ['the overspend of adaptations, named the City’s', 'Adaptations', 3_000, [3_000, 0, 0], 0],
  ])('%s', async (_why, Line, amount, parts, referred) => {
    const headings = ['Amount', 'City', 'Health', 'Education', 'Referred upward', 'Check'];
    const cells = await cellsOf(host, 'PoolSplit', { Period: '2001-06', Row: 'variance', Line }, headings);
    expect(cells).toEqual([amount, ...parts, referred, 0]);
  });

  test('nothing between the partners is unexplained: both instalments are in both ledgers', async () => {
    const bridges = await shown(host, 'PoolBridge', { Period: '2001-06', Bridge: 'contributions' });
    expect(
      bridges.map((row) => [row['From'], row['To'], row['Step'], Number(row['Amount']), Number(row['Running total'])]),
    ).toEqual([
      [HEALTH, CITY, 'Says it', 75_000, 75_000],
      [HEALTH, CITY, 'Other side', 0, 75_000],
      [HEALTH, CITY, 'Unexplained', 0, 0],
      [EDUCATION, CITY, 'Says it', 22_500, 22_500],
      [EDUCATION, CITY, 'Other side', 0, 22_500],
      [EDUCATION, CITY, 'Unexplained', 0, 0],
    ]);
  });

  // What a grant statement will apply: 33,000.00 of 95,000.00, 47,000.00 short of the 80,000.00 to be spent by March.
  test('the grant’s terms are in its table', async () => {
    expect(await cellsOf(host, 'PoolGrants', {}, ['Amount', 'Brought forward', 'Minimum'])).toEqual([
      90_000, 5_000, 80_000,
    ]);
    const actual = { Period: '2001-06', Line: 'Adaptations', Partner: 'Joint' };
    expect(await cellsOf(host, 'PoolStatement', actual, ['Actual to date', 'Type'])).toEqual([33_000, 'capital']);
  });
});
