/*
 * The sentences for what is found about grants: one entry per kind.
 */
import type { GrantFindingKind } from '../workbook/grantFindings';
import { say, type Facts, type Phrase } from './phrase';

/** One phrase for every kind of `src/workbook/grantFindings`. */
export const GRANT_PHRASES: Readonly<Record<GrantFindingKind, (facts: Facts) => Phrase>> = {
  'grant below nought': (f) =>
    say(`${f.of('column')} of the grant ${f.of('grant')} is ${f.left}.`, 'Type an amount of £0.00 or more.'),
  'grant minimum above available': (f) =>
    say(
      `${f.left} of the grant ${f.of('grant')} must be spent, and there is ${f.right}: ${f.difference} more than there is.`,
      'Correct Minimum, Amount or Brought forward.',
    ),
  'grant line not listed': (f) =>
    say(
      `Lines of the grant ${f.of('grant')} names “${f.of('line')}”, which is no line of PoolLines.`,
      'Use the name in the column Line of PoolLines; part several lines by a semicolon.',
    ),
  'grant line twice': (f) =>
    say(`Lines of the grant ${f.of('grant')} names ${f.of('line')} twice; it counts once.`, 'Delete one of the two.'),
  'grant order twice': (f) =>
    say(
      `The grants ${f.of('other')} and ${f.of('grant')} both have the Order ${f.of('order')}; the earlier row is applied first.`,
      'Give each grant of the pool a number of its own.',
    ),
  'grant line excluded': (f) =>
    say(
      `The grant ${f.of('grant')} names ${f.of('line')}, which is not in the pool at the end of ${f.period}, so it pays for nothing there.`,
      'Take the line out of Lines, or correct Scope in PoolLines.',
    ),
  'grant line of other pool': (f) =>
    say(
      `The grant ${f.of('grant')} names ${f.of('line')}, which is a line of the pool ${f.of('pool')}.`,
      'Take the line out of Lines; a grant for two pools has a row for each, with its part of the amount.',
    ),
  'grant without lines': (f) =>
    say(
      `Lines of the grant ${f.of('grant')} is blank, which means every line of the pool ${f.of('pool')}, and that pool has none in scope.`,
      'Correct Pool, or name the lines.',
    ),
  'grant spend not known': (f) =>
    say(
      `What was spent on the lines of the grant ${f.of('grant')} by ${f.period} is not known, so nothing is applied yet.`,
      'Reconcile the month; figures of a partner may not be received.',
    ),
  'grant unspent': (f) =>
    say(
      `At the year’s end ${f.difference} of the grant ${f.of('grant')} is unspent: ${f.left} applied of ${f.right}.`,
      'Carry it into Brought forward of the next year if the grant allows it; else it goes back to who gave it.',
    ),
  'grant minimum not yet met': (f) =>
    say(
      `By ${f.period} ${f.left} of the grant ${f.of('grant')} is applied, and at least ${f.right} must be by March: ${f.difference} to go.`,
      'Nothing is wrong yet; plan the spending on its lines.',
    ),
  'grant minimum not met': (f) =>
    say(
      `${f.left} of the grant ${f.of('grant')} was applied in ${f.of('year')}, and at least ${f.right} had to be: ${f.difference} short.`,
      'Tell who gave the grant, or correct its lines if spending on others was eligible.',
    ),
};
