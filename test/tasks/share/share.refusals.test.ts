/* What stops `share`: every wrong entry with its cell and both figures, and nothing is written. */
import { share } from '../../../src/tasks/share/share';
import { type Cells, quiet } from '../fixture';
import {
  CITY,
  ITEMS,
  PCTS,
  PROJECT,
  RUTLAND,
  SIX,
  TRUST,
  type Tables,
  day,
  openProjects,
  typeIn,
  withTables,
} from './fixture';

describe('what stops it, with its cell', () => {
  const items = (change: Cells): Tables => ({ PoolProjects: [{ ...ITEMS[0]!, ...change }, ITEMS[1]!] });
  const sharers = (...rows: readonly Cells[]): Tables => ({ PoolProjectShares: rows });
  const equalCity: Cells = { Project: PROJECT, Partner: CITY, Treatment: 'equal' };
  test.each([
    // why, change, kind, cell (sheet row and column from 0), figures
    ['a cap below 0', items({ Cap: -1 }), 'cap not positive', 'Pool projects', 5, 8, { leftPence: -100 }],
    [
      'two caps',
      { PoolProjects: [ITEMS[0]!, { ...ITEMS[1]!, Cap: 19_000 }] },
      'cap differs',
      'Pool projects',
      6,
      8,
      { leftPence: 1_900_000, rightPence: 2_000_000, differencePence: -100_000 },
    ],
    ['an end before its start', items({ End: day(2004, 8, 31) }), 'project dates crossed', 'Pool projects', 5, 6, {}],
    ['a date of another year', items({ End: day(2005, 4, 1) }), 'date outside project year', 'Pool projects', 5, 6, {}],
    ['a year that cannot be read', items({ Year: '2004-5' }), 'year not readable', 'Pool projects', 5, 2, {}],
    ['a payer that is no partner', items({ 'Paid by': 'City' }), 'partner not listed', 'Pool projects', 5, 7, {}],
    ['a cost that is text', items({ 'Annual cost': 'about 29k' }), 'cell not money', 'Pool projects', 5, 4, {}],
    [
      'a project without shares',
      { ...items({}), ...sharers({ ...equalCity, Project: 'Other' }) },
      'project without shares',
      'Pool projects',
      5,
      0,
      {},
    ],
    [
      'shares of a project that has no costs',
      sharers(equalCity, { ...equalCity, Project: 'Other' }),
      'project without items',
      'Pool project shares',
      6,
      0,
      {},
    ],
    [
      'an unknown sharer',
      sharers({ ...equalCity, Partner: 'PCTs' }),
      'sharer not listed',
      'Pool project shares',
      5,
      1,
      {},
    ],
    [
      'a partner by itself and in its group',
      sharers({ ...equalCity, Partner: PCTS }, { ...equalCity, Partner: SIX[0]! }),
      'sharer in group too',
      'Pool project shares',
      6,
      1,
      { partner: SIX[0] },
    ],
    [
      'a fixed contribution left blank',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed' }),
      'fixed amount missing',
      'Pool project shares',
      6,
      3,
      {},
    ],
    [
      'a fixed contribution of 0',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 0 }),
      'fixed amount missing',
      'Pool project shares',
      6,
      3,
      { leftPence: 0 },
    ],
    [
      'nobody equal',
      sharers({ Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 1_500 }),
      'nobody equal',
      'Pool project shares',
      5,
      2,
      { leftPence: 2_000_000, rightPence: 150_000, differencePence: 1_850_000 },
    ],
    [
      'fixed above the cap',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 20_001 }),
      'fixed above sum',
      'Pool project shares',
      6,
      3,
      { leftPence: 2_000_100, rightPence: 2_000_000, differencePence: 100 },
    ],
    [
      'a group named like a partner',
      {
        PoolPartners: [
          { Partner: CITY, 'Short name': 'City' },
          { Partner: RUTLAND, 'Short name': 'Rutland', 'Part of': CITY },
        ],
        ...sharers(equalCity),
      },
      'group is partner',
      'Pool partners',
      6,
      4,
      {},
    ],
    [
      'a group within itself',
      { PoolPartners: [{ Partner: CITY, 'Short name': 'City', 'Part of': CITY }], ...sharers(equalCity) },
      'group is partner',
      'Pool partners',
      5,
      4,
      {},
    ],
    [
      'a short name that heads a column of PoolSplit',
      { PoolPartners: [{ Partner: CITY, 'Short name': 'Cost' }], ...sharers(equalCity) },
      'short name taken',
      'Pool partners',
      5,
      2,
      {},
    ],
  ] as const)('%s', async (_why, change, kind, sheet, row, column, figures) => {
    const host = await openProjects(withTables(change as Tables));
    const plan = await share.plan({}, quiet);
    expect(plan.blockers).toContainEqual(
      expect.objectContaining({
        kind,
        severity: 'error',
        place: expect.objectContaining({ sheet, row, column }),
        ...figures,
      }),
    );
    expect(plan.workbook).toBeUndefined();
    expect(host.book.sheet('Pool split')).toBeUndefined();
  });

  test.each([
    // The add-in merges rows with one key, so only a user's typing makes two of them.
    ['an item that stands twice', 'PoolProjects', 2, 'Item', ITEMS[0]!['Item']!],
    ['a sharer that stands twice', 'PoolProjectShares', 3, 'Partner', TRUST],
  ])('%s', async (_why, table, row, heading, value) => {
    const host = await openProjects();
    await typeIn(host, table, row, heading, value);
    const { blockers } = await share.plan({}, quiet);
    expect(blockers).toContainEqual(
      expect.objectContaining({ kind: 'row twice', place: expect.objectContaining({ row: 4 + row }) }),
    );
  });

  test('a month that is none', async () => {
    await openProjects();
    expect((await share.plan({ period: '6' }, quiet)).blockers).toMatchObject([{ kind: 'period not given' }]);
  });

  test('no project in the month’s year', async () => {
    await openProjects();
    expect((await share.plan({ period: '2009-06' }, quiet)).blockers).toMatchObject([
      { kind: 'no projects', detail: { text: '2009/10' } },
    ]);
  });
});
