/*
 * The figures of the pages in docs/tasks are those that the samples give: each task is run as its page says, and every row
 * and amount of the page is looked for in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { openXlsx } from '../../src/preview/xlsx/openXlsx';
import * as tasks from '../../src/tasks';
import { describeFinding } from '../../src/words/findings';
import { planOf, runTask, shown } from '../coverage/workbook';
import { builtCalculator } from '../preview/engine/built';
import { openHost, type TestHost } from '../support/host';
import { raiseFirstPosting } from '../support/sampleSteps';

jest.setTimeout(300_000);

const root = resolve(__dirname, '../..');
const pageOf = (name: string): string => readFileSync(join(root, 'docs/tasks', `${name}.md`), 'utf8');

let calculator: ReturnType<typeof builtCalculator> | undefined;

function openSample(name: string): TestHost {
  const opened = openXlsx(readFileSync(join(root, 'assets/samples', `${name}.xlsx`)));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const host = openHost(opened.value.book);
  host.setCalculator((calculator ??= builtCalculator()));
  return host;
}

type Record_ = Readonly<Record<string, unknown>>;
const records = (value: unknown): readonly Record_[] => value as readonly Record_[];
const recordOf = (list: unknown, key: string, name: string): Record_ => {
  const found = records(list).find((each) => each[key] === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** An amount as the pages write it: 1,234.50, with a minus sign and not a hyphen. */
function money(pounds: unknown): string {
  return Number(pounds).toLocaleString('en-GB', { minimumFractionDigits: 2 }).replace('-', '−');
}

const sum = (amounts: readonly unknown[]): number =>
  amounts.reduce((total: number, amount) => total + Math.round(Number(amount) * 100), 0) / 100;

/** A row of a table, as a page has it; what stands in the last column may follow. */
function expectRow(page: string, ...cells: readonly unknown[]): void {
  const row = `| ${cells.map((cell) => (typeof cell === 'number' ? money(cell) : String(cell))).join(' | ')} |`;
  expect(page.replaceAll('**', '')).toContain(row);
}

const DERBY = 'derby-shadow-pool-2008-09';
const MONTH = '2008-09';
const [COUNCIL, PCT] = ['Derby City Council', 'Derby City Primary Care Trust'] as const;

async function openDerby(): Promise<TestHost> {
  const host = openSample(DERBY);
  await runTask('model');
  await runTask('reconcile', MONTH);
  return host;
}

test('there is a page for each task that the pane offers, and the list leads to each', () => {
  const pages = readdirSync(join(root, 'docs/tasks'));
  const list = readFileSync(join(root, 'docs/tasks.md'), 'utf8');
  expect(pages.filter((page) => !list.includes(`(tasks/${page})`))).toEqual([]);
  for (const task of tasks.TASK_NAMES)
    expect([task, pages.some((page) => pageOf(page.slice(0, -3)).includes(`headless -- ${task} `))]).toEqual([
      task,
      true,
    ]);
});

test('Build the model', async () => {
  openSample(DERBY);
  const plan = await planOf('model');
  const page = pageOf('build-the-model');
  const [council, pct] = records(plan.totals['partners']);
  expectRow(
    page,
    'its ledger',
    `\`${String(records(council?.['ledgers'])[0])}\`, 172 rows`,
    "`'PCT ledger'!B11:I11`, 105 rows",
  );
  expect([council?.['rows'], pct?.['rows'], pct?.['ledgers']]).toEqual([172, 105, ["'PCT ledger'!B11:I11"]]);
  expectRow(page, 'ledger total, all months', council?.['ledgerTotal'], pct?.['ledgerTotal']);
  expectRow(page, 'first and last month', 'April to September 2008', 'April to October 2008');
  expect([council, pct].map((each) => [each?.['firstMonth'], each?.['lastMonth']])).toEqual([
    ['2008-04', '2008-09'],
    ['2008-04', '2008-10'],
  ]);
  expect(plan.totals['proposed']).toEqual({
    PoolPartners: 2,
    PoolArrangements: 1,
    PoolSources: 2,
    PoolLines: 7,
    PoolCodes: 15,
    PoolBudgets: 14,
    PoolPeriods: 13,
  });
  expect(page).toContain('2 partners, 1 shadow pool, 2 ledgers, 7 budget lines, 15 codes, 14 budgets and 13 months');
});

describe('Derby to September 2008', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openDerby();
  });

  test('Reconcile a month', async () => {
    const { totals } = await planOf('reconcile', MONTH);
    const page = pageOf('reconcile-a-month');
    const [council, pct] = [COUNCIL, PCT].map((name) => recordOf(totals['partners'], 'partner', name));
    const parts = { 'In pool': 'inPool', Excluded: 'excluded', 'Between partners': 'betweenPartners' };
    for (const [label, key] of Object.entries({
      ...parts,
      'Ledger total to date': 'ledgerTotal',
      'Control total': 'controlTotal',
    }))
      expect(page.replaceAll('**', '')).toContain(`| ${label} | ${money(council?.[key])} | ${money(pct?.[key])} |`);
    const joint = totals['joint'] as Record_;
    for (const key of ['actualToDate', 'budgetToDate']) expect(page).toContain(money(joint[key]));
    expect(page).toContain(`${money(-Number(joint['variance']))} under`);
    expect(page).toContain(`two rows of October, ${money(pct?.['laterPeriods'])},`);
    for (const { reference, difference } of records(totals['differences']))
      expect(page).toContain(`| ${String(reference)} | ${money(difference)} |`);
    const charges = recordOf(totals['bridges'], 'bridge', 'charges');
    expectRow(
      page,
      'Unexplained between partners',
      charges['unexplained'],
      'without a proven cause and without a reason of yours',
    );
    expect(page).toContain(
      `charged the PCT ${money(charges['fromAmount'])} and the PCT has booked ${money(charges['toAmount'])}`,
    );
  });

  test('Check this workbook', async () => {
    const { findings } = await planOf('check', MONTH);
    const page = pageOf('check-this-workbook');
    const bySeverity = (wanted: string) => findings.filter(({ severity }) => severity === wanted);
    expect([bySeverity('error').length, bySeverity('warning').length, bySeverity('info').length]).toEqual([0, 2, 5]);
    for (const finding of bySeverity('warning')) {
      expect(page).toContain(`| \`${describeFinding(finding).where}\` |`);
      expect(page).toContain(money(Number(finding.differencePence) / 100));
    }
  });

  test('Freeze to values', async () => {
    const { totals } = await planOf('freeze');
    for (const { title, rows, cells } of records(totals['toValues']))
      expect(pageOf('freeze-to-values')).toContain(`| ${String(title)} | ${String(rows)} | ${String(cells)} |`);
    expect(records(totals['toValues'])).toHaveLength(2);
  });

  test('Undo last run: a reason typed into Bridges is not lost, and without it the seven tables are emptied', async () => {
    const reason = (text: string): Promise<void> =>
      host.run(async (context) => {
        const range = context.workbook.tables.getItem('PoolBridge').getRange().load('values');
        await context.sync();
        const at = (range.values[0] as string[]).indexOf('Reason');
        range.getCell(1, at).values = [[text]];
        await context.sync();
      });
    await runTask('reconcile', MONTH);
    await reason('Booked by the PCT in October');
    expect(await tasks.undoLastRun()).toMatchObject({ ok: false });
    await reason('');
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  });
});

test('Share project costs', async () => {
  openSample('leicester-learning-disability-2004-05');
  await runTask('share');
  const { totals, findings } = await planOf('share');
  const page = pageOf('share-project-costs');
  const [project] = records(totals['projects']);
  for (const { item, cost } of records(project?.['items']))
    expect(page).toContain(`| ${String(item)} | ${money(cost)} |`);
  expect(page).toContain(`| **Cost** | **${money(project?.['cost'])}** |`);
  expect(page).toContain(`| Cap for 2004/05 | ${money(project?.['cap'])} |`);
  expectRow(page, 'Shared', project?.['shared'], 'check 0.00');
  expect(page).toContain(`| Above the cap | ${money(project?.['aboveCap'])} |`);
  expectRow(page, 'Rutland County Council, fixed', project?.['fixed'], 'inside the cap');
  const equal = records(project?.['sharers']).filter(({ treatment }) => treatment === 'equal');
  expect(new Set(equal.map(({ share }) => share)).size).toBe(1);
  expect(page).toContain(`| each of four sharers, equal | ${money(equal[0]?.['share'])} |`);
  expect(equal).toHaveLength(4);
  expect(findings).toHaveLength(2);
});

test('Settle a period', async () => {
  openSample('leicester-learning-disability-agreed-2004-05');
  await runTask('reconcile', '2005-06');
  const { totals, findings } = await planOf('settle', '2005-06');
  const page = pageOf('settle-a-period');
  const names = ['Leicester City Council', 'Leicestershire Partnership NHS Trust'] as const;
  const pair = (list: unknown, key: string) => names.map((name) => recordOf(list, 'partner', name)[key]);
  const moved = records(totals['variances']).filter(({ variance }) => variance !== 0);
  for (const { line, variance, shares } of moved) expectRow(page, line, variance, ...pair(shares, 'share'));
  const [pool, placements] = ['pool', 'placements'].map(
    (kind) => recordOf(totals['agreements'], 'for', kind)['partners'],
  );
  expectRow(page, 'Share of variance', sum(moved.map(({ variance }) => variance)), ...pair(pool, 'shareOfVariance'));
  const labels = {
    Agreed: 'agreed',
    'Share due': 'shareDue',
    'Its part of what stays in the pool': 'carriedForward',
    'Paid in to the host, held for the others': 'paidIn',
    'Paid from its own ledger': 'paidDirect',
    'Given in kind': 'inKind',
    'The pool: to pay, to receive': 'toSettle',
  };
  const text = page.replaceAll('**', '');
  for (const [label, key] of Object.entries(labels))
    expect(text).toContain(`| ${label} | ${pair(pool, key).map(money).join(' | ')} |`);
  expect(text).toContain(`| Placements | ${pair(placements, 'toSettle').map(money).join(' | ')} |`);
  expectRow(page, 'All agreements', ...pair(totals['settled'], 'toSettle'), 'together exactly nothing');
  const [payment] = records(totals['payments']);
  expect(page).toContain(`the Trust pays the City ${money(payment?.['amount'])}.`);
  expect(findings.filter(({ severity }) => severity === 'warning').map(({ kind }) => kind)).toEqual([
    'costs beside line',
  ]);
});

test('Begin a pool', async () => {
  openSample('derby-shadow-pool-agreed-2008-09');
  await runTask('reconcile', MONTH);
  const { totals } = await planOf('promote', '2009-04');
  const page = pageOf('begin-a-pool');
  const rows = records((totals['comparison'] as Record_)['lines']).map(({ line, variance, partners }) => {
    const [council, pct] = [COUNCIL, PCT].map((name) => recordOf(partners, 'partner', name));
    return {
      line,
      figures: [variance, council?.['fell'], pct?.['fell'], council?.['share'], pct?.['share'], council?.['more']],
    };
  });
  expect(rows).toHaveLength(7);
  for (const { line, figures } of rows) expectRow(page, line, ...figures);
  expectRow(page, 'all lines', ...[0, 1, 2, 3, 4, 5].map((at) => sum(rows.map(({ figures }) => figures[at]))));
});

test('Add a table to fill in', async () => {
  const host = openSample('derby-shadow-pool-agreed-2008-09');
  const page = pageOf('add-a-table');
  for (const post of await shown(host, 'PoolStaff'))
    expectRow(
      page,
      post['Line'],
      post['Post'],
      String(post['WTE']),
      post['Rate'],
      '01/04/2008',
      post['Employer'],
      post['Funder'],
    );
  await runTask('reconcile', MONTH);
  const { totals } = await planOf('settle', MONTH);
  const [payment] = records(totals['payments']);
  expect(page).toContain(`the PCT's half, ${money(payment?.['amount'])}, is what it pays`);
});

test('Close a month', async () => {
  openSample('equipment-consortium-2001-02');
  await runTask('reconcile', '2001-06');
  await runTask('settle', '2001-06');
  const page = pageOf('close-a-month');
  const values = records((await planOf('close', '2001-06')).totals['toValues']);
  expect(values).toHaveLength(8);
  for (const { title, rows, cells } of values)
    expect(page).toContain(`| ${String(title)} | ${String(rows)} | ${String(cells)} |`);
  await runTask('close', '2001-06');
  await raiseFirstPosting(100);
  const { findings } = await planOf('check', '2001-06');
  const moved = findings.filter(({ kind }) => kind === 'closed figure moved');
  expect(moved).toHaveLength(4);
  for (const { partner, leftPence, rightPence, differencePence } of moved) {
    const figures = [leftPence, rightPence, differencePence].map((pence) => money(Number(pence) / 100));
    expect(page).toMatch(new RegExp(`\\| ${String(partner)}[^|]*\\| ${figures.join(' \\| ')} \\|`));
  }
});
