/*
 * The sentences for what is found about closed months, frozen figures and a pool that begins: one entry per kind.
 */
import type { ClosingFindingKind } from '../workbook/closingFindings';
import { countOf } from './count';
import { say, type Facts, type Phrase } from './phrase';

/** What a figure belongs to: the line where it has one, else the partner. */
const owner = (f: Facts): string => [f.partner, f.line].filter((name) => name !== '').join(', ');

/** One phrase for every kind of `src/workbook/closingFindings`. */
export const CLOSING_PHRASES: Readonly<Record<ClosingFindingKind, (facts: Facts) => Phrase>> = {
  'close without row': (f) =>
    say(
      `PoolPeriods has no row for ${f.partner} in ${f.period}, so it is not known whether its month has arrived.`,
      'Run Reconcile for the month: it adds the row.',
    ),
  'close not received': (f) =>
    say(
      `${f.period} of ${f.partner} is not received, and a month that is missing cannot be closed.`,
      'When its figures arrive, change the Status here, run Reconcile, and close the month then.',
    ),
  'close not reconciled': (f) =>
    say(`${f.period} has not been reconciled for ${f.partner}.`, 'Run Reconcile for the month first.'),
  'close ledger changed': (f) =>
    say(
      `${f.of('table')} reads differently from when ${f.period} was last run for ${f.partner}: in pool was ${f.left}, is now ${f.right} (${f.difference}).`,
      'Run Reconcile again for the month, then close it.',
    ),
  'close inputs changed': (f) =>
    say(
      `The input tables, or another ledger, read differently from when ${f.period} was last run for ${f.partner}: in pool was ${f.left}, is now ${f.right} (${f.difference}).`,
      'Run Reconcile again for the month, then close it.',
    ),
  'already closed': (f) =>
    say(
      `${f.period} is closed for every partner, and its rows are values.`,
      'Run Check to see what would change. To run the month again, first set its Status in PoolPeriods to provisional.',
    ),
  'figure not ready': (f) =>
    say(
      `“${f.of('column')}” in ${f.of('table')} shows ${f.of('text')}, and only a figure can be kept.`,
      'Wait until Excel has calculated (F9); if it stays, run Check and put right what it names.',
    ),
  'closed figure moved': (f) =>
    say(
      `${owner(f)}: ${f.of('column')} was issued as ${f.left} and would now be ${f.right}: ${f.gap} apart.`,
      'The issued row stays. If the change is to count, set the Status in PoolPeriods to provisional, run Reconcile, and close the month again.',
    ),
  'closed cell live': (f) =>
    say(
      `“${f.of('column')}” in ${f.of('table')} is a formula in a row of ${f.period}, which is closed: it would follow later changes.`,
      'Delete it if nothing stood here when the month was issued (Excel fills a blank column by itself); else close the month again.',
    ),
  'nothing to freeze': (f) =>
    say(
      `No formula is left in Poolbook’s tables${f.period === '' ? '' : ` in the rows of ${f.period}`}: every figure is a value already.`,
      'Nothing needs doing. Run the month again if it is to be live.',
    ),
  'formulas of yours': (f) =>
    say(
      `${countOf(f.count('cells'), 'cell')} of yours on ${f.of('sheet')} ${f.count('cells') === 1 ? 'uses' : 'use'} Poolbook’s functions and ${f.count('cells') === 1 ? 'is' : 'are'} left as ${f.count('cells') === 1 ? 'it is' : 'they are'}: ${f.of('text')}.`,
      'Where the add-in is missing they may show #NAME?; copy them and paste as values if such a colleague needs them.',
    ),
  'no shadow pool': (f) =>
    say(
      `No shadow pool is in force on ${f.of('date')}.`,
      'Look at Kind, From and Ends in PoolArrangements, or choose another month.',
    ),
  'pooled already': (f) =>
    say(
      `${f.of('pool')} is pooled on ${f.of('date')} already.`,
      'Nothing needs doing; to begin on another day, correct From in PoolArrangements.',
    ),
  'pool begins within year': (f) =>
    say(
      `${f.of('pool')} begins on ${f.of('date')}, within ${f.of('year')}. What it settles in that year is counted from then on; what was spent before stays where it is.`,
      `Reconcile ${f.of('period')} with every partner’s ledger before the first settlement: its figures are taken off.`,
    ),
  'pool will settle': (f) =>
    say(
      `From ${f.of('date')} ${f.of('pool')} is a pool${f.of('text') === '' ? ' without a host' : `, hosted by ${f.of('text')}`}: its over- and underspends are shared by each line’s Risk rule. Months before stay a shadow pool and never settle; the first settlement is for ${f.of('period')}.`,
    ),
  'no shadow month': () =>
    say(
      'No month before the pool begins has been reconciled, so what the shares would have been cannot be shown.',
      'Run Reconcile for a month to compare; the pool can begin without.',
    ),
  'pool without rule': (f) =>
    say(
      `${f.of('line')} has no Risk rule, so its over- and underspends will stay where they fall.`,
      'Type where it falls, named, or the name of a Set of PoolShares.',
    ),
  'shadow line incomplete': (f) =>
    say(
      `A figure of ${f.of('line')} is blank in ${f.period}, so what its shares would have been cannot be shown.`,
      'Run Reconcile when every ledger and budget is there.',
    ),
  'shadow line not shared': (f) =>
    say(
      `The Risk rule of ${f.of('line')} has nothing to share by: every weight is 0.`,
      'Correct its Set in PoolShares, or the contributions or budgets it follows.',
    ),
};
