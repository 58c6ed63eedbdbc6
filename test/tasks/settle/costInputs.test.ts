/* Posts and placements of a workbook as settlement takes them: figures, pools, parts per partner, and the ratio of managers. */
import { placementCases, staffPosts } from '../../../src/tasks/settle/costInputs';
import { managerFindings } from '../../../src/tasks/settle/managers';
import { recharges } from '../../../src/pool/staff';
import { describeFinding } from '../../../src/words/findings';
import type { Cells } from '../fixture';
import {
  COUNCIL,
  LINES,
  OF_PARTNERS,
  PLACEMENTS,
  STAFF,
  type Tables,
  TRUST,
  day,
  modelOf,
  month,
  openCosts,
  withTables,
} from './costFixture';

jest.setTimeout(60_000);

const read = async (tables: Tables, period: string, added: readonly string[] = OF_PARTNERS) => {
  const model = await modelOf(await openCosts(tables, added));
  return { posts: staffPosts(model, month(period)), cases: placementCases(model, month(period)) };
};

test('Leeds 2012, 3.9: to March the Trust owes the council 496,000.00 for 14 posts of 12.4 WTE', async () => {
  const { posts } = await read(withTables({}), '2027-03');
  expect(posts.findings).toEqual([]);
  expect(posts.rows).toMatchObject([
    {
      line: 'Mental health teams',
      pool: 'Mental health',
      name: 'Social workers (Trust)',
      costPence: 49_600_000,
      part: { start: day(2026, 4, 1), end: day(2027, 3, 31), basis: 'months', numerator: 12, denominator: 12 },
      paidBy: 0,
      employer: 0,
      funder: 1,
      partsPence: [0, 49_600_000, 0],
    },
    { name: 'Social workers (council)', costPence: 120_800_000, paidBy: 0, partsPence: [120_800_000, 0, 0] },
  ]);
  const owed = recharges(posts.rows);
  expect(owed).toEqual({
    ok: true,
    value: [{ funder: 1, employer: 0, heads: 14, wte: 12.4, costPence: 49_600_000 }],
  });
});

test('a placement of three partners to June: 8,392.52 is 4,196.26 + 2,517.76 + 1,678.50', async () => {
  const { cases } = await read(withTables({}), '2026-06');
  expect(cases.rows).toMatchObject([
    {
      line: 'Residential care',
      pool: 'Mental health',
      name: 'P-014',
      costPence: 839_252,
      part: { start: day(2026, 5, 15), end: day(2026, 6, 30), basis: 'week', numerator: 47, denominator: 7 },
      paidBy: 0,
      partsPence: [419_626, 251_776, 167_850],
    },
  ]);
});

test('the odd penny goes to the earlier column, and parts stand in the order of PoolPartners', async () => {
  const equal = withTables({
    PoolPlacements: [
      {
        ...PLACEMENTS[0]!,
        Per: 'total',
        Rate: 0.01,
        To: day(2026, 5, 15),
        'Client income': 0,
        Council: 1,
        Trust: 1,
        Borough: 1,
      },
    ],
  });
  const { cases } = await read(equal, '2026-06', ['Borough', 'Trust', 'Council']);
  expect(cases.rows[0]?.partsPence).toEqual([0, 0, 1]);
  const { cases: inOrder } = await read(equal, '2026-06');
  expect(inOrder.rows[0]?.partsPence).toEqual([1, 0, 0]);
});

test('a partner without a column bears nothing of a case', async () => {
  const { cases } = await read(withTables({}), '2026-06', ['Council', 'Borough']);
  expect(cases.rows[0]?.partsPence.map((pence) => pence === 0)).toEqual([false, true, false]);
  expect(cases.rows[0]?.partsPence.reduce((sum, pence) => sum + pence, 0)).toBe(839_252);
});

test('what has no day in the year to date stays in the list with 0.00', async () => {
  const { cases } = await read(withTables({}), '2026-04');
  expect(cases.rows).toMatchObject([{ name: 'P-014', costPence: 0, part: undefined, partsPence: [0, 0, 0] }]);
});

describe('the line’s pool at the month’s end', () => {
  const WITHOUT: readonly [string, readonly Cells[]][] = [
    ['names no pool', [{ Line: 'Mental health teams', Scope: 'in' }]],
    ['is excluded', [{ Line: 'Mental health teams', Pool: 'Mental health', Scope: 'excluded' }]],
    ['has not begun', [{ Line: 'Mental health teams', Pool: 'Mental health', Scope: 'in', From: day(2026, 7, 1) }]],
  ];
  test.each(WITHOUT)('a line that %s is a finding for each of its rows', async (_why, lines) => {
    const { posts, cases } = await read(withTables({ PoolLines: [...lines, ...LINES.slice(1)] }), '2026-06');
    expect(posts.rows).toEqual([]);
    expect(posts.findings).toMatchObject([
      { kind: 'cost line without pool', severity: 'error', place: { sheet: 'Pool staff', row: 5, column: 0 } },
      { kind: 'cost line without pool', place: { row: 6 } },
    ]);
    expect(describeFinding(posts.findings[0]!).what).toBe(
      'The line “Mental health teams” of PoolStaff is in no pool at the end of June 2026, so its cost cannot be settled.',
    );
    expect(cases.rows).toHaveLength(1);
  });

  test('a post that ended before the year needs no pool', async () => {
    const ended = { ...STAFF[0]!, To: day(2026, 3, 31) };
    const lines = [{ Line: 'Mental health teams', Scope: 'in' }];
    const { posts } = await read(withTables({ PoolLines: lines, PoolStaff: [ended], PoolPlacements: [] }), '2026-06');
    expect(posts).toEqual({ rows: [], findings: [] });
  });

  test('the row of PoolLines in force counts', async () => {
    const lines = [...LINES, { Line: 'Mental health teams', Pool: 'New pool', Scope: 'in', From: day(2026, 6, 1) }];
    const tables = withTables({ PoolLines: lines });
    expect((await read(tables, '2026-05')).posts.rows[0]?.pool).toBe('Mental health');
    expect((await read(tables, '2026-06')).posts.rows[0]?.pool).toBe('New pool');
  });
});

test('a sum of more than 15 digits is a finding with its cell, and its row is left out', async () => {
  const large = { ...STAFF[0]!, WTE: 1e9, Heads: 1e9, Rate: 9e12 };
  const { posts } = await read(withTables({ PoolStaff: [large] }), '2026-06');
  expect(posts.rows).toEqual([]);
  expect(posts.findings).toMatchObject([{ kind: 'cost too large', place: { row: 5, column: 4 } }]);
});

describe('one third social care to two thirds health managers (Leeds 2012, 3.5)', () => {
  const managers = (more: Cells): Cells => ({
    Line: 'Mental health teams',
    Rate: 50_000,
    Employer: COUNCIL,
    Funder: COUNCIL,
    ...more,
  });
  const socialCare = (heads: number, wte: number, more: Cells = {}): Cells =>
    managers({ Post: 'Team managers', Heads: heads, WTE: wte, Profession: 'social care manager', ...more });
  const health = (heads: number, wte: number, more: Cells = {}): Cells =>
    managers({ Post: 'Ward managers', Heads: heads, WTE: wte, Profession: 'Health manager', Employer: TRUST, ...more });
  const found = async (rows: readonly Cells[], period = '2026-06') => {
    const { posts } = await read(withTables({ PoolStaff: rows }), period);
    return managerFindings(posts.rows, month(period).monthEnd);
  };

  test('5 of 15 posts are a third, whatever their WTE', async () => {
    expect(await found([socialCare(5, 4.5), health(10, 8)])).toEqual([]);
  });

  test('5 of 16 are not: said as fractions, with the cell', async () => {
    const [finding, ...others] = await found([socialCare(5, 4.5), health(11, 11)]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'manager ratio not met', severity: 'warning', place: { row: 5, column: 9 } });
    expect(describeFinding(finding!)).toMatchObject({
      what: 'Front-line managers of Mental health: 5 of 16 posts are social care, which is 5/16, not the agreed 1/3 (1/48 too little).',
      whatToDo: '1/3 would be 5 1/3. No amount changes by it; agree it between the partners, or correct Profession.',
    });
  });

  test('where heads are not said, WTE count: 4.5 of 13.5 are a third, 4.5 of 14.5 are not', async () => {
    const noHeads = (row: Cells): Cells => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'Heads'));
    expect(await found([socialCare(5, 4.5), noHeads(health(0, 9))])).toEqual([]);
    const [finding] = await found([socialCare(5, 4.5), noHeads(health(0, 10))]);
    expect(finding?.detail).toMatchObject({
      basis: 'WTE',
      own: '4.5',
      total: '14.5',
      share: '9/29',
      gap: '2/87 too little',
    });
  });

  test('managers of one side are said and not judged', async () => {
    expect(await found([socialCare(5, 4.5)])).toMatchObject([{ kind: 'managers of one side', severity: 'info' }]);
  });

  test('who has left by the month’s end is not counted, and nobody is where there are none', async () => {
    const left = health(6, 6, { Post: 'Others', To: day(2026, 5, 31) });
    expect(await found([socialCare(5, 5), health(10, 10), left])).toEqual([]);
    expect(await found([socialCare(5, 5), health(10, 10), left], '2026-05')).toHaveLength(1);
    expect(await found(STAFF)).toEqual([]);
  });

  test('each pool has a ratio of its own', async () => {
    const lines = [...LINES, { Line: 'Other teams', Pool: 'Other', Scope: 'in' }];
    const rows = [
      socialCare(1, 1),
      health(2, 2),
      socialCare(1, 1, { Line: 'Other teams' }),
      health(1, 1, { Line: 'Other teams' }),
    ];
    const { posts } = await read(withTables({ PoolLines: lines, PoolStaff: rows }), '2026-06');
    const [finding, ...others] = managerFindings(posts.rows, month('2026-06').monthEnd);
    expect(others).toEqual([]);
    expect(finding?.detail).toMatchObject({ group: 'Other', share: '1/2', gap: '1/6 too much' });
  });
});
