/* Workbooks whose sheets are called no more than Council and NHS, and a monitoring sheet that is all a partner has. */
import { firstRun, sheet } from './grids';

const posted = (prefix: string, amount: number) =>
  Array.from({ length: 20 }, (_unused, i) => [
    `${String(i + 1).padStart(2, '0')}/06/2026`,
    i % 2 === 0 ? 'B' : 'A',
    `${prefix}${i}`,
    amount,
  ]);
const partnersOf = (run: ReturnType<typeof firstRun>) =>
  run.proposal.tables.find(({ table }) => table === 'PoolPartners')?.rows.map(({ cells }) => cells['Partner']);
const totalsOf = (run: ReturnType<typeof firstRun>) =>
  run.result.controls.map(({ partner, figures }) => [partner, figures?.ledgerTotalPence]);

test('a sheet called Council and one called NHS are two partners', () => {
  const heading = ['Date', 'Code', 'Ref', 'Amount'];
  const run = firstRun(
    [sheet('Council', [heading, ...posted('r', 10.1)]), sheet('NHS', [heading, ...posted('q', 5)])],
    '2026-06',
  );
  expect(partnersOf(run)).toEqual(['Council', 'NHS']);
  expect(totalsOf(run)).toEqual([
    ['Council', 20200],
    ['NHS', 10000],
  ]);
});

test('bodies called by place and tier, in a title and on a sheet, are two partners, and not the council one of them pays', () => {
  const heading = ['Date', 'Code', 'Ref', 'Amount', 'Supplier'];
  const paying = (supplier: string, prefix: string, amount: number) =>
    posted(prefix, amount).map((row, i) => [...row, i === 0 ? supplier : 'Willow Homes']);
  const run = firstRun(
    [
      sheet('Sheet1', [
        ['Dale District - general ledger'],
        [],
        heading,
        ...paying('Northshire County Council', 'r', 10.1),
      ]),
      sheet('Moor Borough', [heading, ...paying('Dale District Council', 'q', 5)]),
    ],
    '2026-06',
  );
  expect(partnersOf(run)).toEqual(['Dale District', 'Moor Borough']);
  // The 5.00 that Moor pays Dale is between partners: Dale District Council is how Moor's ledger calls Dale District.
  expect(run.result.controls.map(({ figures }) => [figures?.ledgerTotalPence, figures?.betweenPence])).toEqual([
    [20200, 0],
    [10000, 500],
  ]);
});

test('codes are listed in their own order, not in the order of the ledger', () => {
  const heading = ['Date', 'Code', 'Ref', 'Amount'];
  const run = firstRun(
    [sheet('Council', [heading, ...posted('r', 10.1)]), sheet('NHS', [heading, ...posted('q', 5)])],
    '2026-06',
  );
  const codes = run.proposal.tables.find(({ table }) => table === 'PoolCodes')?.rows.map(({ cells }) => cells['Code']);
  expect(codes).toEqual(['A', 'B', 'A', 'B']);
});

test('a budget monitoring sheet with an actual to date is a ledger of balances where its partner has no other', () => {
  const monitoring = sheet('Council', [
    ['Kent County Council - budget monitoring to June 2026'],
    [],
    ['Cost centre', 'Description', 'Annual budget', 'Budget to date', 'Actual to date', 'Variance'],
    ['K01', 'Day care', 120000, 30000, 31000.5, 1000.5],
    ['K02', 'Home care', 240000, 60000, 58000.25, -1999.75],
    ['K03', 'Respite', 60000, 15000, 15000, 0],
    ['', 'Total', 420000, 105000, 104000.75, -999.25],
  ]);
  const nhs = sheet('NHS', [
    ['Kent and Medway ICB'],
    ['Trial balance P03 2026/27'],
    [],
    ['Account', 'Account name', 'Balance'],
    ['52001', 'Nursing', 1000.1],
    ['52002', 'Therapies', 2000.2],
    ['52003', 'Crisis', 3000.3],
  ]);
  const run = firstRun([monitoring, nhs], '2026-06');
  expect(totalsOf(run)).toEqual([
    ['Kent County Council', 10400075],
    ['Kent and Medway ICB', 600060],
  ]);
});
