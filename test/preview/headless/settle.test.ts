/*
 * Settling through the headless runner, from file to file: what `--json` prints is what was worked out by hand, and what is
 * saved is live formulas with the same figures. The bundles of `dist/` do the work, in the real Office.js.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { CITY, PCT, PERIOD, TRUST, openPool } from '../../tasks/settle/fixture';
import { QUARTER } from '../../tasks/settle/quarter';

jest.setTimeout(120_000);

const project = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-settle-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ exitCode: number; outcome: Outcome; stderr: string }> {
  const { exitCode, stdout, stderr } = await runHeadless([...words, '--json'], { project, working: folder });
  return { exitCode, outcome: JSON.parse(stdout) as Outcome, stderr };
}

test('it needs its month, and a month that was not reconciled is refused with what to do', async () => {
  const host = await openPool(QUARTER);
  writeFileSync(join(folder, 'pool.xlsx'), saveXlsx(host.book));
  expect((await run('settle', 'pool.xlsx', 'never.xlsx')).stderr).toMatch(/needs a month: add --period/);
  const { exitCode, stderr } = await run('settle', 'pool.xlsx', 'never.xlsx', '--period', PERIOD);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/This month has not been reconciled, so there is nothing to settle\. Run Reconcile a month/);
});

test('after reconciling, which names the pools that settle, the quarter settles to the penny', async () => {
  const reconciled = await run('reconcile', 'pool.xlsx', 'reconciled.xlsx', '--period', PERIOD);
  expect(reconciled.outcome.totals['settles']).toEqual(['LD']);
  const { exitCode, outcome, stderr } = await run('settle', 'reconciled.xlsx', 'settled.xlsx', '--period', PERIOD);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(outcome).toMatchObject({ task: 'settle', period: PERIOD });
  expect(outcome.totals).toMatchObject({
    agreements: [
      {
        pool: 'LD',
        for: 'pool',
        host: CITY,
        partners: [
          {
            partner: CITY,
            agreed: 36_000,
            shareOfVariance: 2_600.82,
            shareDue: 38_600.82,
            paidIn: -23_000,
            paidDirect: 63_501,
            inKind: 0,
            carriedForward: 899.73,
            toSettle: -1_000.45,
          },
          { partner: PCT, shareOfVariance: 900.18, shareDue: 24_900.18, carriedForward: 599.82, toSettle: 2_500 },
          { partner: TRUST, agreed: 0, toSettle: 0 },
        ],
        kept: 1_499.55,
        check: 0,
      },
      {
        pool: 'LD',
        for: 'staff',
        partners: [
          { partner: CITY, toSettle: 0 },
          { partner: PCT, agreed: 3_867.5, toSettle: 3_867.5 },
          { partner: TRUST, paidDirect: 3_867.5, toSettle: -3_867.5 },
        ],
        kept: 0,
        check: 0,
      },
    ],
    variances: [
      {
        pool: 'LD',
        line: 'Homes',
        variance: 5_000.55,
        shares: [{ share: 3_000.33 }, { share: 1_500 }, { share: 0 }],
        referredUpward: 500.22,
        kept: false,
      },
      { line: 'Day services', variance: -1_499.55, shares: [{ share: -899.73 }, { share: -599.82 }, {}], kept: true },
      { line: 'Outreach', variance: 0 },
    ],
    payments: [
      { pool: 'LD', host: CITY, from: PCT, to: CITY, amount: 6_367.5 },
      { pool: 'LD', host: CITY, from: CITY, to: TRUST, amount: 3_867.5 },
    ],
    settled: [
      { partner: CITY, toSettle: -1_000.45 },
      { partner: PCT, toSettle: 6_367.5 },
      { partner: TRUST, toSettle: -3_867.5 },
    ],
    grants: [],
    // Spent: 55,000.55, 8,500.45 and the post's 3,867.50.
    memorandum: [{ pool: 'LD', notKnown: 0, sections: [{ section: 'Funding' }, { section: 'Expenditure' }, {}, {}] }],
    partnerStatements: [
      { partner: CITY, toSettle: -1_000.45 },
      { partner: PCT, toSettle: 6_367.5, agreements: [{ pool: 'LD', section: 'Pool' }, { section: 'Staff' }] },
      { partner: TRUST, toSettle: -3_867.5 },
    ],
  });
  expect(JSON.stringify(outcome.totals['memorandum'])).toContain(
    '"item":"Total expenditure","kind":"total","partners":[{"partner":"Derby City Council","amount":63501}',
  );
  expect(outcome.findings.map(({ kind }) => kind)).toContain('referred upward');
});

test('the file holds the settlement as live formulas with the same figures', () => {
  const opened = openXlsx(readFileSync(join(folder, 'settled.xlsx')));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const sheet = opened.value.book.sheet('Pool settlement')!;
  const headings = Array.from({ length: 40 }, (_none, column) => sheet.value(4, column));
  const figure = (row: number, heading: string) => sheet.value(row, headings.indexOf(heading));
  expect([figure(5, 'To receive'), figure(6, 'To pay')]).toEqual([1_000.45, 2_500]);
  expect([...sheet.cells()].flatMap(([, , { formula }]) => formula ?? []).length).toBeGreaterThan(0);
});

test('without --json a terminal shows it in words, pennies below pennies', async () => {
  const words = ['settle', 'reconciled.xlsx', 'again.xlsx', '--period', PERIOD];
  const { exitCode, stdout } = await runHeadless(words, { project, working: folder });
  expect(exitCode).toBe(0);
  expect(stdout).not.toMatch(/[{}[\]"]|undefined/);
  expect(stdout).toContain('£1,499.55 stays in the pool, held by');
  const pays = stdout.split('\n').filter((each) => / pays .*\d$/.test(each));
  expect(pays.length).toBeGreaterThan(1);
  expect(new Set(pays.map((each) => each.length)).size).toBe(1);
  expect(stdout).toMatch(
    new RegExp(`${CITY} .*36,000\\.00 .*2,600\\.82 .*899\\.73 .*−23,000\\.00 .*63,501\\.00 .*−1,000\\.45`),
  );
});
