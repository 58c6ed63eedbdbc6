/*
 * What each partner's share of a line's variance would have been, had its risk rule counted while the pool was a shadow.
 * It shares nothing: in a shadow pool every over- and underspend stays in the ledger it is in.
 *
 * Source: Derby 2008, supporting information 1.4 (a shadow pool may evolve into a full pool); domain brief a1 ("what would
 * the share have been" comparison while in shadow).
 */
import { succeed, type Result } from '../money/result';
import { type LineToShare, type RiskRuleProblem, shareLine } from './riskRule';

/** One partner's part of a line's variance: where it fell, and by the rule. */
export interface PartnerComparison {
  /** In its own ledger: spent less budget. */
  readonly fellPence: number;
  readonly sharePence: number;
  /** Share less where it fell: + it would have borne more. */
  readonly morePence: number;
}

/**
 * A line compared. The partners' `fellPence` total the variance; their `sharePence` and `referredPence` total the variance
 * and `offsetPence`.
 */
export interface LineComparison {
  readonly variancePence: number;
  /** What other lines' underspends would have met of it (-), or it of theirs (+). */
  readonly offsetPence: number;
  readonly partners: readonly PartnerComparison[];
  readonly referredPence: number;
  /** An underspend that would have stayed in the pool. */
  readonly isKept: boolean;
}

/**
 * Compares where a line's variance fell with what its rule would have made of it.
 *
 * @returns Per partner in the order given, or why the rule cannot share it.
 * @example budget £100.00 of A, A spent £110.00, Set 60 : 40 -> A fell £10.00, share £6.00; B fell £0.00, share £4.00
 */
export function wouldHaveBeen(line: LineToShare): Result<LineComparison, RiskRuleProblem> {
  const shared = shareLine(line);
  if (!shared.ok) return shared;
  const { partsPence, referredPence, isKept } = shared.value;
  const { offsetPence = 0 } = line;
  const variancePence = shared.value.variancePence - offsetPence;
  const partners = line.ownPence.map((ownPence, at) => {
    const fellPence = ownPence - (line.budgetPence[at] ?? 0);
    const sharePence = partsPence[at] ?? 0;
    return { fellPence, sharePence, morePence: sharePence - fellPence };
  });
  return succeed({ variancePence, offsetPence, partners, referredPence, isKept });
}
