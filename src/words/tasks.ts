/*
 * What the tasks are called and do, how the first screen groups them, and what is said where a task asks for its month.
 */
import type { TaskName } from '../tasks/task';

/** What each task is called, and what it does in one sentence. */
export const TASK_WORDS: Readonly<Record<TaskName, { readonly title: string; readonly does: string }>> = {
  model: {
    title: 'Build the model',
    does: 'Finds partners, ledgers, budgets and codes in this workbook and sets them out in tables.',
  },
  share: {
    title: 'Share project costs',
    does: 'Shares projects, management posts and agreed savings between the partners, to the penny.',
  },
  reconcile: {
    title: 'Reconcile a month',
    does: 'Reads each partner’s ledger and writes the joint statement with its control totals.',
  },
  settle: {
    title: 'Settle a period',
    does: 'Shares the variances of pools that settle, and works out what each partner pays or is paid.',
  },
  promote: {
    title: 'Begin a pool',
    does: 'Makes a shadow pool a pool from a month on, and shows what the shares would have been.',
  },
  close: {
    title: 'Close a month',
    does: 'Turns the month’s formulas into values and marks it closed, so that what was issued stays.',
  },
  freeze: {
    title: 'Freeze to values',
    does: 'Turns formulas of Poolbook’s tables into values, for colleagues without the add-in.',
  },
  check: {
    title: 'Check this workbook',
    does: 'Reads everything again and lists what needs a look. Changes nothing.',
  },
};

/** The tasks as the first screen groups them, and in that order: every task stands in one group. */
export const HOME_GROUPS: readonly { readonly title: string; readonly tasks: readonly TaskName[] }[] = [
  { title: 'Each month', tasks: ['reconcile', 'settle', 'close'] },
  { title: 'Once, or when things change', tasks: ['model', 'share', 'promote'] },
  { title: 'At any time', tasks: ['check', 'freeze'] },
];

/** What is said under the field for the month, where it is not the month that ledgers are closed to. */
export const PERIOD_HINTS: Readonly<Partial<Record<TaskName, string>>> = {
  settle:
    'The last calendar month of the period. Figures are from 1 April to its end: settle a quarter by its last month.',
  close: 'The calendar month to close. It must have been reconciled, and nothing may have changed since.',
  freeze: 'One month’s rows, or those of all months.',
  promote: 'The month in which the pool begins. Months before it stay a shadow pool and never settle.',
};
