/*
 * What is not settled, and why: each refusal with its kind and its cell, in a workbook that would be settled but for one
 * thing. A closed month is in test/tasks/close.
 */
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import type { TestHost } from '../../support/host';
import { type Cells, quiet } from '../fixture';
import {
  CITY,
  PCT,
  PERIOD,
  type PoolWorkbook,
  YEAR,
  budget,
  day,
  openPool,
  runReconcileTask,
  tablesOf,
  typeIn,
} from './fixture';

jest.setTimeout(180_000);

const SET: readonly Cells[] = [
  { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
  { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];
const BUDGETS = [budget('Homes', CITY, 120_000), budget('Homes', PCT, 80_000)];
const OFFICER = { Project: 'Officer', Year: YEAR, Item: 'Post', 'Annual cost': 30_000, 'Paid by': CITY };
const arrangement = (more: Cells = {}): Cells => ({ Pool: 'LD', Kind: 'pooled', Host: CITY, Settles: 'yes', ...more });

/** A hosted pool; the host's ledger holds 500.00 of somebody who is no partner. */
function workbook(
  line: Cells = {},
  change: Readonly<Record<string, readonly Cells[]>> = {},
  spent = 55_000,
): PoolWorkbook {
  return {
    tables: tablesOf([{ Line: 'Homes', 'Risk rule': 'Risk', ...line }], BUDGETS, { PoolShares: SET, ...change }),
    ledgers: {
      [CITY]: [
        ['Homes', 'Willow Homes', 'I1', spent],
        ['CONTRIB', 'Borough of Erewash', 'C9', -500],
      ],
    },
  };
}

/** What stops the settlement: the kind, and the cell as it is written. */
async function stops(): Promise<string[]> {
  const { blockers } = await settle.plan({ period: PERIOD }, quiet);
  return blockers.map((finding) => `${finding.kind} @ ${describeFinding(finding).where}`);
}

describe('one thing typed into a month that is reconciled', () => {
  let host: TestHost;
  beforeAll(async () => {
    const rows = [arrangement(), arrangement({ 'Service line': 'Respite' })];
    const PoolContributions = [CITY, PCT].map((Partner) => ({ Pool: 'LD', Partner, Year: YEAR, Amount: 100_000 }));
    host = await openPool(
      workbook(
        {},
        {
          PoolArrangements: rows,
          PoolContributions,
          PoolProjects: [OFFICER],
          PoolProjectShares: [CITY, PCT].map((Partner) => ({ Project: 'Officer', Partner, Treatment: 'equal' })),
        },
      ),
    );
    const before = await stops();
    expect(before).toEqual([expect.stringMatching(/^settle before reconcile @/)]);
    await runReconcileTask();
  });

  test('nothing stops it; contributions that name no partner are told, with the host, as +', async () => {
    const plan = await settle.plan({ period: PERIOD }, quiet);
    expect(plan.blockers).toEqual([]);
    const unnamed = plan.findings.filter(({ kind }) => kind === 'contribution without payer');
    expect(unnamed).toMatchObject([
      { severity: 'warning', partner: CITY, leftPence: 50_000, detail: { host: CITY }, period: PERIOD },
    ]);
    expect(unnamed[0]?.place).toMatchObject({ sheet: `${CITY} ledger`, row: 2 });
  });

  test.each<
    [why: string, typed: readonly (readonly [string, number, string, string | number, string | number])[], string[]]
  >([
    // why, [table, row, heading, typed, as it was], what stops it
    [
      'a partner’s month is not received',
      [['PoolPeriods', 2, 'Status', 'not received', 'open']],
      ["settle not received @ 'Pool periods'!C7"],
    ],
    [
      'nothing settles: the pool is a shadow',
      [
        ['PoolArrangements', 1, 'Kind', 'shadow', 'pooled'],
        ['PoolArrangements', 2, 'Kind', 'shadow', 'pooled'],
      ],
      ['nothing settles @ June 2026'],
    ],
    [
      'a pool is two things at once',
      [['PoolArrangements', 2, 'Kind', 'shadow', 'pooled']],
      ["arrangement unclear @ 'Pool arrangements'!E7"],
    ],
    [
      'the host is not a partner',
      [
        ['PoolArrangements', 1, 'Host', 'Nobody', CITY],
        ['PoolArrangements', 2, 'Host', 'Nobody', CITY],
      ],
      ["host not listed @ 'Pool arrangements'!G6"],
    ],
    [
      'the pool begins in the middle of a month',
      [['PoolArrangements', 1, 'From', day(5, 12), '']],
      ["pool begins within month @ 'Pool arrangements'!B6"],
    ],
    [
      'the pool begins in the year, and the month before is not reconciled',
      [['PoolArrangements', 1, 'From', day(5, 1), '']],
      ["shadow month not reconciled @ 'Pool arrangements'!B6"],
    ],
    [
      'the Set of a line is not there',
      [
        ['PoolShares', 1, 'Set', 'Other', 'Risk'],
        ['PoolShares', 2, 'Set', 'Other', 'Risk'],
      ],
      ["risk set unknown @ 'Pool lines'!G6"],
    ],
    [
      'no list of the Set has begun',
      [
        ['PoolShares', 1, 'From', day(7, 1), ''],
        ['PoolShares', 2, 'From', day(7, 1), ''],
      ],
      ["risk set not in force @ 'Pool lines'!G6"],
    ],
    [
      'a contribution below 0 that is no reduction',
      [['PoolContributions', 2, 'Amount', -100_000, 100_000]],
      expect.arrayContaining(["contribution negative @ 'Pool contributions'!I7"]) as unknown as string[],
    ],
    [
      'a project called like the posts that are settled',
      [
        ['PoolProjects', 1, 'Project', 'Staff', 'Officer'],
        ['PoolProjectShares', 1, 'Project', 'Staff', 'Officer'],
        ['PoolProjectShares', 2, 'Project', 'Staff', 'Officer'],
      ],
      ["project name taken @ 'Pool projects'!A6"],
    ],
    [
      'a short name that heads a column of the memorandum',
      [['PoolPartners', 2, 'Short name', 'Section', 'PCT']],
      ["short name taken @ 'Pool partners'!C7"],
    ],
  ])('%s', async (_why, typed, expected) => {
    for (const [table, row, heading, value] of typed) await typeIn(host, table, row, heading, value);
    const found = await stops();
    for (const [table, row, heading, , before] of typed) await typeIn(host, table, row, heading, before);
    expect(found).toEqual(expected);
  });

  test('the ledger has changed since: what changed is listed, and the month is to be reconciled again', async () => {
    await host.run(async (context) => {
      context.workbook.worksheets.getItem(`${CITY} ledger`).getRange('E2').values = [[56_000]];
      await context.sync();
    });
    const found = (await stops()).map((text) => text.replace(/ @.*/, ''));
    expect(found.slice(0, 2)).toEqual(['settle after change', 'ledger changed']);
  });
});

describe('what a month is reconciled with and cannot be settled by', () => {
  test.each<[why: string, PoolWorkbook, string]>([
    ['named, without a partner', workbook({ 'Risk rule': 'named' }), "named partner missing @ 'Pool lines'!J6"],
    [
      'an underspend is kept, and nobody holds it',
      workbook({ Underspend: 'carried forward' }, { PoolArrangements: [{ Pool: 'LD', Kind: 'pooled' }] }, 40_000),
      "kept without host @ 'Pool arrangements'!G6",
    ],
    ['no budget for the year', workbook({}, { PoolBudgets: [] }), 'settle without budget @ PoolBudgets'],
  ])('%s', async (_why, given, expected) => {
    await openPool(given);
    await runReconcileTask();
    expect(await stops()).toContain(expected);
  });
});
