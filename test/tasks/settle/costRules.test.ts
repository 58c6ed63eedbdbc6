/*
 * What is refused in PoolStaff and PoolPlacements, each with its cell, through a workbook that is read as a task reads it;
 * and what is allowed.
 */
import { describeFinding } from '../../../src/words/findings';
import { areaAddress } from '../../../src/workbook/address';
import type { Finding } from '../../../src/workbook/finding';
import { isAboutCosts } from '../../../src/workbook/costRules';
import { placementFindings } from '../../../src/workbook/placementRules';
import { staffFindings } from '../../../src/workbook/staffRules';
import type { Cells } from '../fixture';
import {
  BOROUGH,
  COUNCIL,
  OF_PARTNERS,
  PARTNERS,
  PLACEMENTS,
  STAFF,
  type Tables,
  TRUST,
  day,
  modelOf,
  openCosts,
  withTables,
} from './costFixture';

jest.setTimeout(60_000);

const POST: Cells = STAFF[0]!;
const CASE: Cells = PLACEMENTS[0]!;
const posts = (...rows: readonly Cells[]): Tables =>
  withTables({ PoolStaff: rows.map((row) => ({ ...POST, ...row })) });
const cases = (...rows: readonly Cells[]): Tables =>
  withTables({ PoolPlacements: rows.map((row) => ({ ...CASE, ...row })) });

/** Every finding as [kind, its cell]. */
async function found(tables: Tables, added: readonly string[] = OF_PARTNERS): Promise<[string, string][]> {
  return (await findings(tables, added)).map((finding) => [finding.kind, cellOf(finding)]);
}

async function findings(tables: Tables, added: readonly string[] = OF_PARTNERS): Promise<readonly Finding[]> {
  const model = await modelOf(await openCosts(tables, added));
  return [...model.inputs, ...staffFindings(model.tables), ...placementFindings(model.tables)];
}

function cellOf({ place }: Finding): string {
  if (place === undefined) return '';
  return `${place.sheet} ${areaAddress({ row: place.row, column: place.column, rows: 1, columns: 1 })}`;
}

test('Leeds’s staff and a placement by three partners are accepted', async () => {
  expect(await found(withTables({}))).toEqual([]);
});

describe('staff', () => {
  test.each<[string, readonly Cells[], [string, string][]]>([
    ['a line that is not listed', [{ Line: 'Nowhere' }], [['line not listed', 'Pool staff A6']]],
    ['an employer that is not listed', [{ Employer: 'Nobody' }], [['partner not listed', 'Pool staff H6']]],
    ['a funder that is not listed', [{ Funder: 'Nobody' }], [['partner not listed', 'Pool staff I6']]],
    ['spaces that a formula would not find', [{ Post: ' Nurse' }], [['cell odd spaces', 'Pool staff B6']]],
    ['WTE below 0', [{ WTE: -1 }], [['wte not usable', 'Pool staff D6']]],
    ['text as WTE', [{ WTE: 'full' }], [['cell not number', 'Pool staff D6']]],
    ['a rate below 0', [{ Rate: -1 }], [['rate below zero', 'Pool staff E6']]],
    ['text as a rate', [{ Rate: '40k' }], [['cell not money', 'Pool staff E6']]],
    ['half a head', [{ Heads: 0.5, WTE: 0.5 }], [['heads not usable', 'Pool staff C6']]],
    ['heads below 0', [{ Heads: -1, WTE: 0 }], [['heads not usable', 'Pool staff C6']]],
    ['more WTE than heads', [{ Heads: 12, WTE: 12.4 }], [['wte above heads', 'Pool staff D6']]],
    ['To before From', [{ From: 46_200, To: 46_199 }], [['cost dates crossed', 'Pool staff G6']]],
    ['the same post twice', [{}, {}], [['cost dates overlap', 'Pool staff F7']]],
    [
      'the same post in another case',
      [{}, { Post: 'social WORKERS (trust)' }],
      [['cost dates overlap', 'Pool staff F7']],
    ],
    [
      'a post that two fund, under one name',
      [{ WTE: 0.5 }, { WTE: 0.5, Funder: COUNCIL }],
      [['cost dates overlap', 'Pool staff F7']],
    ],
    ['a day in common', [{ To: 46_200 }, { From: 46_200 }], [['cost dates overlap', 'Pool staff F7']]],
    ['a manager in other words', [{ Profession: 'Team manager' }], [['manager not counted', 'Pool staff J6']]],
  ])('%s', async (_why, rows, expected) => {
    expect(await found(posts(...rows))).toEqual(expected);
  });

  test.each(['Line', 'Post', 'WTE', 'Rate', 'Employer', 'Funder'])('a row without %s', async (column) => {
    const row = Object.fromEntries(Object.entries(POST).filter(([name]) => name !== column));
    const [finding] = await findings(withTables({ PoolStaff: [row] }));
    expect([finding?.kind, finding?.detail?.['column']]).toEqual(['cell missing', column]);
  });

  test.each<[string, readonly Cells[]]>([
    ['an employer that funds its own post', [{ Funder: COUNCIL }]],
    ['one row after another', [{ To: 46_199 }, { From: 46_200 }]],
    ['the same post on another line', [{}, { Line: 'Day services' }]],
    ['a rate and a WTE of 0', [{ WTE: 0, Rate: 0 }]],
    ['a manager in the words that are counted', [{ Profession: 'Social care manager' }]],
  ])('%s is fine', async (_why, rows) => {
    expect(await found(posts(...rows))).toEqual([]);
  });

  test('heads may be blank', async () => {
    const row = Object.fromEntries(Object.entries(POST).filter(([name]) => name !== 'Heads'));
    expect(await found(withTables({ PoolStaff: [row] }))).toEqual([]);
  });

  test('a row whose dates are crossed runs beside no other', async () => {
    expect(await found(posts({}, { From: 46_200, To: 46_100 }))).toEqual([['cost dates crossed', 'Pool staff G7']]);
  });
});

describe('placements', () => {
  test.each<[string, readonly Cells[], [string, string][]]>([
    ['a line that is not listed', [{ Line: 'Nowhere' }], [['line not listed', 'Pool placements B6']]],
    ['a payer that is not listed', [{ 'Paid by': 'Nobody' }], [['partner not listed', 'Pool placements H6']]],
    ['a rate below 0', [{ Rate: -0.01 }], [['rate below zero', 'Pool placements C6']]],
    ['a word that is no time', [{ Per: 'month' }], [['cell unknown word', 'Pool placements D6']]],
    ['To before From', [{ To: day(2026, 5, 14) }], [['cost dates crossed', 'Pool placements F6']]],
    ['a total without its end', [{ Per: 'total' }], [['total without end', 'Pool placements F6']]],
    ['client income below 0', [{ 'Client income': -1 }], [['client income below zero', 'Pool placements G6']]],
    [
      'client income above the rate',
      [{ 'Client income': 1_400.01 }],
      [['client income above rate', 'Pool placements G6']],
    ],
    ['a weight below 0', [{ Trust: -30 }], [['weight below zero', 'Pool placements J6']]],
    ['text as a weight', [{ Trust: '30%' }], [['cell not number', 'Pool placements J6']]],
    ['weights that are all 0', [{ Council: 0, Trust: 0, Borough: 0 }], [['weights all zero', 'Pool placements I6']]],
    ['the same case twice', [{}, {}], [['cost dates overlap', 'Pool placements E7']]],
    [
      'a day in common',
      [{ To: day(2026, 6, 1) }, { From: day(2026, 6, 1) }],
      [['cost dates overlap', 'Pool placements E7']],
    ],
    ['a case on two lines at once', [{}, { Line: 'Day services' }], [['case on two lines', 'Pool placements B7']]],
    [
      'a third row beside the second only',
      [{ To: day(2026, 5, 31) }, { From: day(2026, 6, 1) }, { From: day(2026, 6, 30) }],
      [['cost dates overlap', 'Pool placements E8']],
    ],
  ])('%s', async (_why, rows, expected) => {
    expect(await found(cases(...rows))).toEqual(expected);
  });

  test.each(['Case', 'Line', 'Rate', 'Per', 'From', 'Paid by'])('a row without %s', async (column) => {
    const row = Object.fromEntries(Object.entries(CASE).filter(([name]) => name !== column));
    const [finding] = await findings(withTables({ PoolPlacements: [row] }));
    expect([finding?.kind, finding?.detail?.['column']]).toEqual(['cell missing', column]);
  });

  test('a row that holds weights only is not blank', async () => {
    const kinds = await found(withTables({ PoolPlacements: [{ Council: 1 }] }));
    expect(kinds.map(([kind]) => kind)).toEqual(Array<string>(6).fill('cell missing'));
  });

  test.each<[string, readonly Cells[]]>([
    ['one row after another', [{ To: day(2026, 5, 31) }, { From: day(2026, 6, 1) }]],
    ['one line after another', [{ To: day(2026, 5, 31) }, { From: day(2026, 6, 1), Line: 'Day services' }]],
    ['a case like a person’s name, which is not guessed at', [{ Case: 'Jane Smith' }]],
    ['client income of the whole rate', [{ 'Client income': 1_400 }]],
    ['one partner’s weight only', [{ Council: 0, Trust: 100, Borough: 0 }]],
    ['a word in capitals', [{ Per: 'WEEK' }]],
    ['a total with its end', [{ Per: 'total', To: day(2026, 7, 1) }]],
  ])('%s is fine', async (_why, rows) => {
    expect(await found(cases(...rows))).toEqual([]);
  });

  test('a blank weight is 0', async () => {
    const row = Object.fromEntries(Object.entries(CASE).filter(([name]) => name !== 'Borough'));
    expect(await found(withTables({ PoolPlacements: [row] }))).toEqual([]);
  });
});

describe('the partners’ columns', () => {
  test('their order is free, and so is a column of the user’s after them', async () => {
    expect(await found(withTables({}), ['Borough', 'Council', 'Trust', 'Social worker'])).toEqual([]);
  });

  test('a column between them is a finding with the heading after the gap', async () => {
    const apart = await findings(withTables({}), ['Council', 'Trust', 'Note', 'Borough']);
    expect(apart.map((finding) => [finding.kind, cellOf(finding)])).toEqual([
      ['partner columns apart', 'Pool placements L5'],
    ]);
    expect(describeFinding(apart[0]!).what).toBe(
      'Another column stands between the partners’ columns Trust and Borough, and their weights are read as one block.',
    );
  });

  test('a partner without a column is named, and the others’ columns are read', async () => {
    const [finding, ...others] = await findings(withTables({}), ['Council', 'Trust']);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'partner without column', severity: 'warning', partner: BOROUGH });
    expect(describeFinding(finding!).where).toBe('PoolPlacements');
  });

  test('a heading in another case is the partner’s still', async () => {
    const { tables } = await modelOf(
      await openCosts(withTables({ PoolPlacements: [] }), ['COUNCIL', 'trust', 'Borough']),
    );
    expect(tables.get('PoolPlacements')?.partnerColumns?.map(({ shortName, heading }) => [shortName, heading])).toEqual(
      [
        ['Council', 'COUNCIL'],
        ['Trust', 'trust'],
        ['Borough', 'Borough'],
      ],
    );
  });

  test('a short name that is a heading of the table has no column there', async () => {
    const partners = PARTNERS.map((row) => (row['Short name'] === 'Borough' ? { ...row, 'Short name': 'Rate' } : row));
    expect(await found(withTables({ PoolPartners: partners }), ['Council', 'Trust'])).toEqual([
      ['short name taken', 'Pool partners C8'],
    ]);
  });

  test('without partners no column is a partner’s', async () => {
    const { tables } = await modelOf(await openCosts({ PoolPlacements: PLACEMENTS }));
    expect(tables.get('PoolPlacements')?.partnerColumns).toEqual([]);
    expect(tables.get('PoolPlacements')?.rows[0]?.values).not.toHaveProperty('Council');
  });
});

test('what is wrong in these two tables is about costs only: a month’s statement is not made from them', async () => {
  const wrong = await findings(
    withTables({ PoolStaff: [{ ...POST, WTE: 'x' }], PoolPlacements: [{ ...CASE, Trust: -1 }] }),
  );
  expect(wrong.map(isAboutCosts)).toEqual([true, true]);
  const partners = await findings(withTables({ PoolPartners: [...PARTNERS, { Partner: TRUST, 'Short name': 'T2' }] }));
  expect(partners.filter(({ kind }) => kind === 'row twice').map(isAboutCosts)).toEqual([false]);
});
