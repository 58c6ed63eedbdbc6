/*
 * Every sentence of the pane that is not about a finding. Not the findings (findings.ts), not what a formula's cell says
 * (refusals.ts).
 */
import type { KnownPeriod } from '../tasks/periods';
import type { TaskName } from '../tasks/task';
import { countOf } from './count';
import { poundsWords } from './money';
import { monthWords } from './month';

// The views take every word of theirs from here.
export { countOf as counted } from './count';
export { poundsWords } from './money';
export { monthWords } from './month';

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

/** The pane's own sentences and labels. */
export const PANE_WORDS = {
  starting: 'Starting …',
  notExcel:
    'Poolbook runs inside Excel. Open it there from the Poolbook tab, or run "npm start" for the preview, which needs no Excel.',
  noAnswer:
    'Waiting for Excel. Poolbook runs inside Excel: open it there from the Poolbook tab, or run "npm start" for the preview, which needs no Excel.',
  officeTooOld:
    'This version of Excel is too old for Poolbook. It needs Excel 2024, Microsoft 365 or Excel on the web (ExcelApi 1.13).',
  notLoaded: 'Part of Poolbook could not be fetched. Check the network and try again. Nothing was changed.',
  homeTitle: 'What would you like to do?',
  nothingLeaves: 'Nothing leaves this workbook. Every step shows its plan before it writes.',
  undo: 'Undo last run',
  undoDoes: 'Puts back what stood there before, if nobody has changed the cells since.',
  undoing: 'Taking back the last run …',
  undone: 'Taken back',
  notUndone: 'Not taken back',
  undoAgain: 'Try again',
  changedCells: 'Cells changed since the run',
  periodTitle: 'Which month?',
  periodLabel: 'Month',
  periodHint: 'The calendar month that the ledgers are closed to, not the financial period number.',
  allMonths: 'All months',
  anotherMonth: 'Another month …',
  firstMonth: 'First month of the pool (year-month, for example 2027-04)',
  toValues: 'Formulas that become values',
  formulas: (count: number): string => countOf(count, 'formula'),
  otherMonth: 'Another month (year-month, for example 2026-06)',
  otherMonthWrong: 'Type the month as year-month, for example 2026-06 for June 2026.',
  readWorkbook: 'Read the workbook',
  noModelTitle: 'There is no model yet',
  noModel:
    'A month is reconciled with the tables of the model: who the partners are, where their ledgers stand, and which code belongs to which line. Build them first.',
  buildModel: 'Build the model',
  back: 'Back',
  cancel: 'Cancel',
  cancelling: 'Stopping at the next safe point …',
  cancelled: 'Cancelled. Nothing was changed.',
  cannotCancel: 'Writing is not stopped half-way. "Undo last run" takes it back afterwards.',
  waiting: 'Excel has not answered for a while. If you are editing a cell, finish it with Enter and this goes on.',
  home: 'Back to the tasks',
  tryAgain: 'Try again',
  addTables: 'Add a table to fill in',
  addTablesDoes:
    'Makes an empty table, headings included: posts, placements, contributions, grants, projects and more.',
  tablesTitle: 'Which tables?',
  tablesHint:
    'Each is made empty, on a sheet of its own, for you to type into. Tables that are in the workbook are not touched.',
  chooseOne: 'Tick at least one table.',
  otherTables: 'Choose other tables',
  proposalTitle: 'What was found',
  proposalHint: 'Look through each table. Untick what is wrong, or change it. Nothing is written yet.',
  showPlan: 'Show the plan',
  keep: 'Keep',
  edit: 'Change',
  doneEditing: 'Done',
  needed: '(needed)',
  dateForm: '(day/month/year)',
  addRow: 'Add a row',
  newRow: 'New row',
  addedByYou: 'Added by you.',
  search: 'Search',
  rowsShown: 'Rows shown',
  keepAll: 'Keep all shown',
  leaveOutAll: 'Leave out all shown',
  noRows: 'No rows.',
  planTitle: 'The plan',
  willRead: 'What was read',
  willWrite: 'What will be written',
  replacesPeriod: 'Rows that stand there for the same period are replaced. Those of other periods stay.',
  nothingToWrite: 'Nothing: the tables already hold all of this.',
  totals: 'Totals',
  joint: 'All partners together, to date',
  noBudget: 'No budget yet: fill in the Budgets table for variances.',
  incomplete: 'Incomplete: a ledger was not received.',
  incompleteFigure: 'incomplete',
  notReceived: 'Ledger not received: its figures are left blank, not taken as 0.',
  noTotal: 'Its ledger could not be added up: see the findings.',
  unmappedCodes: 'Codes that lead to no line yet',
  unexplained: 'Unexplained between partners',
  byLine: 'Line by line, all partners',
  line: 'Line',
  actual: 'Actual to date',
  variance: 'Variance (+ over / − under)',
  found: (rows: number, first: string, last: string): string =>
    `${countOf(rows, 'row')}${first === '' ? '' : `, ${first === last ? monthWords(first) : `${monthWords(first)} to ${monthWords(last)}`}`}.`,
  blocked: 'This must be put right first',
  blockedHint: 'Nothing can be written until it is. Put it right in the workbook, then read the workbook again.',
  write: 'Write to the workbook',
  askTitle: 'Write without Excel’s Undo?',
  writeUngrouped: 'Write all the same',
  written: 'Written',
  done: 'Done',
  notDone: 'Not done',
  manual: 'Calculation is manual in this workbook: press F9 to bring the new figures up to date.',
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
  correctProposal: 'Change what was found',
  stoppedTitle: 'What happened',
  lookBeforeGoingOn:
    'Look at the workbook before going on; "Undo last run" takes back what was written, if anything was.',
} as const;

/** What is said under the field for the month, where it is not the month that ledgers are closed to. */
export const PERIOD_HINTS: Readonly<Partial<Record<TaskName, string>>> = {
  settle:
    'The last calendar month of the period. Figures are from 1 April to its end: settle a quarter by its last month.',
  close: 'The calendar month to close. It must have been reconciled, and nothing may have changed since.',
  freeze: 'One month’s rows, or those of all months.',
  promote: 'The month in which the pool begins. Months before it stay a shadow pool and never settle.',
};

/** What a long table of the proposal can show. */
export const ROW_CHOICES = [
  ['all', 'All rows'],
  ['to check', 'Only those that are not sure'],
  ['left out', 'Only those left out'],
] as const;

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
  if (action === 'update' && rows === 0 && partners !== undefined && partners.length > 0)
    return `${table}: a column for ${partners.join(', ')}, your rows are kept`;
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
