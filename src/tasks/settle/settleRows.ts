/*
 * The rows of PoolSplit for a settlement, as figures in pence: what was agreed, each line's variance shared by its rule,
 * what lies in the ledgers, what was paid in, given in kind, and posts and cases. The rules are in `src/pool`; formulas give
 * the same figures live.
 */
import { type SharedLine, shareLine } from '../../pool/riskRule';
import type { Side } from '../../pool/settlement';
import { fail, succeed, type Result } from '../../money/result';
import { splitByWeight } from '../../money/split';
import { SETTLE_ROWS, type SettleRow } from '../../workbook/settleSplitFormulas';
import type { LineRule } from './riskRules';
import type { SettledPool } from './settledPools';

/** A line of a pool with its figures per partner, in pence. */
export interface SettleLine {
  readonly line: string;
  readonly type: 'revenue' | 'capital';
  readonly rule: LineRule;
  readonly budgetPence: readonly number[];
  /** From each partner's own ledger, without what lies between partners. */
  readonly ownPence: readonly number[];
}

/** A post or a case: a cost with an agreement of its own. */
export interface SettleCost {
  readonly settlesFor: 'staff' | 'placements';
  readonly line: string;
  readonly type: 'revenue' | 'capital';
  readonly item: string;
  /** As typed; undefined for blank. It tells two rows of one case apart. */
  readonly itemFrom: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly costPence: number;
  readonly paidBy: number;
  readonly funder?: number;
  readonly partsPence: readonly number[];
}

/** Everything that is settled of one pool. */
export interface PoolToSettle extends SettledPool {
  readonly lines: readonly SettleLine[];
  readonly costs: readonly SettleCost[];
  /** Counted contributions per partner; undefined where the pool has none for the year. */
  readonly contributions: readonly number[] | undefined;
  /** The same without what is in kind: the proportion of what is agreed in money. */
  readonly moneyContributions: readonly number[] | undefined;
  readonly inKindPence: readonly number[] | undefined;
  readonly broughtForwardPence: readonly number[] | undefined;
  /** Cash the host received from each partner, where the host holds this pool alone. */
  readonly paidInPence: readonly number[] | undefined;
}

/** One row. `partsPence` and `referredPence` total `amountPence`. */
export interface SettleSplitRow {
  readonly row: SettleRow;
  readonly pool: string;
  readonly hostName: string;
  readonly settlesFor: string;
  /** '' for a row that only shows a group's share being split again. */
  readonly side: Side | '';
  readonly type: string;
  readonly line: string;
  readonly what: string;
  readonly amountPence: number;
  readonly partsPence: readonly number[];
  readonly referredPence: number;
  readonly isKept: boolean;
  readonly rule?: LineRule;
  readonly cost?: SettleCost;
  /** The group of a group's row. */
  readonly sharer?: string;
}

/** Why a pool cannot be shared: a line's own problem, or weights that are all 0. */
export type SettleRowProblem =
  | { readonly kind: 'line'; readonly line: SettleLine; readonly why: string }
  | { readonly kind: 'pool'; readonly pool: string; readonly why: string };

type Rows = Result<readonly SettleSplitRow[], SettleRowProblem>;

const TYPES = ['revenue', 'capital'] as const;

/** What a pool's own figures settle for: capital is never added to revenue. */
export function poolFor(type: 'revenue' | 'capital'): string {
  return type === 'capital' ? 'pool capital' : 'pool';
}

/** All rows of a pool, in the order they stand. */
export function poolRows(pool: PoolToSettle): Rows {
  const rows: SettleSplitRow[] = [];
  for (const type of pool.settles ? TYPES : []) {
    const shared = varianceRows(pool, type);
    if (!shared.ok) return shared;
    rows.push(...shared.value);
  }
  return succeed([...rows, ...(pool.settles ? fundingRows(pool) : []), ...costRows(pool)]);
}

function base(pool: SettledPool, row: SettleRow, what: string) {
  const { pool: name, hostName } = pool;
  const title = name === '' ? what : `${name}: ${what}`;
  return { row, pool: name, hostName, type: '', line: '', what: title, referredPence: 0, isKept: false };
}

/** The partners' part of the posts and cases on a line, or on all lines of a type, by whose ledger they are in. */
function apartPence({ costs }: PoolToSettle, type: string, line: string | undefined, partners: number): number[] {
  const apart = Array<number>(partners).fill(0);
  for (const cost of costs) {
    if (cost.type !== type || (line !== undefined && cost.line.toLowerCase() !== line.toLowerCase())) continue;
    apart[cost.paidBy] = (apart[cost.paidBy] ?? 0) + cost.costPence;
  }
  return apart;
}

const minus = (left: readonly number[], right: readonly number[]): number[] =>
  left.map((pence, at) => pence - (right[at] ?? 0));
const plus = (left: readonly number[], right: readonly number[]): number[] =>
  left.map((pence, at) => pence + (right[at] ?? 0));
const sum = (pence: readonly number[]): number => pence.reduce((total, each) => total + each, 0);

/** Of one type: agreed, a row per line, what is referred upward, what lies in the ledgers. */
function varianceRows(pool: PoolToSettle, type: 'revenue' | 'capital'): Rows {
  const lines = pool.lines.filter((line) => line.type === type);
  const [first] = lines;
  if (first === undefined) return succeed([]);
  const partners = first.ownPence.length;
  const zero = Array<number>(partners).fill(0);
  const settlesFor = poolFor(type);
  const own = lines.reduce<readonly number[]>((total, line) => plus(total, line.ownPence), zero);
  const budget = budgetsOf(pool, type);
  const agreed = agreedPence(pool, budget);
  if (agreed === undefined) return fail({ kind: 'pool', pool: pool.pool, why: 'contributions' });

  const variances: SettleSplitRow[] = [];
  for (const line of lines) {
    const shared = sharedLine(pool, line, partners);
    if (shared === undefined) return fail({ kind: 'line', line, why: 'weights' });
    variances.push(
      {
        ...base(pool, SETTLE_ROWS.variance, line.line),
        settlesFor,
        side: 'variance',
        type,
        line: line.line,
        amountPence: shared.variancePence,
        partsPence: shared.partsPence,
        referredPence: shared.referredPence,
        isKept: shared.isKept,
        rule: line.rule,
      },
      ...groupRows(pool, line, shared, partners),
    );
  }
  const referredPence = sum(variances.map((row) => row.referredPence));
  const inLedgers = minus(own, apartPence(pool, type, undefined, partners));
  const referred = referredParts(pool, referredPence, inLedgers);
  if (referred === undefined) return fail({ kind: 'pool', pool: pool.pool, why: 'spending' });
  const suffix = type === 'capital' ? ', capital' : '';
  const ofType = { settlesFor, type };
  return succeed([
    {
      ...base(pool, SETTLE_ROWS.agreed, `agreed to date${suffix}`),
      ...ofType,
      side: 'agreed',
      amountPence: sum(budget),
      partsPence: agreed,
    },
    ...variances,
    {
      ...base(pool, SETTLE_ROWS.referred, `above the caps${suffix}`),
      ...ofType,
      side: 'variance',
      amountPence: referredPence,
      partsPence: referred,
    },
    {
      ...base(pool, SETTLE_ROWS.inLedgers, `in the partners’ ledgers${suffix}`),
      ...ofType,
      side: 'paid direct',
      amountPence: sum(inLedgers),
      partsPence: inLedgers,
    },
  ]);
}

/** A row for each group of a line's list: its share, split again between its members. */
function groupRows(pool: PoolToSettle, line: SettleLine, shared: SharedLine, partners: number): SettleSplitRow[] {
  return line.rule.groups.map(({ name, sharer }): SettleSplitRow => {
    const { sharePence, partsPence } = shared.sharers[sharer] ?? { sharePence: 0, partsPence: [] };
    return {
      ...base(pool, SETTLE_ROWS.within, `${line.line}: ${name}`),
      settlesFor: poolFor(line.type),
      side: '',
      type: line.type,
      line: line.line,
      amountPence: sharePence,
      partsPence: Array.from({ length: partners }, (_none, at) => partsPence[at] ?? 0),
      sharer: name,
    };
  });
}

function agreedPence({ moneyContributions }: PoolToSettle, budget: readonly number[]): readonly number[] | undefined {
  if (moneyContributions === undefined) return budget;
  const shares = splitByWeight(sum(budget), moneyContributions);
  return shares.ok ? shares.value : undefined;
}

function sharedLine(pool: PoolToSettle, line: SettleLine, partners: number): SharedLine | undefined {
  const shared = shareLine({
    budgetPence: line.budgetPence,
    ownPence: minus(line.ownPence, apartPence(pool, line.type, line.line, partners)),
    rule: line.rule.rule,
    underspend: line.rule.underspend,
    returnWeights: pool.moneyContributions ?? budgetsOf(pool, line.type),
  });
  return shared.ok ? shared.value : undefined;
}

/** Each partner's budget to date on the pool's lines of a type. */
export function budgetsOf({ lines }: Pick<PoolToSettle, 'lines'>, type: string): readonly number[] {
  const ofType = lines.filter((line) => line.type === type);
  return ofType.reduce<readonly number[]>(
    (total, line) => (total.length === 0 ? line.budgetPence : plus(total, line.budgetPence)),
    [],
  );
}

/** What no cap covers stays with the host; without one, with those whose ledgers the spending is in. */
function referredParts(
  { host }: PoolToSettle,
  referredPence: number,
  own: readonly number[],
): readonly number[] | undefined {
  if (referredPence === 0) return own.map(() => 0);
  if (host !== undefined) return own.map((_own, partner) => (partner === host ? referredPence : 0));
  const shares = splitByWeight(referredPence, own.map((pence) => Math.max(0, pence))); // prettier-ignore
  return shares.ok ? shares.value : undefined;
}

/** Cash that went to the host, and what was given in kind. */
function fundingRows(pool: PoolToSettle): SettleSplitRow[] {
  const rows: SettleSplitRow[] = [];
  if (pool.paidInPence !== undefined) rows.push(paidInRow(pool, 'pool', pool.paidInPence));
  if (pool.broughtForwardPence !== undefined) {
    const row = paidInRow(pool, 'pool', pool.broughtForwardPence, SETTLE_ROWS.broughtForward);
    rows.push({ ...row, what: base(pool, SETTLE_ROWS.broughtForward, 'brought forward').what });
  }
  if (pool.inKindPence !== undefined) {
    rows.push({
      ...base(pool, SETTLE_ROWS.inKind, 'given in kind'),
      settlesFor: 'pool',
      side: 'in kind',
      amountPence: sum(pool.inKindPence),
      partsPence: pool.inKindPence,
    });
  }
  return rows;
}

/**
 * Money of the partners that the host holds: + for each, and for the host less all of it, so that the row totals 0.
 *
 * @param heldPence - Per partner: cash received, or what is brought forward.
 */
export function paidInRow(
  pool: Pick<SettledPool, 'pool' | 'hostName' | 'host'>,
  settlesFor: string,
  heldPence: readonly number[],
  row: SettleRow = SETTLE_ROWS.paidIn,
): SettleSplitRow {
  const parts = heldPence.map((pence, partner) => (partner === pool.host ? pence - sum(heldPence) : pence));
  const named = { ...pool, kind: 'pooled', settles: true } as const;
  return {
    ...base(named, row, 'paid to the host'),
    settlesFor,
    side: 'paid in',
    amountPence: 0,
    partsPence: parts,
  };
}

/** A row for each post and case, and one for who paid them. */
function costRows(pool: PoolToSettle): SettleSplitRow[] {
  return (['staff', 'placements'] as const).flatMap((settlesFor) => {
    const costs = pool.costs.filter((cost) => cost.settlesFor === settlesFor);
    const [first] = costs;
    if (first === undefined) return [];
    const row = settlesFor === 'staff' ? SETTLE_ROWS.post : SETTLE_ROWS.case;
    const paid = first.partsPence.map((_part, partner) =>
      sum(costs.filter(({ paidBy }) => paidBy === partner).map(({ costPence }) => costPence)),
    );
    const items = costs.map(
      (cost): SettleSplitRow => ({
        ...base(pool, row, cost.item),
        settlesFor,
        side: 'agreed',
        type: cost.type,
        line: cost.line,
        amountPence: cost.costPence,
        partsPence: cost.partsPence,
        cost,
      }),
    );
    const payers: SettleSplitRow = {
      ...base(pool, SETTLE_ROWS.costsPaid, `${settlesFor} paid`),
      settlesFor,
      side: 'paid direct',
      amountPence: sum(paid),
      partsPence: paid,
    };
    return [...items, payers];
  });
}
