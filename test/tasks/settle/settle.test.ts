/* A pool that settles: what each partner still pays or is paid, by hand, in the workbook. */
import { CITY, PCT, TRUST, budget, differences, openSettled, shown, tablesOf } from './fixture';

// Budget of a quarter: 30,000 City and 20,000 PCT; spent 55,000.00 by City; the PCT paid 20,000.00.
const HOSTED = {
  tables: tablesOf(
    [{ Line: 'Homes', 'Risk rule': 'Risk' }],
    [budget('Homes', CITY, 120_000), budget('Homes', PCT, 80_000)],
    {
      PoolShares: [
        { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: TRUST, Share: 0, Basis: 'fixed' },
      ],
    },
  ),
  ledgers: {
    [CITY]: [
      ['Homes', 'Willow Homes', 'I1', 55_000],
      ['CONTRIB', PCT, 'C1', -20_000],
    ],
    [PCT]: [['CONTRIB', CITY, 'C1', 20_000]],
  },
} as const;

test('a hosted pool 5,000.00 over: 3,000.00 and 2,000.00 by the Set, and the PCT pays the host 2,000.00', async () => {
  const host = await openSettled(HOSTED);
  const rows = await shown(host, 'PoolSettlement');
  expect(rows).toMatchObject([
    {
      Partner: CITY,
      For: 'pool',
      Agreed: 30_000,
      'Share of variance': 3_000,
      'Share due': 33_000,
      'Paid in': -20_000,
      'Paid direct': 55_000,
      'To pay': 0,
      'To receive': 2_000,
      Check: 0,
    },
    {
      Partner: PCT,
      For: 'pool',
      Agreed: 20_000,
      'Share of variance': 2_000,
      'Share due': 22_000,
      'Paid in': 20_000,
      'Paid direct': 0,
      'To pay': 2_000,
      'To receive': 0,
      Check: 0,
    },
    { Partner: TRUST, For: 'pool', Agreed: 0, 'Share due': 0, 'To pay': 0, 'To receive': 0 },
  ]);
  expect((await shown(host, 'PoolTransfers'))[0]).toMatchObject({ From: PCT, To: CITY, Amount: 2_000 });
  expect(await differences(host)).toEqual([]);
});
