import { reconcilePeriod } from '../../src/ledger/reconcilePeriod';
import type { ReconcileInputs } from '../../src/ledger/reconcileInputs';
import { COUNCIL, inputs, line, rule, source, THIRD, TRUST, type Posting } from './builders';

const run = (council: readonly Posting[], trust: readonly Posting[], change: Partial<ReconcileInputs> = {}) =>
  reconcilePeriod(inputs({ sources: [source('Council', council), source('Trust', trust)], ...change }));
const causes = (council: readonly Posting[], trust: readonly Posting[], change?: Partial<ReconcileInputs>) =>
  run(council, trust, change).items.map(({ cause, pass, differencePence }) => [cause, pass, differencePence]);
const kinds = (council: readonly Posting[], trust: readonly Posting[], change?: Partial<ReconcileInputs>) =>
  run(council, trust, change).findings.map(({ kind }) => kind);

/** The council charges the trust: its income. */
const charge = (pounds: number, reference = 'INV 7', period = '2026-06'): Posting => [period, '9000', 'NHS Trust', reference, -pounds]; // prettier-ignore
/** The trust's cost of it. */
const cost = (pounds: number, reference = '0007', period = '2026-06'): Posting => [period, '4100', 'City Council', reference, pounds]; // prettier-ignore

describe('where a ledger total goes', () => {
  const council: Posting[] = [
    ['2026-04', '4100', 'Acorn Care', 'A1', 1000],
    ['2026-06', '4200', 'Oak House', 'A2', 200.5],
    ['2026-06', '5100', '', 'A3', '£300.25'],
    ['2026-06', '8000', '', 'A4', 70],
    ['2026-06', '6000', '', 'A5', 9.99],
    charge(40),
    ['2026-07', '4100', 'Acorn Care', 'A6', 5000],
    ['2026-03', '4100', 'Acorn Care', 'A7', 600],
  ];
  const result = run(council, [cost(40)], {
    adjustments: [{ period: '2026-06', partner: 'CC', line: 'homes', amountPence: 500, reversesIn: '2026-07' }],
    periods: [{ period: '2026-06', partner: 'Council', status: 'provisional', controlTotalPence: 154000 }],
  });
  const [control] = result.controls;

  test('each part to the penny, to date', () =>
    expect(control?.figures).toEqual({
      ledgerTotalPence: 154074,
      inPoolPence: 150075 + 500,
      excludedPence: 7000,
      betweenPence: -4000,
      unmappedPence: 999,
      adjustmentsPence: -500,
    }));

  test('the trial balance is compared with the ledger to date', () =>
    expect(control).toMatchObject({ status: 'provisional', controlTotalPence: 154000, differencePence: 74 }));

  test('rows of other times are counted apart', () =>
    expect(control?.extract).toMatchObject({ extractPence: 714074, laterPence: 500000, earlierPence: 60000 }));

  test('lines in the order of PoolLines, with the month apart', () =>
    expect(
      result.actuals.filter(({ partner }) => partner === 'Council').map((each) => [each.line, each.target, each.ownPence, each.monthOwnPence, each.rows]), // prettier-ignore
    ).toEqual([
      ['Homes', 'line', 120050, 20050, 2],
      ['Day services', 'line', 30025, 30025, 1],
      ['', 'excluded', 7000, 7000, 1],
      ['', 'recharge', 0, 0, 1],
      ['', 'unmapped', 999, 999, 1],
    ]));

  test('an adjustment stands beside the ledger figure of its line', () =>
    expect(result.actuals[0]).toMatchObject({ adjustmentPence: 500, monthAdjustmentPence: 500 }));

  test('a recharge coded to a line stands on that line, to be taken out of the joint figure', () =>
    expect(result.actuals.find(({ partner }) => partner === 'Trust')).toMatchObject({ line: 'Homes', ownPence: 0, betweenPence: 4000 })); // prettier-ignore

  test('the bridge from the trial balance to the pool', () => {
    const [bridge] = result.bridges;
    expect(bridge?.steps.map(({ step, amountPence, runningPence }) => [step, amountPence, runningPence])).toEqual([
      ['trial balance to extract', 74, 154074],
      ['excluded', -7000, 147074],
      ['unmapped', -999, 146075],
      ['adjustments', 500, 146575],
      ['between partners', 4000, 150575],
    ]);
    expect(bridge).toMatchObject({ from: 'Council', begins: 'trial balance', toPence: 150575, unexplainedPence: 74 });
  });

  test('the joint bridge takes both sides out', () => {
    const bridge = result.bridges.at(-1);
    expect(bridge).toMatchObject({ bridge: 'joint', fromPence: 146575 + 4000, toPence: 150575, complete: true });
    expect(result.joint).toEqual({ complete: true, missing: [], totalPence: 150575 });
  });

  test('the unmapped code is named with its first cell', () =>
    expect(result.findings).toContainEqual(
      expect.objectContaining({ kind: 'code unmapped', leftPence: 999, detail: { code: '6000', rows: 1 }, place: { sheet: 'Council ledger', row: 5, column: 5 } }), // prettier-ignore
    ));
});

describe('a code that leads nowhere is told once', () => {
  // 1,000.00 and 20.50 under 4100: 1,020.50 counts as unmapped, whatever is wrong with its rule.
  const council: Posting[] = [
    ['2026-05', '4100', 'Acorn Care', 'A1', 1000],
    ['2026-06', '4100', 'Acorn Care', 'A2', 20.5],
  ];
  const parts = (first: number | null, second: number | null) => [
    rule('Council', '4100', 'Homes', first),
    rule('Council', '4100', 'Day services', second),
  ];
  test.each([
    ['no rule fits it', [rule('Council', '4200', 'Homes')], 'code unmapped'],
    ['its rule stands twice', parts(null, null), 'code twice'],
    ['its parts come to 90%', parts(60, 30), 'percent not 100'],
    ['its line is misspelt', [rule('Council', '4100', 'Hmoes')], 'line unknown'],
  ])('%s', (_why, codes, kind) => {
    const { findings, controls } = run(council, [], { codes });
    expect(findings.filter(({ partner }) => partner === 'Council').map((finding) => finding.kind)).toEqual([kind]);
    expect(controls[0]?.figures).toMatchObject({ inPoolPence: 0, unmappedPence: 102050 });
  });

  test('a rule that cannot be used from June on says nothing of May, which no rule fits', () => {
    const from = (each: ReturnType<typeof rule>) => ({ ...each, fromSerial: 46_174 /* 01/06/2026 */ });
    const { findings } = run(council, [], { codes: parts(60, 30).map(from) });
    expect(findings.filter(({ partner }) => partner === 'Council')).toMatchObject([
      { kind: 'percent not 100' },
      { kind: 'code unmapped', leftPence: 100000, detail: { code: '4100', rows: 1 } },
    ]);
  });
});

describe('rows between partners', () => {
  test.each<readonly [why: string, council: readonly Posting[], trust: readonly Posting[], items: readonly unknown[]]>([
    ['both sides agree', [charge(40)], [cost(40)], [['agrees', 'exact', 0]]],
    ['nothing between them', [['2026-06', '4100', 'Acorn', 'A1', 5]], [], []],
    ['booked on one side only', [charge(40)], [], [['only in left', 'none', -4000]]],
    ['booked on the other side only', [], [cost(40)], [['only in right', 'none', 4000]]],
    ['a penny apart', [charge(40)], [cost(39.99)], [['amount difference', 'none', -1]]],
    ['one charge paid in two parts', [charge(100)], [cost(60), cost(40)], [['agrees', 'sums', 0]]],
    ['two charges in one payment', [charge(60), charge(40)], [cost(100)], [['agrees', 'sums', 0]]],
    ['income booked as expenditure', [charge(-40)], [cost(40)], [['sign error', 'opposite sign', 8000]]],
    ['charged twice', [charge(40), charge(40)], [cost(40)], [['agrees', 'exact', 0], ['duplicate', 'none', -4000]]],
    ['twice on both sides', [charge(40), charge(40)], [cost(40), cost(40)], [['agrees', 'exact', 0], ['agrees', 'exact', 0]]],
    ['an accrual and its reversal say nothing', [charge(40, 'ACC 1', '2026-05'), charge(-40, 'ACC 1')], [], [['reversal', 'reversal', 0]]],
    ['posted later by the other', [charge(40)], [cost(40, '7', '2026-07')], [['timing', 'timing', -4000]]],
    ['posted by the other last year', [charge(40)], [cost(40, '7', '2026-03')], [['timing', 'timing', -4000]]],
    ['coded as somebody else by the other', [charge(40)], [['2026-06', '4100', 'Sundry', '7', 40]], [['wrong code', 'none', -4000]]],
    ['without references nothing is matched', [charge(40, '')], [cost(40, '')], [['only in left', 'none', -4000], ['only in right', 'none', 4000]]],
  ])('%s', (_why, council, trust, items) => expect(causes(council, trust)).toEqual(items)); // prettier-ignore

  test('a finding gives each partner its own figure, whichever of the two has the row', () => {
    const finding = run([], [cost(40)]).findings.find(({ kind }) => kind === 'pair difference');
    expect(finding).toMatchObject({ partner: 'Council', leftPence: 0, rightPence: 4000, place: { sheet: 'Trust ledger' }, detail: { other: 'Trust', cause: 'only in right' } }); // prettier-ignore
  });

  test('within the tolerance, when there is one', () => {
    expect(causes([charge(40)], [cost(39.99)], { tolerancePence: 1 })).toEqual([['within tolerance', 'tolerance', -1]]);
  });

  test('an exact pair is found before a near one', () => {
    const council = [charge(40), charge(40.01)];
    expect(causes(council, [cost(40.01), cost(40.02)], { tolerancePence: 1 })).toEqual([
      ['agrees', 'exact', 0],
      ['amount difference', 'none', 2],
    ]);
  });

  test('a row of a third party with the same reference and amount is never matched', () => {
    const council: Posting[] = [['2026-06', '4100', 'Acorn', '7', -40]];
    expect(run(council, [['2026-06', '4100', 'Acorn', '7', 40]]).items).toEqual([]);
  });

  test('an unmapped code with a partner as counterparty is between partners, not unmapped', () => {
    const { controls } = run([['2026-06', '6000', 'Trust', 'x', -5]], []);
    expect(controls[0]?.figures).toMatchObject({ betweenPence: -500, unmappedPence: 0 });
  });

  test('with two partners a recharge that names nobody is with the other', () => {
    expect(causes([['2026-06', '9000', '', 'INV 7', -40]], [cost(40)])).toEqual([['agrees', 'exact', 0]]);
  });

  test('the later posting is the evidence, and counts in no total', () => {
    const { items, controls } = run([charge(40)], [cost(40, '7', '2026-07')]);
    expect(items[0]?.evidence[0]).toMatchObject({ partner: 'Trust', month: '2026-07', amountPence: 4000 });
    expect(controls[1]?.figures).toMatchObject({ betweenPence: 0, ledgerTotalPence: 0 });
  });

  test('a later posting of another amount proves nothing', () => {
    expect(causes([charge(40)], [cost(41, '7', '2026-07')])).toEqual([['only in left', 'none', -4000]]);
  });
});

describe('the bridge between what two partners say', () => {
  const council = [charge(100, 'INV 1'), charge(50, 'INV 2'), charge(30, 'INV 3'), charge(20, 'INV 4')];
  const trust = [cost(100, '1'), cost(50, '2', '2026-07'), cost(29.99, '3')];
  const pair = (change: Partial<ReconcileInputs> = {}) => run(council, trust, change).bridges[2];

  test('from what the council says it charged to what the trust says it was charged', () => {
    expect(pair()).toMatchObject({ bridge: 'charges', from: 'Council', to: 'Trust', fromPence: 20000, toPence: 12999 });
    expect(
      pair()?.steps.map(({ step, partner, amountPence, explained }) => [step, partner, amountPence, explained]),
    ).toEqual([
      ['timing', '', -5000, true],
      ['only in left', 'Council', -2000, false],
      ['amount difference', '', -1, false],
    ]);
    expect(pair()?.unexplainedPence).toBe(-2001);
  });

  test('a reason the user wrote explains a difference in later runs', () => {
    const key = pair()?.steps[1]?.key ?? '';
    const reasons = new Map([[key, 'disputed, see minute 4']]);
    expect(pair({ reasons })).toMatchObject({ unexplainedPence: -1 });
    expect(pair({ reasons })?.steps[1]).toMatchObject({ explained: true, reason: 'disputed, see minute 4' });
  });

  test('the key stays when rows move in the extract, and goes when the amount changes', () => {
    const keyOf = (rows: readonly Posting[]) =>
      run(rows, trust).items.find(({ cause }) => cause === 'only in left')?.key;
    expect(keyOf([...council].reverse())).toBe(keyOf(council));
    expect(keyOf([charge(100, 'INV 1'), charge(21, 'INV 4')])).not.toBe(keyOf(council));
  });

  test('contributions go from who paid to who received', () => {
    const paid: Posting[] = [['2026-06', '4100', 'Trust', 'Q1', 500]];
    const received: Posting[] = [['2026-06', '7000', 'Council', 'Q1', -450]];
    const bridge = run(paid, received).bridges[2];
    expect(bridge).toMatchObject({
      bridge: 'contributions',
      from: 'Council',
      to: 'Trust',
      fromPence: 50000,
      toPence: 45000,
    });
    expect(bridge?.steps).toMatchObject([{ step: 'amount difference', amountPence: -5000, explained: false }]);
  });
});

describe('three partners', () => {
  const three = { partners: [COUNCIL, TRUST, THIRD], codes: [...inputs({}).codes, rule('County', '*', 'recharge')] };
  const county = source('County', [['2026-06', '1', '', 'INV 7', -40]]);

  test('a row that names nobody goes to the partner who has its counterpart', () => {
    const trust = source('Trust', [['2026-06', '4100', 'County', '7', 40]]);
    const { items } = reconcilePeriod(inputs({ ...three, sources: [source('Council', []), trust, county] }));
    expect(items.map(({ cause, leftPartner, rightPartner }) => [cause, leftPartner, rightPartner])).toEqual([['agrees', 'Trust', 'County']]); // prettier-ignore
  });

  test('and stays alone, with a finding, when there is none', () => {
    const { items, findings } = reconcilePeriod(inputs({ ...three, sources: [source('Council', []), source('Trust', []), county] })); // prettier-ignore
    expect(items).toMatchObject([{ cause: 'only in left', leftPartner: 'County', rightPartner: '' }]);
    expect(findings.map(({ kind }) => kind)).toContain('counterparty unknown');
  });
});

describe('a partner of a hosted pool without a ledger', () => {
  const received: Posting = ['2026-05', '7000', 'NHS Trust', 'C1', -1500.5];
  const paidBack: Posting = ['2026-06', '7000', 'NHS Trust', 'B1', 200];
  const hosted = (council: readonly Posting[], change: Partial<ReconcileInputs> = {}) =>
    reconcilePeriod(
      inputs({
        partners: [COUNCIL, { ...TRUST, isHosted: true }],
        codes: [...inputs({}).codes, rule('Council', '7*', 'contribution')],
        sources: [source('Council', council)],
        periods: [],
        ...change,
      }),
    );

  test('what it paid the host is a step of its own: 1,500.50 received twice, 200.00 paid back, nothing unexplained', () => {
    const { bridges, findings, joint } = hosted([received, received, paidBack, ['2026-06', '4100', 'Acorn', 'A1', 40]]);
    expect(bridges.filter(({ bridge }) => bridge === 'contributions')).toMatchObject([
      {
        from: 'Trust',
        to: 'Council',
        fromPence: 0,
        toPence: 300100,
        steps: [{ step: 'no other ledger', amountPence: 300100, runningPence: 300100, explained: true, items: 2 }],
        unexplainedPence: 0,
      },
      { from: 'Council', to: 'Trust', fromPence: 20000, toPence: 0, unexplainedPence: 0 },
    ]);
    expect(findings).toEqual([]);
    expect(joint).toMatchObject({ complete: true, totalPence: 4000 });
  });

  test('with a ledger in which the payment is not, it stays unexplained', () => {
    const sources = [source('Council', [received]), source('Trust', [['2026-06', '4100', 'Acorn', 'A1', 40]])];
    const [, , pair] = hosted([], { sources }).bridges;
    expect(pair).toMatchObject({ steps: [{ step: 'only in left', explained: false }], unexplainedPence: 150050 });
  });

  test('a reason written beside it before is kept', () => {
    const [item] = hosted([received]).items;
    const reasons = new Map([[item!.key, 'Paid on 12 May']]);
    expect(hosted([received], { reasons }).items).toMatchObject([
      { cause: 'no other ledger', reason: 'Paid on 12 May' },
    ]);
  });
});

describe('missing is not nought', () => {
  const notReceived = [
    { period: '2026-06', partner: 'Trust', status: 'not received', controlTotalPence: null },
  ] as const;

  test('no figures, an incomplete joint total, and no comparison', () => {
    const result = run([charge(40)], [cost(40)], { periods: notReceived });
    expect(result.controls[1]?.figures).toBeNull();
    expect(result.joint).toEqual({ complete: false, missing: ['Trust'], totalPence: 0 });
    expect(result.items).toEqual([]);
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: 'pair not compared', leftPence: -4000 }));
    expect(result.bridges.map(({ bridge }) => bridge)).toEqual(['ledger to pool', 'joint']);
  });

  test('with two partners a row that names nobody is with the one that is missing', () => {
    const result = run([['2026-06', '9000', '', 'INV 7', -40]], [], { periods: notReceived });
    expect(result.items).toEqual([]);
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: 'pair not compared', leftPence: -4000 }));
  });

  test('a status for another month does not count', () => {
    expect(run([charge(40)], [cost(40)], { periods: [{ ...notReceived[0], period: '2026-05' }] }).joint.complete).toBe(
      true,
    );
  });

  test('a partner without a ledger is missing', () => {
    const result = reconcilePeriod(inputs({ sources: [source('Council', [charge(40)])] }));
    expect(result.joint.missing).toEqual(['Trust']);
    expect(result.findings.map(({ kind }) => kind)).toContain('partner without ledger');
  });

  test('a ledger whose headings are not found is missing', () => {
    const sources = [source('Council', [charge(40)]), source('Trust', [cost(40)], { amount: 'Value' })];
    expect(reconcilePeriod(inputs({ sources })).joint.missing).toEqual(['Trust']);
  });

  test('an extract without any row is missing, unless PoolPeriods says the month has come', () => {
    expect(run([charge(40)], [], { periods: [] }).joint.missing).toEqual(['Trust']);
    expect(run([charge(40)], []).joint.missing).toEqual([]);
  });

  test('a ledger without a row in the month says so', () => {
    expect(kinds([charge(40, 'x', '2026-05')], [cost(40)])).toContain('no rows in month');
  });
});

describe('balances to date', () => {
  const balances = (rows: readonly Posting[]) =>
    reconcilePeriod(inputs({ sources: [source('Council', rows, { holds: 'balances to date' }), source('Trust', [])] }));

  test('only the month asked for counts; the month before gives the movement', () => {
    const { actuals, controls } = balances([['2026-05', '4100', '', '', 100], ['2026-06', '4100', '', '', 130], ['2026-07', '4100', '', '', 150]]); // prettier-ignore
    expect(controls[0]?.figures?.ledgerTotalPence).toBe(13000);
    expect(actuals[0]).toMatchObject({ ownPence: 13000, monthOwnPence: 3000 });
  });

  test('without the month before, the movement is not known', () => {
    expect(balances([['2026-06', '4100', '', '', 130]]).actuals[0]).toMatchObject({
      ownPence: 13000,
      monthOwnPence: null,
    });
  });
});

describe('codes shared by percent', () => {
  test('a code is split once a month, to the penny, odd pennies by largest remainder', () => {
    const codes = [rule('Council', '3*', 'Homes', 50), rule('Council', '3*', 'Day services', 50)];
    const rows: Posting[] = [['2026-06', '3000', '', 'a', 0.01], ['2026-06', '3000', '', 'b', 0.01], ['2026-06', '3000', '', 'c', 0.01]]; // prettier-ignore
    expect(run(rows, [], { codes }).actuals.map(({ line: name, ownPence }) => [name, ownPence])).toEqual([['Homes', 2], ['Day services', 1]]); // prettier-ignore
  });
});

describe('adjustments', () => {
  const adjust = (period: string, reversesIn: string, asked: string) =>
    reconcilePeriod({
      ...inputs({ sources: [source('Council', [[asked, '4100', '', 'r', 1]]), source('Trust', [])] }),
      period: asked,
      adjustments: [{ period, partner: 'Council', line: 'Homes', amountPence: 500, reversesIn }],
    }).actuals[0];

  test.each([
    ['in its month', '2026-05', '2026-07', '2026-05', 500, 500],
    ['until it is taken back', '2026-05', '2026-07', '2026-06', 500, 0],
    ['in the month that takes it back', '2026-05', '2026-07', '2026-07', 0, -500],
    ['made last year, taken back in this', '2026-03', '2026-04', '2026-04', -500, -500],
    ['not before it is made', '2026-07', '', '2026-06', 0, 0],
  ])('%s', (_why, period, reversesIn, asked, toDate, month) => {
    expect(adjust(period, reversesIn, asked)).toMatchObject({ adjustmentPence: toDate, monthAdjustmentPence: month });
  });

  test.each([
    ['an unknown line', { line: 'Hmoes' }, 'line unknown'],
    ['an excluded line', { line: 'Estates' }, 'line excluded'],
    ['taken back in its own month', { reversesIn: '2026-06' }, 'reversed too early'],
    ['taken back before it was made', { reversesIn: '2026-05' }, 'reversed too early'],
    ['an unknown partner', { partner: 'Somebody' }, 'partner unknown'],
  ])('not used: %s', (_why, change, problem) => {
    const adjustment = { period: '2026-06', partner: 'Council', line: 'Homes', amountPence: 500, reversesIn: '' };
    const result = run([], [], {
      lines: [line('Homes'), line('Estates', 'excluded')],
      adjustments: [{ ...adjustment, ...change }],
    });
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: 'adjustment not used', detail: expect.objectContaining({ problem }) })); // prettier-ignore
    expect(result.controls[0]?.figures?.adjustmentsPence).toBe(0);
  });
});

describe('an adjustment that nothing takes back', () => {
  type Kind = 'accrual' | 'prepayment' | 'correction';
  test.each<readonly [string, Kind, string, string, string, number]>([
    ['is right in its own month', 'accrual', '2026-06', '', '2026-06', 0],
    ['still counts a month later', 'accrual', '2026-05', '', '2026-06', 1],
    ['a prepayment too', 'prepayment', '2026-04', '', '2026-06', 1],
    ['a correction is to stay', 'correction', '2026-05', '', '2026-06', 0],
    ['one with its month is taken back', 'accrual', '2026-05', '2026-07', '2026-06', 0],
    ['one of last year is in none of this year’s figures', 'accrual', '2026-03', '', '2026-06', 0],
  ])('%s', (_why, kind, period, reversesIn, asked, count) => {
    const { findings } = reconcilePeriod({
      ...inputs({ sources: [source('Council', [[asked, '4100', '', 'r', 1]]), source('Trust', [])] }),
      period: asked,
      adjustments: [{ period, partner: 'Council', line: 'Homes', amountPence: -500, kind, reversesIn }],
    });
    const stays = { kind: 'adjustment stays', severity: 'warning', leftPence: -500, detail: { kind, line: 'Homes', period } }; // prettier-ignore
    const found = findings.filter((finding) => finding.kind === 'adjustment stays');
    expect(found).toEqual(count === 0 ? [] : [expect.objectContaining(stays)]);
  });
});

describe('possible double payments', () => {
  const pay = (reference: string, supplier: string, pounds: number): Posting => ['2026-06', '4100', supplier, reference, pounds]; // prettier-ignore

  test.each<readonly [string, Posting, Posting, number]>([
    [
      'the same supplier, reference and amount',
      pay('INV 9', 'Acorn Care Ltd', 80),
      pay('9', 'ACORN CARE LIMITED', 80),
      1,
    ],
    ['another supplier', pay('INV 9', 'Acorn Care Ltd', 80), pay('9', 'Oak House', 80), 0],
    ['another amount', pay('INV 9', 'Acorn', 80), pay('9', 'Acorn', 81), 0],
    ['no reference', pay('', 'Acorn', 80), pay('', 'Acorn', 80), 0],
  ])('%s', (_why, left, right, count) => {
    const result = run([left], [right]);
    expect(result.findings.filter(({ kind }) => kind === 'possible double payment')).toHaveLength(count);
    expect(result.items).toEqual([]);
  });

  test('the same row twice in one ledger is not a payment by two partners', () => {
    const row = pay('INV 9', 'Acorn', 80);
    expect(kinds([row, row], [])).not.toContain('possible double payment');
  });
});

test('a ledger named twice counts once', () => {
  const council = source('Council', [charge(40)]);
  const given = inputs({ sources: [council, source('Trust', []), { ...council, definition: { ...council.definition, partner: 'CC' } }] }); // prettier-ignore
  const { controls, findings } = reconcilePeriod(given);
  expect(controls[0]?.figures?.ledgerTotalPence).toBe(-4000);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'ledger twice', severity: 'error' }));
});

test('differences are all listed, even more of them than a call takes arguments', () => {
  const rows = Array.from({ length: 130_000 }, (_unused, index): Posting => charge(index + 1, `R ${String(index)}x`));
  const { items, bridges } = run(rows, []);
  expect(items).toHaveLength(130_000);
  expect(bridges.every(({ steps, toPence }) => steps.at(-1)?.runningPence === toPence)).toBe(true);
  expect(bridges[2]?.steps.length).toBeLessThan(1010);
});

test('amounts beyond fifteen digits of pence are refused, not added', () => {
  const huge: Posting = ['2026-06', '4100', '', 'r', 9_000_000_000_000];
  const { controls, findings } = run([huge, huge], []);
  expect(controls[0]?.figures).toBeNull();
  expect(findings.map(({ kind }) => kind)).toContain('total too large');
});

test('the same inputs give the same result and mark; a changed rule changes the mark', () => {
  const given = inputs({ sources: [source('Council', [charge(40)]), source('Trust', [cost(40)])] });
  expect(reconcilePeriod(given)).toEqual(reconcilePeriod(given));
  const other = { ...given, codes: [...given.codes, rule('Council', '1', 'Homes')] };
  expect(reconcilePeriod(other).fingerprint).not.toBe(reconcilePeriod(given).fingerprint);
});

describe('a body that only shares the cost of projects', () => {
  const partners = [COUNCIL, { ...TRUST, reports: false }];
  const paid: Posting = ['2026-06', '4100', 'NHS Trust', 'B2', -40];
  const result = reconcilePeriod(
    inputs({ partners, sources: [source('Council', [['2026-06', '4100', 'Oak House', 'A1', 10], paid])] }),
  );

  test('is not waited for: the joint figure is complete without it', () => {
    expect(result.controls.map(({ partner }) => partner)).toEqual(['Council']);
    expect(result.joint).toMatchObject({ complete: true, missing: [] });
  });

  test('is an outside body: no side of a payment is taken out that no ledger here could match', () => {
    expect(result.controls[0]?.figures).toMatchObject({ betweenPence: 0, ledgerTotalPence: 1000 - 4000 });
    expect(result.findings.map(({ kind, partner }) => [kind, partner])).toContainEqual([
      'shares projects only',
      'Trust',
    ]);
  });
});
