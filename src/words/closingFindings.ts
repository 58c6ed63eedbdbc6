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
      `The month ${f.period} of ${f.partner} is not received, and a month that is missing cannot be closed.`,
      'When its figures arrive, change the Status here, run Reconcile, and close the month then.',
    ),
  'close not reconciled': (f) =>
    say(`The month ${f.period} has not been reconciled for ${f.partner}.`, 'Run Reconcile for the month first.'),
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
      `${f.of('column')} of ${f.of('table')} shows ${f.of('text')}, and only a figure can be kept.`,
      'Wait until Excel has calculated (F9); if it stays, run Check and put right what it names.',
    ),
  'closed figure moved': (f) =>
    say(
      `${owner(f)}: ${f.of('column')} was issued as ${f.left} and would now be ${f.right}: ${f.difference} apart.`,
      'The issued row stays. If the change is to count, set the Status in PoolPeriods to provisional, run Reconcile, and close the month again.',
    ),
  'closed cell live': (f) =>
    say(
      `${f.of('column')} of ${f.of('table')} is a formula in a row of ${f.period}, which is closed: it would follow later changes.`,
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
};
