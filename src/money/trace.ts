/*
 * The working of a split, partner by partner, for an auditor: exact share, whole units, remainder, rank, odd unit. The
 * shares are split.ts's own; this file only shows how they came about.
 */

import { Exact, readNumber } from './exact';
import { fail, succeed, type Result } from './result';
import { prepareWeights, splitPrepared, type PreparedWeights, type SplitProblem, type SplitRule } from './split';

/** One partner's working. Amounts are in units; `wholeUnits` + `remainder` = `exactShare`, `wholeUnits` + `extraUnits` = `share`. */
export interface TraceRow {
  /** The weight as read, at 15 significant digits. */
  readonly weight: number;
  /** The exact share, as the nearest double: for showing, never for adding up. */
  readonly exactShare: number;
  /** The exact share without its part-unit. */
  readonly wholeUnits: number;
  /** The part-unit, as the nearest double; its sign is the amount's. */
  readonly remainder: number;
  /** The place in the queue for left-over units, from 1; null for a partner that cannot get one by the rule. */
  readonly rank: number | null;
  /** What the rule added: mostly 0 or 1, more or less than that for a named partner or the largest share. */
  readonly extraUnits: number;
  readonly share: number;
}

/** The working of a split: a row per partner, and the totals, which are exact. */
export interface SplitTrace {
  readonly rows: readonly TraceRow[];
  readonly total: {
    readonly weight: number;
    readonly exactShare: number;
    readonly wholeUnits: number;
    readonly remainder: number;
    readonly extraUnits: number;
    readonly share: number;
  };
}

/**
 * The working of `splitByWeight`, with the same arguments and the same shares.
 *
 * @example traceSplit(100, [2, 3, 1]) -> exact 33.33, 50, 16.67; whole 33, 50, 16; ranks 2, 3, 1; shares 33, 50, 17
 */
export function traceSplit(
  amountUnits: number,
  weights: readonly number[],
  rule: SplitRule = 'largest-remainder',
  named?: number,
): Result<SplitTrace, SplitProblem> {
  const prepared = prepareWeights(weights);
  if (!prepared.ok) return fail(prepared.problem);
  const shares = splitPrepared(amountUnits, prepared.value, rule, named);
  if (!shares.ok) return fail(shares.problem);

  const read = weights.map(readNumber);
  const totalWeight = Exact.sum(...read);
  const exact = exactShares(amountUnits, prepared.value);
  const ranks = rankPartners(exact.remainders, prepared.value, rule, named);
  const rows = shares.value.map((share, i): TraceRow => {
    const whole = signed(exact.whole[i] ?? 0n, amountUnits);
    const remainder = new Exact(String(exact.remainders[i] ?? 0n)).div(String(exact.total));
    return {
      weight: read[i]?.toNumber() ?? 0,
      exactShare: remainder.plus(Math.abs(whole)).toNumber() * (amountUnits < 0 ? -1 : 1) + 0,
      wholeUnits: whole,
      remainder: remainder.toNumber() * (amountUnits < 0 ? -1 : 1) + 0,
      rank: ranks[i] ?? null,
      extraUnits: share - whole,
      share,
    };
  });
  const whole = rows.reduce((sum, row) => sum + row.wholeUnits, 0);
  const left = amountUnits - whole;
  const total = {
    weight: totalWeight.toNumber(),
    exactShare: amountUnits + 0,
    wholeUnits: whole,
    remainder: left,
    extraUnits: left,
    share: rows.reduce((sum, row) => sum + row.share, 0),
  };
  return succeed({ rows, total });
}

function signed(size: bigint, amount: number): number {
  return amount < 0 ? 0 - Number(size) : Number(size);
}

/** Whole units and remainders (in parts of the total weight) of every exact share, by BigInt whatever their size. */
function exactShares(amount: number, prepared: PreparedWeights) {
  const weights = prepared.big?.weights ?? prepared.weights.map(BigInt);
  const total = prepared.big?.total ?? BigInt(prepared.total);
  const products = weights.map((weight) => BigInt(Math.abs(amount)) * weight);
  return { whole: products.map((p) => p / total), remainders: products.map((p) => p % total), total };
}

/** Each partner's place in the queue for left-over units. */
function rankPartners(
  remainders: readonly bigint[],
  prepared: PreparedWeights,
  rule: SplitRule,
  named: number | undefined,
): (number | null)[] {
  const able = [...prepared.weights.keys()].filter((i) => (prepared.weights[i] ?? 0) > 0);
  const queue =
    rule === 'named-partner'
      ? able.filter((i) => i === named)
      : rule === 'largest-share'
        ? [prepared.largest]
        : rule === 'in-order'
          ? able
          : able.sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
  const ranks: (number | null)[] = prepared.weights.map(() => null);
  queue.forEach((partner, place) => (ranks[partner] = place + 1));
  return ranks;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
