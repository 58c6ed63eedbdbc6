/*
 * `reconcile` on a whole workbook, through the real Office.js and a calculating engine.
 */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { fill, read } from '../support/host';
import type { poolTables } from './fixture';
import { COUNCIL, COUNCIL_ROWS, PCT, day, openPool, quiet, writeTask } from './fixture';
import { writePlan } from '../../src/workbook/writer';
import { describeFinding } from '../../src/words/findings';

interface PartnerTotals {
  partner: string;
  ledgerTotal: number | null;
  inPool: number | null;
  excluded: number | null;
  betweenPartners: number | null;
  unmapped: number | null;
  adjustments: number | null;
}
interface LineTotals {
  line: string;
  partner: string;
  [figure: string]: string | number | null;
}

async function run(period = '2026-06') {
  const plan = await reconcile.plan({ period }, quiet);
  const totals = plan.totals as unknown as {
    partners: PartnerTotals[];
    lines: LineTotals[];
    joint: Record<string, unknown>;
  };
  const line = (name: string, partner: string): LineTotals =>
    totals.lines.find((row) => row.line === name && row.partner === partner)!;
  return { plan, totals, line };
}

const pence = (pounds: number | null | undefined): number => Math.round((pounds ?? Number.NaN) * 100);

describe('the totals of a month', () => {
  test('every partner: in pool + excluded + between partners + unmapped + adjustments = ledger total', async () => {
    await openPool({
      PoolAdjustments: [
        {
          Period: '2026-06',
          Partner: COUNCIL,
          Line: 'Day services',
          Kind: 'accrual',
          Amount: 33.33,
          'Reverses in': '2026-07',
        },
        {
          Period: '2026-04',
          Partner: PCT,
          Line: 'Residential care',
          Kind: 'prepayment',
          Amount: -10,
          'Reverses in': '2026-05',
        },
      ],
      PoolCodes: [
        { Partner: COUNCIL, Code: 'A100', Line: 'Residential care' },
        { Partner: COUNCIL, Code: 'A200', Line: 'Assessment unit' },
        { Partner: COUNCIL, Code: 'A300', Line: 'recharge' },
        { Partner: PCT, Code: '44*', Line: 'Residential care' },
        { Partner: PCT, Code: '45*', Line: 'excluded' },
      ],
    });
    const { plan, totals } = await run();
    expect(plan.blockers).toEqual([]);
    for (const partner of totals.partners as (PartnerTotals &
      Record<'wholeExtract' | 'laterPeriods' | 'earlierYears' | 'noMonth', number>)[]) {
      const whole = [partner.ledgerTotal, partner.laterPeriods, partner.earlierYears, partner.noMonth];
      expect(whole.reduce<number>((sum, part) => sum + pence(part), 0)).toBe(pence(partner.wholeExtract));
      const parts = [partner.inPool, partner.excluded, partner.betweenPartners, partner.unmapped, partner.adjustments];
      expect(parts.reduce<number>((sum, part) => sum + pence(part), 0)).toBe(pence(partner.ledgerTotal));
    }
    // The accrual of June stands; the prepayment of April was taken back in May.
    expect(totals.partners.map(({ adjustments }) => adjustments)).toEqual([-33.33, 0]);
    expect(totals.partners[0]!.excluded).toBe(-200);
  });

  test('figures of the ledgers by hand', async () => {
    await openPool();
    const { totals, line } = await run();
    expect(totals.partners.map(({ ledgerTotal }) => ledgerTotal)).toEqual([8060.85, 20700.01]);
    // 3/12 of 60,000.00 and of 1,000.01 (250.0025, rounded to 250.00); the change of October does not count yet.
    expect(line('Residential care', COUNCIL)).toMatchObject({
      annualBudget: 61000.01,
      budgetToDate: 15250,
      actualToDate: 13250.75,
    });
    expect(line('Residential care', 'Joint')).toMatchObject({
      budgetToDate: 40250.01,
      actualToDate: 29250.76,
      forecast: 150000.79,
    });
    expect(totals.joint).toMatchObject({ complete: true, actualToDate: 28750.76 });
  });

  test('revenue and capital are never added together', async () => {
    await openPool({
      PoolLines: [
        { Line: 'Residential care', Pool: 'LD', Type: 'revenue' },
        { Line: 'Day services', Pool: 'LD', Type: 'capital' },
      ],
    });
    const { totals } = await run();
    expect(totals.joint).toMatchObject({
      actualToDate: null,
      byType: [
        { type: 'revenue', actualToDate: 29250.76 },
        { type: 'capital', actualToDate: -500 },
      ],
    });
  });

  test('a row with a partner as its supplier lies between partners, and leaves the joint figure', async () => {
    const rows = [...COUNCIL_ROWS, [day(6, 20), 'A100', 'Derby PCT', 'PX-1', 700]];
    await openPool({}, rows);
    const { totals, line } = await run();
    expect(totals.partners[0]!.betweenPartners).toBe(-5000 + 700);
    expect(line('Residential care', COUNCIL)['actualToDate']).toBe(13250.75 + 700);
    expect(line('Residential care', 'Between partners')['actualToDate']).toBe(-700);
    expect(line('Residential care', 'Joint')['actualToDate']).toBe(29250.76);
  });
});

/** Everything the live formulas show must be what the model says: `check` compares each cell. */
async function expectFormulasEqualModel(): Promise<void> {
  const { plan } = await run();
  await writeTask(plan);
  const checked = await check.plan({ period: '2026-06' }, quiet);
  const wrong = ['figure differs', 'formula error', 'formula overwritten', 'row missing', 'row unknown'];
  expect(checked.findings.filter(({ kind }) => wrong.includes(kind))).toEqual([]);
}

describe('formulas and model agree cell by cell', () => {
  test('with budgets only', async () => {
    const host = await openPool();
    await expectFormulasEqualModel();
    expect(host.book.sheet('Pool statement')!.cell(5, 6)?.formula).toMatch(/^=IF\(\$P6>0,""/);
    expect(read(host.book.sheet('Pool statement')!, 'E9:J9')).toEqual([
      [161000.04, 40250.01, 29250.76, -10999.25, 150000.79, -10999.25],
    ]);
    expect(read(host.book.sheet('Pool control')!, 'C6:J6')).toEqual([
      [8060.85, 13050.75, 0, -5000, 10.1, 0, 8060.85, 0],
    ]);
  });

  test('with forecasts, adjustments and rows between partners', async () => {
    const host = await openPool(
      {
        PoolForecasts: [
          { Period: '2026-06', Line: 'Residential care', Partner: COUNCIL, Basis: 'own', Forecast: 65432.1 },
          { Period: '2026-06', Line: 'Residential care', Partner: PCT, Basis: 'straight line' },
          { Period: '2026-05', Line: 'Day services', Partner: PCT, Basis: 'own', Forecast: 9 },
        ],
        PoolAdjustments: [
          {
            Period: '2026-06',
            Partner: COUNCIL,
            Line: 'Day services',
            Kind: 'accrual',
            Amount: 33.33,
            'Reverses in': '2026-07',
          },
          {
            Period: '2026-03',
            Partner: PCT,
            Line: 'Day services',
            Kind: 'accrual',
            Amount: 50,
            'Reverses in': '2026-04',
          },
          { Period: '2026-05', Partner: PCT, Line: 'Residential care', Kind: 'correction', Amount: -0.01 },
        ],
      },
      [...COUNCIL_ROWS, [day(6, 20), 'A100', 'Derby PCT', 'PX-1', 700]],
    );
    await expectFormulasEqualModel();
    const statement = read(host.book.sheet('Pool statement')!, 'A6:M13');
    const cell = (line: string, partner: string, column: number) =>
      statement.find((row) => row[2] === line && row[3] === partner)![column];
    expect(cell('Residential care', COUNCIL, 8)).toBe(65432.1);
    expect(cell('Residential care', PCT, 8)).toBe(64000); // 16,000.00 × 12 / 3
    expect(cell('Residential care', 'Joint', 8)).toBe(128732.1);
    expect(cell('Day services', COUNCIL, 6)).toBe(-166.67);
    expect(cell('Day services', PCT, 6)).toBe(-350); // −300.00 and the accrual of last March taken back
    expect(cell('Residential care', COUNCIL, 12)).toBe('own forecast');
  });

  test('without a budget for the year: blank, and no actual shown as an overspend', async () => {
    const host = await openPool({
      PoolBudgets: [{ Line: 'Residential care', Partner: COUNCIL, Year: '2025/26', Amount: 5 }],
      PoolForecasts: [{ Period: '2026-06', Line: 'Residential care', Partner: COUNCIL, Basis: 'own', Forecast: 60000 }],
    });
    await expectFormulasEqualModel();
    const statement = read(host.book.sheet('Pool statement')!, 'D6:M9');
    expect(statement.map((row) => [row[1], row[2], row[3], row[4], row[5], row[9]])).toEqual([
      ['', '', 13250.75, '', 60000, 'own forecast'],
      ['', '', 16000.01, '', '', 'no budget for the year'],
      ['', '', 0, '', 0, ''],
      ['', '', 29250.76, '', '', ''],
    ]);
  });

  test('with a partner whose month is not received: blank, never zero', async () => {
    const host = await openPool({
      PoolPeriods: [
        { Period: '2026-06', Partner: COUNCIL, Status: 'open' },
        { Period: '2026-06', Partner: PCT, Status: 'not received' },
      ],
    });
    await expectFormulasEqualModel();
    const statement = read(host.book.sheet('Pool statement')!, 'D6:M9');
    expect(statement.map((row) => [row[0], row[1], row[3], row[5], row[9]])).toEqual([
      [COUNCIL, 61000.01, 13250.75, 59000.76, 'forecast calculated: actual to date + remaining budget'],
      [PCT, 100000.03, '', '', 'not received'],
      ['Between partners', 0, '', '', 'incomplete: partners not received'],
      ['Joint', 161000.04, '', '', 'incomplete: partners not received'],
    ]);
    const { totals } = await run();
    expect(totals.joint).toMatchObject({ complete: false, missing: [PCT], actualToDate: null });
  });
});

test('lines that a look-up with wildcards, or one that reads numbers, would confuse stay apart', async () => {
  const names = ['A*', 'AB', 'A?', '00123', '123', '<5', '=x', '"quoted"', "St John's #1"];
  const host = await openPool(
    {
      PoolLines: names.map((Line) => ({ Line, Pool: 'LD' })),
      PoolBudgets: names.map((Line, at) => ({ Line, Partner: COUNCIL, Year: '2026/27', Amount: 12 * (at + 1) })),
      PoolCodes: [
        ...names.map((Line, at) => ({ Partner: COUNCIL, Code: `K${at}`, Line })),
        { Partner: PCT, Code: '*', Line: 'excluded' },
      ],
    },
    names.map((_name, at) => [day(6, 1), `K${at}`, 'Shop', `R${at}`, 10 ** (at % 5) + at]),
  );
  // Typed by a user, a name of digits is a number.
  host.book.sheet('Pool budgets')!.setContent(9, 0, 123);
  await expectFormulasEqualModel();
  const statement = read(host.book.sheet('Pool statement')!, `C6:G${5 + 4 * names.length}`);
  const mine = statement.filter((row) => row[1] === COUNCIL);
  expect(mine.map((row) => [row[0], row[2], row[4]])).toEqual(
    names.map((name, at) => [name, 12 * (at + 1), 10 ** (at % 5) + at]),
  );
});

test('an input that is edited changes the statement without a run', async () => {
  const host = await openPool();
  await writeTask((await run()).plan);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem('Pool budgets').getRange('F6').values = [[72000]];
    await context.sync();
  });
  const shown = await host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Pool statement').getRange('E6:F6').load('values');
    await context.sync();
    return range.values;
  });
  expect(shown).toEqual([[73000.01, 18250]]);
});

describe('running again', () => {
  test('replaces its own month only, compares with the month before, and tells why a figure moved', async () => {
    const host = await openPool();
    await writeTask((await run('2026-05')).plan);
    const may = read(host.book.sheet('Pool statement')!, 'A6:P13');
    await writeTask((await run('2026-06')).plan);
    const statement = host.book.sheet('Pool statement')!;
    expect(read(statement, 'A6:P13')).toEqual(may);
    const june = read(statement, 'A14:L14')[0]!;
    expect(june[10]).toBe(may[0]![8]);
    expect(pence(june[11] as number)).toBe(pence(june[8] as number) - pence(may[0]![8] as number));

    host.book.sheet('Council ledger')!.setContent(4, 4, 12000);
    await writeTask((await run('2026-06')).plan);
    expect(read(statement, 'A6:P13')).toEqual(may);
    expect(host.book.table('PoolStatement')!.area.rows).toBe(17);
    expect(
      read(host.book.sheet('Pool runs')!, 'A10:L11').map((row) => [row[0], row[8], row[9], row[10], row[11]]),
    ).toEqual([
      [3, 13050.75, 13050.25, -0.5, 'ledger changed'],
      [3, 15700.01, 15700.01, 0, 'input tables or another ledger changed'],
    ]);
  });

  test('with nothing changed writes the same rows', async () => {
    const host = await openPool();
    await writeTask((await run()).plan);
    const sheets = ['Pool actuals', 'Pool control', 'Pool statement', 'Pool matches', 'Pool bridge', 'Pool findings'];
    const before = sheets.map((name) => read(host.book.sheet(name)!, 'A5:X60'));
    await writeTask((await run()).plan);
    expect(sheets.map((name) => read(host.book.sheet(name)!, 'A5:X60'))).toEqual(before);
    expect(read(host.book.sheet('Pool runs')!, 'L8:L9')).toEqual([['nothing changed'], ['nothing changed']]);
  });

  test('keeps the reason written beside a difference, and words typed over Reason', async () => {
    const host = await openPool({}, [...COUNCIL_ROWS.slice(0, 3), [day(6, 5), 'A300', PCT, 'RC-7', -4999.99]]);
    await writeTask((await run()).plan);
    const bridge = host.book.sheet('Pool bridge')!;
    const rows = read(bridge, 'A6:K40');
    const at = rows.findIndex((row) => row[4] === 'amount difference');
    expect(rows[at]!.slice(5, 9)).toEqual([0.01, expect.any(Number), '', 'no']);
    const statement = host.book.sheet('Pool statement')!;
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Pool bridge').getRange(`H${6 + at}`).values = [['Penny rounding, agreed']];
      context.workbook.worksheets.getItem('Pool statement').getRange('M6').values = [['Two homes reopened']];
      await context.sync();
    });
    await writeTask((await run()).plan);
    const again = read(bridge, 'A6:K40').find((row) => row[4] === 'amount difference')!;
    expect([again[7], again[8]]).toEqual(['Penny rounding, agreed', 'yes']);
    expect(read(statement, 'M6:M7')).toEqual([
      ['Two homes reopened'],
      ['forecast calculated: actual to date + remaining budget'],
    ]);
  });
});

test('text of a ledger that begins with = + - @ or an apostrophe comes back as that text', async () => {
  const awkward = ['=1+1', '+44', '-5', '@x', "'quoted", '00123', '3-4', '1E5'];
  const rows = awkward.map((code, at) => [day(6, 1), code, `Supplier ${at}`, code, 1 + at]);
  const host = await openPool({}, rows);
  await writeTask((await run()).plan);
  const findings = read(host.book.sheet('Pool findings')!, 'K6:K30').map(([text]) => String(text));
  for (const code of awkward) expect(findings.some((text) => text.includes(`the code “${code}”`))).toBe(true);
  for (const [, , cell] of host.book.sheet('Pool findings')!.cells()) expect(cell.formula).toBeUndefined();
});

test('above the limit of live cells a run writes values, and says so', async () => {
  const lines = Array.from({ length: 210 }, (_, at) => ({ Line: `Line ${at}`, Pool: 'LD', Scope: 'in' }));
  const host = await openPool({
    PoolLines: [
      { Line: 'Residential care', Pool: 'LD' },
      { Line: 'Day services', Pool: 'LD' },
      { Line: 'Assessment unit', Pool: 'LD' },
      ...lines,
    ],
  });
  const { plan } = await run();
  expect(plan.findings.map(({ kind }) => kind)).toContain('too many live cells');
  await writeTask(plan);
  const statement = host.book.sheet('Pool statement')!;
  expect(statement.cell(5, 6)?.formula).toBeUndefined();
  expect(read(statement, 'E6:G6')).toEqual([[61000.01, 15250, 13250.75]]);
});

describe('stops with a sentence', () => {
  const blockers = async (change: Parameters<typeof poolTables>[0], period = '2026-06') => {
    await openPool(change);
    return (await run(period)).plan.blockers.map(({ kind, place }) => [kind, place?.sheet, place?.row, place?.column]);
  };
  test.each([
    ['2026-05', 'May'],
    ['2026-06', 'June'],
  ])('an adjustment of June that is reversed in %s, told once, with both months', async (month, name) => {
    const adjustment = { Partner: COUNCIL, Line: 'Day services', Kind: 'accrual', Amount: 5, Reason: 'Invoice late' };
    await openPool({ PoolAdjustments: [{ ...adjustment, Period: '2026-06', 'Reverses in': month }] });
    const { plan } = await run();
    const told = [...plan.blockers, ...plan.findings].filter(({ kind }) => kind === 'adjustment not used');
    expect(plan.blockers).toHaveLength(1);
    expect(told).toMatchObject([
      { place: { sheet: 'Pool adjustments', row: 5 }, detail: { period: '2026-06', reversesIn: month } },
    ]);
    expect(describeFinding(told[0]!).what).toBe(
      `This adjustment of Day services is made in June 2026 and reversed in ${name} 2026, which is not later, so it is not used.`,
    );
  });

  test('a period that is no month', async () => {
    expect(await blockers({}, '6')).toEqual([['period not given', undefined, undefined, undefined]]);
  });
  test('no codes', async () => {
    expect(await blockers({ PoolCodes: [] })).toEqual([['table missing', undefined, undefined, undefined]]);
  });
  test('an unknown partner in a budget', async () => {
    const budget = { Line: 'Day services', Partner: 'Nobody', Year: '2026/27', Amount: 1 };
    expect(await blockers({ PoolBudgets: [budget] })).toEqual([['partner not listed', 'Pool budgets', 5, 1]]);
  });
  test('a source that is not there', async () => {
    const source = { Partner: COUNCIL, Table: 'Nowhere!A1:C1', Code: 'Code', Amount: 'Amount' };
    expect(await blockers({ PoolSources: [source] })).toEqual([['source not found', 'Pool sources', 5, 1]]);
  });
  test('a ledger whose heading is gone, and one without rows: missing is not zero', async () => {
    const host = await openPool();
    host.book.sheet('Council ledger')!.setContent(3, 4, 'Amt');
    const gone = await run();
    expect(gone.plan.blockers).toMatchObject([{ kind: 'heading missing', partner: COUNCIL }]);
    expect(gone.totals.partners[0]!.ledgerTotal).toBeNull();
    await openPool({}, []);
    expect((await run()).plan.blockers).toMatchObject([{ kind: 'ledger empty', partner: COUNCIL }]);
  });
  test('a partner without a ledger whose month is marked as open', async () => {
    const source = { Partner: COUNCIL, Table: 'Council ledger!A4:E4', Date: 'Date', Code: 'Code', Amount: 'Amount' };
    await openPool({ PoolSources: [source] });
    expect((await run()).plan.blockers).toMatchObject([{ kind: 'partner without ledger', partner: PCT }]);
  });
  test('a partner without a ledger whose month is not mentioned is not received, and PoolPeriods says so', async () => {
    const source = { Partner: COUNCIL, Table: 'Council ledger!A4:E4', Date: 'Date', Code: 'Code', Amount: 'Amount' };
    const host = await openPool({
      PoolSources: [source],
      PoolPeriods: [{ Period: '2026-05', Partner: PCT, Status: 'closed' }],
    });
    const { plan } = await run();
    expect(plan.blockers).toEqual([]);
    await writeTask(plan);
    expect(read(host.book.sheet('Pool periods')!, 'A6:C8')).toEqual([
      ['2026-05', PCT, 'closed'],
      ['2026-06', COUNCIL, 'open'],
      ['2026-06', PCT, 'not received'],
    ]);
    expect(read(host.book.sheet('Pool statement')!, 'G7')).toEqual([['']]);
  });
  test('a protected sheet and a name that is taken, already when the plan is made', async () => {
    const host = await openPool();
    await writeTask((await run()).plan);
    host.book.sheet('Pool statement')!.isProtected = true;
    const shut = await run();
    expect(shut.plan.blockers).toMatchObject([{ kind: 'sheet protected', place: { sheet: 'Pool statement' } }]);
    const other = await openPool();
    fill(other.book.addSheet('Mine'), 'A1', [['Bridge'], ['Humber']]);
    await other.run(async (context) => {
      context.workbook.tables.add('Mine!A1:A2', true).name = 'PoolBridge';
      await context.sync();
    });
    const taken = await run();
    expect(taken.plan.blockers.map(({ kind, detail }) => [kind, detail?.['table']])).toContainEqual([
      'table name taken',
      'PoolBridge',
    ]);
  });
  test('a period that Excel made a date of', async () => {
    const host = await openPool();
    host.book.sheet('Pool periods')!.setContent(5, 0, day(6, 1));
    const { plan } = await run();
    expect(plan.blockers.map(({ kind }) => kind)).toEqual(['cell period is date']);
  });
});

test("the user's cells below a table are named by the plan already", async () => {
  const host = await openPool();
  await writeTask((await run()).plan);
  host.book.sheet('Pool runs')!.setContent(8, 2, 'Signed: A. N. Other');
  const { plan } = await run();
  expect(plan.blockers).toMatchObject([
    { kind: 'cells in the way', place: { sheet: 'Pool runs', row: 8, column: 2 }, detail: { table: 'PoolRuns' } },
  ]);
});

test('a plan that was made before a ledger changed is not written', async () => {
  const host = await openPool();
  const { plan } = await run();
  host.book.sheet('Council ledger')!.setContent(4, 4, 1);
  const result = await writePlan(plan.workbook!);
  expect(result).toMatchObject({ ok: false, workbook: 'unchanged', stop: { kind: 'inputs-changed' } });
  expect(host.book.sheet('Pool statement')).toBeUndefined();
});
