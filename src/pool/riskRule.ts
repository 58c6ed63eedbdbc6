/*
 * How the variance of one line is shared by its risk rule: where it falls, all to one partner, or by a list of shares with
 * caps and groups. Not whether the pool settles at all, and not which list is in force: the caller knows both.
 *
 * Source: rules met in agreements, domain brief b3: each partner bears its own lines; host or lead bears; proportional
 * with caps (https://lawinsider.com/clause/risk-share-arrangements/_1); retained underspends
 * (https://www.lawinsider.com/clause/underspends/_8); windfall returned to who contributed
 * (https://lawinsider.com/clause/underspends). Leeds 2012, 3.7: settlement follows who bears the risk.
 */
import { fail, succeed, type Result } from '../money/result';
import { splitByWeight, type SplitProblem } from '../money/split';
import { type SharerMember } from './projects';
import { shareRisk } from './riskShare';
import { addUnits, type TotalTooLarge } from './total';

/** One entry of a list of shares: a partner by itself, or a group that is split again inside. */
export interface ListSharer {
  readonly weight: number;
  /** The most it bears of an overspend; null for no cap. */
  readonly capPence: number | null;
  readonly members: readonly SharerMember[];
}

/** Who bears a line's variance. */
export type RiskRule =
  | { readonly kind: 'where it falls' }
  | { readonly kind: 'named'; readonly partner: number }
  | {
      readonly kind: 'set';
      readonly sharers: readonly ListSharer[];
      /** What is above a cap goes first to the sharers below theirs; without it all of it is referred upward. */
      readonly redistributes?: boolean;
    };

/** What becomes of an underspend. */
export type UnderspendRule = 'as overspend' | 'returned' | 'carried forward';

/** A line in one period, per partner in whole pence. `ownPence` is what is left to share: without staff and placements. */
export interface LineToShare {
  readonly budgetPence: readonly number[];
  readonly ownPence: readonly number[];
  /** What other lines' underspends meet of it (-), or it meets of theirs (+); of a line where it falls there is none. */
  readonly offsetPence?: number;
  readonly rule: RiskRule;
  readonly underspend: UnderspendRule;
  /** By what an underspend is returned: contributions in money or, where there are none, the pool's budgets. */
  readonly returnWeights: readonly number[];
}

/** A line's variance shared. `partsPence` and `referredPence` total `variancePence`. */
export interface SharedLine {
  readonly variancePence: number;
  readonly partsPence: readonly number[];
  /** What no cap covers: referred upward, and nobody's share. */
  readonly referredPence: number;
  /** An underspend that stays in the pool. */
  readonly isKept: boolean;
  /** By a list: each entry's share, with its parts per partner; none where no list is used. */
  readonly sharers: readonly SharerShare[];
}

/** What one entry of a list bears as one, and how it falls on the partners in it. */
export interface SharerShare {
  readonly sharePence: number;
  readonly partsPence: readonly number[];
}

/** Why a line cannot be shared. `sharer` counts the list's entries from 0. */
export type RiskRuleProblem =
  | { readonly kind: 'weights'; readonly problem: SplitProblem }
  | { readonly kind: 'group'; readonly sharer: number; readonly problem: SplitProblem }
  | TotalTooLarge;

/**
 * Shares a line's variance (what was spent less its budget, and its offset) by its rule.
 *
 * Caps bind overspends only. An underspend is shared as an overspend would be, returned to who contributed, or shared and
 * kept in the pool. Left-over pennies go by largest remainder, a tie to the earlier entry of the list.
 *
 * @returns Parts per partner that total the variance, with what is referred upward, or the first problem.
 * @example budget £100.00, spent £110.00 by the host, Set 60 : 40 -> £6.00 and £4.00
 * @example the same with a cap of £3.00 on the second -> £6.00 and £3.00, £1.00 referred upward
 * @example the same, where the list redistributes -> £7.00 and £3.00
 * @example the same, of which £10.00 was met by an underspend -> £0.00 and £0.00
 */
export function shareLine(line: LineToShare): Result<SharedLine, RiskRuleProblem> {
  const variances = line.ownPence.map((own, partner) => own - (line.budgetPence[partner] ?? 0));
  const total = addUnits([...variances, line.offsetPence ?? 0]);
  if (!total.ok) return total;
  const variancePence = total.value;
  const isUnderspend = variancePence < 0;
  const isKept = isUnderspend && line.underspend === 'carried forward';
  const whole = (partsPence: readonly number[]): Result<SharedLine, RiskRuleProblem> =>
    succeed({ variancePence, partsPence, referredPence: 0, isKept, sharers: [] });
  if (isUnderspend && line.underspend === 'returned') {
    const back = splitByWeight(variancePence, line.returnWeights);
    return back.ok ? whole(back.value) : fail({ kind: 'weights', problem: back.problem });
  }
  const { rule } = line;
  if (rule.kind === 'where it falls') return whole(variances.map((variance) => variance + 0));
  if (rule.kind === 'named')
    return whole(variances.map((_variance, partner) => (partner === rule.partner ? variancePence : 0)));
  const shared = shareList(variancePence, rule, variances.length);
  return shared.ok ? succeed({ variancePence, ...shared.value, isKept }) : shared;
}

/** A variance by a list: each entry's share within its cap, a group's share split again. */
function shareList(
  variancePence: number,
  { sharers, redistributes = false }: Extract<RiskRule, { kind: 'set' }>,
  partners: number,
): Result<Pick<SharedLine, 'partsPence' | 'referredPence' | 'sharers'>, RiskRuleProblem> {
  const weights = sharers.map(({ weight }) => weight);
  const capUnits = sharers.map(({ capPence }) => capPence);
  const caps = capUnits.some((cap) => cap !== null) ? { capUnits, redistribute: redistributes } : undefined;
  const shared = shareRisk(variancePence, weights, caps);
  if (!shared.ok) return fail({ kind: 'weights', problem: shared.problem });
  const shares: SharerShare[] = [];
  for (const [sharer, { members }] of sharers.entries()) {
    const sharePence = shared.value.shareUnits[sharer] ?? 0;
    const own = Array<number>(partners).fill(0);
    const inside = sharePence === 0 ? succeed([]) : splitByWeight(sharePence, members.map(({ weight }) => weight)); // prettier-ignore
    if (!inside.ok) return fail({ kind: 'group', sharer, problem: inside.problem });
    members.forEach(({ partner }, at) => (own[partner] = (own[partner] ?? 0) + (inside.value[at] ?? 0)));
    shares.push({ sharePence, partsPence: own });
  }
  const partsPence = Array.from({ length: partners }, (_none, partner) =>
    shares.reduce((sum, share) => sum + (share.partsPence[partner] ?? 0), 0),
  );
  return succeed({ partsPence, referredPence: shared.value.referredUnits, sharers: shares });
}
