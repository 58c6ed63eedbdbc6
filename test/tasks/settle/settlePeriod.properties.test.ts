/*
 * Two thousand generated settlements, without a workbook: what always holds of the figures. The same figures as live formulas
 * are compared in `settle.properties`.
 */
import fc from 'fast-check';
import type { RiskRule } from '../../../src/pool/riskRule';
import { statementPeriod } from '../../../src/tasks/reconcile/period';
import type { SettleInputs } from '../../../src/tasks/settle/settleInputs';
import { type SettledPeriod, settlePeriod } from '../../../src/tasks/settle/settlePeriod';
import type { PoolToSettle, SettleCost, SettleLine } from '../../../src/tasks/settle/poolToSettle';
import type { TypedRow } from '../../../src/workbook/readTable';

const PARTNERS = 4;
const period = statementPeriod('2026-06')!;
const row: TypedRow = { table: 'PoolLines', sheet: 'Pool lines', row: 5, values: {}, columns: {} };
const pence = (min: number, max: number) => fc.integer({ min, max });
const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: PARTNERS, maxLength: PARTNERS });
const number = fc.nat({ max: PARTNERS - 1 });

const rule: fc.Arbitrary<RiskRule> = fc.oneof(
  fc.constant<RiskRule>({ kind: 'where it falls' }),
  number.map((partner): RiskRule => ({ kind: 'named', partner })),
  fc
    .array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        capPence: fc.option(pence(1, 50_000)),
        members: fc.array(fc.record({ partner: number, weight: fc.integer({ min: 1, max: 9 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .chain((sharers) => fc.boolean().map((redistributes): RiskRule => ({ kind: 'set', sharers, redistributes }))),
);

const line = fc
  .record({
    type: fc.constantFrom('revenue' as const, 'revenue' as const, 'capital' as const),
    rule,
    underspend: fc.constantFrom('as overspend' as const, 'returned' as const, 'carried forward' as const),
    budgetPence: each(pence(0, 5_000_000)),
    ownPence: each(pence(-10_000, 6_000_000)),
    shadowOwnPence: each(fc.constant(0)),
  })
  .map(
    ({ rule: own, underspend, ...rest }): Omit<SettleLine, 'line'> => ({
      ...rest,
      rule: { row, rule: own, underspend, setFrom: 0, groups: [], findings: [] },
    }),
  );

const cost = fc.record({ costPence: pence(-100, 900_000), paidBy: number, bears: number, isPost: fc.boolean() }).map(
  ({ costPence, paidBy, bears, isPost }): Omit<SettleCost, 'line' | 'type'> => ({
    settlesFor: isPost ? 'staff' : 'placements',
    item: 'Item',
    itemFrom: undefined,
    start: period.monthEnd - 90,
    end: period.monthEnd,
    costPence,
    shadowPence: 0,
    paidBy,
    ...(isPost ? { funder: bears } : {}),
    partsPence: Array.from({ length: PARTNERS }, (_none, at) => (at === bears ? costPence : 0)),
  }),
);

const pool = fc
  .record({
    settles: fc.boolean(),
    host: fc.option(number, { nil: undefined }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    costs: fc.array(cost, { maxLength: 2 }),
    contributions: fc.option(each(pence(1, 9_000_000)), { nil: undefined }),
    inKind: fc.option(each(pence(0, 90_000)), { nil: undefined }),
    received: each(pence(0, 900_000)),
    /** The step of each line in the waterfall, 0 for none; none where the pool has no steps. */
    steps: fc.option(fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }), { nil: undefined }),
  })
  .map(({ settles, host, lines, costs, contributions, inKind, received, steps }) => (name: string): PoolToSettle => {
    const named = lines.map((own, at): SettleLine => {
      // Nobody holds what is kept where there is no host: that is a refusal of its own.
      const underspend =
        host === undefined && own.rule.underspend === 'carried forward' ? 'as overspend' : own.rule.underspend;
      return { ...own, line: `${name} line ${String(at)}`, rule: { ...own.rule, underspend } };
    });
    const inSteps = named.map((own, at) => [own.line.toLowerCase(), { step: steps?.[at] ?? 0, row }] as const);
    return {
      pool: name,
      ...(steps === undefined ? {} : { waterfall: { fromDate: 0, steps: new Map(inSteps) } }),
      kind: settles ? 'pooled' : 'shadow',
      settles,
      host,
      hostName: host === undefined ? '' : `Partner ${String(host)}`,
      lines: settles ? named : [],
      costs: costs.map(
        (own): SettleCost => ({ ...own, line: named[0]?.line ?? '', type: named[0]?.type ?? 'revenue' }),
      ),
      contributions,
      moneyContributions: contributions,
      inKindPence: contributions === undefined ? undefined : inKind,
      broughtForwardPence: undefined,
      paidInPence: settles && host !== undefined ? received.map((each_, at) => (at === host ? 0 : each_)) : undefined,
    };
  });

function inputsOf(pools: readonly PoolToSettle[]): SettleInputs {
  const partners = Array.from({ length: PARTNERS }, (_none, at) => ({
    partner: `Partner ${String(at)}`,
    shortName: `P${String(at)}`,
    group: '',
  }));
  return { period, partners, pools, cash: [], received: new Map(), contributions: [], costs: [], findings: [] };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const model = fc
  .array(pool, { minLength: 1, maxLength: 3 })
  .map((make) => make.map((one, at) => one(`Pool ${String(at)}`)));

/** Without a host, what is above the caps goes by spending above 0; where there is none it is refused, and said so. */
const refusals = new Set([
  'no weights to share by',
  'referred upward',
  'costs beside line',
  'caps for each line',
  'overspends met',
]);

test('balances and what is kept total nothing, and the payments clear them', () => {
  let settledModels = 0;
  fc.assert(
    fc.property(model, (pools) => {
      const { parts, groups, findings } = settlePeriod(inputsOf(pools), []);
      expect(findings.every(({ kind }) => refusals.has(kind))).toBe(true);
      if (findings.some(({ kind }) => kind === 'no weights to share by')) return;
      settledModels++;
      for (const { agreement } of parts) {
        expect(sum(agreement.partners.map(({ balancePence }) => balancePence))).toBe(agreement.keptPence);
      }
      for (const group of groups) {
        const ofGroup = parts.filter(
          ({ agreement, hostName }) =>
            hostName === group.hostName && (hostName !== '' || agreement.pool === group.pool),
        );
        const left = Array.from({ length: PARTNERS }, (_none, at) =>
          sum(ofGroup.map(({ agreement }) => agreement.partners[at]?.balancePence ?? 0)),
        );
        for (const { from, to, amountUnits } of group.payments) {
          left[from] = (left[from] ?? 0) - amountUnits;
          left[to] = (left[to] ?? 0) + amountUnits;
        }
        const host = Number(/\d+$/.exec(group.hostName)?.[0] ?? -1);
        const kept = sum(ofGroup.map(({ agreement }) => agreement.keptPence));
        expect(left).toEqual(left.map((_none, at) => (at === host ? kept : 0)));
      }
    }),
    { numRuns: 2_000 },
  );
  expect(settledModels).toBeGreaterThan(1_000);
});

test('every penny of the lines is due once, and every split totals its amount', () => {
  fc.assert(
    fc.property(model, (pools) => {
      const { parts, rows, findings } = settlePeriod(inputsOf(pools), []);
      for (const { amountPence, partsPence, referredPence } of rows)
        expect(sum(partsPence) + referredPence).toBe(amountPence);
      // What meets an overspend is taken from underspends of the same pool and type, penny for penny.
      for (const type of ['revenue', 'capital'])
        for (const { pool: name } of pools) {
          const ofPool = rows.filter((own) => own.pool === name && own.type === type);
          expect(sum(ofPool.map(({ offset }) => offset?.offsetPence ?? 0))).toBe(0);
        }
      if (findings.some(({ kind }) => kind === 'no weights to share by')) return;
      for (const { pool: name, settles, lines, costs, inKindPence } of pools) {
        const due = parts
          .filter(({ agreement }) => agreement.pool === name)
          .flatMap(({ agreement }) => agreement.partners.map(({ duePence }) => duePence));
        const spent = settles
          ? sum(lines.flatMap(({ ownPence }) => ownPence)) + sum(inKindPence ?? [])
          : sum(costs.map(({ costPence }) => costPence));
        expect(sum(due)).toBe(spent);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a shadow pool yields no transfer of variance, and a change in one pool moves no figure of another', () => {
  fc.assert(
    fc.property(model, pence(1, 100_000), (pools, more) => {
      const before = settlePeriod(inputsOf(pools), []);
      const shadow = pools.filter(({ settles }) => !settles).map(({ pool: name }) => name);
      expect(before.rows.filter((each_) => shadow.includes(each_.pool) && each_.settlesFor.startsWith('pool'))).toEqual(
        [],
      );
      const changed = pools.map((each_, at) =>
        at > 0
          ? each_
          : {
              ...each_,
              lines: each_.lines.map((own) => ({ ...own, ownPence: own.ownPence.map((own_) => own_ + more) })),
            },
      );
      const after = settlePeriod(inputsOf(changed), []);
      const others = (rows: typeof before.rows) => rows.filter((each_) => each_.pool !== 'Pool 0');
      expect(others(after.rows)).toEqual(others(before.rows));
    }),
    { numRuns: 1_000 },
  );
});

test('what was spent before a pool settled moves nobody’s balance: it is due from whoever spent it', () => {
  const before = statementPeriod('2026-05')!;
  fc.assert(
    fc.property(model, each(pence(-90_000, 900_000)), (pools, spent) => {
      const began = (shadowOwnPence: readonly number[]) =>
        pools.map((own) => ({
          ...own,
          shadowUntil: before,
          lines: own.lines.map((each_) => ({ ...each_, shadowOwnPence })),
        }));
      const [without, with_] = [spent.map(() => 0), spent].map((own) => settlePeriod(inputsOf(began(own)), []));
      const balances = ({ parts }: SettledPeriod) =>
        parts.map(({ agreement }) => agreement.partners.map(({ balancePence }) => balancePence));
      expect(balances(with_!)).toEqual(balances(without!));
      expect(with_!.groups).toEqual(without!.groups);
      if (with_!.parts.length === 0) return;
      for (const { pool: name, lines } of pools) {
        const dueOf = ({ parts }: SettledPeriod) =>
          sum(
            parts
              .filter(({ agreement }) => agreement.pool === name)
              .flatMap(({ agreement }) => agreement.partners.map(({ duePence }) => duePence)),
          );
        expect(dueOf(with_!)).toBe(dueOf(without!) + lines.length * sum(spent));
      }
    }),
    { numRuns: 1_000 },
  );
});
