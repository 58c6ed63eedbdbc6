/*
 * What findings of one kind are called together, as a heading. The sentence about each one is `findings.ts`.
 */
import type { Finding } from '../workbook/finding';

const TITLES: Readonly<Record<string, string>> = {
  'amount blank': 'Rows without an amount',
  'amount chosen': 'Which column is the amount',
  'amount unreadable': 'Amounts that cannot be read',
  'amounts as text': 'Amounts stored as text',
  'calculation manual': 'Calculation is manual',
  'cell missing': 'Cells to be filled in',
  'cell not date': 'Cells that should hold a date',
  'cell not number': 'Cells that should hold a number',
  'cell not period': 'Cells that should hold a month',
  'cell odd spaces': 'Spaces too many',
  'cell number as name': 'Numbers where a name is',
  'cell logical as name': 'TRUE or FALSE where a name is',
  'cell date with time': 'Dates with a time of day',
  'cell unknown word': 'Words the column does not know',
  'code twice': 'Codes that stand twice',
  'code unmapped': 'Codes that lead to no line yet',
  'control total differs': 'Control total differs from the ledger',
  'prepayment adds': 'Prepayments that raise spending',
  'dates unreadable': 'Dates that cannot be read, beside a month that can',
  'error values': 'Cells that show an error',
  'figure differs': 'Figures that differ from the ledgers',
  'formula error': 'Formulas that show an error',
  'formula overwritten': 'Formulas typed over',
  'later rows': 'Rows of later months',
  'earlier rows': 'Rows of earlier years',
  'ledger changed': 'Ledgers that changed since the last run',
  'inputs changed': 'Tables that changed since the last run',
  'line not listed': 'Lines that are not in the list of lines',
  'line unknown': 'Codes that lead to an unknown line',
  'more alike': 'Findings too many to list',
  'not received': 'Ledgers not received',
  'not run': 'Not reconciled yet',
  'pair difference': 'Differences between partners, not explained',
  'pair explained': 'Differences between partners, explained',
  'pair not compared': 'Rows with a partner that could not be compared',
  'shares projects only': 'Partners of projects only',
  'part pennies': 'Part-pennies rounded',
  'partner column by hand': 'Partners without a column',
  'partner columns added': 'Columns for partners who joined',
  'optional columns added': 'Columns added to a table',
  'partner not listed': 'Partners that are not in the list of partners',
  'percent not 100': 'Shares of a code that do not make 100%',
  'period unreadable': 'Months or dates that cannot be read',
  'period year assumed': 'Months without a year',
  'possible double payment': 'The same invoice in two ledgers',
  'row twice': 'Rows that stand twice',
  'row without code': 'Rows without a code',
  'rows left out': 'Rows that are not ledger lines',
  'sheets not used': 'Sheets that were not needed',
  'sheets hidden': 'Hidden sheets',
  'table needs partners': 'Partners are needed first',
  'table there already': 'Tables that are there already',
  'table to fill in': 'Tables to fill in',
  'table unknown': 'Tables there are not',
  'total differs': 'Totals that equal no rows',
  'settle before reconcile': 'Not reconciled yet',
  'settle not received': 'Ledgers not received',
  'settle with errors': 'Errors in the month’s figures',
  'settle after change': 'Changed since the month was reconciled',
  'pool not settled': 'Pools whose variances stay where they fell',
  'arrangement unclear': 'Pools that are two things at once',
  'pool begins within month': 'Pools that begin within a month',
  'shadow month not reconciled': 'Months before a pool began that are not reconciled',
  'shadow line gone': 'Lines that left a pool after it began',
  'host not listed': 'Hosts that are not in the list of partners',
  'settle without budget': 'No budget, so no variance to share',
  'risk rule blank': 'Lines without a risk rule',
  'named partner missing': 'Lines that do not say who bears the risk',
  'risk set unknown': 'Risk rules that are no list of shares',
  'risk set not in force': 'Lists of shares that have not begun',
  'risk sharer not listed': 'Lists of shares that name nobody known',
  'no weights to share by': 'Amounts that cannot be shared',
  'formula too long': 'Formulas longer than Excel takes',
  'instalments behind': 'Instalments that have fallen due and are not received',
  'last year settled here': 'Last year’s settlement among the contributions',
  'paid back beyond given': 'More paid back than was given',
  'paid to other host': 'Payments to the host of a pool that does not settle',
  'contribution sign unclear': 'Contributions with the same sign in both ledgers',
  'costs not in ledger': 'Posts and placements that are not in the ledger',
  'recharge beside costs': 'Posts or cases that may be owed twice',
  'charges beside pool': 'Charges between partners that the pool leaves out',
  'caps for each line': 'Caps that several lines use',
  'referred upward': 'Above the caps, referred upward',
  'kept without host': 'Underspends that are kept, and nobody holds',
  'project in settled pool': 'Projects of a pool that settles too',
  'project not settled': 'Projects that are not settled',
  'contribution without payer': 'Contributions that name no partner',
  'settlement too large': 'Totals too large to be exact',
  'close without row': 'Partners without a row for the month',
  'close not received': 'Ledgers not received',
  'close not reconciled': 'Not reconciled yet',
  'close ledger changed': 'Ledgers that changed since the month was reconciled',
  'close inputs changed': 'Tables that changed since the month was reconciled',
  'figure not ready': 'Figures that are not ready',
  'closed figure moved': 'Issued figures that would now differ',
  'closed cell live': 'Formulas in a closed month',
  'formulas of yours': 'Formulas of yours, left as they are',
  'pool without rule': 'Lines without a risk rule',
  'pool will settle': 'From when the pool settles',
};

/** A difference between two partners is told by its cause: what to do depends on it. */
function pairTitle(finding: Finding): string {
  const cause = String(finding.detail?.['cause'] ?? '');
  const partner = finding.partner ?? 'One partner';
  const other = String(finding.detail?.['other'] ?? 'the other');
  if (cause === 'only in left') return `Only in the ledger of ${partner}, not of ${other}`;
  if (cause === 'only in right') return `Only in the ledger of ${other}, not of ${partner}`;
  return `${partner} and ${other}: ${cause === '' ? 'difference' : cause}`;
}

/** What findings of a kind are called, whatever each is about. @example kindTitle('rows left out') -> 'Rows that are not ledger lines' */
export function kindTitle(kind: string): string {
  const title = TITLES[kind] ?? kind;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * The heading of a finding's group.
 *
 * @example a `code unmapped` -> 'Codes that lead to no line yet'; a kind without a heading of its own -> its own words
 */
export function groupTitle(finding: Finding): string {
  return finding.kind === 'pair difference' ? pairTitle(finding) : kindTitle(finding.kind);
}
