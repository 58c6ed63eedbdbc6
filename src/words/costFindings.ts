/*
 * The sentences for what is found about staff and placements: one entry per kind.
 */
import type { CostFindingKind } from '../workbook/costFindings';
import { say, type Facts, type Phrase } from './phrase';

/** What a row of the table is. */
const thing = (f: Facts): string => (f.of('table') === 'PoolStaff' ? 'post' : 'case');

/** One phrase for every kind of `src/workbook/costFindings`. */
export const COST_PHRASES: Readonly<Record<CostFindingKind, (facts: Facts) => Phrase>> = {
  'cost dates crossed': () =>
    say('To lies before From, so this row has no day.', 'Correct one of the two dates; both days count.'),
  'rate below zero': (f) =>
    say(
      `Rate of ${f.of('table')} is ${f.left}, and a rate cannot be below £0.00.`,
      f.of('table') === 'PoolPlacements'
        ? 'Type it without the minus; what the client pays goes into Client income.'
        : 'Type it without the minus; an agreed saving is an item of PoolProjects.',
    ),
  'cost dates overlap': (f) =>
    say(
      `Rows of the ${thing(f)} “${f.of('name')}” run on the same days on one line (the other is row ${f.of('row')}), so it would count twice.`,
      f.of('table') === 'PoolStaff'
        ? 'End the earlier row the day before this one begins; for two posts, or two funders of one, give each a name of its own, for example Social workers (Trust).'
        : 'End the earlier row the day before this one begins.',
    ),
  'cost line without pool': (f) =>
    say(
      `The line “${f.of('text')}” of ${f.of('table')} is in no pool at the end of ${f.period}, so its cost cannot be settled.`,
      'Name its pool in PoolLines, in the row in force and in scope, or correct the line here.',
    ),
  'cost too large': (f) =>
    say(
      `The cost of the ${thing(f)} “${f.of('name')}” has more than 15 digits and cannot be held to the penny.`,
      'Correct its figures.',
    ),
  'wte not usable': (f) => say(`WTE is ${f.of('text')}, and it cannot be below 0.`, 'Type it without the minus.'),
  'heads not usable': (f) =>
    say(
      `Heads is ${f.of('text')}, which is not a number of people.`,
      'Type a whole number, or leave it blank; parts of a post go into WTE.',
    ),
  'wte above heads': (f) =>
    say(
      `WTE is ${f.of('text')} and Heads ${f.of('heads')}: more whole-time equivalents than people.`,
      'Correct the one that is wrong.',
    ),
  'manager ratio not met': (f) =>
    say(
      `Front-line managers of ${f.of('group')}: ${f.of('own')} of ${f.of('total')} ${f.of('basis')} are social care, which is ${f.of('share')}, not the agreed ${f.of('agreed')} (${f.of('gap')}).`,
      `${f.of('agreed')} would be ${f.of('agreedPosts')}. No amount changes by it; agree it between the partners, or correct Profession.`,
    ),
  'managers of one side': (f) =>
    say(
      `The front-line managers of ${f.of('group')} are all of one side (${f.of('words')}), so their ratio is not looked at.`,
      'Add the other side’s managers to PoolStaff if the ratio of social care to health was agreed.',
    ),
  'manager not counted': (f) =>
    say(
      `The profession “${f.of('text')}” is not counted for the ratio of social care to health managers.`,
      `If it is a front-line manager’s post, type ${f.of('words')}.`,
    ),
  'weight below zero': (f) =>
    say(
      `The weight of ${f.of('column')} is ${f.of('text')}, and it cannot be below 0.`,
      'Type 0 if this partner bears nothing of the case.',
    ),
  'weights all zero': (f) =>
    say(
      `No partner has a weight above 0 for the case “${f.of('name')}”, so nobody would bear it.`,
      'Type the weights in the partners’ columns: per cent, parts or pounds, whatever the case was agreed in.',
    ),
  'total without end': (f) =>
    say(
      `The rate of the case “${f.of('name')}” is for its whole time, and To is blank.`,
      'Type the last day, or a rate per day, week or year.',
    ),
  'client income below zero': (f) =>
    say(`Client income is ${f.left}, and it cannot be below £0.00.`, 'Type what the client pays, without a minus.'),
  'client income above rate': (f) =>
    say(
      `The client of the case “${f.of('name')}” pays ${f.left}, more than the rate of ${f.right} (by ${f.difference}), so the partners would get money back.`,
      'Check that both are for the same time: a day, a week, a year, or the whole.',
    ),
  'case on two lines': (f) =>
    say(
      `The case “${f.of('name')}” is on ${f.of('line')} here and on ${f.of('other')} in row ${f.of('row')}, on the same days.`,
      'Nothing to do for two services; if it is one, end the earlier row first.',
    ),
  'partner columns apart': (f) =>
    say(
      `Another column stands between the partners’ columns ${f.of('heading')} and ${f.of('column')}, and their weights are read as one block.`,
      'Move the column between them to the right end of the table.',
    ),
  'partner without column': (f) =>
    f.of('strangers') === ''
      ? say(
          `PoolPlacements has no column headed ${f.of('column')}, so ${f.partner} bears nothing of any case.`,
          `If it should, add a column ${f.of('column')} beside the other partners’.`,
        )
      : say(
          `PoolPlacements has no column headed ${f.of('column')}, so ${f.partner} bears nothing of any case. The figures under ${f.of('strangers')} are nobody’s: no partner has that Short name.`,
          `If they are its weights, give the column the heading ${f.of('column')}; else add a column ${f.of('column')} beside the other partners’, if it should bear something.`,
        ),
};
