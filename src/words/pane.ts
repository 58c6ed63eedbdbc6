/*
 * Every sentence of the pane that is not about a finding. Not the findings (findings.ts), not what a formula's cell says
 * (refusals.ts).
 */
import { countOf } from './count';
import { monthWords } from './month';

// The views take every word of theirs from here.
export { countOf as counted } from './count';
export { poundsWords } from './money';
export { monthWords } from './month';
export * from './planned';
export * from './tasks';

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

/** What a long table of the proposal can show. */
export const ROW_CHOICES = [
  ['all', 'All rows'],
  ['to check', 'Only those that are not sure'],
  ['left out', 'Only those left out'],
] as const;
