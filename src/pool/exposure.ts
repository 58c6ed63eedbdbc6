/*
 * What each partner would bear if every line were over budget by so much for the year: a question asked of the rules in
 * force, before anything is overspent. Not a forecast, and not how a line is shared: the caller hands in its rule.
 *
 * Source: Torbay's council exposed by its share of a whole-system deficit; the need for a table of what is owed at +1%, +5%
 * and +10%, and for caps (domain brief d; b3).
 */
import { fail, succeed, type Result } from '../money/result';
import { partOf } from '../money/pence';
import { addUnits, type TotalTooLarge } from './total';

/** By how many per cent of budget, unless asked otherwise. */
export const EXPOSURE_PERCENTS = [1, 5, 10] as const;

/** A line's parts of an overspend per partner, and what no cap covers; `riskRule`'s `SharedLine` is one. */
export interface BorneLine {
  readonly partsPence: readonly number[];
  readonly referredPence: number;
}

/** What an overspend of so many per cent would cost each partner, in whole pence. */
export interface Exposure {
  readonly percent: number;
  /** All lines' overspends together. */
  readonly overPence: number;
  readonly partsPence: readonly number[];
  /** What no cap covers: agreed by nobody. */
  readonly referredPence: number;
}

/**
 * The exposure of each partner at each percentage. Each partner's budget of each line is overspent alike, rounded to the
 * penny; a budget of income is short by as much, which costs too.
 *
 * @param annualPence - Per line, each partner's budget for the year.
 * @param share - Shares one line, by its number and what each partner would have spent: the rule, the list and the caps.
 * @returns One entry per percentage; parts and what is referred total the overspend. Or the first problem of a line.
 * @example budgets of £60,000.00 and £40,000.00, shared 60 : 40, at 5% -> over £5,000.00: £3,000.00 and £2,000.00
 * @example the same with a cap of £1,500.00 on the second -> £3,000.00 and £1,500.00, £500.00 referred upward
 */
export function exposureOf<Problem>(
  annualPence: readonly (readonly number[])[],
  share: (line: number, spentPence: readonly number[]) => Result<BorneLine, Problem>,
  percents: readonly number[] = EXPOSURE_PERCENTS,
): Result<readonly Exposure[], Problem | TotalTooLarge> {
  const found: Exposure[] = [];
  for (const percent of percents) {
    const overs = annualPence.map((budgets) => budgets.map((pence) => partOf(Math.abs(pence), percent, 100)));
    const lines: BorneLine[] = [];
    for (const [line, budgets] of annualPence.entries()) {
      const shared = share(
        line,
        budgets.map((pence, partner) => pence + (overs[line]?.[partner] ?? 0)),
      );
      if (!shared.ok) return shared;
      lines.push(shared.value);
    }
    const partners = Math.max(0, ...lines.map(({ partsPence }) => partsPence.length));
    const parts = Array.from({ length: partners }, (_none, at) =>
      addUnits(lines.map((line) => line.partsPence[at] ?? 0)),
    );
    const over = addUnits(overs.flat());
    const referred = addUnits(lines.map(({ referredPence }) => referredPence));
    if (!over.ok || !referred.ok || parts.some(({ ok }) => !ok)) return fail({ kind: 'total-too-large' });
    found.push({
      percent,
      overPence: over.value,
      partsPence: parts.map((part) => (part.ok ? part.value : 0)),
      referredPence: referred.value,
    });
  }
  return succeed(found);
}
