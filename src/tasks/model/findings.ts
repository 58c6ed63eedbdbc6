/*
 * Every kind of finding that looking for the model can make, with what its `detail` holds. The sentences are in
 * `src/words/model`; findings of reading a ledger are the ledger's own.
 */
import { type Finding, type Severity, findingsOf } from '../../workbook/finding';

/** The kinds, with their severity and, in brackets, what `detail` holds. */
export const MODEL_FINDINGS = {
  /** No list of the workbook looks like a ledger (sheets). Nothing can be proposed. */
  'no ledger found': 'error',
  /** Only one partner's ledger was found (partner in `partner`). */
  'one partner only': 'warning',
  /** Nothing names whose ledger it is; the sheet's name stands for it (name, sheet). */
  'partner guessed': 'warning',
  /** Rows of several bodies in one ledger (heading, names). */
  'several partners in ledger': 'error',
  /** A heading that is needed stands twice in the heading row (heading). */
  'ledger heading twice': 'error',
  /** A counterparty or reference whose heading stands twice is not used (heading, role). */
  'ledger column not used': 'warning',
  /** A needed column has no heading (column). */
  'ledger heading blank': 'error',
  /** A needed heading stands a row above the others (heading). */
  'ledger heading above': 'error',
  /** Headings of amounts stand a row below the others (heading). */
  'ledger heading below': 'error',
  /** A cell of the heading row is merged over several columns that hold figures (address). */
  'ledger heading merged': 'error',
  /** The sheet looks like a ledger and has no column of amounts (headings). */
  'ledger without amount': 'error',
  /** Headings of a ledger with no row below (headings). */
  'ledger without rows': 'warning',
  /** Rows that look like postings, and no heading row above them (sheet, rows). */
  'rows without heading': 'error',
  /** No column that says what the money was spent on (headings). */
  'ledger without code': 'error',
  /** A column says debit or credit and the amounts have no sign (heading, amount). */
  'ledger sign apart': 'error',
  /** The heading says thousands or millions (heading). */
  'ledger in thousands': 'error',
  /** More than half of the money is negative; leftPence is the total (rows, negative). */
  'ledger mostly negative': 'warning',
  /** Nearly every row stands on another sheet as well; not proposed (other, rows). */
  'ledger is a copy': 'warning',
  /** A list of postings that is no ledger by its name or names nobody, beside ledgers that do; not kept (rows); leftPence. */
  'list not kept': 'warning',
  /** Another list follows below: the ledger's rows end where it begins (address). */
  'ledger ends early': 'info',
  /** The amount is a column of debits or credits alone (heading). */
  'one side only': 'warning',
  /** Several columns could be the amount (chosen, other); left and right are their totals. */
  'amount chosen': 'info',
  /** Rows with an amount and no code (rows, heading); leftPence is their total. */
  'rows without code': 'warning',
  /** Balances used as a control total, not as a ledger (sheet); leftPence is the total. */
  'balances as control': 'info',
  /** Balances of a partner that has a ledger, which control nothing (sheet). */
  'balances not used': 'info',
  /** No budget was found. */
  'no budget found': 'info',
  /** A budget cell that is no amount (text). */
  'budget unreadable': 'error',
  /** A budget row that does not say whose it is (text); leftPence is its amount. */
  'budget without partner': 'warning',
  /** Nothing says which year a budget is for. */
  'budget without year': 'error',
  /** A total on the budget sheet; left: the total, right: the rows. */
  'budget total differs': 'warning',
  /** The budget sheet is in thousands or millions and was multiplied out. */
  'budget in thousands': 'info',
  /** A budget by month becomes the year's sum in twelfths (lines, months); line: the widest gap to date, leftPence: that gap. */
  'budget by month': 'warning',
  /** Lines with a budget and no code (lines). */
  'budget lines without code': 'info',
  /** Periods without a year, and nothing in the workbook names one (table). */
  'period without year': 'warning',
  /** A spelling that cannot stand in Known as, because it holds a comma or semicolon (name). */
  'spelling not listable': 'info',
  /** Hidden sheets were not looked into (sheets). */
  'sheets hidden': 'info',
  /** Sheets without a list that the model needs (sheets). */
  'sheets not used': 'info',
  /** A table was asked for that is no input table (text: what was asked, '' for nothing; tables: those there are). */
  'table unknown': 'error',
  /** A table with a column for each partner was asked for, and PoolPartners names none (table). */
  'table needs partners': 'error',
  /** A table is made empty (table, sheet). */
  'table to fill in': 'info',
  /** A table was asked for that the workbook has; it is left as it is (table). */
  'table there already': 'info',
  /** A table gets a column for each of these partners (table, names). */
  'partner columns added': 'info',
  /** A table that stands gets the columns that it did without (table, names). */
  'optional columns added': 'info',
  /** Partners without a column, and columns that may be theirs under another heading (table, names, other). */
  'partner column by hand': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings of this task. */
export type ModelFindingKind = keyof typeof MODEL_FINDINGS;

/** A finding of this task. */
export type ModelFinding = Finding<ModelFindingKind>;

/** A finding with the severity of its kind. @example modelFinding('no budget found') */
export const modelFinding = findingsOf(MODEL_FINDINGS);
