/*
 * The statements among the totals of `settle`, for the pane and `--json`: from the model, and the same as the workbook's
 * formulas show once they are calculated. The workbook is `fullPool`.
 */
import { settle } from '../../../src/tasks/settle/settle';
import { quiet, writeTask } from '../fixture';
import { CITY, PCT, PERIOD, TRUST, openPool, runReconcileTask, shown } from './fixture';
import { FULL, fullWith } from './fullPool';

jest.setTimeout(120_000);

interface Statements {
  readonly grants: readonly Record<string, unknown>[] | null;
  readonly memorandum: readonly {
    readonly pool: string;
    readonly sections: readonly {
      readonly section: string;
      readonly items: readonly {
        readonly item: string;
        readonly total: number;
        readonly check: number;
        readonly partners: readonly { readonly partner: string; readonly amount: number }[];
      }[];
    }[];
  }[];
  readonly partnerStatements: readonly {
    readonly partner: string;
    readonly toSettle: number;
    readonly agreements: readonly {
      readonly pool: string;
      readonly section: string;
      readonly rows: readonly { readonly item: string; readonly amount: number }[];
    }[];
  }[];
}

/** Whole pence of a cell or a figure: pounds are not compared as doubles. */
const pence = (pounds: unknown): number => Math.round(Number(pounds) * 100);

test('grants, accounts and statements are those the workbook shows', async () => {
  const host = await openPool(FULL);
  await runReconcileTask();
  const plan = await settle.plan({ period: PERIOD }, quiet);
  await writeTask(plan);
  const { grants, memorandum, partnerStatements, settled } = plan.totals as unknown as Statements & {
    settled: readonly { readonly partner: string; readonly toSettle: number }[];
  };

  // Discharge pays for Homes only: 84,100.01 spent, all of 40,000.00 is used. Carers finds 44,100.01 left and more.
  expect(grants).toMatchObject([
    { pool: 'LD', grant: 'Discharge', partner: PCT, available: 40_000, eligibleSpend: 84_100.01, applied: 40_000, unspent: 0, minimum: 30_000, short: 0, isMinimumMet: true }, // prettier-ignore
    { pool: 'LD', grant: 'Carers', partner: CITY, available: 20_000, applied: 20_000, unspent: 0, minimum: null, isMinimumMet: null }, // prettier-ignore
  ]);

  const ofAccount = memorandum.flatMap(({ pool, sections }) =>
    sections.flatMap(({ section, items }) => items.map((item) => ({ pool, section, ...item }))),
  );
  const account = await shown(host, 'PoolMemorandum');
  expect(account.length).toBeGreaterThan(8);
  expect(ofAccount.map(({ pool, section, item, total }) => [pool, section, item, pence(total)])).toEqual(
    account.map((row) => [row['Pool'], row['Section'], row['Item'], pence(row['Total'])]),
  );
  expect(ofAccount.map(({ partners }) => partners.map(({ amount }) => pence(amount)))).toEqual(
    account.map((row) => ['City', 'PCT', 'Trust'].map((name) => pence(row[name]))),
  );
  expect(ofAccount.every(({ check }) => check === 0)).toBe(true);

  const lines = partnerStatements.flatMap(
    ({ partner, agreements }) =>
    agreements.flatMap(({ pool, section, rows }) => rows.map(({ item, amount }) => [partner, pool, section, item, pence(amount)])), // prettier-ignore
  );
  const statements = await shown(host, 'PoolPartnerStatement');
  const ofAgreements = statements.filter(
    (row) => !String(row['Section']).startsWith('Exposure') && row['Section'] !== 'All agreements',
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(lines).toEqual(
    ofAgreements.map((row) => [row['Partner'], row['Pool'], row['Section'], row['Item'], pence(row['Amount'])]),
  );
  expect(partnerStatements.map(({ partner, toSettle }) => ({ partner, toSettle }))).toEqual(settled);
  expect(settled.map(({ partner }) => partner)).toEqual([CITY, PCT, TRUST]);
});

test('a grant short of its minimum says by how much; PoolGrants with errors is null, and the rest is still there', async () => {
  const grant = { Pool: 'LD', Grant: 'Discharge', Partner: PCT, Year: '2026/27', Amount: 40_000, Lines: 'Day' };
  await openPool(fullWith({ PoolGrants: [{ ...grant, Minimum: 30_000 }] }));
  await runReconcileTask();
  const short = (await settle.plan({ period: PERIOD }, quiet)).totals as unknown as Statements;
  // Day services spent 9,000.00.
  expect(short.grants).toMatchObject([{ applied: 9_000, unspent: 31_000, short: 21_000, isMinimumMet: false }]);

  await openPool(fullWith({ PoolGrants: [{ ...grant, Lines: 'No such line' }] }));
  await runReconcileTask();
  const refused = (await settle.plan({ period: PERIOD }, quiet)).totals as unknown as Statements;
  expect(refused.grants).toBeNull();
  expect(refused.memorandum).toHaveLength(1);
  expect(refused.partnerStatements).toHaveLength(3);
});
