/*
 * What is lost when a budget by month becomes the year's sum in twelfths: which lines then have another budget to date, and
 * by how much at most. It changes no budget.
 */
import { partOf } from '../../money/pence';
import type { BudgetDoubt } from './budgetRows';
import type { Part } from './parts';

/** A line's budget by calendar month, 1 for January, in whole pence; a month without a figure is not there. */
export interface MonthlyBudget {
  readonly part: Part;
  readonly line: string;
  readonly monthPence: Map<number, number>;
}

const MONTHS = 12;

/** The calendar months of a financial year, April first. */
const OF_YEAR = Array.from({ length: MONTHS }, (_each, index) => ((index + 3) % MONTHS) + 1);

/**
 * How far the budget to date is from twelfths at its worst month end, in whole pence; 0 when they agree in every month.
 *
 * @example £12.00 all in April -> 1100: twelfths have £1.00 by the end of April
 */
export function widestGapPence(monthPence: ReadonlyMap<number, number>): number {
  const yearPence = [...monthPence.values()].reduce((sum, pence) => sum + pence, 0);
  let toDatePence = 0;
  let widestPence = 0;
  OF_YEAR.forEach((month, index) => {
    toDatePence += monthPence.get(month) ?? 0;
    const gapPence = Math.abs(toDatePence - partOf(yearPence, index + 1, MONTHS));
    widestPence = Math.max(widestPence, gapPence);
  });
  return widestPence;
}

/** One doubt for each sheet whose months are not twelfths, naming the lines, the widest gap first; the amount is that gap. */
export function profileDoubts(budgets: readonly MonthlyBudget[]): readonly BudgetDoubt[] {
  const parts = [...new Set(budgets.map(({ part }) => part))];
  return parts.flatMap((part): BudgetDoubt[] => {
    const gaps = budgets
      .filter((budget) => budget.part === part)
      .map(({ line, monthPence }) => ({ line, months: monthPence.size, gapPence: widestGapPence(monthPence) }))
      .filter(({ gapPence }) => gapPence > 0)
      .sort((a, b) => b.gapPence - a.gapPence);
    const [widest] = gaps;
    if (!widest) return [];
    const lines = [...new Set(gaps.map(({ line }) => line))];
    return [{ kind: 'not twelfths', part, lines, months: widest.months, leftPence: widest.gapPence }];
  });
}
