/*
 * What each partner still pays or is paid, by hand. Sources: share due less contributed, domain brief b4; Derby 2008, 1.4 and
 * Wirral, Oldham (b7) for which pools settle at all.
 */
import { type Arrangement, arrangementsInForce, settlesVariances } from '../../src/pool/arrangements';
import { type SplitAmount, paymentsOf, settleAgreements } from '../../src/pool/settlement';

const amount = (side: SplitAmount['side'], partsPence: number[], more: Partial<SplitAmount> = {}): SplitAmount => ({
  pool: 'LD',
  settlesFor: 'pool',
  side,
  partsPence,
  ...more,
});

describe('balances', () => {
  test.each<[why: string, SplitAmount[], balances: number[], kept: number]>([
    [
      'agreed 60 : 40, 10 over, 40 paid to the host that spent 110',
      [
        amount('agreed', [60, 40]),
        amount('variance', [6, 4]),
        amount('paid in', [-40, 40]),
        amount('paid direct', [110, 0]),
      ],
      [-4, 4],
      0,
    ],
    [
      'in kind counts as agreed and as given',
      [amount('agreed', [60, 40]), amount('in kind', [0, 7]), amount('paid direct', [100, 0])],
      [-40, 40],
      0,
    ],
    [
      'an underspend of 10 kept: both pay what was agreed, 10 stays in the pool',
      [amount('agreed', [60, 40]), amount('variance', [-6, -4], { isKept: true }), amount('paid direct', [90, 0])],
      [-30, 40],
      10,
    ],
  ])('%s', (_why, amounts, balances, keptPence) => {
    const settled = settleAgreements(amounts, 2);
    if (!settled.ok) throw new Error(settled.problem.kind);
    const [only] = settled.value;
    expect(only?.partners.map(({ balancePence }) => balancePence)).toEqual(balances);
    expect(only?.keptPence).toBe(keptPence);
  });

  test('agreements stay apart: staff is not added to the pool', () => {
    const settled = settleAgreements([amount('agreed', [5, 0]), amount('agreed', [0, 9], { settlesFor: 'staff' })], 2);
    expect(settled).toMatchObject({ ok: true, value: [{ settlesFor: 'pool' }, { settlesFor: 'staff' }] });
  });
});

describe('payments', () => {
  const settle = (amounts: SplitAmount[]) => {
    const settled = settleAgreements(amounts, 3);
    if (!settled.ok) throw new Error(settled.problem.kind);
    return settled.value;
  };

  test('through the host, who also holds what is kept', () => {
    const kept = settle([
      amount('agreed', [60, 40, 0]),
      amount('variance', [-6, -4, 0], { isKept: true }),
      amount('paid direct', [90, 0, 0]),
    ]);
    expect(paymentsOf(kept, 0)).toEqual({ ok: true, value: [{ from: 1, to: 0, amountUnits: 40 }] });
  });

  test('without a host, an underspend cannot be kept', () => {
    const kept = settle([
      amount('agreed', [60, 40, 0]),
      amount('variance', [-6, -4, 0], { isKept: true }),
      amount('paid direct', [90, 0, 0]),
    ]);
    expect(paymentsOf(kept, undefined)).toEqual({ ok: false, problem: { kind: 'kept-without-host', keptPence: 10 } });
  });

  test('all agreements of one host in one payment', () => {
    const both = settle([
      amount('agreed', [0, 40, 0]),
      amount('paid direct', [40, 0, 0]),
      amount('agreed', [10, 0, 0], { settlesFor: 'staff' }),
      amount('paid direct', [0, 10, 0], { settlesFor: 'staff' }),
    ]);
    expect(paymentsOf(both, 0)).toEqual({ ok: true, value: [{ from: 1, to: 0, amountUnits: 30 }] });
  });

  test('sides that do not total the same are refused, not absorbed', () => {
    expect(paymentsOf(settle([amount('agreed', [10, 0, 0])]), undefined)).toMatchObject({
      ok: false,
      problem: { kind: 'unbalanced' },
    });
  });
});

describe('which pools settle', () => {
  test.each([
    ['pooled', 'no', true],
    ['aligned', 'no', false],
    ['aligned', 'yes', true],
    ['shadow', 'yes', false],
    ['in view', 'yes', false],
    ['none', 'yes', false],
  ] as const)('%s, Settles %s: %s', (kind, settles, expected) => {
    expect(settlesVariances({ kind, settles: settles === 'yes' })).toBe(expected);
  });

  const row = (fromDate: number, kind: Arrangement['kind'], more: Partial<Arrangement> = {}): Arrangement => ({
    pool: 'ld',
    part: '',
    fromDate,
    endDate: 0,
    kind,
    settles: false,
    host: '',
    ...more,
  });
  const kindsOn = (day: number, rows: readonly Arrangement[]) => arrangementsInForce(rows, day).map(({ kind }) => kind);

  test('the latest row that has begun counts, from its first day on', () => {
    const rows = [row(0, 'shadow'), row(100, 'pooled')];
    expect([kindsOn(99, rows), kindsOn(100, rows)]).toEqual([['shadow'], ['pooled']]);
  });

  test('a row that has ended counts no more, and the one before it does not come back', () => {
    const rows = [row(0, 'shadow'), row(100, 'pooled', { endDate: 200 })];
    expect([kindsOn(200, rows), kindsOn(201, rows)]).toEqual([['pooled'], []]);
  });

  test('each service line and area has its own row', () => {
    expect(kindsOn(5, [row(0, 'pooled', { part: 'city' }), row(0, 'shadow', { part: 'county' })])).toEqual([
      'pooled',
      'shadow',
    ]);
  });
});
