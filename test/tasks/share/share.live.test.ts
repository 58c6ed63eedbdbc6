/* A change in the sheet moves the figures of PoolSplit without a run; what a formula cannot follow shows no figure. */
import { share } from '../../../src/tasks/share/share';
import { writePlan } from '../../../src/workbook/writer';
import { quiet } from '../fixture';
import { PCT_COLUMNS, OTHERS, ITEMS, COUNTY, day, differences, openProjects, rowOf, runShare, typeIn } from './fixture';

describe('a change in the sheet moves the figures without a run', () => {
  test.each([
    // why, table, row, heading, value, Trust after: by hand
    [
      'an annual cost of 28,000: 16,333.33 + 4,083.33 is still above the cap',
      'PoolProjects',
      1,
      'Annual cost',
      28_000,
      4_625,
    ],
    [
      'from 1 December: 9,666.67 + 4,083.33 = 13,750.00, less 1,500.00, by four',
      'PoolProjects',
      1,
      'Start',
      day(2004, 12, 1),
      3_062.5,
    ],
    [
      'from 15 September by days: 198 of 365 of 29,000 is 15,731.51; + 4,083.33',
      'PoolProjects',
      1,
      'Start',
      day(2004, 9, 15),
      4_578.71,
    ],
    ['a cap of 18,000', 'PoolProjects', 1, 'Cap', 18_000, 4_125],
    ['no cap', 'PoolProjects', 1, 'Cap', '', 4_875],
    ['Rutland 2,000.00', 'PoolProjectShares', 5, 'Amount', 2_000, 4_500],
    ['Rutland shares equally: 20,000.00 by five', 'PoolProjectShares', 5, 'Treatment', 'equal', 4_000],
    ['the Trust takes no part', 'PoolProjectShares', 2, 'Treatment', 'none', 0],
  ])('%s', async (_why, table, row, heading, value, trust) => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, table, row, heading, value);
    const shared = await rowOf(host, 'shared');
    expect(shared).toMatchObject({ Trust: trust, Check: 0 });
    expect(await rowOf(host, 'to settle')).toMatchObject({ Check: 0, Trust: trust });
    expect(await differences(host)).toEqual([]);
  });

  test('another payer: the county paid the clerk, and keeps its part of what is above the cap', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolProjects', 2, 'Paid by', COUNTY);
    expect(await rowOf(host, 'paid')).toMatchObject({ City: 16_916.67, County: 4_083.33, Check: 0 });
    // 1,000.00 by 16,916.67 : 4,083.33 is 805.56 and 194.44.
    expect(await rowOf(host, 'above the cap')).toMatchObject({ City: 805.56, County: 194.44, Check: 0 });
    expect(await differences(host)).toEqual([]);
  });

  test('fixed contributions above the sum show #N/A, never a rest shared as a credit', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolProjectShares', 5, 'Amount', 20_000.01);
    const shared = await rowOf(host, 'shared');
    expect(new Set(shared.of([...PCT_COLUMNS, ...OTHERS, 'Check']))).toEqual(new Set(['#N/A']));
    const again = await share.plan({}, quiet);
    expect(again.blockers).toMatchObject([
      {
        kind: 'fixed above sum',
        leftPence: 2_000_001,
        rightPence: 2_000_000,
        differencePence: 1,
        place: { row: 9, column: 3 },
      },
    ]);
  });

  test('an item added since the run shows #N/A until Share is run again', async () => {
    const host = await openProjects();
    await runShare();
    const added = { ...ITEMS[1]!, Item: 'Office', 'Annual cost': 1_200 };
    const columns = Object.keys(added);
    const written = await writePlan({
      tables: [
        {
          table: 'PoolProjects',
          action: 'update',
          columns,
          rows: [
            Object.values(added).map((value) => (typeof value === 'number' ? { number: value } : { text: value })),
          ],
        },
      ],
    });
    expect(written.ok).toBe(true);
    expect(await rowOf(host, 'shared')).toMatchObject({ Amount: '#N/A', Trust: '#N/A' });
    await runShare();
    expect(await rowOf(host, 'shared')).toMatchObject({ Cost: 21_700, Amount: 20_000, Trust: 4_625 });
    expect(await differences(host)).toEqual([]);
  });
});
