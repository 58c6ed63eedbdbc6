/* Groups that share as one and are split again inside, by the list in force or equally, and what is wrong with lists. */
import { share } from '../../../src/tasks/share/share';
import { type Cells, quiet } from '../fixture';
import { CITY, COUNTY, RUTLAND, type Tables, day, differences, openProjects, rowOf, runShare, typeIn } from './fixture';

describe('groups', () => {
  const SET = 'Leicestershire and Rutland';
  const two = (rows: readonly Cells[]): Tables => ({
    PoolPartners: [
      { Partner: COUNTY, 'Short name': 'County', 'Part of': SET },
      { Partner: RUTLAND, 'Short name': 'Rutland', 'Part of': SET },
      { Partner: CITY, 'Short name': 'City' },
    ],
    PoolProjects: [{ Project: 'P', Pool: 'LD', Year: '2004/05', Item: 'Post', 'Annual cost': 20_000.01 }],
    PoolProjectShares: [
      { Project: 'P', Partner: SET, Treatment: 'equal' },
      { Project: 'P', Partner: CITY, Treatment: 'equal' },
    ],
    PoolShares: rows,
  });
  const list = (from: number | '', county: number, rutland: number, more: Cells = {}): readonly Cells[] => [
    { Set: SET, Partner: COUNTY, ...(from === '' ? {} : { From: from }), Share: county, ...more },
    { Set: SET, Partner: RUTLAND, ...(from === '' ? {} : { From: from }), Share: rutland, ...more },
  ];
  // The group's share of 20,000.01 is 10,000.01.
  test.each([
    ['one list without a date', list('', 0.85, 0.15), [8_500.01, 1_500]],
    [
      'the latest list that has begun',
      [...list('', 0.5, 0.5), ...list(day(2004, 4, 1), 0.9, 0.1), ...list(day(2004, 4, 2), 0.6, 0.4)],
      [9_000.01, 1_000],
    ],
    ['a list of the pool', list('', 0.75, 0.25, { Pool: 'LD' }), [7_500.01, 2_500]],
    [
      'a list of another pool does not count',
      [...list('', 0.75, 0.25, { Pool: 'MH' }), ...list('', 0.5, 0.5)],
      [5_000.01, 5_000],
    ],
    [
      'a list of the pool’s own, although one for all pools began later',
      [...list(day(2003, 4, 1), 0.75, 0.25, { Pool: 'LD' }), ...list(day(2004, 4, 1), 0.5, 0.5)],
      [7_500.01, 2_500],
    ],
    [
      'a list of the pool’s own beside one for all pools of the same day',
      [...list('', 0.5, 0.5), ...list('', 0.85, 0.15, { Pool: 'LD' })],
      [8_500.01, 1_500],
    ],
    [
      'the list for all pools, while the pool’s own has not begun',
      [...list('', 0.9, 0.1), ...list(day(2004, 4, 2), 0.5, 0.5, { Pool: 'LD' })],
      [9_000.01, 1_000],
    ],
    [
      'the latest of the pool’s own',
      [
        ...list('', 0.5, 0.5, { Pool: 'LD' }),
        ...list(day(2003, 4, 1), 0.8, 0.2, { Pool: 'LD' }),
        ...list(day(2003, 9, 1), 0.9, 0.1),
      ],
      [8_000.01, 2_000],
    ],
    [
      'an equal list in which one has left',
      [
        { Set: SET, Partner: COUNTY, Basis: 'equal' },
        { Set: SET, Partner: RUTLAND, Basis: 'equal', Share: 0 },
      ],
      [10_000.01, 0],
    ],
  ])('%s', async (_why, rows, shares) => {
    const host = await openProjects(two(rows));
    const plan = await runShare();
    expect(plan.findings.map(({ kind }) => kind)).toEqual(['payer not named']);
    const shared = await rowOf(host, 'shared');
    expect(shared.of(['County', 'Rutland', 'City'])).toEqual([...shares, 10_000]);
    expect(await rowOf(host, 'within a group')).toMatchObject({ Amount: 10_000.01, Check: 0 });
    expect(await differences(host)).toEqual([]);
  });

  test('a share changed in the sheet moves the group’s members and nobody else', async () => {
    const host = await openProjects(two(list('', 0.85, 0.15)));
    await runShare();
    await typeIn(host, 'PoolShares', 1, 'Share', 0.8);
    await typeIn(host, 'PoolShares', 2, 'Share', 0.2);
    expect((await rowOf(host, 'shared')).of(['County', 'Rutland', 'City'])).toEqual([8_000.01, 2_000, 10_000]);
    expect(await differences(host)).toEqual([]);
  });

  test.each([
    ['a list that does not total 100%', list('', 0.8, 0.15), 'set not whole', { percent: '95%', gap: '5% too little' }],
    ['a list that has not begun', list(day(2005, 1, 1), 0.5, 0.5), 'set not in force', { date: '01/04/2004' }],
    ['a list without a member', [{ Set: SET, Partner: COUNTY, Share: 1 }], 'set without member', { set: SET }],
    [
      'a list with somebody else',
      [...list('', 0.5, 0.5), { Set: SET, Partner: CITY, Share: 0 }],
      'set with other partner',
      { set: SET },
    ],
    [
      'a blank share in a fixed list',
      [
        { Set: SET, Partner: COUNTY, Share: 1 },
        { Set: SET, Partner: RUTLAND },
      ],
      'share not usable',
      { text: '' },
    ],
    ['a share below 0', list('', 1.1, -0.1), 'share not usable', { text: '110%' }],
    [
      'two bases in one list',
      [
        { Set: SET, Partner: COUNTY, Share: 1 },
        { Set: SET, Partner: RUTLAND, Basis: 'equal' },
      ],
      'basis differs',
      { set: SET },
    ],
    ['an equal list that all have left', list('', 0, 0, { Basis: 'equal' }), 'set not whole', { percent: '0%' }],
    ['a basis nobody knows', list('', 0.5, 0.5, { Basis: 'by heads' }), 'cell unknown word', {}],
  ])('%s stops it, with its cell', async (_why, rows, kind, detail) => {
    await openProjects(two(rows));
    const plan = await share.plan({}, quiet);
    expect(plan.blockers[0]).toMatchObject({
      kind,
      severity: 'error',
      detail,
      place: expect.objectContaining({ sheet: expect.stringMatching(/^Pool /) }),
    });
    expect(plan.workbook).toBeUndefined();
  });
});
