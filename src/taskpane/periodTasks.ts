/*
 * Which tasks ask for a month before they read, and how they ask. What they do with it is the task's.
 */
import type { PeriodList } from '../tasks/periods';
import type { TaskName } from '../tasks/task';

/** How a task asks: for a month it must have, for one or all, or for the month something begins. */
export type PeriodAsked = 'a month' | 'a month or all' | 'a first month';

const ASKED: Readonly<Partial<Record<TaskName, PeriodAsked>>> = {
  reconcile: 'a month',
  settle: 'a month',
  close: 'a month',
  freeze: 'a month or all',
  promote: 'a first month',
};

/** How a task asks for its month; undefined for one that needs none. */
export function periodAsked(task: TaskName): PeriodAsked | undefined {
  return ASKED[task];
}

/** Stands for all months where a task takes one or all. */
export const ALL_MONTHS = '';

/** The month that is offered first. @param today - Ledgers are reconciled after their month; a pool begins with a year. */
export function firstOffered(task: TaskName, list: PeriodList, today: Date): string {
  const asked = periodAsked(task);
  if (asked === 'a month or all') return ALL_MONTHS;
  if (asked === 'a first month') return aprilAfter(today);
  return usualPeriod(list) ?? monthBefore(today);
}

/**
 * The month most likely meant: the newest for which every partner has a row, because one ledger often runs on into the
 * next month; else the newest.
 */
export function usualPeriod({ periods }: PeriodList): string | undefined {
  const partners = Math.max(0, ...periods.map((known) => known.partners.length));
  return (periods.find((known) => known.partners.length === partners) ?? periods[0])?.period;
}

/** The calendar month before a day: ledgers are reconciled after their month. @example 3 July 2026 -> '2026-06' */
export function monthBefore(day: Date): string {
  return new Date(Date.UTC(day.getFullYear(), day.getMonth() - 1, 1)).toISOString().slice(0, 7);
}

/** The next April that has not begun. @example 3 July 2026 -> '2027-04'; 1 March 2026 -> '2026-04' */
export function aprilAfter(day: Date): string {
  const year = day.getMonth() < 3 ? day.getFullYear() : day.getFullYear() + 1;
  return `${String(year)}-04`;
}
