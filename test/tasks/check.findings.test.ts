/*
 * Every kind of finding in words, and the page `docs/findings.md` that lists them. Set UPDATE_DOCS=1 to write the page
 * after a sentence has changed; without it the test fails until the page is the same.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_FINDINGS } from '../../src/ledger/findings';
import { MODEL_FINDINGS } from '../../src/tasks/model/findings';
import { WORDED_KINDS, describeFinding } from '../../src/words/findings';
import type { Finding, Severity } from '../../src/workbook/finding';
import { CLOSING_FINDINGS } from '../../src/workbook/closingFindings';
import { AGREEMENT_FINDINGS } from '../../src/workbook/agreementFindings';
import { GRANT_FINDINGS } from '../../src/workbook/grantFindings';
import { WORKBOOK_FINDINGS } from '../../src/workbook/findings';
import { COST_FINDINGS } from '../../src/workbook/costFindings';
import { CONTRIBUTION_FINDINGS } from '../../src/workbook/contributionFindings';
import { CONSOLIDATION_FINDINGS } from '../../src/workbook/consolidationFindings';
import { PROJECT_FINDINGS } from '../../src/workbook/projectFindings';
import { SETTLE_FINDINGS } from '../../src/workbook/settleFindings';

const PAGE = join(process.cwd(), 'docs/findings.md');

/** One example of everything a sentence can name. */
const DETAIL: Readonly<Record<string, string | number>> = {
  address: 'Ledger!B9:C9',
  amount: 'Amount',
  apart: 'Reason',
  blank: 3,
  by: 'table',
  cause: 'amount difference',
  cells: 12000,
  chosen: 'Net amount',
  code: 'A100',
  column: 'Amount',
  effectMillionths: 1500000,
  effectPence: '1.5',
  headers: 1,
  heading: 'Amount',
  headings: 'Date, Code, Supplier',
  key: '2026-06, Derby City PCT',
  kind: 'amount unreadable',
  lastRow: 100_006,
  length: 10_240,
  limit: 10000,
  line: 'Day services',
  lines: 'Day services',
  listed: 200,
  months: 12,
  more: 99_800,
  name: 'Derby PCT',
  names: 'Derby City Council, Derby City PCT',
  negative: 40,
  other: 'Derby City PCT',
  otherCell: 'PCT!E5',
  partner: 'Derby City PCT',
  percent: '90',
  pool: 'Learning disability',
  period: '2026-06',
  problem: 'the line is not in PoolLines',
  reading: 'financial periods',
  reversesIn: '2026-05',
  role: 'amount',
  row: 7,
  rows: 12,
  sheet: 'Pool budgets',
  sheets: 'Notes, Chart',
  supplier: 'Willow Homes',
  table: 'PoolBudgets',
  target: 'Day centres',
  text: '1.234,56',
  texts: 'Total April, Total May',
  titles: 2,
  total: '0.95',
  totals: 1,
  date: '01/09/2004',
  fraction: '-0.05',
  from: '01/04/2004',
  gap: '5% too little',
  grant: 'Disabled Facilities Grant',
  group: 'Primary Care Trusts',
  items: 2,
  members: 6,
  before: '01/04/2003',
  step: 1,
  strangers: 'Foundation Trust',
  profile: 'Winter',
  order: 1,
  project: 'Integration project',
  set: 'Primary Care Trusts',
  tables: 'PoolProjects, PoolProjectShares',
  years: '2004/05, 2005/06',
  where: 'Sheet1',
  words: 'open, provisional, closed',
  year: '2026/27',
  count: 2,
  byHost: 1,
  posts: 2,
  cases: 1,
  saidByPayer: 1200049,
  saidByFunder: 1200000,
  kinds: 'ledger changed, figure differs',
  host: 'Derby City Council',
  why: 'budgets',
  pools: 'Learning disability (shadow)',
  first: 'pooled, host Derby City Council',
  second: 'shadow',
  agreed: '1/3',
  basis: 'posts',
  heads: 14,
  own: '5',
  ownShare: '20%',
  groupShare: '30%',
  share: '5/16',
  agreedPosts: '5 1/3',
};

const GROUPS: readonly (readonly [title: string, kinds: Readonly<Record<string, Severity>>])[] = [
  ['Looking for the model in a workbook', MODEL_FINDINGS],
  ['The tables of the model, and writing them', WORKBOOK_FINDINGS],
  ['Projects, groups and lists of shares', PROJECT_FINDINGS],
  ['Staff and placements', COST_FINDINGS],
  ['Caps, lists of shares and what meets overspends first', AGREEMENT_FINDINGS],
  ['Contributions', CONTRIBUTION_FINDINGS],
  ['Closed months, frozen figures and a pool that begins', CLOSING_FINDINGS],
  ['Settling a period', SETTLE_FINDINGS],
  ['Grants', GRANT_FINDINGS],
  ['Many pools together', CONSOLIDATION_FINDINGS],
  ['Ledgers and their reconciliation', LEDGER_FINDINGS],
];

function example(kind: string, severity: Severity): Finding {
  return {
    kind,
    severity,
    period: '2026-06',
    place: { sheet: 'Ledger', row: 8, column: 4 },
    partner: 'Derby City Council',
    line: 'Residential care',
    reference: 'INV 001',
    leftPence: 1200050,
    rightPence: 1200049,
    differencePence: 1,
    detail: DETAIL,
  };
}

const EVERY = GROUPS.flatMap(([, kinds]) => Object.entries(kinds));

test('every kind has words, and no words are without a kind', () => {
  expect([...WORDED_KINDS].sort()).toEqual(EVERY.map(([kind]) => kind).sort());
});

test.each(EVERY)('%s (%s)', (kind, severity) => {
  const { sentence, what, whatToDo } = describeFinding(example(kind, severity));
  expect(sentence).not.toMatch(/undefined|NaN|null|\[object|\s\s|\(\)|“”|\.\./);
  expect(what).toMatch(/[.?]$/);
  // An error without a way out leaves the user alone with it.
  if (severity === 'error') expect(whatToDo).toMatch(/[.?]$/);
  const bare = describeFinding({ kind, severity });
  expect(bare.sentence).not.toMatch(/undefined|NaN|null|\[object/);
});

test('docs/findings.md lists every sentence as it is now', () => {
  const lines = [
    '# Findings',
    '',
    'Everything Poolbook can find, with the sentence it says and what to do. The page is made by `test/tasks/check.findings.test.ts`',
    '(`UPDATE_DOCS=1 npx jest test/tasks/check.findings`); names and figures in it are examples.',
    '',
    '`error` stops a figure from being right, `warning` needs a look, `info` is for the record.',
  ];
  for (const [title, kinds] of GROUPS) {
    lines.push('', `## ${title}`, '', '| Kind | Severity | What it says | What to do |', '|---|---|---|---|');
    for (const [kind, severity] of Object.entries(kinds)) {
      const { what, whatToDo } = describeFinding(example(kind, severity));
      const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
      lines.push(`| ${kind} | ${severity} | ${cell(what)} | ${cell(whatToDo)} |`);
    }
  }
  const page = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
