/*
 * The rows of PoolSplit of a pool's own lines of one type: what was agreed, what was spent before the pool settled, each line's
 * variance shared by its rule, what no cap covers, and what lies in the ledgers. The rules are in `src/pool`; formulas give
 * the same figures live.
 *
 * Source: design section 4 (shadow months before go-live never settle; posts and cases leave the line first).
 */
import { fail, succeed, type Result } from '../../money/result';
import { splitByWeight } from '../../money/split';
import { minus, plus, sum } from '../../pool/perPartner';
import { type SharedLine, shareLine } from '../../pool/riskRule';
import { SETTLE_ROWS } from '../../workbook/settleSplitRows';
import {
  type LineType,
  type PoolToSettle,
  type SettleCost,
  type SettleLine,
  type SettleRowProblem,
  type SettleSplitRow,
  budgetsOf,
  poolFor,
  returnWeights,
  rowBase,
} from './poolToSettle';
import { type LineOffset, waterfallOffsets } from './waterfall';

type Rows = Result<readonly SettleSplitRow[], SettleRowProblem>;

/** What posts and cases take out of a line: what lies before the pool settled, and since. */
const BEFORE = ({ shadowPence }: SettleCost): number => shadowPence;
const SINCE = ({ costPence, shadowPence }: SettleCost): number => costPence - shadowPence;

/** The rows of one type, in the order they stand; none where the pool has no such line. */
export function varianceRows(pool: PoolToSettle, type: LineType): Rows {
  const lines = pool.lines.filter((line) => line.type === type);
  const [first] = lines;
  if (first === undefined) return succeed([]);
  const partners = first.ownPence.length;
  const all = (figures: (line: SettleLine) => readonly number[]): readonly number[] =>
    lines.reduce<readonly number[]>((total, line) => plus(total, figures(line)), Array<number>(partners).fill(0));
  const budget = budgetsOf(pool, type);
  const agreed = agreedPence(pool, budget);
  if (agreed === undefined) return fail({ kind: 'pool', pool: pool.pool, why: 'contributions' });
  const variances = lineRows(pool, lines, partners);
  if (!variances.ok) return variances;

  const apart = (part: (cost: SettleCost) => number): readonly number[] => apartPence(pool, type, partners, part);
  const before = minus(all(({ shadowOwnPence }) => shadowOwnPence), apart(BEFORE)); // prettier-ignore
  const since = minus(all(({ ownPence }) => ownPence), apart(SINCE)); // prettier-ignore
  const referredPence = sum(variances.value.map((row) => row.referredPence));
  const referred = referredParts(pool, referredPence, since);
  if (referred === undefined) return fail({ kind: 'pool', pool: pool.pool, why: 'spending' });
  const suffix = type === 'capital' ? ', capital' : '';
  const row = (
    kind: SettleSplitRow['row'],
    side: SettleSplitRow['side'],
    what: string,
    partsPence: readonly number[],
    amountPence = sum(partsPence),
  ): SettleSplitRow => ({
    ...rowBase(pool, kind, `${what}${suffix}`),
    settlesFor: poolFor(type),
    type,
    side,
    amountPence,
    partsPence,
  });
  const shadow = pool.shadowUntil;
  return succeed([
    row(SETTLE_ROWS.agreed, 'agreed', 'agreed to date', agreed, sum(budget)),
    ...(shadow === undefined ? [] : [row(SETTLE_ROWS.shadow, 'agreed', `shadow months to ${shadow.period}`, before)]),
    ...variances.value,
    row(SETTLE_ROWS.referred, 'variance', 'above the caps', referred, referredPence),
    row(SETTLE_ROWS.inLedgers, 'paid direct', 'in the partners’ ledgers', plus(before, since)),
  ]);
}

/** A row for each line, with those of the groups of its list. */
function lineRows(pool: PoolToSettle, lines: readonly SettleLine[], partners: number): Rows {
  const rows: SettleSplitRow[] = [];
  const rest = lines.map((line) => ({
    line,
    ownPence: minus(line.ownPence, apartPence(pool, line.type, partners, SINCE, line.line)),
  }));
  const offsets = waterfallOffsets(
    pool.waterfall,
    rest.map(({ line, ownPence }) => ({
      line: line.line,
      rule: line.rule.rule,
      variancePence: sum(ownPence) - sum(line.budgetPence),
    })),
  );
  if (!offsets.ok) return fail({ kind: 'pool', pool: pool.pool, why: 'waterfall' });
  for (const [at, { line, ownPence }] of rest.entries()) {
    const offset = offsets.value[at];
    const shared = sharedLine(pool, line, ownPence, offset);
    if (shared === undefined) return fail({ kind: 'line', line, why: weightsOf(pool, line) });
    rows.push(
      {
        ...rowBase(pool, SETTLE_ROWS.variance, line.line),
        settlesFor: poolFor(line.type),
        side: 'variance',
        type: line.type,
        line: line.line,
        amountPence: shared.variancePence,
        partsPence: shared.partsPence,
        referredPence: shared.referredPence,
        isKept: shared.isKept,
        rule: line.rule,
        ...(offset === undefined ? {} : { offset }),
      },
      ...groupRows(pool, line, shared, partners),
    );
  }
  return succeed(rows);
}

/** What a line is shared by: an underspend that goes back by what each gave, any other variance by its list. */
function weightsOf({ moneyContributions }: PoolToSettle, { rule }: SettleLine): string {
  if (rule.underspend !== 'returned') return 'shares';
  return moneyContributions === undefined ? 'budgets' : 'contributions';
}

/** A row for each group of a line's list: its share, split again between its members. */
function groupRows(pool: PoolToSettle, line: SettleLine, shared: SharedLine, partners: number): SettleSplitRow[] {
  return line.rule.groups.map(({ name, sharer }): SettleSplitRow => {
    const { sharePence, partsPence } = shared.sharers[sharer] ?? { sharePence: 0, partsPence: [] };
    return {
      ...rowBase(pool, SETTLE_ROWS.within, `${line.line}: ${name}`),
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

function sharedLine(
  pool: PoolToSettle,
  line: SettleLine,
  ownPence: readonly number[],
  offset: LineOffset | undefined,
): SharedLine | undefined {
  const shared = shareLine({
    budgetPence: line.budgetPence,
    ownPence,
    offsetPence: offset?.offsetPence ?? 0,
    rule: line.rule.rule,
    underspend: line.rule.underspend,
    returnWeights: returnWeights(pool, line.type),
  });
  return shared.ok ? shared.value : undefined;
}

/** The partners' part of the posts and cases on a line, or on all lines of a type, by whose ledger they are in. */
function apartPence(
  { costs }: PoolToSettle,
  type: LineType,
  partners: number,
  part: (cost: SettleCost) => number,
  line?: string,
): readonly number[] {
  const apart = Array<number>(partners).fill(0);
  for (const cost of costs) {
    if (cost.type !== type || (line !== undefined && cost.line.toLowerCase() !== line.toLowerCase())) continue;
    apart[cost.paidBy] = (apart[cost.paidBy] ?? 0) + part(cost);
  }
  return apart;
}

function agreedPence({ moneyContributions }: PoolToSettle, budget: readonly number[]): readonly number[] | undefined {
  if (moneyContributions === undefined) return budget;
  const shares = splitByWeight(sum(budget), moneyContributions);
  return shares.ok ? shares.value : undefined;
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
