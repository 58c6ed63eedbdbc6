/*
 * Every kind of finding that reading and writing our own tables can make, with what its `detail` holds. The sentences
 * are in `src/words`; findings about ledgers are in `src/ledger/findings`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const WORKBOOK_FINDINGS = {
  /** A task that needs a month was given none, or something else (text). */
  'period not given': 'error',
  /** A table or defined name with a name of the model is not ours (table, by, where). */
  'table name taken': 'error',
  /** A sheet is needed for a table, and holds something else (sheet). */
  'sheet in the way': 'error',
  /** Cells below a table stand where its rows must go (table). */
  'cells in the way': 'error',
  /** A sheet to be written to is protected (sheet). */
  'sheet protected': 'error',
  /** A sheet is to be made, and the workbook is protected against that (sheet). */
  'workbook protected': 'error',
  /** A table to be written to hides rows by its filter (table). */
  'table filtered': 'error',
  /** A column of the model is missing or renamed (table, column). */
  'column missing': 'error',
  /** A table needs a column for each of these partners, and something stands to its right (table, names). */
  'no room for columns': 'error',
  /** A formula of a run is longer than Excel takes (table, column, length, limit). */
  'formula too long': 'error',
  /** A table's header row is switched off (table). */
  'header hidden': 'error',
  /** A table of ours does not have its headings in row 5 (table, row). */
  'header moved': 'warning',
  /** A needed table is not in the workbook, or has no rows (table). */
  'table missing': 'error',
  /** A required cell is blank (table, column). */
  'cell missing': 'error',
  /** A cell holds an error value (table, column, text). */
  'cell error value': 'error',
  /** A money cell holds something else (table, column, text). */
  'cell not money': 'error',
  /** Money cells with part of a penny, taken to the penny (table, column, cells, text: the first); left: what it is taken for. */
  'cell part penny': 'warning',
  /** A number cell holds something else (table, column, text). */
  'cell not number': 'error',
  /** A date cell holds something else, text that looks like a date included (table, column, text). */
  'cell not date': 'error',
  /** A date with a time of day, which formulas take as later than the day (date). */
  'cell date with time': 'error',
  /** A period is not written 2026-06 (table, column, text). */
  'cell not period': 'error',
  /** A period that Excel has made a date of (table, column, period). */
  'cell period is date': 'error',
  /** A word that the column does not know (table, column, text, words). */
  'cell unknown word': 'error',
  /** Spaces before, after or doubled in text that formulas compare (table, column, text). */
  'cell odd spaces': 'error',
  /** A number in a column of names, which formulas compare as text (table, column, text). */
  'cell number as name': 'error',
  /** TRUE or FALSE, which is no text to Excel, in a column of names (table, column, text). */
  'cell logical as name': 'error',
  /** Two rows that cannot both be right (table, key, row; apart: the column that may tell them apart, where one may). */
  'row twice': 'error',
  /** A short name with a character that Excel reads as its own, or too long (text, problem). */
  'short name not usable': 'error',
  /** Two partners with the same short name (text, row). */
  'short name twice': 'error',
  /** A short name that heads another column of a table with a column for each partner (text, table). */
  'short name taken': 'error',
  /** A partner name that the statement needs for itself (text). */
  'name reserved': 'error',
  /** A partner that is not in PoolPartners (table, column, text). */
  'partner not listed': 'error',
  /** Who manages a line or is accountable for it is no partner and no group, told once for each name (column, text). */
  'manager not listed': 'warning',
  /** A line that is not in PoolLines (table, column, text). */
  'line not listed': 'error',
  /** A pool that is not in PoolArrangements (table, text). */
  'pool not listed': 'warning',
  /** A year not written 2026/27 (table, text). */
  'year not readable': 'error',
  /** A year or month without a neighbour among those of the workbook (table, column, text, years: the others). */
  'year apart': 'warning',
  /** A forecast of the budget-holder's own without a figure (words: the basis). */
  'forecast without figure': 'warning',
  /** A figure beside a basis by which the forecast is calculated; left: the figure (words: the basis). */
  'forecast not used': 'warning',
  /** A From lies outside the year of its row (table, text). */
  'date outside year': 'error',
  /** A profile that is neither twelfths nor a row of PoolProfiles (text). */
  'profile unknown': 'error',
  /** A row of PoolProfiles with the word for no profile as its name. */
  'profile called twelfths': 'error',
  /** A month of a profile is below 0 (profile, column, fraction). */
  'profile month negative': 'error',
  /** The months of a profile do not total 1 (profile, total, gap). */
  'profile not whole': 'error',
  /** The virements of a year do not total 0.00 (year); differencePence is their total. */
  'virements do not balance': 'warning',
  /** PoolSources names a table, name or address that is not there (text). */
  'source not found': 'error',
  /** A source's block has no header row (text). */
  'source without header': 'error',
  /** Two headings that are merged into one cell above several columns (table, address). */
  'header merged': 'error',
  /** A statement would have more live cells than are kept live; its figures are written as values (cells, limit). */
  'too many live cells': 'info',
  /** No line is in scope in the month, so there is nothing to state (none). */
  'no lines': 'error',
  /** A partner's month is closed and its rows are issued: a run would replace them (partner in `partner`). */
  'period closed': 'error',
  /** Excel calculates only when asked, so figures shown may be old. */
  'calculation manual': 'warning',
  /** A ledger reads differently from the last run; left: in pool then, right: in pool now (table). */
  'ledger changed': 'warning',
  /** Something else the run was made from reads differently; left: in pool then, right: now (none). */
  'inputs changed': 'warning',
  /** The period has not been reconciled yet (none). */
  'not run': 'info',
  /** A cell of a formula column holds something else (table, column). */
  'formula overwritten': 'error',
  /** A cell of ours shows an error (table, column, text). */
  'formula error': 'error',
  /** A cell of ours shows another figure than the model gives (table, column); left: the cell, right: the model. */
  'figure differs': 'error',
  /** A row of an output table is missing (table, key), or was added by hand. */
  'row missing': 'error',
  'row unknown': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings of this folder. */
export type WorkbookFindingKind = keyof typeof WORKBOOK_FINDINGS;

/** A finding of this folder. */
export type WorkbookFinding = Finding<WorkbookFindingKind>;

/** A finding with the severity of its kind. @example workbookFinding('not run', { period: '2026-06' }) */
export const workbookFinding = findingsOf(WORKBOOK_FINDINGS);
