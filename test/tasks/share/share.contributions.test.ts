/* A group whose members share in proportion to their contributions: model, formulas, changes in the sheet, refusals. */
import { check } from '../../../src/tasks/check';
import { share } from '../../../src/tasks/share/share';
import { type Cells, quiet } from '../fixture';
import { CITY, COUNTY, RUTLAND, type Tables, day, differences, openProjects, rowOf, runShare, typeIn } from './fixture';

const SET = 'Leicestershire and Rutland';
const paid = (Partner: string, Amount: number, change: Cells = {}): Cells => ({
  Pool: 'LD',
  Partner,
  Year: '2004/05',
  Funding: 'base',
  Amount,
  ...change,
});
const LIST: readonly Cells[] = [
  { Set: SET, Partner: RUTLAND, Basis: 'contributions' },
  { Set: SET, Partner: COUNTY, Basis: 'contributions' },
];
const PAID: readonly Cells[] = [
  paid(COUNTY, 15_500_000),
  paid(COUNTY, 6_400_000, { Funding: 'other income' }),
  paid(RUTLAND, 900_000),
  paid(RUTLAND, 5_000_000, { From: day(2004, 7, 1) }),
  paid(RUTLAND, 70_000, { Counts: 'no', Source: 'one-off' }),
  paid(CITY, 3_000_000),
];

function tables(change: Tables = {}, project: Cells = {}): Tables {
  return {
    PoolPartners: [
      { Partner: COUNTY, 'Short name': 'County', 'Part of': SET },
      { Partner: RUTLAND, 'Short name': 'Rutland', 'Part of': SET },
      { Partner: CITY, 'Short name': 'City' },
    ],
    PoolProjects: [{ Project: 'P', Pool: 'LD', Year: '2004/05', Item: 'Post', 'Annual cost': 20_000.01, ...project }],
    PoolProjectShares: [
      { Project: 'P', Partner: SET, Treatment: 'equal' },
      { Project: 'P', Partner: CITY, Treatment: 'equal' },
    ],
    PoolShares: LIST,
    PoolContributions: PAID,
    ...change,
  };
}

const FIGURES = ['County', 'Rutland', 'City'];

test('the group’s 10,000.01 by 9.1m and 0.9m, as they stand on the project’s first day', async () => {
  const host = await openProjects(tables());
  const plan = await runShare();
  expect(plan.findings.map(({ kind }) => kind)).toEqual(['payer not named']);
  expect(plan.reads.map(({ what }) => what)).toContain('PoolContributions');
  expect((await rowOf(host, 'shared')).of(FIGURES)).toEqual([9_100.01, 900, 10_000]);
  expect(await rowOf(host, 'within a group')).toMatchObject({ Amount: 10_000.01, Check: 0 });
  expect(await differences(host)).toEqual([]);
});

test.each([
  // why, table, row, heading, value, County and Rutland: by hand
  ['another contribution', 'PoolContributions', 3, 'Amount', 9_100_000, [5_000, 5_000.01]],
  ['income that is a contribution after all', 'PoolContributions', 2, 'Funding', 'grant', [9_605.27, 394.74]],
  ['a project from 1 July, when Rutland’s 5m counts', 'PoolProjects', 1, 'Start', day(2004, 7, 1), [4_550.01, 2_950]],
  ['a contribution that does not count', 'PoolContributions', 3, 'Counts', 'no', [10_000.01, 0]],
] as const)('%s moves the members’ shares without a run', async (_why, table, row, heading, value, shares) => {
  const host = await openProjects(tables());
  await runShare();
  await typeIn(host, table, row, heading, value);
  expect((await rowOf(host, 'shared')).of(['County', 'Rutland'])).toEqual(shares);
  expect(await differences(host)).toEqual([]);
});

test('a list of the pool itself, and one in shares beside contributions that nobody follows', async () => {
  const ofPool = await openProjects(tables({ PoolShares: LIST.map((row) => ({ ...row, Pool: 'LD' })) }));
  await runShare();
  expect((await rowOf(ofPool, 'shared')).of(FIGURES)).toEqual([9_100.01, 900, 10_000]);

  // Something is wrong with a contribution, and no list follows contributions: it is not this task’s business.
  const fixed = LIST.map((row, at) => ({ ...row, Basis: 'fixed', Share: at === 0 ? 0.25 : 0.75 }));
  const inShares = await openProjects(tables({ PoolShares: fixed, PoolContributions: [paid('Nobody', -5)] }));
  expect((await runShare()).blockers).toEqual([]);
  expect((await rowOf(inShares, 'shared')).of(FIGURES)).toEqual([7_500.01, 2_500, 10_000]);
  expect(await differences(inShares)).toEqual([]);
});

test.each([
  ['a project without a pool', tables({}, { Pool: '' }), 'project without pool', 'Pool project shares', { group: SET }],
  [
    'a pool nobody of the group pays into on the day',
    tables({ PoolContributions: [paid(COUNTY, 5, { From: day(2004, 4, 2) }), paid(CITY, 5)] }),
    'group without contributions',
    'Pool project shares',
    { pool: 'LD', year: '2004/05', date: '01/04/2004' },
  ],
  [
    'no contributions at all',
    tables({ PoolContributions: [] }),
    'set without contributions',
    'Pool shares',
    { set: SET, pool: '' },
  ],
  [
    'a list for a pool without contributions',
    tables({
      PoolShares: LIST.map((row) => ({ ...row, Pool: 'LD' })),
      PoolContributions: [paid(COUNTY, 5, { Pool: 'MH' })],
    }),
    'set without contributions',
    'Pool shares',
    { pool: 'LD' },
  ],
  [
    'a share beside contributions',
    tables({ PoolShares: [LIST[0]!, { ...LIST[1]!, Share: 0.5 }] }),
    'share beside contributions',
    'Pool shares',
    { percent: '50%' },
  ],
  [
    'a list with contributions and shares',
    tables({ PoolShares: [LIST[0]!, { Set: SET, Partner: COUNTY, Share: 1 }] }),
    'basis differs',
    'Pool shares',
    { set: SET },
  ],
  [
    'a group in the list',
    tables({ PoolShares: [...LIST, { Set: 'Other', Partner: SET, Basis: 'contributions' }] }),
    'group in contributions',
    'Pool shares',
    { set: 'Other', group: SET },
  ],
  ['a member left out', tables({ PoolShares: [LIST[0]!] }), 'set without member', 'Pool shares', { set: SET }],
  [
    'a member with more income than contribution',
    tables({ PoolContributions: [...PAID, paid(RUTLAND, 900_000.01, { Funding: 'client income' })] }),
    'contribution net negative',
    'Pool contributions',
    { pool: 'LD' },
  ],
  [
    'a contribution that is text',
    tables({ PoolContributions: [paid(COUNTY, 1), { ...paid(RUTLAND, 1), Amount: 'about 5' }] }),
    'cell not money',
    'Pool contributions',
    {},
  ],
])('%s stops it, with its cell', async (_why, workbook, kind, sheet, detail) => {
  await openProjects(workbook);
  const plan = await share.plan({}, quiet);
  const expected = { kind, severity: 'error', place: { sheet }, detail };
  expect(plan.blockers.find((blocker) => blocker.kind === kind)).toMatchObject(expected);
  expect(plan.workbook).toBeUndefined();
});

test('a contributor that a list of the pool leaves out is named, and check says what is wrong with contributions', async () => {
  await openProjects(
    tables({
      PoolShares: [...LIST, { Pool: 'LD', Set: 'Risk', Partner: COUNTY, Basis: 'contributions' }],
      PoolContributions: [...PAID, paid(CITY, -1, { Source: 'slip' })],
    }),
  );
  const { findings } = await check.plan({}, quiet);
  const left = findings.filter(({ kind }) => kind === 'contributor not in set').map(({ partner }) => partner);
  expect(left).toEqual([RUTLAND, CITY]);
  expect(findings.map(({ kind }) => kind)).toContain('contribution negative');
});
