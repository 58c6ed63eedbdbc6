/*
 * The sentences for what is found in the tables of the model and in the way of writing them: one entry per kind.
 */
import type { WorkbookFindingKind } from '../workbook/findings';
import { countOf } from './count';
import { say, type Facts, type Phrase } from './phrase';

/** Which task writes the table again. */
const again = (f: Facts): string =>
  f.of('table') === 'PoolSplit' ? 'run Share project costs again' : 'run Reconcile again for the month';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const cell = (f: Facts): string => `“${f.of('column')}” in ${f.of('table')}`;

/** One phrase for every kind of `src/workbook/findings`. */
export const WORKBOOK_PHRASES: Readonly<Record<WorkbookFindingKind, (facts: Facts) => Phrase>> = {
  'period not given': (f) =>
    say(
      f.of('text') === '' ? 'No month was given.' : `“${f.of('text')}” is no month.`,
      'Give the calendar month as year and month, for example 2026-06.',
    ),
  'table name taken': (f) =>
    say(
      `The name ${f.of('table')} is taken by a ${f.of('by') === 'name' ? 'defined name' : 'table'} of yours (${f.of('where')}).`,
      'Give yours another name; Poolbook does not touch it.',
    ),
  'sheet in the way': (f) =>
    say(
      `The sheet ${f.of('sheet')} is needed for a table of the model and holds something else.`,
      'Give your sheet another name, or clear it if it is not needed.',
    ),
  'cells in the way': (f) =>
    say(
      `This cell stands where the next rows of ${f.of('table')} must go.`,
      'Move what stands below the table to another sheet.',
    ),
  'sheet protected': (f) =>
    say(
      `The sheet ${f.of('sheet')} is protected, so nothing can be written.`,
      'Unprotect it (Review, Unprotect Sheet) and run again; Poolbook never does that for you.',
    ),
  'workbook protected': (f) =>
    say(
      `The sheet ${f.of('sheet')} must be added, and the workbook is protected against new sheets.`,
      'Switch that off (Review, Protect Workbook) and run again; Poolbook never does that for you.',
    ),
  'table filtered': (f) =>
    say(
      `${f.of('table')} is filtered, and Excel puts figures into the wrong rows of a filtered table.`,
      'Clear its filter (Data, Clear) and run again.',
    ),
  'column missing': (f) =>
    say(
      `${f.of('table')} has no column “${f.of('column')}”: it was deleted or renamed.`,
      `Give a column the heading ${f.of('column')} again.`,
    ),
  'no room for columns': (f) =>
    say(
      `${f.of('table')} needs a column at its right end for ${f.of('names')}, and something stands to the right of it.`,
      'Move what stands there to another sheet.',
    ),
  'formula too long': (f) =>
    say(
      `The formulas of the column ${f.of('column')} of ${f.of('table')} would be ${countOf(f.count('length'), 'character')} long, and Excel takes at most ${f.count('limit').toLocaleString('en-GB')}: ${(f.count('length') - f.count('limit')).toLocaleString('en-GB')} too many.`,
      'These formulas hold the names of partners and of their groups. Shorten them in PoolPartners (Partner, Short name, Part of), and wherever else they stand, then run again.',
    ),
  'header hidden': (f) =>
    say(`The header row of ${f.of('table')} is switched off.`, 'Switch it on again (Table Design, Header Row).'),
  'header moved': (f) =>
    say(
      `The headings of ${f.of('table')} stand in row ${f.of('row')} instead of row 5.`,
      'Nothing is lost; move the table back when convenient.',
    ),
  'table missing': (f) =>
    say(
      `${f.of('table')} is needed and has no rows.`,
      'Run Build the model, or Add a table to fill in, and type its rows.',
    ),
  'cell missing': (f) => say(`${cell(f)} is blank on this row.`, `Fill in the ${f.of('column')}.`),
  'cell error value': (f) =>
    say(`${cell(f)} shows the error ${f.of('text')}.`, 'Correct the formula in this cell, or type the value.'),
  'cell not money': (f) =>
    say(
      `${cell(f)} holds “${f.of('text')}”, which is not an amount of pounds and pence.`,
      'Type a number, for example 2811.56.',
    ),
  'cell part penny': (f) =>
    say(
      `${countOf(f.count('cells'), 'cell')} of ${cell(f)} ${f.count('cells') === 1 ? 'has' : 'have'} part of a penny: ${f.of('text')} is taken as ${f.left}.`,
      'Round the cell to pence, or share the sum with POOL.SPLIT, whose parts total it to the penny.',
    ),
  'cell not number': (f) => say(`${cell(f)} holds “${f.of('text')}”, which is not a number.`, 'Type a number.'),
  'cell date with time': (f) =>
    say(
      `${cell(f)} has a time of day beside ${f.of('date')}, so formulas take it as later than that day.`,
      'Type the date alone.',
    ),
  'cell not date': (f) =>
    say(
      `${cell(f)} holds “${f.of('text')}”, which is not a date to Excel.`,
      'Type the date as day/month/year, for example 01/04/2026.',
    ),
  'cell not period': (f) =>
    say(`${cell(f)} holds “${f.of('text')}”, which is not a month.`, "Type it with an apostrophe as '2026-06."),
  'cell period is date': (f) =>
    say(
      `${cell(f)} is a date to Excel, so no row of ${f.of('period')} would be found by it.`,
      `Type it with an apostrophe as '${f.of('period')}.`,
    ),
  'cell unknown word': (f) =>
    say(`${cell(f)} holds “${f.of('text')}”, which it does not know.`, `Use one of: ${f.of('words')}.`),
  'cell number as name': (f) =>
    say(
      `${cell(f)} holds the number ${f.of('text')}, and a formula finds names as text only.`,
      `Type it with an apostrophe before it: '${f.of('text')}. The same wherever this name stands.`,
    ),
  'cell logical as name': (f) =>
    say(
      `${cell(f)} holds ${f.of('text')}, which is a logical value to Excel and not a name.`,
      `Type the name; if it is ${f.of('text')}, type it with an apostrophe before it: '${f.of('text')}. The same wherever it stands.`,
    ),
  'cell odd spaces': (f) =>
    say(
      `${cell(f)} has spaces before, after or doubled in “${f.of('text')}”, so a formula would not find it.`,
      'Type it again without them.',
    ),
  'row twice': (f) =>
    say(
      `${f.of('table')} has this row twice (${f.of('key')}); the other is row ${f.of('row')}.`,
      f.of('apart') === ''
        ? 'Delete one of the two.'
        : `Delete one of the two; if both are meant, tell them apart by ${f.of('apart')}.`,
    ),
  'short name not usable': (f) =>
    say(
      `The short name “${f.of('text')}” cannot head a column: ${f.of('problem')}.`,
      "Use at most 40 characters and none of ' # [ ] @.",
    ),
  'short name twice': (f) =>
    say(`The short name “${f.of('text')}” is used on row ${f.of('row')} too.`, 'Give each partner its own.'),
  'short name taken': (f) =>
    say(
      `The short name “${f.of('text')}” is the heading of another column of ${f.of('table')}, where each partner has one.`,
      'Choose another short name.',
    ),
  'name reserved': (f) =>
    say(
      `“${f.of('text')}” cannot be a partner: the statement has a row of that name.`,
      'Use another name for the partner.',
    ),
  'partner not listed': (f) =>
    say(
      `${cell(f)} holds “${f.of('text')}”, which is no partner of PoolPartners.`,
      'Use the name in the column Partner, or add the partner.',
    ),
  'manager not listed': (f) =>
    say(
      `“${f.of('column')}” in PoolLines holds “${f.of('text')}”, which is no partner of PoolPartners and no group.`,
      'Use the name in the column Partner; if it is a board or a person, nothing to do: no figure depends on it.',
    ),
  'line not listed': (f) =>
    say(
      `${cell(f)} holds “${f.of('text')}”, which is no line of PoolLines.`,
      'Use the name in the column Line, or add the line.',
    ),
  'pool not listed': (f) =>
    say(
      `${cell(f)} holds “${f.of('text')}”, which is no pool of PoolArrangements.`,
      'Use the name in the column Pool, or add the pool.',
    ),
  'year apart': (f) =>
    say(
      `${cell(f)} holds ${f.of('text')}, and the other rows of the workbook are of ${f.of('years')}: it is in no figure of those.`,
      'Correct it if digits have changed places; if it is meant, nothing to do.',
    ),
  'forecast without figure': (f) =>
    say(
      `The forecast of ${f.partner} for ${f.line} is to be its own (Basis “${f.of('words')}”), and Forecast is blank: the statement shows a calculated one.`,
      'Type the figure in Forecast, or choose “straight line” or “remaining budget” as Basis.',
    ),
  'forecast not used': (f) =>
    say(
      `Forecast of ${f.partner} for ${f.line} is ${f.left}, and Basis is “${f.of('words')}”, by which it is calculated: the figure is not used.`,
      'Choose “own” as Basis to use the figure, or delete it.',
    ),
  'year not readable': (f) =>
    say(
      `“Year” in ${f.of('table')} holds “${f.of('text')}”, which is not a financial year.`,
      "Type it with an apostrophe, for example '2026/27.",
    ),
  'date outside year': (f) =>
    say(`From of ${f.of('table')} lies outside the year ${f.of('text')} of its row.`, 'Correct the date or the year.'),
  'profile unknown': (f) =>
    say(
      `“Profile” in PoolBudgets holds “${f.of('text')}”, which is neither twelfths nor a row of PoolProfiles.`,
      'Use a name of the column Profile in PoolProfiles, or leave it blank for twelfths.',
    ),
  'profile called twelfths': () =>
    say('A profile is called twelfths, which already means a twelfth for each month.', 'Give it another name.'),
  'profile month negative': (f) =>
    say(
      `${f.of('column')} of the profile “${f.of('profile')}” is ${f.of('fraction')}; no month can have less than nothing of the budget.`,
      'Type 0 or the part of the year that falls on the month; a budget below £0.00 has a profile above 0 too.',
    ),
  'profile not whole': (f) =>
    say(
      `The months of the profile “${f.of('profile')}” total ${f.of('total')}, not 1: ${f.of('gap')}.`,
      'Correct the months; the last one can be 1 less the sum of the others.',
    ),
  'virements do not balance': (f) =>
    say(`The virements of ${f.of('year')} total ${f.difference}, not £0.00.`, 'Add the other side of each virement.'),
  'source not found': (f) =>
    say(
      `PoolSources names “${f.of('text')}”, which is no table, no defined name and no cells of this workbook.`,
      'Name an Excel table, a defined name, or the address of the header row, for example Ledger!A10:F10.',
    ),
  'source without header': (f) =>
    say(`The table ${f.of('text')} has no header row.`, 'Switch it on (Table Design, Header Row).'),
  'header merged': (f) =>
    say(
      `Headings of ${f.of('table')} are merged (${f.of('address')}), so only the first column under them has a name.`,
      'Unmerge them and give each column its own heading.',
    ),
  'too many live cells': (f) =>
    say(
      `The statement has ${countOf(f.count('cells'), 'cell')} that would be live formulas, above ${countOf(f.count('limit'), 'cell')}; its figures were written as values.`,
      'Run again after changing an input: the figures do not follow by themselves.',
    ),
  'no lines': () => say('No line of PoolLines is in scope in this month.', 'Check Scope and From in PoolLines.'),
  'period closed': (f) =>
    say(
      `${f.period} is closed for ${f.partner}: its rows are issued and stay as they are.`,
      'Run Check to see what would change. To run the month again, first set its Status in PoolPeriods to provisional.',
    ),
  'calculation manual': () =>
    say(
      'Excel calculates this workbook only when asked, so figures shown may be old.',
      'Press F9 before you read or print the statement.',
    ),
  'ledger changed': (f) =>
    say(
      `${f.of('table')} reads differently from when ${f.period} was last run for ${f.partner}: in pool was ${f.left}, is now ${f.right} (${f.difference}).`,
      'Run Reconcile again for the month, if the change is meant to count.',
    ),
  'inputs changed': (f) =>
    say(
      `The input tables, or another ledger, read differently from when ${f.period} was last run for ${f.partner}: in pool was ${f.left}, is now ${f.right} (${f.difference}).`,
      'Run Reconcile again for the month, if the change is meant to count.',
    ),
  'not run': (f) =>
    say(
      f.period === '' ? 'No month has been reconciled yet.' : `${f.period} has not been reconciled yet.`,
      'Run Reconcile.',
    ),
  'formula overwritten': (f) =>
    say(
      `${cell(f)} holds a typed value where a live formula was written.`,
      `${capital(again(f))} to put the formula back, or keep notes in a column of your own.`,
    ),
  'formula error': (f) =>
    say(
      `${cell(f)} shows ${f.of('text')}.`,
      `Look for text in an amount or date of the input tables; then ${again(f)}.`,
    ),
  'figure differs': (f) =>
    say(
      `${cell(f)} shows ${f.left}; worked out from the tables it is ${f.right}: ${f.gap} apart.`,
      `Recalculate (F9); if it stays, ${again(f)}.`,
    ),
  'row missing': (f) => say(`${f.of('table')} has no row for ${f.of('key')}.`, `${capital(again(f))}.`),
  'row unknown': (f) =>
    say(`${f.of('table')} has a row for ${f.of('key')} that no run would write.`, `Delete the row, or ${again(f)}.`),
};
