/*
 * The sentences of the task `model`: why each row is proposed, and what was found on the way. No figures are worked out here.
 */
import type { AmountReason } from '../ledger/recogniseAmount';
import type { BudgetRow } from '../tasks/model/budgets';
import type { CodeReason } from '../tasks/model/codeColumn';
import type { CodeWhy } from '../tasks/model/codes';
import type { ModelFindingKind } from '../tasks/model/findings';
import type { WhoseReason } from '../tasks/model/whose';
import { countOf } from './money';
import type { Facts, Phrase } from './phrase';

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
    codes === 0 ? 'No code leads to it yet' : `${countOf(codes, 'code')} of ${partners.join(' and ')} lead to it`;
  return `${used}; ${hasBudget ? 'it has a budget' : 'it has no budget'}.`;
}

/** Why a budget is proposed. */
export function whyBudget(row: BudgetRow): string {
  const from =
    row.how === 'months'
      ? 'the months'
      : row.how === 'partner column'
        ? `the partner's column “${row.heading}”`
        : `“${row.heading}”`;
  return `${row.sheet}: ${from}, ${countOf(row.cells, row.how === 'months' ? 'cell' : 'row')} added.`;
}

/** Why a period is proposed. */
export function whyPeriod(rows: number, status: string, takenFrom: string): string {
  const control = takenFrom === '' ? '' : ` Control total from ${takenFrom}.`;
  if (status === 'not received')
    return `Another partner's ledger has this month, and this one ends before it: missing is not nil.${control}`;
  return `${countOf(rows, 'posting')} in the month.${control}`;
}

/** Why the pool is proposed as this kind. */
export function whyArrangement(evidence: string): string {
  return evidence === ''
    ? 'Nothing says what kind of pool this is. A shadow pool shares no variances, so it changes nobody’s money. Keep this row to name the pool.'
    : `The workbook says “${evidence}”. A shadow pool shares no variances; set Kind if the agreement says otherwise.`;
}

const say = (what: string, whatToDo = ''): Phrase => ({ what, whatToDo });

/** One phrase for every kind of `src/tasks/model/findings`. */
export const MODEL_PHRASES: Readonly<Record<ModelFindingKind, (facts: Facts) => Phrase>> = {
  'no ledger found': (f) =>
    say(
      `No sheet holds a ledger: a row of headings with an amount and a date, period or code, and rows below it. Looked at: ${f.of('sheets') || 'no sheet with anything in it'}.`,
      'Paste each partner’s ledger extract on a sheet of its own, headings included, and look again.',
    ),
  'one partner only': (f) =>
    say(
      `Only one partner’s ledger was found, ${f.partner}.`,
      'Add the other partner’s extract on another sheet; until then its figures are not received.',
    ),
  'partner guessed': (f) =>
    say(
      `Nothing names whose ledger this is, so it is called “${f.of('name')}” after its sheet.`,
      'Correct the partner’s name before writing.',
    ),
  'several partners in ledger': (f) =>
    say(
      `The column “${f.of('heading')}” names several bodies (${f.of('names')}) as the owner of rows, and a ledger belongs to one partner.`,
      'Put each body’s rows on a sheet of its own.',
    ),
  'ledger heading twice': (f) =>
    say(
      `“${f.of('heading')}” heads two columns, and columns are named by their headings. The ledger is not proposed.`,
      'Give one of the two another heading.',
    ),
  'ledger column not used': (f) =>
    say(
      `“${f.of('heading')}” heads two columns, so the ledger’s ${f.of('role')} is not used: rows with another partner may not be recognised or matched.`,
      'Give one of the two another heading.',
    ),
  'ledger heading blank': (f) =>
    say(
      `Column ${f.of('column')} holds what the ledger needs and has no heading. The ledger is not proposed.`,
      'Type a heading in this cell.',
    ),
  'ledger heading above': (f) =>
    say(
      `“${f.of('heading')}” stands a row above the other headings. The ledger is not proposed.`,
      'Put all headings in one row: unmerge the cells and type it in this cell.',
    ),
  'ledger heading below': (f) =>
    say(
      `“${f.of('heading')}” stands a row below the other headings. The ledger is not proposed, because its amounts would be taken from one column only.`,
      'Put all headings in one row: unmerge the cells, and type this heading a row higher.',
    ),
  'ledger heading merged': (f) =>
    say(
      `The heading ${f.of('address')} is merged over several columns of figures, so only the first has a name.`,
      'Unmerge it and give every column its heading.',
    ),
  'ledger without amount': (f) =>
    say(
      `This looks like a ledger (${f.of('headings')}), and no column of it holds amounts.`,
      'Head the column of amounts “Amount”, or the two “Debit” and “Credit”.',
    ),
  'ledger without rows': (f) =>
    say(
      `Headings of a ledger (${f.of('headings')}) and no row below them.`,
      'Paste the extract below, or delete the headings.',
    ),
  'rows without heading': (f) =>
    say(
      `${countOf(f.count('rows'), 'row')} of ${f.of('sheet')} look like postings, and no row above them has headings that can be understood. They are not proposed.`,
      'Type headings in one row above them, for example Date, Reference, Code, Supplier, Amount.',
    ),
  'ledger without code': (f) =>
    say(
      `No column of the ledger (${f.of('headings')}) says what the money was for.`,
      'Add a column “Code”, or head the one that describes it.',
    ),
  'ledger sign apart': (f) =>
    say(
      `“${f.of('heading')}” says debit or credit, and “${f.of('amount')}” has no sign: credits would be added as spending. The ledger is shown and not kept.`,
      'Add a column with credits negative, or one for debits and one for credits.',
    ),
  'ledger in thousands': (f) =>
    say(
      `“${f.of('heading')}” says the amounts are in thousands or millions, and ledgers are read in pounds and pence.`,
      'Ask for the extract in pounds and pence.',
    ),
  'ledger mostly negative': (f) =>
    say(
      `${countOf(f.count('negative'), 'posting')} of ${f.count('rows')} are negative and the ledger totals ${f.left}: it may show spending as negative.`,
      'If it does, set Sign to reversed in PoolSources; as proposed, signs are taken as they stand.',
    ),
  'ledger is a copy': (f) =>
    say(
      `${countOf(f.count('rows'), 'row')} of it stand on ${f.of('other')} as well, so it is shown and not kept: it would count twice.`,
      'Keep it instead of the other if it is the right one.',
    ),
  'list not kept': (f) =>
    say(
      `${countOf(f.count('rows'), 'posting')} totalling ${f.left} on a sheet that names no partner or is no ledger by its name. They are shown and not kept.`,
      'Keep its rows in the proposal if it is a partner’s ledger, and correct the partner.',
    ),
  'ledger ends early': (f) =>
    say(
      `Another list follows below, so the ledger is taken as ${f.of('address')}.`,
      'Put the lists on sheets of their own if rows are to be added.',
    ),
  'one side only': (f) =>
    say(
      `“${f.of('heading')}” is taken as the amount, and no column with the other side was found.`,
      'If debits and credits stand apart, head the other column Debit or Credit and look again.',
    ),
  'amount chosen': (f) =>
    say(
      `“${f.of('chosen')}” (total ${f.left}) is taken as the amount, not “${f.of('other')}” (total ${f.right}).`,
      'Name the other in PoolSources if it is the right one.',
    ),
  'rows without code': (f) =>
    say(
      `${countOf(f.count('rows'), 'row')} totalling ${f.left} have no “${f.of('heading')}”, and will be shown as unmapped.`,
      'Type their codes in the ledger.',
    ),
  'balances as control': (f) =>
    say(`${f.of('sheet')} is taken as the control total of ${f.partner}, ${f.left}, not as a second ledger.`),
  'balances not used': (f) =>
    say(
      `${f.of('sheet')} holds balances of ${f.partner}, whose ledger is on another sheet; they do not control it and are not used.`,
      'Type the control total in PoolPeriods if there is one.',
    ),
  'no budget found': () =>
    say(
      'No budget was found; the statement will show actuals without variances.',
      'Fill in PoolBudgets, or add a sheet with a budget for each code or line.',
    ),
  'budget unreadable': (f) =>
    say(
      `“${f.of('text')}” is not an amount that can be read with certainty, so this budget is not proposed.`,
      'Type it as a number.',
    ),
  'budget without partner': (f) =>
    say(
      `Nothing says whose budget “${f.of('text')}” is (${f.left}), so it is not proposed.`,
      'Name the partner in a column, in the heading or in the title.',
    ),
  'budget without year': () =>
    say(
      'Nothing says which year this budget is for.',
      'Type the year in the title or the heading, for example Budget 2026/27.',
    ),
  'budget total differs': (f) =>
    say(
      `This total is ${f.left}, and the rows it totals are ${f.right}.`,
      'Check the budget sheet; the rows were taken.',
    ),
  'budget in thousands': () => say('This budget is in thousands or millions; it was multiplied out to pounds.'),
  'budget lines without code': (f) =>
    say(
      `Lines with a budget and no code of a ledger: ${f.of('lines')}.`,
      'Add their codes to PoolCodes if there is spending on them.',
    ),
  'period without year': (f) =>
    say(
      `The periods of ${f.of('table')} carry no year, and nothing in the workbook names one.`,
      'Run reconcile with the month you want; its financial year is taken.',
    ),
  'spelling not listable': (f) =>
    say(
      `“${f.of('name')}” is how another ledger spells ${f.partner}; a spelling with a comma or semicolon cannot stand in Known as beside others.`,
      'Make it the only spelling there, or correct it in the ledger.',
    ),
  'sheets hidden': (f) =>
    say(`Hidden sheets were not looked into: ${f.of('sheets')}.`, 'Unhide a sheet if its ledger is wanted.'),
  'sheets not used': (f) => say(`Sheets without a list that the model needs: ${f.of('sheets')}.`),
};
