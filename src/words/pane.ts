/*
 * Every sentence of the pane that is not about a finding. Not the findings (findings.ts), not what a formula's cell says
 * (refusals.ts).
 */
import type { TaskName } from '../tasks/task';

/** What each task is called, and what it does in one sentence. */
export const TASK_WORDS: Readonly<Record<TaskName, { readonly title: string; readonly does: string }>> = {
  model: {
    title: 'Build the model',
    does: 'Finds the partners, ledgers, budgets and codes in this workbook and sets them out in tables you can correct.',
  },
  reconcile: {
    title: 'Reconcile a month',
    does: 'Reads each partner’s ledger, sorts every row, and writes the joint statement with its control totals.',
  },
  check: {
    title: 'Check this workbook',
    does: 'Reads everything again and lists what needs a look. Changes nothing.',
  },
};

/** The pane's own sentences and labels. */
export const PANE_WORDS = {
  starting: 'Starting …',
  notExcel:
    'Poolbook runs inside Excel. Open this page from Excel’s Poolbook tab, or run "npm start" for the preview, which needs no Excel.',
  officeTooOld: 'This version of Excel is too old for Poolbook. It needs Excel 2021 or Microsoft 365 (ExcelApi 1.13).',
  homeTitle: 'What would you like to do?',
  nothingLeaves: 'Nothing leaves this workbook. Every step shows its plan before it writes.',
  undo: 'Undo last run',
  undoing: 'Taking back the last run …',
  periodTitle: 'Which month?',
  periodLabel: 'Month',
  periodHint: 'The calendar month that the ledgers are closed to, not the financial period number.',
  otherMonth: 'Another month (year-month, for example 2026-06)',
  otherMonthWrong: 'Type the month as year-month, for example 2026-06 for June 2026.',
  readWorkbook: 'Read the workbook',
  back: 'Back',
  cancel: 'Cancel',
  cancelling: 'Stopping at the next safe point …',
  cancelled: 'Cancelled. Nothing was changed.',
  home: 'Back to the tasks',
  proposalTitle: 'What was found',
  proposalHint: 'Look through each table. Untick what is wrong, or correct it. Nothing is written yet.',
  showPlan: 'Show the plan',
  why: 'Why',
  keep: 'Keep',
  edit: 'Correct',
  doneEditing: 'Done',
  addRow: 'Add a row',
  addedByYou: 'Added by you.',
  planTitle: 'The plan',
  willRead: 'Will read',
  willWrite: 'Will write',
  nothingToWrite: 'Nothing to write.',
  totals: 'Totals',
  blocked: 'This must be put right first',
  blockedHint: 'Nothing can be written until it is. Put it right in the workbook, then read the workbook again.',
  write: 'Write to the workbook',
  writeUngrouped: 'Write without Excel’s Undo',
  findingsTitle: 'Findings',
  noFindings: 'No findings: everything that was checked is in order.',
  goToCell: 'Go to',
  showMore: 'Show more',
  sure: 'sure',
  likely: 'likely',
  guess: 'a guess',
  error: 'Error',
  warning: 'Needs a look',
  info: 'For the record',
  readAgain: 'Read again',
  correctProposal: 'Correct what was found',
  stoppedTitle: 'What happened',
  lookBeforeGoingOn:
    'Look at the workbook before going on; "Undo last run" takes back what was written, if anything was.',
} as const;

/** A count with its noun. @example counted(1, 'row') -> '1 row'; counted(2, 'row') -> '2 rows' */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

/** What the pane says when something broke that no finding covers; never a bare code. */
export function brokeSentence(reason: string, workbook: string): string {
  return `This stopped unexpectedly (${reason}). ${workbook}`;
}

/** What will happen to a table. @example tableAction('create', 'Codes (PoolCodes)', 42) -> 'Codes (PoolCodes): new table, 42 rows' */
export function tableAction(action: string, table: string, rows: number): string {
  const what: Readonly<Record<string, string>> = {
    create: 'new table',
    'replace period': 'this month’s rows are replaced',
    append: 'rows are added',
    update: 'brought up to date, your rows are kept',
  };
  return `${table}: ${what[action] ?? action}, ${counted(rows, 'row')}`;
}

/** The month in words. @example monthWords('2026-06') -> 'June 2026' */
export function monthWords(period: string): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
}

/** Pounds as they are written. @example poundsWords(-1234.5) -> '-£1,234.50' */
export function poundsWords(pounds: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pounds);
}
