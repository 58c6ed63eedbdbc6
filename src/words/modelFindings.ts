/*
 * The sentences for what is found while looking for the model in a workbook: one entry per kind, so that a kind without a
 * sentence does not compile. One table, in the order of the kinds.
 */
import type { ModelFindingKind } from '../tasks/model/findings';
import { countOf } from './count';
import { tableDoes } from './inputTables';
import { say, type Facts, type Phrase } from './phrase';

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
  'budget by month': (f) =>
    say(
      `The budget of ${f.of('lines')} is given by month; its ${countOf(f.count('months'), 'month')} are added up, and PoolBudgets spreads the year in twelfths. Budget to date then differs from the sheet, most for ${f.of('line')}: by up to ${f.left}.`,
      'The budget for the year is exact. For a budget to date as in the sheet, add a row with each month’s part of the year to PoolProfiles, and put its name into Profile of these lines.',
    ),
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
  'table unknown': (f) =>
    say(
      f.of('text') === '' ? 'No table was named.' : `There is no table ${f.of('text')} to fill in.`,
      `Name one or more of ${f.of('tables')}.`,
    ),
  'table needs partners': (f) =>
    say(
      `${f.of('table')} has a column for each partner, and PoolPartners names none yet.`,
      'First list the partners, each with its Short name: run Build the model, or add PoolPartners and fill it in.',
    ),
  'table to fill in': (f) =>
    say(
      `A new table, empty, on the sheet ${f.of('sheet')}. ${tableDoes(f.of('table'))}`.trimEnd(),
      'Type the first row into the blank row below the headings; the table grows with each row typed below it.',
    ),
  'table there already': () => say('This table is in the workbook already, and is left as it is.'),
  'partner columns added': (f) =>
    say(
      `This table gets a column for ${f.of('names')} at its right end; all that is in it stays.`,
      'Fill in the new column where it counts; blank is 0.',
    ),
  'optional columns added': (f) =>
    say(
      `This table gets the column ${f.of('names')} at its right end; all that is in it stays.`,
      'Fill it in where it is agreed; a blank cell changes nothing.',
    ),
  'partner column by hand': (f) =>
    say(
      `${f.of('table')} has no column for ${f.of('names')}, and no partner has the Short name ${f.of('other')}. It may be one partner before and after its Short name was changed, so no column is added.`,
      `If it is, give ${f.of('other')} the new Short name as its heading; if not, insert a column headed ${f.of('names')} beside the other partners’.`,
    ),
};
