/*
 * Overspends of a pool met by underspends of its own lines, step by step, before what is left is shared by each line's rule.
 * Not how that is shared (`riskRule`), nor which lines stand in which step: the caller knows.
 *
 * Source: "underspends in either pool, then the risk pool, then cut uncommitted schemes, then outside the pool",
 * https://www.markettransfer.info/clause/over-and-underspends/_1; a risk pool is a line with a budget and no spending, a
 * scheme that is not committed one that is not spent.
 */
import { succeed, type Result } from '../money/result';
import { splitByWeight, type SplitProblem } from '../money/split';
import { sum } from './perPartner';
import { drawDown } from './waterfall';

/** A line before its variance is shared. */
export interface OffsetLine {
  /** + over budget, - under. */
  readonly variancePence: number;
  /** In which step, from 1, its underspend meets overspends; 0 for none. */
  readonly step: number;
  /** Whether its overspend is met by others' underspends. */
  readonly isMet: boolean;
}

/** What a line gives and gets. Over all lines of a pool `offsetPence` totals nothing. */
export interface Offset {
  /** Its overspend, where it is met. */
  readonly toMeetPence: number;
  /** Its underspend, where it stands in a step. */
  readonly canMeetPence: number;
  /** What its variance changes by: - of an overspend that is met, + of an underspend that is used. */
  readonly offsetPence: number;
}

/**
 * Meets overspends from underspends, as far as they reach: the first step first, and within a step each line in proportion
 * to its underspend. Of several overspends each is met in proportion. Pennies go by largest remainder, a tie to the earlier
 * line; no line is met by more than it is over, and none gives more than it is under.
 *
 * @returns One entry per line, in the order given.
 * @example £900.00 over; £500.00 under in step 1, £300.00 in step 2, £50.00 in step 3
 *   -> offsets -£850.00, +£500.00, +£300.00 and +£50.00: £50.00 is left to share
 */
export function offsetLines(lines: readonly OffsetLine[]): Result<readonly Offset[], SplitProblem> {
  const toMeet = lines.map(({ isMet, variancePence }) => (isMet ? Math.max(0, variancePence) : 0));
  const canMeet = lines.map(({ step, variancePence }) => (step > 0 ? Math.max(0, 0 - variancePence) : 0));
  const steps = [...new Set(lines.flatMap(({ step }) => (step > 0 ? [step] : [])))].sort((a, b) => a - b);
  const inStep = (step: number): readonly number[] =>
    canMeet.map((pence, at) => (lines[at]?.step === step ? pence : 0));
  const { drawnUnits, leftUnits } = drawDown(
    sum(toMeet),
    steps.map((step) => sum(inStep(step))),
  );
  const met = split(sum(toMeet) - leftUnits, toMeet);
  if (!met.ok) return met;
  const offsets = met.value.map((pence) => 0 - pence);
  for (const [at, step] of steps.entries()) {
    const used = split(drawnUnits[at] ?? 0, inStep(step));
    if (!used.ok) return used;
    used.value.forEach((pence, line) => (offsets[line] = (offsets[line] ?? 0) + pence));
  }
  return succeed(
    lines.map((_line, at) => ({
      toMeetPence: toMeet[at] ?? 0,
      canMeetPence: canMeet[at] ?? 0,
      offsetPence: (offsets[at] ?? 0) + 0,
    })),
  );
}

/** Nothing is nothing for everyone, whatever the weights. */
function split(pence: number, weights: readonly number[]): Result<readonly number[], SplitProblem> {
  return pence === 0 ? succeed(weights.map(() => 0)) : splitByWeight(pence, weights);
}
