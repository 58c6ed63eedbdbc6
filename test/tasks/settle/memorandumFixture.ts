/*
 * A settled learning disability pool of three bodies, as values in PoolStatement and PoolSettlement: figures that fit each
 * other whatever is drawn, because the shares due are made of what was spent. All amounts are illustrative.
 */
import type { ModelReading } from '../../../src/workbook/readModel';
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import { splitPartners } from '../../../src/tasks/share/projectInputs';
import { type MemorandumInputs, fundingRows } from '../../../src/tasks/settle/memorandumInputs';
import {
  memorandum,
  memorandumFigures,
  memorandumKey,
  planMemorandum,
  priorTotals,
} from '../../../src/tasks/settle/memorandumTable';
import { settledRows, statedRows } from '../../../src/tasks/settle/settledRows';
import type { TestHost } from '../../support/host';
import type { Cells } from '../fixture';
import { type Tables, periodOf, shown } from './grantFixture';

export const LD = 'Learning disability';
export const COUNCIL = 'Leicester City Council';
export const PCT = 'Eastern Leicester PCT';
export const TRUST = 'Leicestershire Partnership NHS Trust';
export const PARTNERS = [COUNCIL, PCT, TRUST];

/** Per line: its type, and per partner budget and own spending to date, in pounds. */
export interface PoolLine {
  readonly line: string;
  readonly type?: 'capital';
  readonly budget: readonly number[];
  readonly own: readonly (number | '')[];
}

const total = (pounds: readonly (number | '')[]): number | '' =>
  pounds.includes('') ? '' : Math.round(pounds.reduce<number>((sum, each) => sum + 100 * Number(each), 0)) / 100;

/** The rows of a pool's statement in a month. */
export function stated(lines: readonly PoolLine[], period: string, pool = LD): Cells[] {
  return lines.flatMap(({ line, type, budget, own }) =>
    [...PARTNERS, 'Joint'].map((Partner, at): Cells => {
      const spent = at < PARTNERS.length ? own[at]! : total(own);
      return {
        Period: period,
        Pool: pool,
        Line: line,
        Partner,
        Type: type ?? 'revenue',
        'Budget to date': at < PARTNERS.length ? budget[at]! : Number(total(budget)),
        ...(spent === '' ? {} : { 'Own to date': spent }),
      };
    }),
  );
}

/** One row of a settlement in pounds; the balance follows. */
export function settledRow(
  period: string,
  Partner: string,
  For: string,
  { agreed = 0, variance = 0, paidIn = 0, direct = 0, inKind = 0, kept = 0 },
  pool = LD,
): Cells {
  const pence = (pounds: number): number => Math.round(pounds * 100);
  const due = pence(agreed) + pence(variance);
  const net = due + pence(kept) - pence(paidIn) - pence(direct) - pence(inKind);
  return {
    Period: period,
    Pool: pool,
    Partner,
    For,
    Agreed: agreed,
    'Share of variance': variance,
    'Share due': due / 100,
    'Paid in': paidIn,
    'Paid direct': direct,
    'In kind': inKind,
    'Carried forward': kept,
    'To pay': Math.max(0, net) / 100,
    'To receive': Math.max(0, -net) / 100,
  };
}

export const MARCH = '2027-03';

/** The year 2026/27: 1,000.00 over in beds, 600.00 under in day services that is carried forward, a shared project. */
export const POOL_YEAR: Tables = {
  PoolPartners: PARTNERS.map((Partner, at) => ({ Partner, 'Short name': ['Council', 'PCT', 'Trust'][at]! })),
  PoolContributions: [
    { Pool: LD, Partner: COUNCIL, Year: '2026/27', Funding: 'base', Amount: 70_000 },
    { Pool: LD, Partner: COUNCIL, Year: '2026/27', Funding: 'client income', Amount: 4_000 },
    { Pool: LD, Partner: COUNCIL, Year: '2026/27', Funding: 'partner income', Source: PCT, Amount: 6_000 },
    { Pool: LD, Partner: PCT, Year: '2026/27', Funding: 'base', Amount: 40_000 },
    { Pool: LD, Partner: TRUST, Year: '2026/27', Funding: 'in kind', Amount: 2_000 },
    { Pool: LD, Partner: PCT, Year: '2026/27', Funding: 'brought forward', Amount: 500 },
    { Pool: LD, Partner: PCT, Year: '2025/26', Funding: 'base', Amount: 9_999 },
    { Pool: 'Other pool', Partner: PCT, Year: '2026/27', Funding: 'base', Amount: 8_888 },
  ],
  PoolStatement: stated(
    [
      { line: 'Beds', budget: [60_000, 30_000, 0], own: [91_000, 0, 0] },
      { line: 'Day services', budget: [0, 15_000, 0], own: [14_400, 0, 0] },
      { line: 'Adaptations', type: 'capital', budget: [1_000, 0, 0], own: [0, 1_000.01, 0] },
    ],
    MARCH,
  ),
  PoolSettlement: [
    settledRow(MARCH, COUNCIL, 'pool', { agreed: 60_000, variance: 300, paidIn: -45_000, direct: 105_400, kept: 240 }),
    settledRow(MARCH, PCT, 'pool', { agreed: 45_000, variance: 100, paidIn: 45_000, kept: 360 }),
    settledRow(MARCH, TRUST, 'pool', { agreed: 2_000, inKind: 2_000 }),
    settledRow(MARCH, 'Pool balance', 'pool', { kept: -600 }),
    settledRow(MARCH, COUNCIL, 'pool capital', { agreed: 1_000, variance: 0.01 }),
    settledRow(MARCH, PCT, 'pool capital', { direct: 1_000.01 }),
    settledRow(MARCH, COUNCIL, 'Integration project', { agreed: 5_000, direct: 20_000 }),
    settledRow(MARCH, PCT, 'Integration project', { agreed: 5_000 }),
    settledRow(MARCH, TRUST, 'Integration project', { agreed: 10_000 }),
  ],
};

/** Everything the accounts of a month are made of, as the workbook has it. */
export function memorandumInputs(
  model: ModelReading,
  period = MARCH,
  pools: readonly string[] = [LD],
): MemorandumInputs {
  const partners = splitPartners(model);
  return {
    period: periodOf(period),
    partners,
    pools,
    funding: fundingRows(model),
    stated: statedRows(model, period),
    settled: settledRows(
      model,
      period,
      partners.map(({ partner }) => partner),
    ),
  };
}

/** Writes the memorandum accounts of a month. */
export async function runMemorandum(host: TestHost, period = MARCH, pools: readonly string[] = [LD], isLive = true) {
  const model = await host.run((context) => readModel(context));
  const inputs = memorandumInputs(model, period, pools);
  const rows = memorandum(inputs, priorTotals(model, inputs.period));
  const planned = planMemorandum(rows, inputs.period, inputs.partners, {
    isLive,
    hasContributions: model.cells.has('PoolContributions'),
    table: model.cells.get('PoolMemorandum'),
  });
  const written = await writePlan({ tables: [planned] });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return planned;
}

/** Every cell in which the table and the model of its inputs differ: [row, column, shown, model]. */
export async function memorandumDifferences(host: TestHost, period = MARCH, pools: readonly string[] = [LD]) {
  const model = await host.run((context) => readModel(context));
  const inputs = memorandumInputs(model, period, pools);
  const rows = memorandum(inputs, priorTotals(model, inputs.period));
  const cells = (await shown(host, 'PoolMemorandum')).filter((row) => row['Period'] === period);
  const found: unknown[] = cells.length === rows.length ? [] : [['rows', cells.length, rows.length]];
  rows.forEach((row, at) => {
    const key = ['Pool', 'Section', 'Item'].map((column) => String(cells[at]?.[column] ?? ''));
    if (key.join() !== memorandumKey(row).join()) found.push(['key', key, memorandumKey(row)]);
    for (const [column, figure] of Object.entries(memorandumFigures(row, inputs.partners))) {
      const expected = 'number' in figure ? figure.number : '';
      if (cells[at]?.[column] !== expected) found.push([key.join(), column, cells[at]?.[column], expected]);
    }
  });
  return found;
}
