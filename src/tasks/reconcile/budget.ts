/*
 * The budget of a line: for the year, and to date. Twelfths of every row, or its profile, each rounded to the penny, so that
 * the partners' rows add up to the joint row exactly. A row counts from its From on; one not yet in force at the month's end is not in
 * the annual budget either, so a statement issued for June does not change when a virement is agreed in October.
 */
import { comparable } from '../../ledger/cells';
import { partOf } from '../../money/pence';
import { type MonthFractions, profiledToDate } from '../../pool/profiles';
import type { StatementPeriod } from './period';

/** One row of `PoolBudgets`. */
export interface BudgetEntry {
  readonly line: string;
  readonly partner: string;
  readonly year: string;
  readonly fromSerial: number | null;
  readonly amountPence: number;
  /** How it falls on the months; left out for twelfths. */
  readonly profile?: MonthFractions;
}

/** A line's budget; null without any row for the year: no budget is not a budget of nought. */
export interface Budget {
  readonly annual: number | null;
  readonly toDate: number | null;
}

/** Whether there is any budget for the year. */
export function hasBudget(budgets: readonly BudgetEntry[], period: StatementPeriod): boolean {
  return budgets.some(({ year }) => year === period.year);
}

/** A partner's budget for a line. */
export function budgetOf(
  budgets: readonly BudgetEntry[],
  period: StatementPeriod,
  line: string,
  partner: string,
): Budget {
  if (!hasBudget(budgets, period)) return { annual: null, toDate: null };
  let annual = 0;
  let toDate = 0;
  for (const entry of budgets) {
    if (entry.year !== period.year || (entry.fromSerial ?? 0) > period.monthEnd) continue;
    if (comparable(entry.line) !== comparable(line) || comparable(entry.partner) !== comparable(partner)) continue;
    annual += entry.amountPence;
    toDate += toDateOf(entry, period);
  }
  return { annual, toDate };
}

function toDateOf({ amountPence, profile }: BudgetEntry, { months }: StatementPeriod): number {
  return profile === undefined ? partOf(amountPence, months, 12) : profiledToDate(amountPence, profile, months);
}
