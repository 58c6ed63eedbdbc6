/* Many pools added up, by hand: Leicester 2000, paragraphs 11 to 19. Amounts are illustrative. */
import { type LineFigures, type PoolLine, type PoolPlace, consolidate } from '../../src/pool/consolidation';

/** Budget for the year and to date, spent with and without what lies between partners; in pence. */
function figures(annual: number | null, toDate: number | null, actual: number | null, own: number | null): LineFigures {
  return {
    annualBudgetPence: annual,
    budgetToDatePence: toDate,
    actualToDatePence: actual,
    ownToDatePence: own,
  };
}

const CITY_LINE: PoolLine = {
  pool: 'City LD',
  type: 'revenue',
  partners: [figures(1200, 100, 130, 100), figures(600, 50, 20, 50)],
  joint: figures(1800, 150, 150, 150),
};
const COUNTY_LINE: PoolLine = {
  pool: 'County LD',
  type: 'revenue',
  partners: [figures(0, 0, 0, 0), figures(2400, 200, 210, 210)],
  joint: figures(2400, 200, 210, 210),
};
const PLACES: readonly PoolPlace[] = [
  { pool: 'City LD', serviceLine: 'Learning disability', area: 'City' },
  { pool: 'County LD', serviceLine: 'Learning disability', area: 'County' },
];

function rowOf(lines: readonly PoolLine[], row: string, figure: string, places = PLACES, pool = '') {
  const found = consolidate(lines, places).filter(
    (each) => each.row === row && each.figure === figure && (pool === '' || each.pool === pool),
  );
  expect(found).toHaveLength(1);
  return found[0];
}

describe('each figure of a pool, and of all pools', () => {
  test.each([
    // why, figure, City LD by partner, total; all pools by partner, total
    ['the year’s budget', 'Annual budget', [1200, 600], 1800, [1200, 3000], 4200],
    ['the budget to date', 'Budget to date', [100, 50], 150, [100, 250], 350],
    ['what each spent itself', 'Own to date', [100, 50], 150, [100, 260], 360],
    ['spending less budget', 'Variance to date', [0, 0], 0, [0, 10], 10],
    ['a recharge of 30, both sides in full, in no total', 'Between partners', [30, -30], 0, [30, -30], 0],
  ])('%s', (_why, figure, parts, total, allParts, allTotal) => {
    const lines = [CITY_LINE, COUNTY_LINE];
    expect(rowOf(lines, 'pool', figure, PLACES, 'City LD')).toMatchObject({
      partsPence: parts,
      totalPence: total,
      checkPence: 0,
    });
    expect(rowOf(lines, 'all pools', figure)).toMatchObject({
      partsPence: allParts,
      totalPence: allTotal,
      checkPence: 0,
    });
  });
});

test('pools of one service line and area are added up; one alone has no row of its own', () => {
  const together = PLACES.map((place) => ({ ...place, area: 'Leicestershire' }));
  const lines = [CITY_LINE, COUNTY_LINE];
  expect(rowOf(lines, 'service line and area', 'Own to date', together)).toMatchObject({
    serviceLine: 'Learning disability',
    area: 'Leicestershire',
    partsPence: [100, 260],
    totalPence: 360,
  });
  expect(consolidate(lines, PLACES).filter(({ row }) => row === 'service line and area')).toEqual([]);
});

test('revenue and capital stand apart, a pool in each', () => {
  const capital = { ...COUNTY_LINE, pool: 'City LD', type: 'capital' };
  const totals = consolidate([CITY_LINE, COUNTY_LINE, capital], PLACES)
    .filter(({ row, figure }) => row !== 'service line and area' && figure === 'Own to date')
    .map(({ row, pool, type, totalPence }) => [row, pool, type, totalPence]);
  expect(totals).toEqual([
    ['pool', 'City LD', 'revenue', 150],
    ['pool', 'County LD', 'revenue', 210],
    ['all pools', '', 'revenue', 360],
    ['pool', 'City LD', 'capital', 210],
    ['all pools', '', 'capital', 210],
  ]);
});

test('the same money in two partners’ figures shows in the check, with its amount', () => {
  const twice = { ...CITY_LINE, partners: [figures(1200, 100, 130, 130), figures(600, 50, 50, 50)] };
  expect(rowOf([twice, COUNTY_LINE], 'all pools', 'Own to date')).toMatchObject({
    partsPence: [130, 260],
    totalPence: 360,
    checkPence: -30,
  });
});

test('a charge that only one side has shows between partners', () => {
  const oneSided = { ...CITY_LINE, partners: [figures(1200, 100, 130, 100), figures(600, 50, 50, 50)] };
  expect(rowOf([oneSided, COUNTY_LINE], 'all pools', 'Between partners')).toMatchObject({
    partsPence: [30, 0],
    totalPence: 0,
    checkPence: -30,
  });
});

test('missing is not zero: a partner not received is blank, and so are total and check', () => {
  const missing = {
    ...CITY_LINE,
    partners: [figures(1200, 100, null, null), figures(600, 50, 20, 50)],
    joint: figures(1800, 150, null, null),
  };
  const lines = [missing, COUNTY_LINE];
  expect(rowOf(lines, 'all pools', 'Own to date')).toMatchObject({
    partsPence: [null, 260],
    totalPence: null,
    checkPence: null,
  });
  expect(rowOf(lines, 'all pools', 'Annual budget')).toMatchObject({ partsPence: [1200, 3000], totalPence: 4200 });
  expect(rowOf(lines, 'pool', 'Own to date', PLACES, 'County LD')).toMatchObject({ totalPence: 210 });
});

test('a pool without a place, and a line without a pool, are in the total of all pools', () => {
  const loose = { ...COUNTY_LINE, pool: '' };
  const rows = consolidate([CITY_LINE, loose], PLACES).filter(({ figure }) => figure === 'Own to date');
  expect(rows.map(({ row, pool, totalPence }) => [row, pool, totalPence])).toEqual([
    ['pool', 'City LD', 150],
    ['pool', '', 210],
    ['all pools', '', 360],
  ]);
});

test('no lines, no rows', () => {
  expect(consolidate([], PLACES)).toEqual([]);
});

test('a total of more than 15 digits is refused, not rounded', () => {
  const huge = figures(999_999_999_999_999, 0, 0, 0);
  const line = { ...CITY_LINE, partners: [huge, figures(0, 0, 0, 0)], joint: huge };
  expect(() => consolidate([line, { ...line, pool: 'County LD' }], PLACES)).toThrow(/held to the penny/);
});
