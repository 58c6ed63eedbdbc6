/*
 * The sentences for what is found in ledgers and in reconciling them: one entry per kind, so that a kind without a
 * sentence does not compile. It is long because it is one table, in the order of the kinds.
 */
import type { LedgerFindingKind } from '../ledger/findings';
import { kindTitle } from './findingGroups';
import { countOf } from './count';
import { poundsOf } from './money';
import { monthWords } from './month';
import { say, type Facts, type Phrase } from './phrase';

/** What a row that cannot be read says about itself. */
function unreadable(f: Facts): string {
  const code = f.of('code') === '' ? '' : ` (code ${f.of('code')})`;
  return `“${f.of('text')}”${code}`;
}

/** One phrase for every kind of `src/ledger/findings`. */
export const LEDGER_PHRASES: Readonly<Record<LedgerFindingKind, (facts: Facts) => Phrase>> = {
  'heading missing': (f) =>
    say(
      `${f.of('table')} has no column headed “${f.of('heading')}”, which PoolSources names as its ${f.of('role')}.`,
      'Correct the heading in PoolSources, or give the column that heading again.',
    ),
  'vat unknown': (f) =>
    say(
      `VAT of PoolSources holds “${f.of('heading')}”, and ${f.of('table')} has no column headed so. No figure depends on it.`,
      'Type net or gross, the heading of the ledger’s VAT column, or leave it blank.',
    ),
  'heading twice': (f) =>
    say(
      `${f.of('table')} has two columns headed “${f.of('heading')}”, so it is not known which is the ${f.of('role')}.`,
      'Give one of the two columns another heading.',
    ),
  'ledger empty': (f) =>
    say(
      `${f.of('table')} has no rows below its headings.`,
      'Paste the extract below them, or point PoolSources at the right place.',
    ),
  'ledger twice': (f) =>
    say(
      `PoolSources names the ledger at ${f.of('table')} twice; it was read once, for ${f.of('other')}.`,
      'Delete one of the two rows of PoolSources.',
    ),
  'no period or date': (f) =>
    say(
      `${f.of('table')} has neither a period nor a date column, so all ${countOf(f.count('rows'), 'row')} were taken as being to date.`,
      'Name the Period or Date column in PoolSources unless the extract ends with the month asked for.',
    ),
  'period style uncertain': (f) =>
    say(
      `The periods in ${f.of('table')} could be calendar months or financial periods; they were read as ${f.of('reading')}.`,
      'Check one row whose month you know; name a Date column in PoolSources if the reading is wrong.',
    ),
  'period year assumed': (f) =>
    say(
      `The periods in ${f.of('table')} carry no year; ${countOf(f.count('cells'), 'row')} were taken as ${f.of('year')}.`,
    ),
  'period unreadable': (f) =>
    say(
      `The month of this row cannot be read: ${unreadable(f)}. Its amount is listed apart and is not in the ledger total.`,
      'Type a date or a period Poolbook knows (for example 03, P3 or Jun-26) and run again.',
    ),
  'dates unreadable': (f) =>
    say(
      `Dates in ${f.of('table')} that cannot be read: ${countOf(f.count('rows'), 'row')}, “${f.of('text')}” first. The rows count by their period; only the matching of dates passes them over.`,
    ),
  'amount unreadable': (f) =>
    say(
      `This amount cannot be read with certainty: ${unreadable(f)}. The row is listed apart and is not in the ledger total.`,
      'Type it as a number, for example 2811.56, and run again.',
    ),
  'amount blank': (f) =>
    say(
      `This row has a code, date or reference but no amount${f.of('code') === '' ? '' : ` (code ${f.of('code')})`}.`,
      'Type the amount, or 0 if there is none.',
    ),
  'debit and credit': (f) =>
    say(
      `Debit and Credit are both filled in on ${countOf(f.count('rows'), 'row')} of ${f.of('table')}, this one first; debit less credit was taken.`,
      'Check the row in the ledger.',
    ),
  'credits written negative': (f) =>
    say(
      `Every amount in the Credit column of ${f.of('table')} is negative (${countOf(f.count('rows'), 'row')}), so credits were added and not taken off again.`,
      'Check one credit in the ledger: it should lower the total.',
    ),
  'total too large': (f) =>
    say(
      `The amounts of ${f.partner} together have more than fifteen digits, which Excel cannot hold exactly; they were not added up.`,
      'Check the ledger for an amount in the wrong column.',
    ),
  'error values': (f) =>
    say(
      `${countOf(f.count('rows'), 'row')} of ${f.of('table')} have an error value in the code, counterparty or reference, this one first.`,
      'Put the look-up behind the error right: the row may belong to another line or partner.',
    ),
  'amounts as text': (f) =>
    say(
      `Text that can mean only one amount was read as a number: ${countOf(f.count('rows'), 'row')} in ${f.of('table')}.`,
    ),
  'part pennies': (f) =>
    say(
      `Amounts with part of a penny were rounded: ${countOf(f.count('rows'), 'row')} in ${f.of('table')}; together that adds ${f.of('effectPence')} pence.`,
      'Check that the extract is in pounds and pence.',
    ),
  'rows left out': (f) =>
    say(
      `Rows of ${f.of('table')} that are no ledger lines were left out: ${leftOutCounts(f)}.${f.of('texts') === '' ? '' : ` They say: ${f.of('texts')}.`}`,
    ),
  'total differs': (f) =>
    say(
      `“${f.of('text')}” looks like a total of ${f.left}, but the rows it could total come to ${f.right}: ${f.gap} apart. It was kept as a row and counts as unmapped.`,
      'Delete the total, correct it, or give the row its code.',
    ),
  'row without code': (f) =>
    say(
      `This row has an amount (${f.left}) but no code, date or reference. It counts as unmapped.`,
      'Give it its code, or delete it if it is a note.',
    ),
  'code unmapped': (f) =>
    say(
      `No row of PoolCodes fits the code “${f.of('code')}” of ${f.partner}: ${countOf(f.count('rows'), 'row')}, ${f.left} to date, counted as unmapped.`,
      'Add the code to PoolCodes with its line, or with excluded, recharge or contribution.',
    ),
  'line unknown': (f) =>
    say(
      `PoolCodes sends the code “${f.of('code')}” to “${f.of('target')}”, which is no line of PoolLines.`,
      'Correct the line in PoolCodes, or add it to PoolLines.',
    ),
  'percent not 100': (f) =>
    say(
      `The rows of PoolCodes for the code “${f.of('code')}” total ${f.of('percent')}%, not 100%.`,
      'Correct the percentages: rows with the same code and From share it in full.',
    ),
  'code twice': (f) =>
    say(
      `PoolCodes has the code “${f.of('code')}” twice with the same From, without percentages${f.of('row') === '' ? '' : `; the other is row ${f.of('row')}`}. What a ledger has under it counts as unmapped.`,
      'Delete one of the two; if both lines are meant, type what each takes in Percent, 100% together.',
    ),
  'partner unknown': (f) =>
    say(
      `“${f.of('name')}” in ${f.of('table')} is no partner of PoolPartners.`,
      'Use the name in the column Partner, or add the partner.',
    ),
  'partner name twice': (f) =>
    say(
      `“${f.of('name')}” is used for two partners in PoolPartners${f.of('partner') === '' ? '' : `, ${f.of('partner')} among them`}.`,
      'Give each name and each spelling in Known as to one partner only.',
    ),
  'partner without ledger': (f) =>
    say(
      `${f.partner} has no ledger in PoolSources, and its month is not marked in PoolPeriods.`,
      'Add its ledger to PoolSources, or set its Status in PoolPeriods to not received.',
    ),
  'not received': (f) =>
    say(
      `The figures of ${f.partner} for ${f.period} are not received: its cells stay blank and the joint figures say incomplete.`,
      'When they arrive, change the Status in PoolPeriods and run again.',
    ),
  'shares projects only': (f) =>
    say(
      `${f.partner} shares the cost of projects or posts and has no ledger, month or budget in the model, so the statement does not wait for it, and rows with it are rows with an outside body.`,
      'If it is a partner of the pool itself, add its ledger to PoolSources, or a row to PoolPeriods.',
    ),
  'no rows in month': (f) =>
    say(
      `The ledger of ${f.partner} has no row in ${f.period} itself.`,
      'Check that the extract is the one for this month.',
    ),
  'later rows': (f) =>
    say(`Not in the total of ${f.partner}: ${countOf(f.count('rows'), 'row')} after ${f.period}, ${f.left} together.`),
  'earlier rows': (f) =>
    say(
      `Not in the total of ${f.partner}: ${countOf(f.count('rows'), 'row')} before April of the financial year, ${f.left} together.`,
    ),
  'control total differs': (f) =>
    say(
      `The ledger of ${f.partner} totals ${f.left}, the control total is ${f.right}: ${f.gap} apart.`,
      'Ask for a complete extract, or correct the control total in PoolPeriods.',
    ),
  'adjustment not used': (f) =>
    f.of('reversesIn') === ''
      ? say(
          `This adjustment is not used: ${f.of('problem')}${f.of('target') === '' ? '' : ` (${f.of('target')})`}.`,
          'Correct its line or its months in PoolAdjustments.',
        )
      : say(
          `This adjustment${f.of('target') === '' ? '' : ` of ${f.of('target')}`} is made in ${monthWords(f.of('period'))} and reversed in ${monthWords(f.of('reversesIn'))}, which is not later, so it is not used.`,
          'Type a later month in Reverses in, or leave it blank if the adjustment stays.',
        ),
  'prepayment adds': (f) =>
    say(
      `This prepayment of ${f.left} raises what ${f.partner} has spent on ${f.of('line')}: an amount in PoolAdjustments is what it adds to spending.`,
      'Type it with a minus if the ledger holds a payment for a later month. If it is income received early, nothing is to be done.',
    ),
  'adjustment stays': (f) =>
    say(
      `This ${f.of('kind')} of ${f.left} for ${f.partner} on ${f.of('line')} was made in ${monthWords(f.of('period'))}, and Reverses in is blank: it still counts.`,
      'Type the month in which it is taken back. If it is to stay, call it a correction.',
    ),
  'counterparty unknown': (f) =>
    say(
      `This row of ${f.partner} is between partners${f.of('code') === '' ? '' : ` (code ${f.of('code')})`}, but does not say with whom.`,
      'Name the Counterparty column in PoolSources, or add the spelling to Known as in PoolPartners.',
    ),
  'pair not compared': (f) =>
    say(
      `${countOf(f.count('rows'), 'row')} of ${f.partner} with ${f.of('other')} (${f.left}) are not compared, because the figures of ${f.of('other')} are not received.`,
      'Run again when they arrive.',
    ),
  'pair difference': (f) =>
    say(
      `${bothSides(f)}: ${f.difference} not explained${f.of('cause') === 'amount difference' || isOneSided(f) ? '' : ` (${f.of('cause')})`}.`,
      'Find the missing or differing entry, or write the reason beside it in PoolBridge.',
    ),
  'pair explained': (f) => say(`${bothSides(f)}: ${f.difference}, explained by ${f.of('cause')}.`),
  'possible double payment': (f) =>
    say(
      `${f.of('supplier')}, reference ${f.reference}, ${poundsOf(f.finding.leftPence ?? 0)} stands in the ledger of ${f.partner} and of ${f.of('other')}${f.of('otherCell') === '' ? '' : ` (${f.of('otherCell')})`}.`,
      'Check that the invoice was not paid twice.',
    ),
  'more alike': (f) =>
    say(
      `“${kindTitle(f.of('kind'))}”: ${countOf(f.count('more'), 'finding')} more, beginning here${f.of('lastRow') === '' ? '' : ` and ending in row ${f.of('lastRow')}`}; the first ${f.of('listed')} are listed.${f.finding.differencePence === undefined ? '' : ` Those not listed come to ${f.difference}.`}`,
      'So many alike mostly have one cause, such as a column saved in another form. Put it right and run again: what is left is then listed.',
    ),
};

function isOneSided(f: Facts): boolean {
  return f.of('cause') === 'only in left' || f.of('cause') === 'only in right';
}

/** What the two ledgers say of one thing; a side without an entry has none, which is not £0.00. */
function bothSides(f: Facts): string {
  const cause = f.of('cause');
  const what = f.reference === '' ? '' : ` for ${f.reference}`;
  if (cause === 'only in left') return `${f.partner} has ${f.left}${what}, ${f.of('other')} has no entry`;
  if (cause === 'only in right') return `${f.of('other')} has ${f.right}${what}, ${f.partner} has no entry`;
  return `${f.partner} has ${f.left}, ${f.of('other')} has ${f.right}${what}`;
}

/** Only what there was: "7 totals", "2 blank rows, 1 total". */
function leftOutCounts(f: Facts): string {
  const kinds = [
    ['blank', 'blank row'],
    ['headers', 'repeated heading'],
    ['titles', 'title'],
    ['totals', 'total'],
  ] as const;
  return kinds
    .filter(([kind]) => f.count(kind) > 0)
    .map(([kind, noun]) => countOf(f.count(kind), noun))
    .join(', ');
}
