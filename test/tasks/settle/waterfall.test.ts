/*
 * What meets an overspend before it is shared, and what becomes of the part above a cap, in a workbook: figures worked by
 * hand, and every formula the same as the model. Sources: "underspends in either pool, then the risk pool, then cut
 * uncommitted schemes, then outside the pool" (https://www.markettransfer.info/clause/over-and-underspends/_1); caps with
 * the excess (https://lawinsider.com/clause/risk-share-arrangements/_1); domain brief b3.
 */
import { check } from '../../../src/tasks/check';
import { close } from '../../../src/tasks/close/close';
import * as tasks from '../../../src/tasks/index';
import { planAdded } from '../../../src/tasks/model/addTables';
import { settle } from '../../../src/tasks/settle/settle';
import { type Cells, quiet, writeTask } from '../fixture';
import { picture } from '../picture';
import {
  CITY,
  PARTNERS,
  PCT,
  PERIOD,
  type PoolWorkbook,
  type Posting,
  TRUST,
  budget,
  day,
  differences,
  openPool,
  openSettled,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
  typeIn,
} from './fixture';

/** 60 : 40 between the council and the NHS body. */
const SET: readonly Cells[] = [
  { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
  { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];

/** Year's budgets, so that a quarter is Homes 3,000, Day 2,000, Risk pool 300 and Schemes 50. */
const BUDGETS = [
  budget('Homes', CITY, 12_000),
  budget('Day', PCT, 8_000),
  budget('Risk pool', CITY, 1_200),
  budget('Schemes', PCT, 200),
];
const LINES = ['Homes', 'Day', 'Risk pool', 'Schemes'].map((Line) => ({ Line, 'Risk rule': 'Risk' }));
const STEPS: readonly Cells[] = [
  { Pool: 'LD', Step: 1, Line: 'Day' },
  { Pool: 'LD', Step: 2, Line: 'Risk pool' },
  { Pool: 'LD', Step: 3, Line: 'Schemes' },
];

/** Homes 900.00 over; Day 500.00 under; nothing spent from the risk pool or on the schemes. */
function pool(
  change: Readonly<Record<string, readonly Cells[]>> = {},
  lines: readonly (Cells & { Line: string })[] = LINES,
): PoolWorkbook {
  return {
    tables: tablesOf(lines, BUDGETS, { PoolShares: SET, PoolWaterfall: STEPS, ...change }),
    ledgers: {
      [CITY]: [['Homes', 'Willow Homes', 'I1', 3_900]] as Posting[],
      [PCT]: [['Day', 'Day Centre', 'I2', 1_500]] as Posting[],
    },
  };
}

const COLUMNS = ['Own variance', 'Step', 'To meet', 'Can meet', 'Offset', 'Amount', 'City', 'PCT', 'Check'] as const;

/** Per line the figures of its row in PoolSplit. */
async function lineRows(workbook: PoolWorkbook) {
  const host = await openSettled(workbook);
  expect(await differences(host)).toEqual([]);
  const rows = (await shown(host, 'PoolSplit')).filter((row) => row['Row'] === 'variance');
  return { host, lines: Object.fromEntries(rows.map((row) => [row['Line'], COLUMNS.map((column) => row[column])])) };
}

describe('underspends, then a risk pool, then schemes not committed, meet an overspend', () => {
  test('900.00 over: 500.00, 300.00 and 50.00 meet it, and 50.00 is 30.00 and 20.00', async () => {
    const { lines, host } = await lineRows(pool());
    expect(lines).toEqual({
      Homes: [900, 0, 900, 0, -850, 50, 30, 20, 0],
      Day: [-500, 1, 0, 500, 500, 0, 0, 0, 0],
      'Risk pool': [-300, 2, 0, 300, 300, 0, 0, 0, 0],
      Schemes: [-50, 3, 0, 50, 50, 0, 0, 0, 0],
    });
    const settled = await shown(host, 'PoolSettlement');
    expect(settled.map((row) => row['Share of variance'])).toEqual([30, 20, 0]);
    // Agreed: each partner's budget, 3,300.00 and 2,050.00; together with the shares the 5,400.00 of the ledgers.
    expect(settled.map((row) => row['Share due'])).toEqual([3_330, 2_070, 0]);
  }, 120_000);

  test('what is left of an underspend is shared by its own rule: 400.00 over leaves 100.00 of the first step', async () => {
    const workbook = pool();
    const ledgers = { ...workbook.ledgers, [CITY]: [['Homes', 'Willow Homes', 'I1', 3_400]] as Posting[] };
    const { lines } = await lineRows({ ...workbook, ledgers });
    expect(lines).toEqual({
      Homes: [400, 0, 400, 0, -400, 0, 0, 0, 0],
      Day: [-500, 1, 0, 500, 400, -100, -60, -40, 0],
      'Risk pool': [-300, 2, 0, 300, 0, -300, -180, -120, 0],
      Schemes: [-50, 3, 0, 50, 0, -50, -30, -20, 0],
    });
  }, 120_000);

  test('two overspends are met in proportion, two lines of one step give in proportion', async () => {
    const workbook = pool({
      PoolWaterfall: [
        { Pool: 'LD', Step: 1, Line: 'Risk pool' },
        { Pool: 'LD', Step: 1, Line: 'Schemes' },
      ],
    });
    const ledgers = {
      [CITY]: [['Homes', 'Willow Homes', 'I1', 3_000.1]] as Posting[],
      [PCT]: [['Day', 'Day Centre', 'I2', 2_000.2]] as Posting[],
    };
    const { lines } = await lineRows({ ...workbook, ledgers });
    expect(lines['Homes']!.slice(0, 6)).toEqual([0.1, 0, 0.1, 0, -0.1, 0]);
    expect(lines['Day']!.slice(0, 6)).toEqual([0.2, 0, 0.2, 0, -0.2, 0]);
    // 0.30 by 300.00 : 50.00 is 0.257 and 0.043.
    expect(lines['Risk pool']!.slice(0, 6)).toEqual([-300, 1, 0, 300, 0.26, -299.74]);
    expect(lines['Schemes']!.slice(0, 6)).toEqual([-50, 1, 0, 50, 0.04, -49.96]);
  }, 120_000);

  test('what a cap leaves is referred upward only after the steps: 50.00 left, capped at 10.00', async () => {
    const { lines, host } = await lineRows(pool({ PoolShares: [SET[0]!, { ...SET[1]!, Cap: 10 }] }));
    expect(lines['Homes']).toEqual([900, 0, 900, 0, -850, 50, 30, 10, 0]);
    const referred = (await shown(host, 'PoolSplit')).find((row) => row['Row'] === 'referred upward');
    expect(referred).toMatchObject({ Amount: 10, City: 10, PCT: 0 });
  }, 120_000);

  test.each<[why: string, line: Cells & { Line: string }, homes: number[]]>([
    ['a line at step 0 takes no part', { Line: 'Homes', 'Risk rule': 'Risk' }, [900, 0, 0, 0, 0, 900]],
    [
      'what one partner bears by name is not met',
      { Line: 'Homes', 'Risk rule': 'named', 'Bears risk': CITY },
      [900, 0, 0, 0, 0, 900],
    ],
    ['nor what stays where it falls', { Line: 'Homes', 'Risk rule': 'where it falls' }, [900, 0, 0, 0, 0, 900]],
  ])(
    '%s',
    async (_why, line, homes) => {
      const steps = line['Risk rule'] === 'Risk' ? [...STEPS, { Pool: 'LD', Step: 0, Line: 'Homes' }] : STEPS;
      const { lines } = await lineRows(pool({ PoolWaterfall: steps }, [line, ...LINES.slice(1)]));
      expect(lines['Homes']!.slice(0, 6)).toEqual(homes);
      expect(lines['Day']!.slice(0, 6)).toEqual([-500, 1, 0, 500, 0, -500]);
    },
    120_000,
  );

  test('steps hold from their date: those from 1 May at the end of June, those from 1 July not yet', async () => {
    const { lines } = await lineRows(
      pool({
        PoolWaterfall: [
          ...STEPS,
          { Pool: 'LD', From: day(5, 1), Step: 1, Line: 'Schemes' },
          { Pool: 'LD', From: day(7, 1), Step: 1, Line: 'Day' },
        ],
      }),
    );
    expect(lines['Homes']!.slice(0, 6)).toEqual([900, 0, 900, 0, -50, 850]);
    expect(lines['Day']!.slice(0, 6)).toEqual([-500, 0, 0, 0, 0, -500]);
    expect(lines['Schemes']!.slice(0, 6)).toEqual([-50, 1, 0, 50, 50, 0]);
  }, 120_000);

  test('an input typed over moves it live: budget, step and share; check agrees', async () => {
    const { host } = await lineRows(pool());
    // The quarter's budget of Homes is 3,100.00 then: 800.00 over, and the schemes are not reached.
    await typeIn(host, 'PoolBudgets', 1, 'Amount', 12_400);
    expect(await differences(host)).toEqual([]);
    await typeIn(host, 'PoolWaterfall', 1, 'Step', 4);
    expect(await differences(host)).toEqual([]);
    const rows = (await shown(host, 'PoolSplit')).filter((row) => row['Row'] === 'variance');
    expect(rows.map((row) => [row['Line'], row['Offset'], row['Amount']])).toEqual([
      ['Homes', -800, 0],
      ['Day', 450, -50],
      ['Risk pool', 300, 0],
      ['Schemes', 50, 0],
    ]);
    const { findings } = await check.plan({ period: PERIOD }, quiet);
    const wrong = ['figure differs', 'row missing', 'row unknown', 'formula overwritten', 'formula error'];
    expect(findings.filter(({ kind }) => wrong.includes(kind))).toEqual([]);
  }, 120_000);

  test('steps that come later: the table is added, PoolSplit gets its columns at the next run, which says what is met', async () => {
    const tables = Object.fromEntries(Object.entries(pool().tables).filter(([name]) => name !== 'PoolWaterfall'));
    const host = await openSettled({ ...pool(), tables });
    expect(Object.keys((await shown(host, 'PoolSplit'))[0]!)).not.toContain('Offset');
    await writeTask(await planAdded(['PoolWaterfall'], undefined, quiet));
    for (const [heading, value] of Object.entries({ Pool: 'LD', Step: 1, Line: 'Day' })) {
      await typeIn(host, 'PoolWaterfall', 1, heading, value);
    }
    const plan = await runSettle();
    expect(plan.findings.filter(({ kind }) => kind === 'overspends met')).toMatchObject([
      {
        leftPence: 90_000,
        rightPence: 50_000,
        differencePence: 40_000,
        detail: { pool: 'LD', type: 'revenue', count: 1 },
      },
    ]);
    expect(await differences(host)).toEqual([]);
    const rows = (await shown(host, 'PoolSplit')).filter((row) => row['Row'] === 'variance');
    expect(Object.keys(rows[0]!).at(-1)).toBe('Offset');
    expect(rows.map((row) => [row['Line'], row['Offset'], row['Amount']])).toEqual([
      ['Homes', -500, 400],
      ['Day', 500, 0],
      ['Risk pool', 0, -300],
      ['Schemes', 0, -50],
    ]);
    // Once no step is typed, nothing is met; the columns stay and show it.
    await typeIn(host, 'PoolWaterfall', 1, 'Step', 0);
    expect(await differences(host)).toEqual([]);
    expect((await shown(host, 'PoolSplit')).every((row) => Number(row['Offset']) === 0)).toBe(true);
  }, 120_000);
});

describe('months settled before there were steps', () => {
  const MAY = '2026-05';
  const wrong = [
    'figure differs',
    'row missing',
    'row unknown',
    'formula overwritten',
    'formula error',
    'closed cell live',
  ];
  const told = async (period: string): Promise<unknown[]> =>
    (await check.plan({ period }, quiet)).findings.filter(({ kind }) => wrong.includes(kind));
  const splitOf = async (host: Awaited<ReturnType<typeof openPool>>, period: string) =>
    (await shown(host, 'PoolSplit')).filter((row) => row['Period'] === period);

  /** May is settled, and closed or not; from 1 June there are steps, and June is settled. */
  async function stepsFromJune(isClosed: boolean) {
    const tables = Object.fromEntries(Object.entries(pool().tables).filter(([name]) => name !== 'PoolWaterfall'));
    const periods = [MAY, PERIOD].flatMap((Period) =>
      [CITY, PCT, TRUST].map((Partner): Cells => ({ Period, Partner, Status: 'open' })),
    );
    const ledgers = {
      [CITY]: [['Homes', 'Willow Homes', 'I1', 3_900, day(4, 20)]] as Posting[],
      [PCT]: [['Day', 'Day Centre', 'I2', 1_500, day(6, 2)]] as Posting[],
    };
    const host = await openPool({ tables: { ...tables, PoolPeriods: periods }, ledgers });
    await runReconcileTask(MAY);
    await runSettle(MAY);
    if (isClosed) await writeTask(await close.plan({ period: MAY }, quiet));
    const before = await splitOf(host, MAY);
    await writeTask(await planAdded(['PoolWaterfall'], undefined, quiet));
    for (const [heading, value] of Object.entries({ Pool: 'LD', From: day(6, 1), Step: 1, Line: 'Day' })) {
      await typeIn(host, 'PoolWaterfall', 1, heading, value);
    }
    await runReconcileTask(PERIOD);
    await runSettle(PERIOD);
    return { host, before };
  }

  test.each([
    ['open', false],
    ['closed', true],
  ])(
    'stay as they were: %s',
    async (_why, isClosed) => {
      const { host, before } = await stepsFromJune(isClosed);
      const june = (await splitOf(host, PERIOD)).filter((row) => row['Row'] === 'variance');
      expect(june.map((row) => row['Offset'])).toEqual([-500, 500, 0, 0]);
      const may = await splitOf(host, MAY);
      const six = ['Own variance', 'Waterfall from', 'Step', 'To meet', 'Can meet', 'Offset'];
      expect(may).toEqual(before.map((row) => ({ ...row, ...Object.fromEntries(six.map((column) => [column, 0])) })));
      expect(await told(MAY)).toEqual([]);
      expect(await told(PERIOD)).toEqual([]);
    },
    120_000,
  );

  test('a Status that was only typed issues nothing, and a 0 typed over a formula of June is told', async () => {
    const { host } = await stepsFromJune(false);
    await typeIn(host, 'PoolPeriods', 1, 'Status', 'closed');
    await typeIn(host, 'PoolPeriods', 2, 'Status', 'closed');
    await typeIn(host, 'PoolPeriods', 3, 'Status', 'closed');
    expect(await told(MAY)).toEqual([]);
    const rows = await shown(host, 'PoolSplit');
    const homes = rows.findIndex((row) => row['Period'] === PERIOD && row['Line'] === 'Homes');
    await typeIn(host, 'PoolSplit', homes + 1, 'Step', 0);
    expect(await told(PERIOD)).toMatchObject([{ kind: 'formula overwritten', detail: { column: 'Step' } }]);
  }, 120_000);

  test('a partner that joins later has no cell in May that somebody typed over', async () => {
    const tables = Object.fromEntries(Object.entries(pool().tables).filter(([name]) => name !== 'PoolWaterfall'));
    const two = [CITY, PCT];
    const periods = [MAY, PERIOD].flatMap((Period) =>
      two.map((Partner): Cells => ({ Period, Partner, Status: 'open' })),
    );
    const of = (table: string): readonly Cells[] =>
      (tables[table] ?? []).filter(({ Partner }) => two.includes(String(Partner)));
    const host = await openPool({
      tables: {
        ...tables,
        PoolPartners: of('PoolPartners'),
        PoolSources: of('PoolSources'),
        PoolCodes: of('PoolCodes'),
        PoolPeriods: periods,
      },
      ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', 3_900, day(4, 20)]] },
    });
    await runReconcileTask(MAY);
    await runSettle(MAY);
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('PoolPartners');
      const cells = table.getRange().load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
      await context.sync();
      const sheet = context.workbook.worksheets.getItem('Pool partners');
      table.resize(sheet.getRangeByIndexes(cells.rowIndex, cells.columnIndex, cells.rowCount + 1, cells.columnCount));
      await context.sync();
    });
    for (const [heading, value] of Object.entries({ Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' })) {
      await typeIn(host, 'PoolPartners', 3, heading, value);
    }
    await runReconcileTask(PERIOD);
    await runSettle(PERIOD);
    expect(Object.keys((await shown(host, 'PoolSplit'))[0]!)).toContain('Trust');
    expect((await told(MAY)).filter((finding) => (finding as { kind: string }).kind === 'formula overwritten')).toEqual(
      [],
    );
  }, 120_000);

  test('undo of the run that widened the table takes the columns with it', async () => {
    const widened = await openSettled({
      ...pool(),
      tables: Object.fromEntries(Object.entries(pool().tables).filter(([name]) => name !== 'PoolWaterfall')),
    });
    const others = ['Pool waterfall', 'Pool'];
    const before = picture(widened.book, others);
    await writeTask(await planAdded(['PoolWaterfall'], undefined, quiet));
    for (const [heading, value] of Object.entries({ Pool: 'LD', Step: 1, Line: 'Day' })) {
      await typeIn(widened, 'PoolWaterfall', 1, heading, value);
    }
    const run = await tasks.planTask('settle', { period: PERIOD }, quiet);
    expect(await tasks.writePlan(run, quiet)).toMatchObject({ ok: true });
    expect(Object.keys((await shown(widened, 'PoolSplit'))[0]!)).toContain('Offset');
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(picture(widened.book, others)).toEqual(before);
  }, 120_000);
});

describe('the part above a cap', () => {
  const capped = (excess: Cells): readonly Cells[] =>
    [
      [CITY, 0.5, { Cap: 300, ...excess }],
      [PCT, 0.3, {}],
      [TRUST, 0.2, {}],
    ].map(
      ([Partner, Share, more]) =>
        ({ Pool: 'LD', Set: 'Risk', Partner, Share, Basis: 'fixed', ...(more as Cells) }) as Cells,
    );
  const over = (shares: readonly Cells[]): PoolWorkbook => ({
    tables: tablesOf([{ Line: 'Homes', 'Risk rule': 'Risk' }], [budget('Homes', CITY, 12_000)], { PoolShares: shares }),
    ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', 4_000]] },
  });
  const parts = async (workbook: PoolWorkbook) => {
    const host = await openSettled(workbook);
    expect(await differences(host)).toEqual([]);
    const row = (await shown(host, 'PoolSplit')).find((each) => each['Row'] === 'variance')!;
    return { host, parts: ['Amount', 'City', 'PCT', 'Trust', 'Referred upward'].map((column) => row[column]) };
  };

  test.each<[why: string, excess: Cells, expected: number[]]>([
    ['is referred upward where nothing is said', {}, [1_000, 300, 300, 200, 200]],
    ['is referred upward where it says so', { Excess: 'referred upward' }, [1_000, 300, 300, 200, 200]],
    // 700.00 by 30 : 20 is 420.00 and 280.00.
    ['is shared by the others where it says so', { Excess: 'shared by the others' }, [1_000, 300, 420, 280, 0]],
  ])(
    '%s',
    async (_why, excess, expected) => {
      expect((await parts(over(capped(excess)))).parts).toEqual(expected);
    },
    120_000,
  );

  test('parts of several lines above a cap are added to the penny: 0.10 and 0.20 are 0.30', async () => {
    const lines = ['Homes', 'Day'].map((Line) => ({ Line, 'Risk rule': 'Risk' }));
    const spent: readonly Posting[] = [
      ['Homes', 'W', 'I1', 1_000.22],
      ['Day', 'W', 'I2', 1_000.42],
    ];
    const PoolShares: readonly Cells[] = [
      { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.5, Basis: 'fixed' },
      { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.5, Basis: 'fixed', Cap: 0.01 },
    ];
    const budgets = lines.map(({ Line }) => budget(Line, CITY, 4_000));
    const host = await openSettled({ tables: tablesOf(lines, budgets, { PoolShares }), ledgers: { [CITY]: spent } });
    expect(await differences(host)).toEqual([]);
    const city = (await shown(host, 'PoolSettlement')).find((row) => row['Partner'] === CITY)!;
    // Half of 0.22 and of 0.42, each less the cap of 0.01. In binary 0.1 and 0.2 are more than 0.3.
    expect(city['Above caps']).toBe(0.3);
  }, 120_000);

  test('a word beside no cap changes nothing', async () => {
    const shares = capped({}).map((row, at) => (at === 1 ? { ...row, Excess: 'shared by the others' } : row));
    expect((await parts(over(shares))).parts).toEqual([1_000, 300, 300, 200, 200]);
  }, 120_000);

  test('where all are capped, what is left is referred upward; typed over, the formulas follow', async () => {
    const shares = capped({ Excess: 'shared by the others' }).map((row) => ({
      ...row,
      Cap: 300,
      Excess: 'shared by the others',
    }));
    const { host, parts: before } = await parts(over(shares));
    expect(before).toEqual([1_000, 300, 300, 300, 100]);
    for (const row of [1, 2, 3]) await typeIn(host, 'PoolShares', row, 'Excess', '');
    expect(await differences(host)).toEqual([]);
    const after = (await shown(host, 'PoolSplit')).find((each) => each['Row'] === 'variance')!;
    expect(['City', 'PCT', 'Trust', 'Referred upward'].map((column) => after[column])).toEqual([300, 300, 200, 200]);
  }, 120_000);
});

describe('what is refused or told of caps and steps', () => {
  const kindsOf = async (
    change: Readonly<Record<string, readonly Cells[]>>,
    lines = LINES as (Cells & { Line: string })[],
  ) => {
    await openPool(pool(change, lines));
    await runReconcileTask();
    const plan = await settle.plan({ period: PERIOD }, quiet);
    return { blockers: plan.blockers, findings: plan.findings };
  };
  const step = (more: Cells): readonly Cells[] => [
    ...STEPS.slice(0, 2),
    { Pool: 'LD', Step: 3, Line: 'Schemes', ...more },
  ];

  test.each<[kind: string, change: Readonly<Record<string, readonly Cells[]>>]>([
    ['waterfall step not usable', { PoolWaterfall: step({ Step: 1.5 }) }],
    ['waterfall step not usable', { PoolWaterfall: step({ Step: -1 }) }],
    ['line not listed', { PoolWaterfall: step({ Line: 'Nowhere' }) }],
    ['row twice', { PoolWaterfall: [...STEPS, STEPS[0]!] }],
    ['cap of nought', { PoolShares: [SET[0]!, { ...SET[1]!, Cap: 0 }] }],
    ['cap below nought', { PoolShares: [SET[0]!, { ...SET[1]!, Cap: -1 }] }],
    [
      'excess differs',
      {
        PoolShares: [
          { ...SET[0]!, Cap: 5, Excess: 'shared by the others' },
          { ...SET[1]!, Cap: 5 },
        ],
      },
    ],
    ['cell unknown word', { PoolShares: [{ ...SET[0]!, Cap: 5, Excess: 'others' }, SET[1]!] }],
  ])(
    'refused: %s',
    async (kind, change) => {
      const { blockers } = await kindsOf(change);
      expect(blockers.map((finding) => finding.kind)).toEqual([kind]);
      expect(blockers[0]!.place).toBeDefined();
    },
    120_000,
  );

  test('refused: a step for a line whose variance stays where it falls, with its cell', async () => {
    const lines = [LINES[0]!, { Line: 'Day', 'Risk rule': 'where it falls' }, ...LINES.slice(2)];
    const { blockers } = await kindsOf({}, lines);
    expect(blockers).toMatchObject([
      {
        kind: 'waterfall where it falls',
        line: 'Day',
        place: { sheet: 'Pool waterfall', row: 5 },
        detail: { step: 1 },
      },
    ]);
  }, 120_000);

  test('refused: a step for a line that is excluded', async () => {
    const lines = [...LINES.slice(0, 3), { Line: 'Schemes', 'Risk rule': 'Risk', Scope: 'excluded' }];
    const { blockers } = await kindsOf({}, lines);
    expect(blockers.map(({ kind }) => kind)).toEqual(['waterfall line excluded']);
  }, 120_000);

  test.each<[kind: string, change: Readonly<Record<string, readonly Cells[]>>]>([
    ['excess without cap', { PoolShares: [{ ...SET[0]!, Excess: 'referred upward' }, SET[1]!] }],
    [
      'sharer left out',
      { PoolShares: [...SET, { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 1, Basis: 'fixed', From: day(5, 1) }] },
    ],
  ])(
    'told: %s',
    async (kind, change) => {
      const { blockers, findings } = await kindsOf(change);
      expect(blockers).toEqual([]);
      expect(findings.filter((finding) => finding.kind === kind)).toHaveLength(1);
    },
    120_000,
  );

  test.each<[why: string, later: readonly Cells[]]>([
    ['its group is in the next list', [{ Partner: 'Health', Share: 0.4 }]],
    ['a partner that had left before', [{ Partner: PCT, Share: 0.4 }]],
  ])(
    'nobody is left out where %s',
    async (_why, later) => {
      const shares = [
        ...SET,
        { Pool: 'LD', Set: 'Risk', Partner: TRUST, Share: 0, Basis: 'fixed' },
        ...[{ Partner: CITY, Share: 0.6 }, ...later].map(
          (row): Cells => ({ Pool: 'LD', Set: 'Risk', Basis: 'fixed', From: day(5, 1), ...row }),
        ),
      ];
      const partners = PARTNERS.map((row) => (row['Partner'] === CITY ? row : { ...row, 'Part of': 'Health' }));
      const { findings } = await kindsOf({ PoolShares: shares, PoolPartners: partners });
      expect(findings.filter(({ kind }) => kind === 'sharer left out')).toEqual([]);
    },
    120_000,
  );

  test('told by check: a cap and steps in a pool that never settles', async () => {
    await openPool(
      pool({
        PoolArrangements: [{ Pool: 'LD', Kind: 'shadow' }],
        PoolShares: [SET[0]!, { ...SET[1]!, Cap: 10 }],
      }),
    );
    await runReconcileTask();
    const { findings } = await check.plan({ period: PERIOD }, quiet);
    const told = findings.filter(({ kind }) => kind.endsWith('without settlement'));
    expect(told).toMatchObject([
      { kind: 'cap without settlement', leftPence: 1_000, detail: { pool: 'LD', kind: 'shadow', set: 'Risk' } },
      { kind: 'waterfall without settlement', detail: { pool: 'LD', kind: 'shadow' } },
    ]);
  }, 120_000);

  test('an error in the steps stops a settlement, and neither the month nor its projects', async () => {
    await openPool(pool({ PoolWaterfall: step({ Step: 1.5 }) }));
    await runReconcileTask();
    await expect(runSettle()).rejects.toThrow();
  }, 120_000);
});
