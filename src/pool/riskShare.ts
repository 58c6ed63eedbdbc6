/*
 * An over- or underspend shared by agreed weights, with a cap on what a partner bears of an overspend. Not whether a
 * variance is shared at all: in a shadow pool it never is, and the caller decides that.
 *
 * Source: proportional shares capped at each partner's maximum for the scheme unless the chief finance officers agree
 * more (call-off agreements, https://lawinsider.com/clause/risk-share-arrangements/_1; domain brief b3).
 */
import { succeed, type Result } from '../money/result';
import { splitByWeight, type SplitProblem } from '../money/split';

/** What each partner bears, and what no cap covers and is referred upward. In whole units. */
export interface RiskShare {
  readonly shareUnits: readonly number[];
  readonly referredUnits: number;
}

/** The caps on an overspend and what happens to the part above one. */
export interface RiskCaps {
  /** Per partner, whole units of 0 or more; null is no cap. */
  readonly capUnits: readonly (number | null)[];
  /** Whether a capped partner's excess goes first to the partners still below their caps. */
  readonly redistribute: boolean;
}

/**
 * Shares a variance by weights, within caps.
 *
 * Caps bind overspends only: an underspend is returned by the weights alone. Without redistribution the part above each
 * cap is referred upward. With it, that part goes to the partners below their caps by their weights, again and again
 * until nothing is left or every partner with a weight is at its cap. Shares and the part referred total the variance.
 *
 * @param varianceUnits - Whole units, + an overspend, - an underspend.
 * @param weights - One per partner; a partner that bears nothing has weight 0.
 * @param caps - Leave out where there are none.
 * @returns Shares in the order given, or the first problem with the weights.
 * @example shareRisk(£1,000.00, [50, 30, 20], caps £300.00 on the first) -> £300.00, £300.00, £200.00, referred £200.00
 * @example the same, redistributed -> £300.00, £420.00, £280.00, referred £0.00
 */
export function shareRisk(
  varianceUnits: number,
  weights: readonly number[],
  caps?: RiskCaps,
): Result<RiskShare, SplitProblem> {
  const plain = splitByWeight(varianceUnits, weights);
  if (!plain.ok) return plain;
  if (!caps || varianceUnits <= 0) return succeed({ shareUnits: plain.value, referredUnits: 0 });

  const limits = weights.map((_weight, partner) => caps.capUnits[partner] ?? Infinity);
  const shareUnits = caps.redistribute
    ? fillToCaps(varianceUnits, weights, limits, plain.value)
    : plain.value.map((share, partner) => Math.min(share, limits[partner] ?? Infinity));
  return succeed({ shareUnits, referredUnits: shareUnits.reduce((left, share) => left - share, varianceUnits) });
}

/**
 * Each round fixes at its cap every partner above it and splits the rest anew between the others. A partner's exact share
 * only grows from round to round, so one that was fixed stays so; and whole caps mean that a share rounded up is above
 * its cap only if the exact share is. One split of the rest, not a heap of rounded excesses, keeps the odd unit fair.
 */
function fillToCaps(
  varianceUnits: number,
  weights: readonly number[],
  limits: readonly number[],
  firstRound: readonly number[],
): readonly number[] {
  const below = [...weights];
  let shares: readonly number[] = firstRound;
  for (;;) {
    const above = [...shares.keys()].filter((partner) => (shares[partner] ?? 0) > (limits[partner] ?? Infinity));
    if (above.length === 0) return shares;
    for (const partner of above) below[partner] = 0;
    shares = splitRest(varianceUnits, weights, below, limits);
  }
}

/** Partners no longer `below` stand at their caps; the rest goes by weight to those who are, if there are any. */
function splitRest(
  varianceUnits: number,
  weights: readonly number[],
  below: readonly number[],
  limits: readonly number[],
): readonly number[] {
  const atCap = weights.map((weight, partner) => (weight > 0 && below[partner] === 0 ? (limits[partner] ?? 0) : 0));
  const restUnits = atCap.reduce((left, cap) => left - cap, varianceUnits);
  const rest = splitByWeight(restUnits, below);
  return rest.ok ? atCap.map((cap, partner) => cap + (rest.value[partner] ?? 0)) : atCap;
}
