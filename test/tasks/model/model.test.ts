/* The task `model` on whole workbooks through the real Office.js: proposed, written, reconciled, looked at again. */
import { model } from '../../../src/tasks/model/model';
import { reconcile } from '../../../src/tasks/reconcile';
import { quiet, writeTask } from '../fixture';
import { LAYOUTS } from './corpus/layouts';
import { sheet } from './grids';
import { openWorkbook } from './openWorkbook';
import { COUNCIL_CODES, COUNCIL_PAYEES, NHS_CODES, NHS_PAYEES, postings, sumTo } from './postings';

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const council = postings({ seed: 11, rows: 120, codes: COUNCIL_CODES, payees: [...COUNCIL_PAYEES, NHS] });
const nhs = postings({ seed: 12, rows: 90, codes: NHS_CODES, payees: [...NHS_PAYEES, COUNCIL], referencePrefix: 'SI' });
const { preamble, excelTable, debitCredit, noCode } = LAYOUTS as Required<typeof LAYOUTS>;
const pence = (pounds: unknown): number => Math.round(Number(pounds) * 100);

interface PartnerTotals {
  readonly partner: string;
  readonly ledgerTotal: number;
  readonly inPool: number;
  readonly excluded: number;
  readonly betweenPartners: number;
  readonly unmapped: number;
}

describe.each([
  ['a preamble and an Excel table', [preamble!('Council GL', COUNCIL, council), excelTable!('ICB extract', NHS, nhs)]],
  ['debit and credit, and no code', [debitCredit!('Council GL', COUNCIL, council), noCode!('ICB extract', NHS, nhs)]],
])('%s', (_name, sheets) => {
  test('model, write, reconcile: each ledger totals to the penny and nothing is unmapped', async () => {
    const host = await openWorkbook(sheets);
    const first = await model.plan({}, quiet);
    expect(first.blockers).toEqual([]);
    await writeTask(first);
    expect(host.book.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PoolPartners', 'PoolLines', 'PoolBudgets', 'PoolSources', 'PoolCodes', 'PoolPeriods']),
    );
    const month = await reconcile.plan({ period: '2026-06' }, quiet);
    expect(month.blockers).toEqual([]);
    const partners = month.totals['partners'] as readonly PartnerTotals[];
    expect(partners.map(({ partner, ledgerTotal, unmapped }) => [partner, pence(ledgerTotal), unmapped])).toEqual([
      [COUNCIL, sumTo(council, '2026-06'), 0],
      [NHS, sumTo(nhs, '2026-06'), 0],
    ]);
  });

  test('a second look proposes nothing and plans nothing', async () => {
    await openWorkbook(sheets);
    await writeTask(await model.plan({}, quiet));
    const again = await model.plan({}, quiet);
    expect(again.proposal?.tables.flatMap(({ rows }) => rows.filter(({ keep }) => keep))).toEqual([]);
    expect(again.workbook?.tables).toEqual([]);
    expect(again.blockers).toEqual([]);
  });
});

test('a new code in a ledger is added on the second look, and the user’s own mapping stays', async () => {
  const host = await openWorkbook([preamble!('Council GL', COUNCIL, council), excelTable!('ICB extract', NHS, nhs)]);
  await writeTask(await model.plan({}, quiet));
  const codes = host.book.table('PoolCodes')!;
  codes.sheet.setContent(codes.area.row + 1, codes.area.column + 2, 'Day services');
  const ledger = host.book.sheet('Council GL')!;
  const row = 11 + council.length;
  [46180, 'NEW1', 'Ashgrove Care Ltd', 'A9999', 'New scheme', 'Start', 12.34].forEach((value, column) =>
    ledger.setContent(row, column, value),
  );
  const again = await model.plan({}, quiet);
  const rows = again.proposal?.tables.find(({ table }) => table === 'PoolCodes')?.rows.map(({ cells }) => cells);
  expect(rows).toEqual([expect.objectContaining({ Partner: COUNCIL, Code: 'A9999', Line: 'New scheme' })]);
  await writeTask(again);
  expect(codes.sheet.value(codes.area.row + 1, codes.area.column + 2)).toBe('Day services');
});

test('requests do not grow with rows', async () => {
  const count = async (rows: number) => {
    const list = postings({ seed: 3, rows, codes: COUNCIL_CODES, payees: COUNCIL_PAYEES });
    const host = await openWorkbook([preamble!('Council GL', COUNCIL, list), excelTable!('ICB extract', NHS, nhs)]);
    const before = host.requests;
    await model.plan({}, quiet);
    return host.requests - before;
  };
  expect(await count(3000)).toBe(await count(30));
});

test('a workbook without a ledger stops with a sentence and writes nothing', async () => {
  await openWorkbook([sheet('Notes', [['Remember the accruals'], ['Ring the ICB']])]);
  const plan = await model.plan({}, quiet);
  expect(plan.blockers.map(({ kind }) => kind)).toEqual(['no ledger found']);
  expect(plan.workbook?.tables).toEqual([]);
  // Handing the empty proposal back, as the pane does, changes nothing about that.
  const again = await model.plan({ proposal: plan.proposal! }, quiet);
  expect(again.blockers.map(({ kind }) => kind)).toEqual(['no ledger found']);
  expect(again.workbook?.tables).toEqual([]);
});

test('a corrected proposal is checked before it is written', async () => {
  await openWorkbook([preamble!('Council GL', COUNCIL, council), excelTable!('ICB extract', NHS, nhs)]);
  const first = await model.plan({}, quiet);
  const change = (table: string, edit: (cells: Record<string, string | number | null>) => void) => ({
    tables: first.proposal!.tables.map((each) =>
      each.table === table
        ? {
            ...each,
            rows: each.rows.map((row) => {
              const cells = { ...row.cells };
              edit(cells);
              return { ...row, cells };
            }),
          }
        : each,
    ),
  });
  const cases: readonly (readonly [string, string, (cells: Record<string, string | number | null>) => void])[] = [
    ['short name twice', 'PoolPartners', (cells) => (cells['Short name'] = 'Same')],
    [
      'short name not usable',
      'PoolPartners',
      (cells) => (cells['Short name'] = `St John's [${String(cells['Sector'])}]`),
    ],
    ['cell unknown word', 'PoolPartners', (cells) => (cells['Sector'] = 'bank')],
    ['partner not listed', 'PoolCodes', (cells) => (cells['Partner'] = 'Nobody')],
    ['heading missing', 'PoolSources', (cells) => (cells['Amount'] = 'Nonesuch')],
    ['source not found', 'PoolSources', (cells) => (cells['Table'] = 'Nowhere')],
    ['cell missing', 'PoolSources', (cells) => (cells['Amount'] = '')],
  ];
  for (const [kind, table, edit] of cases) {
    const plan = await model.plan({ proposal: change(table, edit) }, quiet);
    expect(plan.blockers.map((finding) => finding.kind)).toContain(kind);
  }
});

describe('what stands in the way is a sentence, and nothing is written', () => {
  const ledgers = () => [preamble!('Council GL', COUNCIL, council), excelTable!('ICB extract', NHS, nhs)];

  test('a table of the user’s that has the name of one of ours', async () => {
    const mine = sheet(
      'Mine',
      [
        ['Name', 'Telephone'],
        ['Anne', '01332'],
      ],
      {
        tables: [{ name: 'PoolPartners', area: { row: 0, column: 0, rows: 2, columns: 2 } }],
      },
    );
    await openWorkbook([...ledgers(), mine]);
    expect((await model.plan({}, quiet)).blockers.map(({ kind }) => kind)).toContain('table name taken');
  });

  test('a sheet of ours that holds something else', async () => {
    await openWorkbook([...ledgers(), sheet('Pool partners', [['My own list']])]);
    expect((await model.plan({}, quiet)).blockers.map(({ kind }) => kind)).toContain('sheet in the way');
  });

  test('a protected sheet of ours', async () => {
    const host = await openWorkbook(ledgers());
    await writeTask(await model.plan({}, quiet));
    host.book.sheet('Pool codes')!.isProtected = true;
    host.book.sheet('Council GL')!.setContent(11 + council.length, 3, 'A9999');
    host.book.sheet('Council GL')!.setContent(11 + council.length, 0, 46180);
    host.book.sheet('Council GL')!.setContent(11 + council.length, 6, 12.34);
    expect((await model.plan({}, quiet)).blockers.map(({ kind }) => kind)).toContain('sheet protected');
  });

  test('a hidden sheet is not looked into, and said', async () => {
    const host = await openWorkbook(ledgers());
    host.book.sheet('ICB extract')!.visibility = 'Hidden';
    const plan = await model.plan({}, quiet);
    expect(plan.findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sheets hidden', 'one partner only']),
    );
  });

  test('a refusal of Excel while reading ends in nothing written', async () => {
    const host = await openWorkbook(ledgers());
    const sheets = host.book.sheets.length;
    for (let nth = 1; nth <= 5; nth++) {
      host.injectFailure(host.log.length + 1, 'GeneralException');
      await model.plan({}, quiet).catch(() => undefined);
    }
    expect(host.book.sheets).toHaveLength(sheets);
  });
});

test('a partner and a code column the user corrected in the tables stay corrected on the second look', async () => {
  const rows = (list: typeof council) =>
    list.map((p) => [Number(p.date.slice(5, 7)) - 3, p.reference, p.code, p.account, p.pence / 100]);
  const heading = ['Period', 'Ref', 'Cost centre', 'Subjective', 'Amount'];
  const host = await openWorkbook([
    sheet('Sheet1', [heading, ...rows(council)]),
    sheet('Sheet2', [heading, ...rows(nhs)]),
  ]);
  const first = await model.plan({ period: '2026-06' }, quiet);
  const rename = (value: string | number | null) => (value === 'Sheet1' ? COUNCIL : value === 'Sheet2' ? NHS : value);
  const proposal = {
    tables: first
      .proposal!.tables.filter(({ table }) => table !== 'PoolCodes')
      .map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: {
            ...row.cells,
            ...('Partner' in row.cells ? { Partner: rename(row.cells['Partner'] ?? null) } : {}),
            ...(table.table === 'PoolSources' ? { Code: 'Subjective' } : {}),
          },
        })),
      })),
  };
  await writeTask(await model.plan({ proposal, period: '2026-06' }, quiet));
  const again = await model.plan({ period: '2026-06' }, quiet);
  const rowsOf = (name: string) =>
    again.proposal!.tables.find(({ table }) => table === name)!.rows.map(({ cells }) => cells);
  expect(rowsOf('PoolPartners')).toEqual([]);
  expect(rowsOf('PoolSources')).toEqual([]);
  expect(new Set(rowsOf('PoolCodes').map((cells) => cells['Partner']))).toEqual(new Set([COUNCIL, NHS]));
  expect(new Set(rowsOf('PoolCodes').map((cells) => cells['Code']))).toEqual(new Set(['4100', '4200', '5100']));
  await writeTask(again);
  const month = await reconcile.plan({ period: '2026-06' }, quiet);
  expect((month.totals['partners'] as readonly PartnerTotals[]).map(({ unmapped }) => unmapped)).toEqual([0, 0]);
  expect(host.book.table('PoolCodes')).toBeDefined();
});
