/* Budgets as offices keep them: by code, by line, by month, by partner, in thousands, with totals. Amounts must be exact. */
import { type Cell, type FirstRun, day, firstRun, kept, sheet } from './grids';
import { lookFindings } from '../../../src/tasks/model/notes';
import { describeFinding } from '../../../src/words/findings';
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import { COUNCIL_CODES, NHS_CODES, postings, pounds } from './postings';

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const council = postings({ seed: 41, rows: 40, codes: COUNCIL_CODES, payees: ['Ashgrove Ltd', NHS] });
const nhs = postings({ seed: 42, rows: 30, codes: NHS_CODES, payees: ['Fernhill Ltd', COUNCIL] });
const ledgers: readonly SheetGrid[] = [[COUNCIL, 'Council', council] as const, [NHS, 'ICB', nhs] as const].map(
  ([title, name, list]) =>
    sheet(name, [
      [title],
      ['Date', 'Ref', 'Supplier', 'Cost centre', 'Cost centre name', 'Amount'],
      ...list.map((p): Cell[] => [day(p.date), p.reference, p.payee, p.code, p.codeName, pounds(p.pence)]),
    ]),
);

type Budget = readonly [line: string, partner: string, year: string, amount: number];
const budgetsOf = (run: FirstRun): readonly Budget[] =>
  kept(run.proposal, 'PoolBudgets').map(
    (row) => [row['Line'], row['Partner'], row['Year'], row['Amount']] as unknown as Budget,
  );
const kindsOf = ({ look }: FirstRun) => lookFindings(look, [], []).map(({ kind }) => kind);
const run = (...sheets: readonly SheetGrid[]) => firstRun([...ledgers, ...sheets], '2026-06');

const COUNCIL_BUDGETS: readonly Budget[] = [
  ['Residential care', COUNCIL, '2026/27', 1200000.37],
  ['Supported living', COUNCIL, '2026/27', 800000],
  ['Day services', COUNCIL, '2026/27', 90000.01],
  ['Direct payments', COUNCIL, '2026/27', 45000],
];

test('a sheet for one partner: codes, descriptions, annual budget and a total', () => {
  const budget = sheet('Council budget 2026-27', [
    [`${COUNCIL}: approved budget 2026/27`],
    [],
    ['Cost centre', 'Description', 'Annual budget', 'Budget to date'],
    ['A1001', 'Residential care', 1200000.37, 300000.09],
    ['A1002', 'Supported living', 800000, 200000],
    ['A1003', 'Day services', 90000.01, 22500],
    ['A1004', 'Direct payments', 45000, 11250],
    ['', 'Total', 2135000.38, 533750.09],
  ]);
  const result = run(budget);
  expect(budgetsOf(result)).toEqual(COUNCIL_BUDGETS);
  expect(kindsOf(result)).not.toContain('budget total differs');
});

test('a sheet for both partners tells whose by the code', () => {
  const budget = sheet('Budgets', [
    ['Budget 2026/27'],
    ['Code', 'Line', '£'],
    ['A1001', 'Residential care', '1,200,000.37'],
    ['730112', 'Continuing healthcare', '£500,000.50'],
    [730113, 'Community nursing', 100],
  ]);
  expect(budgetsOf(run(budget))).toEqual([
    ['Residential care', COUNCIL, '2026/27', 1200000.37],
    ['Continuing healthcare', NHS, '2026/27', 500000.5],
    ['Community nursing', NHS, '2026/27', 100],
  ]);
});

test('a column for each partner', () => {
  const budget = sheet('Pool budget', [
    ['Pooled budget 2026/27'],
    [],
    ['Service', 'Council', 'ICB', 'Total'],
    ['Residential care', 1200000.37, 0.1, 1200000.47],
    ['Community nursing', '', 250000, 250000],
    ['Total', 1200000.37, 250000.1, 1450000.47],
  ]);
  expect(budgetsOf(run(budget))).toEqual([
    ['Residential care', COUNCIL, '2026/27', 1200000.37],
    ['Residential care', NHS, '2026/27', 0.1],
    ['Community nursing', NHS, '2026/27', 250000],
  ]);
});

test('a column that says whose', () => {
  const budget = sheet('Budgets', [
    ['Line', 'Partner', 'Budget 2026/27'],
    ['Residential care', 'Council', 10.01],
    ['Community nursing', NHS, 20.02],
  ]);
  expect(budgetsOf(run(budget))).toEqual([
    ['Residential care', COUNCIL, '2026/27', 10.01],
    ['Community nursing', NHS, '2026/27', 20.02],
  ]);
});

test('twelve months are added up to the penny', () => {
  const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
  const budget = sheet('Council profile', [
    [`${COUNCIL} budget profile 2026/27`],
    ['Cost centre', 'Description', ...months],
    ['A1001', 'Residential care', ...months.map(() => 100.01)],
    ['A1002', 'Supported living', ...months.map((_month, index) => (index === 0 ? 0.1 : 0.2))],
  ]);
  expect(budgetsOf(run(budget))).toEqual([
    ['Residential care', COUNCIL, '2026/27', 1200.12],
    ['Supported living', COUNCIL, '2026/27', 2.3],
  ]);
});

describe('a budget by month becomes twelfths', () => {
  const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
  const byMonth = (...lines: readonly (readonly [code: string, name: string, months: readonly number[]])[]) =>
    run(
      sheet('Council profile', [
        [`${COUNCIL} budget profile 2026/27`],
        ['Cost centre', 'Description', ...MONTHS],
        ...lines.map(([code, name, months]): Cell[] => [code, name, ...months]),
      ]),
    );
  const said = ({ look }: FirstRun) => lookFindings(look, [], []).filter(({ kind }) => kind === 'budget by month');
  const even = MONTHS.map(() => 100.01);

  test('nothing is said when the months are twelfths already', () =>
    expect(said(byMonth(['A1001', 'Residential care', even]))).toEqual([]));

  test('lines with another profile are named, the widest gap first', () => {
    const inApril = MONTHS.map((_month, index) => (index === 0 ? 1200 : 0));
    const inMarch = MONTHS.map((_month, index) => (index === 11 ? 2400 : 0));
    const result = byMonth(
      ['A1001', 'Residential care', even],
      ['A1002', 'Supported living', inApril],
      ['A1003', 'Day services', inMarch],
    );
    // £1,200 in April against £100 of twelfths: £1,100. £2,400 in March: £2,200 short by the end of February.
    expect(said(result)).toMatchObject([
      {
        severity: 'warning',
        leftPence: 220_000,
        place: { sheet: 'Council profile', row: 1 },
        detail: { lines: 'Day services, Supported living', line: 'Day services', months: 12 },
      },
    ]);
    expect(budgetsOf(result).map(([, , , amount]) => amount)).toEqual([1200.12, 1200, 2400]);
  });

  test('a penny of difference counts, and the sentence gives it', () => {
    const penny = MONTHS.map((_month, index) => (index === 0 ? 100.02 : index === 11 ? 100 : 100.01));
    const [finding] = said(byMonth(['A1001', 'Residential care', penny]));
    expect(finding?.leftPence).toBe(1);
    expect(describeFinding(finding ?? { kind: '', severity: 'info' }).what).toContain('by up to £0.01');
  });

  test('months that are not on the sheet show as a gap with their number', () => {
    const half = MONTHS.map((_month, index): Cell => (index < 6 ? 100 : null)) as number[];
    expect(said(byMonth(['A1001', 'Residential care', half]))).toMatchObject([
      { leftPence: 30_000, detail: { months: 6 } },
    ]);
  });
});

test('a monitoring report gives its annual budget, not its actual or forecast', () => {
  const report = sheet('Council monitoring', [
    [`${COUNCIL} - budget monitoring period 3 2026/27`],
    [
      'Cost Centre',
      'Service',
      'Original Budget',
      'Revised Budget',
      'Budget YTD',
      'Actual YTD',
      'Variance',
      'Forecast Outturn',
    ],
    ['A1001', 'Residential care', 1000, 1100.5, 275.13, 300, 24.87, 1150],
    ['A1002', 'Supported living', 2000, 2000, 500, 480, -20, 1990],
  ]);
  const result = run(report);
  expect(budgetsOf(result)).toEqual([
    ['Residential care', COUNCIL, '2026/27', 1100.5],
    ['Supported living', COUNCIL, '2026/27', 2000],
  ]);
  expect(kept(result.proposal, 'PoolSources')).toHaveLength(2);
});

test('thousands are multiplied out and said', () => {
  const budget = sheet('Council budget', [
    [`${COUNCIL} budget 2026/27`],
    ['Cost centre', 'Description', "Budget £'000"],
    ['A1001', 'Residential care', 1200.5],
  ]);
  const result = run(budget);
  expect(budgetsOf(result)).toEqual([['Residential care', COUNCIL, '2026/27', 1200500]]);
  expect(kindsOf(result)).toContain('budget in thousands');
});

test('a total that is not the sum of its rows is said, and so is an amount that is none', () => {
  const budget = sheet('Council budget', [
    [`${COUNCIL} budget 2026/27`],
    ['Cost centre', 'Description', 'Annual budget'],
    ['A1001', 'Residential care', 100],
    ['A1002', 'Supported living', '1.234,56'],
    ['', 'Total', 150],
  ]);
  const result = run(budget);
  expect(budgetsOf(result)).toEqual([['Residential care', COUNCIL, '2026/27', 100]]);
  const findings = lookFindings(result.look, [], []);
  expect(findings.find(({ kind }) => kind === 'budget unreadable')).toMatchObject({
    place: { sheet: 'Council budget', row: 3, column: 2 },
  });
  expect(findings.find(({ kind }) => kind === 'budget total differs')).toMatchObject({
    leftPence: 15000,
    rightPence: 10000,
  });
});

test('a budget that names nobody and whose lines are in both ledgers is not guessed', () => {
  const budget = sheet('Budget', [
    ['Line', 'Budget 2026/27'],
    ['Residential care', 10],
  ]);
  const result = run(budget);
  expect(budgetsOf(result)).toEqual([]);
  expect(kindsOf(result)).toContain('budget without partner');
});

test('the year of a budget that names none is the year of the ledgers', () => {
  const budget = sheet('Council budget', [
    [COUNCIL],
    ['Cost centre', 'Description', 'Budget'],
    ['A1001', 'Residential care', 10],
  ]);
  expect(budgetsOf(run(budget))).toEqual([['Residential care', COUNCIL, '2026/27', 10]]);
});

test('several codes on one line are one budget', () => {
  const list = sheet('Mapping', [
    ['Code', 'Service line'],
    ['A1001', 'Accommodation'],
    ['A1002', 'Accommodation'],
  ]);
  const budget = sheet('Council budget', [
    [`${COUNCIL} 2026/27 budget`],
    ['Cost centre', 'Annual budget'],
    ['A1001', 0.1],
    ['A1002', 0.2],
  ]);
  expect(budgetsOf(run(list, budget))).toEqual([['Accommodation', COUNCIL, '2026/27', 0.3]]);
});

test('no budget at all is said, and the table is still made', () => {
  const result = run();
  expect(kindsOf(result)).toContain('no budget found');
  expect(result.proposal.tables.map(({ table }) => table)).toContain('PoolBudgets');
});
