/*
 * Workbooks as finance offices keep them: several sheets, lists, budgets, balances, notes. For each, a first run without a
 * user must give each partner's total to the penny; sums come from the postings.
 */
import { type FirstRun, firstRun, kept, day, sheet, type Cell } from './grids';
import { LAYOUTS } from './corpus/layouts';
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import { lookFindings } from '../../../src/tasks/model/notes';
import {
  COUNCIL_CODES,
  COUNCIL_PAYEES,
  NHS_CODES,
  NHS_PAYEES,
  type Posting,
  postings,
  pounds,
  sumTo,
} from './postings';

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const JUNE = '2026-06';
const council = postings({ seed: 21, rows: 90, codes: COUNCIL_CODES, payees: [...COUNCIL_PAYEES, NHS] });
const nhs = postings({ seed: 22, rows: 70, codes: NHS_CODES, payees: [...NHS_PAYEES, COUNCIL], referencePrefix: 'SI' });
const { plain, preamble, excelTable, spaced } = LAYOUTS as Record<string, (typeof LAYOUTS)[string]>;

const kindsOf = ({ look }: FirstRun, hidden: readonly string[] = []) =>
  lookFindings(look, hidden, []).map(({ kind }) => kind);
const totalsOf = ({ result }: FirstRun) =>
  Object.fromEntries(result.controls.map(({ partner, figures }) => [partner, figures?.ledgerTotalPence]));
const inMonth = (list: readonly Posting[], month: string) => list.filter(({ date }) => date.slice(0, 7) === month);
const postingRow = (p: Posting): Cell[] => [day(p.date), p.reference, p.payee, p.code, p.narrative, pounds(p.pence)];
const HEADINGS = ['Date', 'Ref', 'Supplier', 'Cost centre', 'Details', 'Amount'];
const ledger = (name: string, list: readonly Posting[], title?: string): SheetGrid =>
  sheet(name, [...(title === undefined ? [] : [[title], []]), HEADINGS, ...list.map(postingRow)]);
const icb = () => preamble!('ICB', NHS, nhs);
const both = { [COUNCIL]: sumTo(council, JUNE), [NHS]: sumTo(nhs, JUNE) };

function expectWhole(run: FirstRun): void {
  for (const { figures } of run.result.controls) {
    const { inPoolPence = 0, excludedPence = 0, betweenPence = 0, unmappedPence = 0, ledgerTotalPence } = figures ?? {};
    expect(inPoolPence + excludedPence + betweenPence + unmappedPence).toBe(ledgerTotalPence);
  }
}

test('monthly tabs of one partner are several sources of it', () => {
  const tabs = ['2026-04', '2026-05', '2026-06'].map((month, index) =>
    ledger(['April', 'May', 'June'][index]!, inMonth(council, month), COUNCIL),
  );
  const run = firstRun([...tabs, icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(kept(run.proposal, 'PoolSources')).toHaveLength(4);
  expectWhole(run);
});

test('monthly tabs that name nobody are one partner, named after the first sheet', () => {
  const tabs = ['2026-04', '2026-05', '2026-06'].map((month, index) =>
    ledger(['April', 'May', 'June'][index]!, inMonth(council, month)),
  );
  const run = firstRun([...tabs, icb()], JUNE);
  expect(totalsOf(run)).toEqual({ April: both[COUNCIL], [NHS]: both[NHS] });
  expect(kindsOf(run)).toContain('partner guessed');
});

test('monthly tabs beside a year to date are not counted twice', () => {
  const tabs = ['2026-04', '2026-05', '2026-06'].map((month, index) =>
    ledger(['April', 'May', 'June'][index]!, inMonth(council, month), COUNCIL),
  );
  const run = firstRun([...tabs, ledger('YTD', council, COUNCIL), icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(kindsOf(run).filter((kind) => kind === 'ledger is a copy')).toHaveLength(3);
});

test('balances to date of a partner without transactions are its source', () => {
  const sums = NHS_CODES.map(({ code, name }) => ({
    code,
    name,
    pence: nhs.filter((p) => p.code === code).reduce((sum, p) => sum + p.pence, 0),
  }));
  const balances = sheet('ICB TB', [
    [NHS],
    ['Trial balance as at 30 June 2026'],
    [],
    ['Account code', 'Account description', 'Balance'],
    ...sums.map(({ code, name, pence }): Cell[] => [Number(code), name, pounds(pence)]),
    ['', 'Total', pounds(sums.reduce((sum, { pence }) => sum + pence, 0))],
  ]);
  const run = firstRun([plain!('Council GL', COUNCIL, council), balances], JUNE);
  expect(totalsOf(run)).toEqual({ Council: both[COUNCIL], [NHS]: both[NHS] });
  expect(kept(run.proposal, 'PoolSources').map((row) => row['Holds'])).toEqual(['transactions', 'balances to date']);
  expect(kept(run.proposal, 'PoolLines').map((row) => row['Line'])).toEqual(
    expect.arrayContaining(['Continuing healthcare']),
  );
  expectWhole(run);
});

test('a trial balance beside the same partner’s ledger is its control total, not a second ledger', () => {
  const sums = COUNCIL_CODES.map(({ code, name }) => ({
    code,
    name,
    pence: council.filter((p) => p.code === code).reduce((sum, p) => sum + p.pence, 0),
  }));
  const balances = sheet('Council TB June', [
    [`${COUNCIL} trial balance June 2026`],
    ['Cost centre', 'Description', 'Debit', 'Credit'],
    ...sums.map(({ code, name, pence }): Cell[] => [
      code,
      name,
      pence > 0 ? pounds(pence) : '',
      pence < 0 ? pounds(-pence) : '',
    ]),
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), balances, icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(run.result.controls[0]).toMatchObject({ controlTotalPence: both[COUNCIL], differencePence: 0 });
  expect(kindsOf(run)).toContain('balances as control');
});

test('a summary by code that names nobody is no third partner', () => {
  const summary = sheet('Summary', [
    ['Code', 'Description', 'Amount'],
    ...COUNCIL_CODES.map(({ code, name }): Cell[] => [
      code,
      name,
      pounds(council.filter((p) => p.code === code).reduce((sum, p) => sum + p.pence, 0)),
    ]),
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), icb(), summary], JUNE);
  expect(totalsOf(run)).toEqual(both);
});

test('a list of accruals that names nobody is shown and not kept', () => {
  const accruals = sheet('Accruals', [
    ['Date', 'Code', 'Description', 'Amount'],
    [day('2026-06-30'), 'A1001', 'Ashgrove June', 5000],
    [day('2026-06-30'), 'A1002', 'Beechway June', 700.5],
    [day('2026-06-30'), 'A1003', 'Dale June', 80.25],
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), icb(), accruals], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(kindsOf(run)).toContain('list not kept');
});

test('two ledgers side by side on one sheet are two ledgers', () => {
  const rows = Math.max(council.length, nhs.length);
  const left = (p: Posting | undefined): Cell[] =>
    p ? [day(p.date), p.reference, p.payee, p.code, pounds(p.pence)] : ['', '', '', '', ''];
  const right = (p: Posting | undefined): Cell[] =>
    p ? [p.reference, day(p.date), p.payee, Number(p.code), pounds(p.pence)] : [];
  const together = sheet('Ledgers', [
    [COUNCIL, '', '', '', '', '', NHS],
    ['Date', 'Ref', 'Supplier', 'Cost centre', 'Amount', '', 'Document', 'Posting date', 'Vendor', 'Account', 'Value'],
    ...Array.from({ length: rows }, (_unused, index): Cell[] => [...left(council[index]), '', ...right(nhs[index])]),
  ]);
  const run = firstRun([together], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(kept(run.proposal, 'PoolSources').map((row) => row['Table'])).toEqual(['Ledgers!A2:E2', 'Ledgers!G2:K2']);
  expectWhole(run);
});

test('two ledgers one below the other are two ledgers, the first with its last row', () => {
  const stacked = sheet('Ledgers', [
    [COUNCIL],
    [],
    HEADINGS,
    ...council.map(postingRow),
    ['', '', '', '', 'Total', pounds(council.reduce((sum, { pence }) => sum + pence, 0))],
    [],
    [NHS],
    [],
    ['Posting date', 'Document no', 'Vendor', 'Account', 'Narrative', 'Value'],
    ...nhs.map(postingRow),
  ]);
  const run = firstRun([stacked], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(kindsOf(run)).toContain('ledger ends early');
});

test('a list of codes with lines and scope decides where codes lead', () => {
  const codes = sheet('Code list', [
    ['Cost code mapping for the pool'],
    [],
    ['Code', 'Description', 'Pool line', 'In pool?'],
    ['A1001', 'Residential care', 'Accommodation', 'Y'],
    ['A1002', 'Supported living', 'Accommodation', 'Y'],
    ['A1003', 'Day services', 'Day opportunities', 'Y'],
    ['A1004', 'Direct payments', '', 'N'],
    ['7301*', 'Everything of the ICB', 'Health', 'Y'],
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), icb(), codes], JUNE);
  expect(totalsOf(run)).toEqual(both);
  const lines = Object.fromEntries(kept(run.proposal, 'PoolCodes').map((row) => [row['Code'], row['Line']]));
  expect(lines).toEqual({
    A1001: 'Accommodation', A1002: 'Accommodation', A1003: 'Day opportunities', A1004: 'excluded',
    '730112': 'Health', '730113': 'Health', '730114': 'Health',
  }); // prettier-ignore
  const excluded = council.filter((p) => p.code === 'A1004' && p.payee !== NHS).reduce((sum, p) => sum + p.pence, 0);
  expect(run.result.controls[0]?.figures?.excludedPence).toBe(excluded);
  expectWhole(run);
});

describe('a list of codes with a column Pool beside the names that the budget uses', () => {
  const codes = sheet('Cost code list', [
    ['Code', 'Budget heading', 'Pool'],
    ['A1001', 'Care homes', 'Homes pool'],
    ['A1002', 'Flats', 'Homes pool'],
    ['A1003', 'Day centres', 'Day pool'],
    ['A1004', 'Excluded', ''],
    ['7301*', 'Day centres', 'Day pool'],
  ]);
  const budget = sheet('Budgets 2026-27', [
    ['Budget heading', COUNCIL, NHS],
    ['Care homes', 120_000, 0],
    ['Flats', 60_000, 0],
    ['Day centres', 24_000, 36_000],
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), icb(), codes, budget], JUNE);

  test('codes lead to the names of the budget, not to the pools', () => {
    const lines = Object.fromEntries(kept(run.proposal, 'PoolCodes').map((row) => [row['Code'], row['Line']]));
    expect(lines).toMatchObject({ A1001: 'Care homes', A1002: 'Flats', A1003: 'Day centres', A1004: 'excluded' });
    expect(totalsOf(run)).toEqual(both);
    expectWhole(run);
  });

  test('each line is in its own pool, and each pool has a row', () => {
    const pools = Object.fromEntries(kept(run.proposal, 'PoolLines').map((row) => [row['Line'], row['Pool']]));
    expect(pools).toEqual({ 'Care homes': 'Homes pool', Flats: 'Homes pool', 'Day centres': 'Day pool' });
    expect(kept(run.proposal, 'PoolArrangements').map((row) => [row['Pool'], row['Kind']])).toEqual([
      ['Homes pool', 'shadow'],
      ['Day pool', 'shadow'],
    ]);
  });
});

test('a column Pool that only says yes names no pool', () => {
  const codes = sheet('Code list', [
    ['Code', 'Pool line', 'Pool'],
    ['A1001', 'Accommodation', 'Yes'],
    ['A1002', 'Accommodation', 'Yes'],
    ['A1003', 'Day opportunities', 'Yes'],
  ]);
  const run = firstRun([ledger('Council GL', council, COUNCIL), icb(), codes], JUNE);
  expect(new Set(kept(run.proposal, 'PoolLines').map((row) => row['Pool'])).size).toBe(1);
});

test('a partner list names the ledgers whose sheets only have initials', () => {
  const partners = sheet('Partners', [
    ['Partner', 'Short name', 'Sector', 'Also known as'],
    ['Westdale Metropolitan Borough Council', 'WMBC', 'Local authority', 'Westdale Council'],
    ['Westdale Primary Care Trust', 'WPCT', 'NHS', ''],
  ]);
  const run = firstRun([partners, ledger('WMBC ledger', council), ledger('WPCT', nhs)], JUNE);
  expect(totalsOf(run)).toEqual({
    'Westdale Metropolitan Borough Council': both[COUNCIL],
    'Westdale Primary Care Trust': both[NHS],
  });
  expect(kept(run.proposal, 'PoolPartners').map((row) => [row['Short name'], row['Sector']])).toEqual([
    ['WMBC', 'council'],
    ['WPCT', 'NHS'],
  ]);
});

test('three partners, one of them with Excel tables', () => {
  const trust = postings({
    seed: 23,
    rows: 40,
    codes: [
      { code: 'T1', name: 'Psychology' },
      { code: 'T2', name: 'Nursing' },
    ],
    payees: ['Oak Staffing Ltd'],
  });
  const run = firstRun(
    [ledger('A', council, COUNCIL), icb(), excelTable!('Trust', 'Northshire Partnership NHS Foundation Trust', trust)],
    JUNE,
  );
  expect(totalsOf(run)).toEqual({ ...both, 'Northshire Partnership NHS Foundation Trust': sumTo(trust, JUNE) });
});

test('nothing names anybody: sheets stand for partners, as guesses, and totals are right', () => {
  const run = firstRun([ledger('Sheet1', council), spaced!('Sheet2', '', nhs)], JUNE);
  expect(totalsOf(run)).toEqual({ Sheet1: both[COUNCIL], Sheet2: both[NHS] });
  expect(kindsOf(run).filter((kind) => kind === 'partner guessed')).toHaveLength(2);
});

test('notes, an empty sheet and a pivot are left alone', () => {
  const pivot = sheet('Pivot', [
    ['Row Labels', 'Sum of Amount'],
    ['A1001', 10],
    ['A1002', 20],
    ['Grand Total', 30],
  ]);
  const notes = sheet('Notes', [['Prepared by finance'], ['Date', '2 July'], ['Amount to check', 'see email']]);
  const run = firstRun([notes, ledger('Council GL', council, COUNCIL), icb(), pivot, sheet('Empty', [])], JUNE);
  expect(totalsOf(run)).toEqual(both);
});

test('opening balances and totals within the ledger', () => {
  const opening: Cell[] = ['', '', '', '', 'Balance b/f', 0];
  const half = council.slice(0, 45);
  const sum = (list: readonly Posting[]) => pounds(list.reduce((total, { pence }) => total + pence, 0));
  const run = firstRun(
    [
      sheet('Council', [
        [COUNCIL], HEADINGS, opening,
        ...half.map(postingRow), ['', '', '', '', 'Page total', sum(half)],
        ...council.slice(45).map(postingRow), ['', '', '', '', 'Report total', sum(council)], ['', '', '', '', '', ''], ['End of report'],
      ]),
      icb(),
    ],
    JUNE,
  ); // prettier-ignore
  expect(totalsOf(run)).toEqual(both);
});

test('an NHS ledger in debit and credit with credits shown as negatives', () => {
  const rows = nhs.map((p): Cell[] => [
    day(p.date),
    p.reference,
    p.payee,
    Number(p.code),
    p.pence > 0 ? pounds(p.pence) : '',
    p.pence < 0 ? pounds(p.pence) : '',
  ]);
  const run = firstRun(
    [
      ledger('Council', council, COUNCIL),
      sheet('ICB', [[NHS], ['Date', 'Ref', 'Payee', 'Code', 'Debit', 'Credit'], ...rows]),
    ],
    JUNE,
  );
  expect(totalsOf(run)).toEqual(both);
});

test('headings nobody knows: dates, figures and repeating texts still tell', () => {
  const rows = nhs.map((p): Cell[] => [day(p.date), p.payee, p.codeName, pounds(p.pence)]);
  const run = firstRun(
    [ledger('Council', council, COUNCIL), sheet('ICB', [[NHS], [], ['When', 'Whom', 'Why', 'How much'], ...rows])],
    JUNE,
  );
  expect(totalsOf(run)).toEqual(both);
});

test('codes with leading zeros and wildcard signs are themselves', () => {
  const odd = council.map((p, index) => ({ ...p, code: ['00123', '0*12', 'A?1', '~x'][index % 4]!, codeName: '' }));
  const run = firstRun([ledger('Council', odd, COUNCIL), icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(run.result.unmapped).toEqual([]);
  expect(
    new Set(
      kept(run.proposal, 'PoolCodes')
        .slice(0, 4)
        .map((row) => row['Line']),
    ).size,
  ).toBe(4);
});

test('hundreds of codes without names become few lines', () => {
  const many = council.concat(
    postings({
      seed: 31,
      rows: 400,
      codes: Array.from({ length: 150 }, (_u, i) => ({ code: `${10 + (i % 7)}-${4000 + i}`, name: '' })),
      payees: COUNCIL_PAYEES,
    }),
  );
  const run = firstRun([ledger('Council', many, COUNCIL), icb()], JUNE);
  expect(totalsOf(run)[COUNCIL]).toBe(sumTo(many, JUNE));
  expect(run.result.unmapped).toEqual([]);
  expect(kept(run.proposal, 'PoolLines').length).toBeLessThanOrEqual(61);
});

test('recharge and contribution codes are between partners, client contributions are not', () => {
  const named = council.map((p, index) => ({
    ...p,
    ...[
      { code: '9001', codeName: 'Recharge to ICB - joint posts' },
      { code: '9002', codeName: 'NHS contribution to pooled budget' },
      { code: '9003', codeName: 'Client contributions' },
      { code: '1000', codeName: 'Residential care' },
    ][index % 4]!,
    payee: 'Sundry',
  }));
  const run = firstRun([plain!('Council', COUNCIL, named), icb()], JUNE);
  const lines = Object.fromEntries(kept(run.proposal, 'PoolCodes').map((row) => [row['Code'], row['Line']]));
  expect(lines).toMatchObject({
    9001: 'recharge',
    9002: 'contribution',
    9003: 'Client contributions',
    1000: 'Residential care',
  });
  expectWhole(run);
});

test('a ledger of negative spending is taken as it stands, with a warning', () => {
  const turned = nhs.map((p) => ({ ...p, pence: -p.pence }));
  const run = firstRun([ledger('Council', council, COUNCIL), ledger('ICB', turned, NHS)], JUNE);
  expect(totalsOf(run)).toEqual({ [COUNCIL]: both[COUNCIL], [NHS]: -both[NHS]! });
  expect(kindsOf(run)).toContain('ledger mostly negative');
});

test('the pool is named and its kind taken from a title', () => {
  const cover = sheet('Cover', [['Learning Disability shadow pool 2026/27'], ['Month 3']]);
  const run = firstRun([cover, ledger('Council', council, COUNCIL), icb()], JUNE);
  expect(kept(run.proposal, 'PoolArrangements')).toEqual([{ Pool: 'Learning Disability', Kind: 'shadow' }]);
  expect(kept(run.proposal, 'PoolLines')[0]?.['Pool']).toBe('Learning Disability');
});

test('the host is proposed where a note names it, with the note as the reason', () => {
  const cover = sheet('Cover', [['Learning Disability pooled budget 2026/27'], [`The pool is hosted by ${COUNCIL}.`]]);
  const run = firstRun([cover, ledger('Council', council, COUNCIL), icb()], JUNE);
  expect(kept(run.proposal, 'PoolArrangements')).toEqual([
    { Pool: 'Learning Disability', Kind: 'shadow', Host: COUNCIL },
  ]);
  const [row] = run.proposal.tables.find(({ table }) => table === 'PoolArrangements')?.rows ?? [];
  expect(row?.why).toContain(`It says of the host: “The pool is hosted by ${COUNCIL}”.`);
  expectWhole(run);
});

test('debits and credits told apart only by a column of D and C stop the ledger, with its cell', () => {
  const rows = nhs.map((p): Cell[] => [
    day(p.date),
    p.reference,
    Number(p.code),
    pounds(Math.abs(p.pence)),
    p.pence < 0 ? 'CR' : 'DR',
  ]);
  const run = firstRun(
    [ledger('Council', council, COUNCIL), sheet('ICB', [[NHS], ['Date', 'Ref', 'Code', 'Amount', 'Dr/Cr'], ...rows])],
    JUNE,
  );
  const finding = lookFindings(run.look, [], []).find(({ kind }) => kind === 'ledger sign apart');
  expect(finding).toMatchObject({ severity: 'error', place: { sheet: 'ICB', row: 1, column: 4 } });
  expect(kept(run.proposal, 'PoolSources')).toHaveLength(1);
});

test('a heading that stands twice stops the ledger only when it is needed', () => {
  const rows = nhs.map((p): Cell[] => [day(p.date), p.reference, Number(p.code), pounds(p.pence), 'x', 'y']);
  const needed = firstRun(
    [
      ledger('Council', council, COUNCIL),
      sheet('ICB', [[NHS], ['Date', 'Ref', 'Code', 'Amount', 'Code', 'Notes'], ...rows]),
    ],
    JUNE,
  );
  expect(lookFindings(needed.look, [], []).find(({ kind }) => kind === 'ledger heading twice')).toMatchObject({
    place: { sheet: 'ICB', row: 1, column: 2 },
  });
  const spare = firstRun(
    [
      ledger('Council', council, COUNCIL),
      sheet('ICB', [[NHS], ['Date', 'Ref', 'Code', 'Amount', 'Notes', 'Notes'], ...rows]),
    ],
    JUNE,
  );
  expect(totalsOf(spare)).toEqual(both);
});

test('a heading over two rows with merged cells is a finding that names the cell', () => {
  const rows = nhs.map((p): Cell[] => [
    day(p.date),
    p.reference,
    Number(p.code),
    p.pence > 0 ? pounds(p.pence) : '',
    p.pence < 0 ? pounds(-p.pence) : '',
  ]);
  const grid = sheet(
    'ICB',
    [[NHS], ['Date', 'Reference', 'Code', 'Amount', ''], ['', '', '', 'Debit', 'Credit'], ...rows],
    {
      merged: [
        { row: 1, column: 3, rows: 1, columns: 2 },
        { row: 1, column: 0, rows: 2, columns: 1 },
      ],
    },
  );
  const run = firstRun([ledger('Council', council, COUNCIL), grid], JUNE);
  const finding = lookFindings(run.look, [], []).find(({ kind }) => /^ledger heading/.test(kind));
  expect(finding).toMatchObject({ severity: 'error', place: { sheet: 'ICB' } });
});

test('headings of words cut over two rows are read by the row that says most', () => {
  const rows = nhs.map((p): Cell[] => [day(p.date), p.reference, p.payee, Number(p.code), pounds(p.pence)]);
  const run = firstRun(
    [
      ledger('Council', council, COUNCIL),
      sheet('ICB', [
        [NHS],
        ['Posting', 'Document', 'Vendor', 'Account', 'Amount'],
        ['date', 'no', '', '', '£'],
        ...rows,
      ]),
    ],
    JUNE,
  );
  expect(totalsOf(run)).toEqual(both);
});

test('rows of figures without headings are an error with their cell, not a note', () => {
  const run = firstRun([sheet('Council', [[COUNCIL], [], ...council.map(postingRow)]), icb()], JUNE);
  const finding = lookFindings(run.look, [], []).find(({ kind }) => kind === 'rows without heading');
  expect(finding).toMatchObject({
    severity: 'error',
    place: { sheet: 'Council', row: 2, column: 0 },
    detail: { rows: council.length },
  });
});

test('of a month and a year to date, a list of balances is read to date', () => {
  const sums = COUNCIL_CODES.map(({ code, name }): Cell[] => {
    const own = council.filter((p) => p.code === code);
    const june = inMonth(own, JUNE).reduce((sum, p) => sum + p.pence, 0);
    return [code, name, pounds(june), pounds(own.reduce((sum, p) => sum + p.pence, 0))];
  });
  const run = firstRun(
    [sheet('Council', [[COUNCIL], ['Cost centre', 'Description', 'Month Actual', 'YTD Actual'], ...sums]), icb()],
    JUNE,
  );
  expect(totalsOf(run)).toEqual(both);
});

test('a filter in the preamble names who was paid, not whose ledger it is', () => {
  const rows = [
    ['Ledger transactions'],
    ['Supplier:', COUNCIL],
    ['Vendor filter: Northshire County Council'],
    HEADINGS,
    ...nhs.map(postingRow),
  ];
  const run = firstRun([ledger('Council', council, COUNCIL), sheet('ICB', rows)], JUNE);
  expect(totalsOf(run)[COUNCIL]).toBe(both[COUNCIL]);
});

test('labels and values above the heading are no heading', () => {
  const labels: Cell[][] = [
    ['Period from', 'P01', 'to', 'P03'],
    ['Run date', day('2026-07-02'), 'User', 'HM'],
    ['Cost Centre', 'All', 'Account', 'All'],
    [],
  ];
  const run = firstRun([sheet('Council', [[COUNCIL], ...labels, HEADINGS, ...council.map(postingRow)]), icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
});

test('a column of two owners is an error: a ledger belongs to one partner', () => {
  const rows = [
    ...council.map((p): Cell[] => ['Council', ...postingRow(p)]),
    ...nhs.map((p): Cell[] => ['ICB', ...postingRow(p)]),
  ];
  const run = firstRun([sheet('Joint', [['Organisation', ...HEADINGS], ...rows])], JUNE);
  expect(kindsOf(run)).toContain('several partners in ledger');
});

test('a summary under a ledger of few columns takes neither its rows nor a supplier’s name', () => {
  const rows = council.map((p): Cell[] => [day(p.date), p.payee, p.code, pounds(p.pence)]);
  const sums = COUNCIL_CODES.map(({ code }): Cell[] => [
    code,
    pounds(council.filter((p) => p.code === code).reduce((sum, p) => sum + p.pence, 0)),
  ]);
  const grid = sheet('Council', [
    [COUNCIL],
    ['Date', 'Supplier', 'Code', 'Amount'],
    ...rows,
    [],
    ['Summary'],
    ['Code', 'Total'],
    ...sums,
  ]);
  const run = firstRun([grid, icb()], JUNE);
  expect(totalsOf(run)).toEqual(both);
  expect(run.proposal.tables.find(({ table }) => table === 'PoolPartners')?.rows).toHaveLength(2);
});

test('two ledgers side by side whose headings stand on different rows', () => {
  const right = [
    [],
    [],
    [NHS],
    [],
    ['Document', 'Posting date', 'Vendor', 'Account', 'Value'],
    ...nhs.map((p): Cell[] => [p.reference, day(p.date), p.payee, Number(p.code), pounds(p.pence)]),
  ];
  const left = [[COUNCIL], HEADINGS, ...council.map(postingRow)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_unused, index): Cell[] => {
    const cells = left[index] ?? [];
    return [...cells, ...Array.from({ length: 7 - cells.length }, () => ''), ...(right[index] ?? [])];
  });
  const run = firstRun([sheet('Both', rows)], JUNE);
  expect(Object.values(totalsOf(run)).sort()).toEqual(Object.values(both).sort());
});

test('a date under two headings of one name stops the ledger; a supplier so headed is only not used', () => {
  const rows = nhs.map((p): Cell[] => [
    day(p.date),
    day(p.date),
    p.reference,
    Number(p.code),
    pounds(p.pence),
    p.payee,
    p.payee,
  ]);
  const heading = (a: string, b: string) =>
    sheet('ICB', [[NHS], ['Date', a, 'Ref', 'Code', 'Amount', 'Supplier', b], ...rows]);
  const dates = firstRun([ledger('Council', council, COUNCIL), heading('Date', 'Other')], JUNE);
  expect(lookFindings(dates.look, [], []).find(({ kind }) => kind === 'ledger heading twice')).toMatchObject({
    place: { sheet: 'ICB', row: 1 },
  });
  const payees = firstRun([ledger('Council', council, COUNCIL), heading('Paid date', 'Supplier')], JUNE);
  expect(totalsOf(payees)).toEqual(both);
  expect(kindsOf(payees)).toContain('ledger column not used');
});

test('a sheet with a quote in its name, and one named as the statement’s own rows are', () => {
  const run = firstRun([ledger("St John's GL", council), ledger('Joint', nhs)], JUNE);
  expect(Object.values(totalsOf(run))).toEqual([both[COUNCIL], both[NHS]]);
  expect(kept(run.proposal, 'PoolPartners').map((row) => row['Partner'])).not.toContain('Joint');
  expect(kept(run.proposal, 'PoolSources')[0]?.['Table']).toBe("'St John''s GL'!A1:F1");
});
