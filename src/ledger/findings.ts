/*
 * Every kind of finding that reading and reconciling ledgers can make, with what its `detail` holds. The sentences are in
 * `src/words`; the one constructor here only fills in the place.
 */
import { type Finding, type Place, type Severity, findingsOf } from './finding';
import type { LedgerLine } from './ledgerLine';

/** The kinds, with their severity and, in brackets, what `detail` holds. Amounts that are not named are in the pence fields. */
export const LEDGER_FINDINGS = {
  /** A heading of `PoolSources` is not in the block (table, heading, role). */
  'heading missing': 'error',
  /** VAT of PoolSources is neither `net` nor `gross` nor a heading of the ledger (table, heading). */
  'vat unknown': 'warning',
  /** A heading stands twice, so it is not known which column is meant (table, heading, role). */
  'heading twice': 'error',
  /** The block has no rows below its heading (table). */
  'ledger empty': 'error',
  /** Neither period nor date column: all rows were taken as to date (table, rows). */
  'no period or date': 'warning',
  /** Year-and-number codes that could be calendar months or financial periods (table, reading, cells). */
  'period style uncertain': 'warning',
  /** Codes without a year took the financial year asked for (table, year, cells). */
  'period year assumed': 'info',
  /** A period or date cell that could not be read; the row's amount is left out of the total (text, problem, code). */
  'period unreadable': 'error',
  /** Dates that could not be read beside a period that could; the rows count by the period (table, rows, text of the first). */
  'dates unreadable': 'info',
  /** An amount that could not be read; the row is listed apart (text, problem, code, month: '' where not told). */
  'amount unreadable': 'error',
  /** A row with a code, date or reference and no amount (code, month: '' where not told). */
  'amount blank': 'warning',
  /** Debit and credit both filled in one row; debit less credit was taken (table, rows). */
  'debit and credit': 'warning',
  /** Every credit of a Credit column is negative, so credits were added and not taken off (table, rows). */
  'credits written negative': 'warning',
  /** Amounts that are text and could mean one thing only (table, rows). */
  'amounts as text': 'info',
  /** Error values in code, counterparty or reference; such a row may belong elsewhere (table, rows). */
  'error values': 'warning',
  /** Part-pennies rounded half away from zero; the effect is rounded less exact, in pence (table, rows, effectPence). */
  'part pennies': 'warning',
  /** Rows that are no ledger lines (table, blank, headers, titles, totals, and their texts). */
  'rows left out': 'info',
  /** Called a total, or looks like one, but equals no rows: it stays in as unmapped. left: its amount, right: the rows (text). */
  'total differs': 'error',
  /** A row with an amount and no code, date or reference: it stays in as unmapped (text). */
  'row without code': 'error',
  /** A code no rule fits (code, rows); leftPence is its total. */
  'code unmapped': 'error',
  /** A code of `PoolCodes` leads to no line of `PoolLines` (code, target). */
  'line unknown': 'error',
  /** Rows with the same Code and From do not total 100% (code, percent). */
  'percent not 100': 'error',
  /** Rows with the same Code and From, none with a percentage (code, row: the first of them). */
  'code twice': 'error',
  /** A partner name that is not in `PoolPartners` (name, table). */
  'partner unknown': 'error',
  /** Two partners share a name or spelling (name, partner). */
  'partner name twice': 'error',
  /** A ledger that `PoolSources` names twice; it is read once (table, other: the partner of the first row). */
  'ledger twice': 'error',
  /** No source for a partner, and its period is not marked (partner). */
  'partner without ledger': 'error',
  /** The period is not received: figures are blank. */
  'not received': 'warning',
  /** A partner of projects only: no ledger, month or budget of it, so the statement does not wait for it (partner). */
  'shares projects only': 'info',
  /** The ledger has no row in the month itself. */
  'no rows in month': 'warning',
  /** Rows after the month asked for (rows); leftPence is their total. */
  'later rows': 'info',
  /** Rows before April of the year (rows); leftPence is their total. */
  'earlier rows': 'info',
  /** The amounts of a ledger together have more than fifteen digits of pence, so they are not added up. */
  'total too large': 'error',
  /** Ledger total and control total differ. */
  'control total differs': 'error',
  /** An adjustment on an unknown or excluded line, or reversed no later than it was made: not used (problem, target, and of a reversal period, reversesIn). */
  'adjustment not used': 'error',
  /** A prepayment typed with a plus: it raises the line's spending as an accrual does (line). */
  'prepayment adds': 'warning',
  /** An accrual or prepayment of an earlier month that nothing takes back (kind, line, period: its own). */
  'adjustment stays': 'warning',
  /** A row between partners that does not say with whom (code). */
  'counterparty unknown': 'warning',
  /** Rows with a partner whose period is not received are not compared (other, rows); leftPence is their total. */
  'pair not compared': 'warning',
  /** A difference between two partners (cause, other); left, right, difference. */
  'pair difference': 'warning',
  /** A pair's difference whose cause is proved, or for which the user wrote a reason (cause, other, reason). */
  'pair explained': 'info',
  /** The same supplier, reference and amount in two ledgers (supplier, other, otherSheet, otherRow, otherColumn). */
  'possible double payment': 'info',
  /**
   * The others of a kind beyond those listed, from this place on (kind, listed, more, lastRow); differencePence is their
   * total where every one has a figure. It is as severe as they are; a warning here because a kind must have one.
   */
  'more alike': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings of this folder. */
export type LedgerFindingKind = keyof typeof LEDGER_FINDINGS;

/** A finding of this folder. */
export type LedgerFinding = Finding<LedgerFindingKind>;

/** A finding with the severity of its kind. @example ledgerFinding('not received', { partner: 'PCT' }) */
export const ledgerFinding = findingsOf(LEDGER_FINDINGS);

/** The amount cell of a ledger line. */
export function placeOf(line: LedgerLine): Place {
  return { sheet: line.sheet, row: line.row, column: line.column };
}
