/*
 * The words of a plan and its totals: what will happen to a table, whether figures add up, how a month stands.
 */
import type { KnownPeriod } from '../tasks/periods';
import type { TaskName } from '../tasks/task';
import { countOf } from './count';
import { poundsWords } from './money';

/** The figures among the totals, by the tasks' names for them. */
export const TOTAL_WORDS: Readonly<Record<string, string>> = {
  inPool: 'In pool',
  excluded: 'Excluded',
  betweenPartners: 'Between partners',
  unmapped: 'Not mapped to a line',
  adjustments: 'Adjustments, taken back out',
  ledgerTotal: 'Ledger total to date',
  wholeLedger: 'Ledger total, all months',
  annualBudget: 'Budget for the year',
  budgetToDate: 'Budget to date',
  actualToDate: 'Actual to date',
  variance: 'Variance (+ over / − under)',
  forecast: 'Forecast for the year',
};

/** What the pane says when something broke that no finding covers; never a bare code. */
export function brokeSentence(reason: string, workbook: string): string {
  return `This stopped unexpectedly (${reason.replace(/\.$/, '')}). ${workbook}`;
}

/** Rows of the proposal that stop the plan. @example problemsFound(1) -> '1 row needs putting right first: it is marked below.' */
export function problemsFound(count: number): string {
  return count === 1
    ? '1 thing needs putting right first: it is marked beside its row.'
    : `${count.toLocaleString('en-GB')} things need putting right first: each is marked beside its row.`;
}

/**
 * What will happen to a table.
 *
 * @param partners - Of a table to fill in where no row is written: the partners who get a column, by Short name.
 *   Left out for a table that Poolbook fills.
 * @example tableAction('create', 'Codes', 42) -> 'Codes: a new table, 42 rows'
 * @example tableAction('create', 'Codes', 0, []) -> 'Codes: a new table, empty, for you to fill in'
 */
export function tableAction(action: string, table: string, rows: number, partners?: readonly string[]): string {
  if (action === 'update' && rows === 0 && partners !== undefined) {
    // What else a table may have is named by the finding beside it.
    const more = partners.length > 0 ? `a column for ${partners.join(', ')}` : 'one more column';
    return `${table}: ${more}, your rows are kept`;
  }
  const count = countOf(rows, 'row');
  const what: Readonly<Record<string, string>> = {
    create:
      rows > 0 ? `a new table, ${count}` : `a new table, empty${partners === undefined ? '' : ', for you to fill in'}`,
    'replace period': `${count} for this period`,
    append: `${count} added below`,
    update: `${count} added or brought up to date`,
    'to values': `${count}, formulas become the values they show`,
  };
  return `${table}: ${what[action] ?? `${action}, ${count}`}`;
}

/** Whether the figures above a ledger total make it. @example addsUpWords(0) -> 'These add up to the ledger total exactly.' */
export function addsUpWords(gapPence: number): string {
  if (gapPence === 0) return 'These add up to the ledger total exactly.';
  return `These do not add up: ${poundsWords(gapPence / 100)} of the ledger total is missing from them.`;
}

/** How the ledger stands to its control total, in pounds. */
export function controlWords(controlTotal: number | undefined, difference: number | undefined): string {
  if (controlTotal === undefined)
    return 'No control total yet: type the trial balance’s figure into the Periods table.';
  if (difference === 0 || difference === undefined)
    return `Agrees with the control total ${poundsWords(controlTotal)}.`;
  return `Control total ${poundsWords(controlTotal)}: a difference of ${poundsWords(difference)}.`;
}

/** What a bridge between two partners compares. */
export function pairWords(bridge: string, from: string, to: string): string {
  return bridge === 'contributions' ? `Paid by ${from} to ${to}` : `Charged by ${from} to ${to}`;
}

/** How a month stands. @example 'Derby City: open. Derby PCT: not received. Not reconciled yet.' */
export function periodWords({ partners, isReconciled }: KnownPeriod, task: TaskName = 'reconcile'): string {
  const states = partners.map(({ partner, status }) => `${partner}: ${status}.`).join(' ');
  const before = task === 'reconcile' ? 'Reconciled before: its rows are replaced.' : 'Reconciled.';
  return `${states} ${isReconciled ? before : 'Not reconciled yet.'}`.trim();
}
