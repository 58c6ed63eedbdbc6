/*
 * Why the task `model` proposes each row, in a sentence beside it. What it found on the way is in modelFindings.
 */
import type { AmountReason } from '../ledger/recogniseAmount';
import type { BudgetRow } from '../tasks/model/budgets';
import type { CodeReason } from '../tasks/model/codeColumn';
import type { CodeWhy } from '../tasks/model/codes';
import type { WhoseReason } from '../tasks/model/whose';
import { countOf } from './count';

/** Why a partner is proposed with this name. */
export function whyPartner(reason: WhoseReason, evidence: string, ledgers: readonly string[]): string {
  const where = ledgers.length === 0 ? '' : ` Its figures: ${ledgers.join(', ')}.`;
  switch (reason) {
    case 'title':
      return `The title “${evidence}” above the ledger names it.${where}`;
    case 'column':
      return `The column “${evidence}” names it in every row.${where}`;
    case 'sheet':
      return `“${evidence}” names it.${where}`;
    case 'list':
      return `It is on the workbook's list of partners.${where}`;
    case 'other ledger':
      return `The sheet only says what kind of body it is; the workbook names one such body, “${evidence}”.${where}`;
    case 'same layout':
    case 'nothing':
      return `Nothing names whose ledger this is, so the sheet's name stands for it. Type the partner's name.${where}`;
  }
}

const AMOUNT_WHY: Readonly<Record<AmountReason, string>> = {
  'only amount': 'it is the one column of amounts',
  'debit and credit': 'debit less credit',
  'payments and receipts': 'payments less receipts',
  'net of vat': 'the net amount, as pools are reported without recoverable VAT',
  'net by arithmetic': 'with the VAT column it makes the gross in every row',
  'equals debit less credit': 'it equals debit less credit in every row',
  'best heading': 'its heading says most plainly that it is the amount',
  'balance column': 'it is the balance of each code',
  'only figures': 'its heading is not known, but it is the column of figures with pence',
};

const CODE_WHY: Readonly<Record<CodeReason, string>> = {
  'listed elsewhere': 'its codes are listed on',
  heading: 'its heading and its repeating codes',
  service: 'it names the services',
  description: 'there is no code, and this description repeats',
  'nothing repeats': 'no column repeats as codes do; all rows lead to one line',
};

/** What `whySource` tells about one ledger. */
export interface SourceWhy {
  readonly rows: number;
  readonly holds: 'transactions' | 'balances to date';
  readonly amount: string;
  readonly amountReason: AmountReason;
  readonly passedOver: readonly { readonly heading: string; readonly because: 'running' | 'gross' | 'other' }[];
  readonly code: string;
  readonly codeReason: CodeReason;
  readonly listedOn: string;
  readonly when: string;
  readonly copyOf: string;
}

/** Why a ledger is proposed with these columns. */
export function whySource(why: SourceWhy): string {
  const passed = why.passedOver.map(({ heading, because }) =>
    because === 'running'
      ? `“${heading}” is a running balance`
      : because === 'gross'
        ? `“${heading}” includes VAT`
        : `“${heading}” was not taken`,
  );
  const listed = why.codeReason === 'listed elsewhere' ? ` ${why.listedOn}` : '';
  const parts = [
    `${countOf(why.rows, 'row')} of ${why.holds}.`,
    `Amount “${why.amount}”: ${AMOUNT_WHY[why.amountReason]}${passed.length > 0 ? `; ${passed.join('; ')}` : ''}.`,
    `Code “${why.code}”: ${CODE_WHY[why.codeReason]}${listed}.`,
    why.when === '' ? 'No date and no period: all rows count to date.' : `Months from “${why.when}”.`,
    'Signs as in the ledger: set Sign to reversed if its spending is negative.',
  ];
  if (why.copyOf !== '') parts.unshift(`Nearly all of it stands on ${why.copyOf} as well, so it would count twice.`);
  return parts.join(' ');
}

/** Why a code leads where it does. */
export function whyCode(why: CodeWhy, rows: number): string {
  const used = `${countOf(rows, 'posting')}.`;
  switch (why.kind) {
    case 'on a list':
      return `${why.sheet}, row ${why.row + 1}, says so. ${used}`;
    case 'on a budget':
      return `The budget on ${why.sheet}, row ${why.row + 1}, has this code. ${used}`;
    case 'between by payee':
      return `${countOf(why.rows, 'posting')} of ${rows} with ${why.other}, so it is between partners and not spending of the pool.`;
    case 'between by words':
      return `“${why.words}” says it is between partners. ${used}`;
    case 'by its name':
      return `“${why.heading}” in the ledger calls it so. ${used}`;
    case 'is a name':
      return `The ledger's “${why.heading}” is itself a name. ${used}`;
    case 'by itself':
      return `Nothing says what this code is; it has a line of its own so that no posting is left out. ${used}`;
    case 'by its first part':
      return `${countOf(why.codes, 'code')} begin so; one line for each would be too many. ${used}`;
    case 'too many':
      return `${countOf(why.codes, 'code')} without a list would make too many lines; they are one line until you list them. ${used}`;
  }
}

/** Why a line is proposed. */
export function whyLine(partners: readonly string[], codes: number, hasBudget: boolean): string {
  const used =
    codes === 0
      ? 'No code leads to it yet'
      : `${countOf(codes, 'code')} of ${listOf(partners)} ${codes === 1 ? 'leads' : 'lead'} to it`;
  return `${used}; ${hasBudget ? 'it has a budget' : 'it has no budget'}.`;
}

/** @example listOf(['Council', 'ICB', 'Trust']) -> 'Council, ICB and Trust' */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Why a budget is proposed. */
export function whyBudget(row: BudgetRow): string {
  const from =
    row.how === 'months'
      ? 'the months'
      : row.how === 'partner column'
        ? `the partner’s column “${row.heading}”`
        : `“${row.heading}”`;
  const summed = row.cells === 1 ? '' : `, ${countOf(row.cells, row.how === 'months' ? 'cell' : 'row')} added`;
  return `${row.sheet}: ${from}${summed}.`;
}

/** Why a period is proposed. */
export function whyPeriod(rows: number, status: string, takenFrom: string): string {
  const control = takenFrom === '' ? '' : ` Control total from ${takenFrom}.`;
  if (status === 'not received')
    return `Another partner's ledger has this month, and this one ends before it: missing is not nil.${control}`;
  return `${countOf(rows, 'posting')} in the month.${control}`;
}

/** Why a pool that a list names is proposed as this kind. */
export function whyListedPool(evidence: string): string {
  return `A list of this workbook names it as the pool of its lines. ${evidence === '' ? 'Nothing says of what kind it is. ' : `The workbook says “${evidence}”. `}A shadow pool shares no variances; set Kind if the agreement says otherwise.`;
}

/** Why the pool is proposed as this kind. */
export function whyArrangement(evidence: string): string {
  return evidence === ''
    ? 'Nothing says what kind of pool this is. A shadow pool shares no variances, so it changes nobody’s money. Keep this row to name the pool.'
    : `The workbook says “${evidence}”. A shadow pool shares no variances; set Kind if the agreement says otherwise.`;
}

/** Why a host is proposed; '' where none is. @example whyHost({ evidence: 'Hosted by Derby' }) -> ' It says of the host: “Hosted by Derby”.' */
export function whyHost(host: { readonly evidence: string } | undefined): string {
  return host === undefined ? '' : ` It says of the host: “${host.evidence.replace(/\.$/, '')}”.`;
}
