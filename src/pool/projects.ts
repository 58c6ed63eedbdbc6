/*
 * A project's cost in one financial year: from its items to each partner's share, and from who paid to who owes whom.
 * Not where the figures stand in a workbook, and not the settlement of a pool.
 *
 * Source: Leicester 2004, supporting information 4.2 (equal shares, a contribution from Rutland, at most 20,000 in the
 * part year); Leeds 2012, 3.7 (costs and benefits of efficiencies shared equally, management posts).
 */
import type { ProRataProblem } from '../money/proRata';
import { fail, succeed, type Result } from '../money/result';
import { splitByWeight } from '../money/split';
import { equalShare, type EqualShareProblem, type Treatment } from './equalShare';
import { itemCost, type ItemCost, type ProjectItem } from './projectItems';
import { addUnits } from './total';
import { transfers, type Transfer } from './transfers';

/** A member of a sharer: the partner's number from 0, and its weight inside, 0 or more. */
export interface SharerMember {
  readonly partner: number;
  readonly weight: number;
}

/** One sharer: a partner by itself (one member), or a group that shares as one and is split again inside. */
export interface ProjectSharer {
  readonly treatment: Treatment;
  readonly members: readonly SharerMember[];
}

/** A project in one financial year. */
export interface ProjectYear {
  readonly items: readonly ProjectItem[];
  /** The most the sharers pay together in the year, above 0; left out where there is none. */
  readonly capPence?: number;
  readonly sharers: readonly ProjectSharer[];
  /** How many partners there are in all; shares are given for each. */
  readonly partners: number;
}

/** Who paid and who owes; all per partner, in whole pence. */
export interface ProjectPayments {
  readonly paidPence: readonly number[];
  /** The part above the cap, which stays with who paid it. */
  readonly aboveCapPence: readonly number[];
  /** Share − paid + above the cap: + pays, − is paid. They total 0. */
  readonly balancePence: readonly number[];
  readonly transfers: readonly Transfer[];
}

/** Everything about a project in one year, in whole pence. */
export interface ProjectShares {
  readonly items: readonly ItemCost[];
  readonly costPence: number;
  /** The lesser of cost and cap: what is shared. */
  readonly sharedPence: number;
  readonly aboveCapPence: number;
  readonly fixedPence: number;
  /** Per sharer, in the order given. */
  readonly sharerPence: readonly number[];
  /** Per partner; a partner that takes no part has 0. */
  readonly sharePence: readonly number[];
  /** Of the part above the cap, what belongs to each item. */
  readonly itemAbovePence: readonly number[];
  /** Undefined where an item does not name who pays it. */
  readonly payments?: ProjectPayments;
}

/** Why a project cannot be shared; `item` and `sharer` count from 0. */
export type ProjectProblem =
  | { readonly kind: 'item'; readonly item: number; readonly problem: ProRataProblem }
  | { readonly kind: 'shares'; readonly problem: EqualShareProblem }
  | { readonly kind: 'group-without-weight'; readonly sharer: number }
  | { readonly kind: 'total-too-large' };

/**
 * Shares a project's cost of one financial year.
 *
 * The items' costs, each to the penny, are added; the cap is one sum for all of them and does not touch a cost below 0.
 * Fixed contributions are paid first, inside the sum; the rest is shared equally, an odd penny going to the earlier
 * sharer; a group's share is split again by its members' weights. What is above the cap nobody has agreed to pay: it
 * stays with who paid, in proportion to the items above 0.
 *
 * @returns Shares totalling the lesser of cost and cap exactly, or the first problem.
 * @example officer £29,000.00 and half a clerk £7,000.00 for seven months, cap £20,000.00, four equal, Rutland £1,500.00
 *   -> £4,625.00 each, Rutland £1,500.00, £1,000.00 above the cap
 */
export function shareProject({
  items,
  capPence,
  sharers,
  partners,
}: ProjectYear): Result<ProjectShares, ProjectProblem> {
  const costs: ItemCost[] = [];
  for (const [item, one] of items.entries()) {
    const cost = itemCost(one);
    if (!cost.ok) return fail({ kind: 'item', item, problem: cost.problem });
    costs.push(cost.value);
  }
  const cost = addUnits(costs.map(({ amountPence }) => amountPence));
  if (!cost.ok) return fail({ kind: 'total-too-large' });
  const treatments = sharers.map(({ treatment }) => treatment);
  const shared = equalShare(cost.value, treatments, capPence);
  if (!shared.ok) return fail({ kind: 'shares', problem: shared.problem });
  const { shareUnits: sharerPence, aboveCapUnits: aboveCapPence } = shared.value;

  const sharePence = Array<number>(partners).fill(0);
  for (const [sharer, { members }] of sharers.entries()) {
    const amountPence = sharerPence[sharer] ?? 0;
    if (amountPence === 0) continue;
    const inside = splitByWeight(
      amountPence,
      members.map(({ weight }) => weight),
    );
    if (!inside.ok) return fail({ kind: 'group-without-weight', sharer });
    members.forEach(({ partner }, at) => (sharePence[partner] = (sharePence[partner] ?? 0) + (inside.value[at] ?? 0)));
  }
  const itemAbovePence = aboveByItem(aboveCapPence, costs);
  const payments = paymentsOf({ items, costs, itemAbovePence, sharePence });
  return succeed({
    items: costs,
    costPence: cost.value,
    sharedPence: cost.value - aboveCapPence,
    aboveCapPence,
    fixedPence: treatments.reduce((sum, each) => sum + (each.kind === 'fixed' ? each.amountUnits : 0), 0),
    sharerPence,
    sharePence,
    itemAbovePence,
    ...(payments === undefined ? {} : { payments }),
  });
}

/** The part above the cap over the items above 0, by their cost. There is one, or the cost could not be above the cap. */
function aboveByItem(aboveCapPence: number, costs: readonly ItemCost[]): readonly number[] {
  if (aboveCapPence === 0) return costs.map(() => 0);
  const parts = splitByWeight(
    aboveCapPence,
    costs.map(({ amountPence }) => Math.max(amountPence, 0)),
  );
  if (!parts.ok) throw new Error(`a cost above its cap could not be split over its items: ${parts.problem.kind}`);
  return parts.value;
}

function paymentsOf(project: {
  readonly items: readonly ProjectItem[];
  readonly costs: readonly ItemCost[];
  readonly itemAbovePence: readonly number[];
  readonly sharePence: readonly number[];
}): ProjectPayments | undefined {
  const { items, costs, itemAbovePence, sharePence } = project;
  if (items.some(({ paidBy }) => paidBy === undefined)) return undefined;
  const perPartner = (pence: (item: number) => number): number[] =>
    sharePence.map((_share, partner) =>
      items.reduce((sum, { paidBy }, item) => (paidBy === partner ? sum + pence(item) : sum), 0),
    );
  const paidPence = perPartner((item) => costs[item]?.amountPence ?? 0);
  const aboveCapPence = perPartner((item) => itemAbovePence[item] ?? 0);
  const balancePence = sharePence.map(
    (share, partner) => share - (paidPence[partner] ?? 0) + (aboveCapPence[partner] ?? 0),
  );
  const payments = transfers(balancePence);
  if (!payments.ok)
    throw new Error(`what a project's partners owe each other does not total 0: ${payments.problem.kind}`);
  return { paidPence, aboveCapPence, balancePence, transfers: payments.value };
}
