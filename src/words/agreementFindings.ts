/*
 * The sentences for what is found about caps, lists of shares, and what meets overspends first: one entry per kind.
 */
import type { AgreementFindingKind } from '../workbook/agreementFindings';
import { countOf } from './count';
import { say, type Facts, type Phrase } from './phrase';

/** @example 'the Set “Risk” from 01/04/2026' */
function listWords(f: Facts): string {
  return `the Set “${f.of('set')}”${f.of('from') === '' ? '' : ` from ${f.of('from')}`}`;
}

/** @example 'is shadow'; for a pool without a kind 'is no pool' */
function isWords(f: Facts): string {
  return f.of('kind') === 'none' ? 'is no pool' : `is ${f.of('kind')}`;
}

/** One phrase for every kind of `src/workbook/agreementFindings`. */
export const AGREEMENT_PHRASES: Readonly<Record<AgreementFindingKind, (facts: Facts) => Phrase>> = {
  'cap below nought': (f) =>
    say(
      `Cap of the Set “${f.of('set')}” is ${f.left}.`,
      'Type the most the partner bears of an overspend, or leave it blank for no cap.',
    ),
  'cap of nought': (f) =>
    say(
      `Cap of ${f.partner} in the Set “${f.of('set')}” is 0, which is no cap: it would bear its whole share.`,
      'Leave it blank for no cap. If the partner is to bear nothing, type 0 in Share and give its share to the others.',
    ),
  'excess differs': (f) =>
    say(
      `In the list of ${listWords(f)} what is above one cap is ${f.of('first')}, and above another ${f.of('second')}.`,
      'Give every row with a cap the same word in Excess: it is one rule for the list.',
    ),
  'excess without cap': (f) =>
    say(
      `Excess of the Set “${f.of('set')}” says what becomes of the part above a cap, and this row has none.`,
      'Nothing to do; delete the word if no cap is meant.',
    ),
  'cap without settlement': (f) =>
    say(
      `The Set “${f.of('set')}” has a cap of ${f.left}, and ${f.of('pool')} ${isWords(f)}: its variances are not shared, so there is nothing to cap.`,
      'Nothing to do if the pool is to settle later: Begin a pool already compares with it. Otherwise take the cap out, or correct Kind or Settles in PoolArrangements.',
    ),
  'cap within group': (f) =>
    say(
      `The list of the group “${f.of('set')}” has a cap of ${f.left}, which does not count: it only says how the group’s own share is split inside.`,
      'Put the cap beside the group in the list that shares the line.',
    ),
  'sharer left out': (f) =>
    say(
      `${f.partner} has a share ${f.of('group') === '' ? '' : `as part of ${f.of('group')} `}in the list of the Set “${f.of('set')}” ${f.of('before') === '' ? 'before' : `from ${f.of('before')}`}, and does not stand in the one from ${f.of('from')}: it bears nothing from then on.`,
      'If it has left, add it to the list with 0; if it was forgotten, correct the shares.',
    ),
  'waterfall step not usable': (f) =>
    say(
      `Step of ${f.of('line')} is ${f.of('text')}.`,
      'Type 1 for the line whose underspend is used first, 2 for the next, or 0 for a line that takes no part.',
    ),
  'waterfall line of other pool': (f) =>
    say(
      `${f.of('line')} is a line of the pool ${f.of('pool')}, and its underspend can only meet overspends there.`,
      'Correct Pool or Line; where an agreement reaches over two pools, make them one.',
    ),
  'waterfall line excluded': (f) =>
    say(
      `${f.of('line')} is excluded from ${f.of('pool')}, so it has no underspend that could meet anything.`,
      'Take the row out, or correct Scope in PoolLines.',
    ),
  'waterfall without settlement': (f) =>
    say(
      `${f.of('pool')} ${isWords(f)}: its over- and underspends stay where they fall, and none meets another.`,
      'Nothing to do if the pool is to settle later: Begin a pool already compares with it. Otherwise take its rows out, or correct Kind or Settles in PoolArrangements.',
    ),
  'waterfall where it falls': (f) =>
    say(
      `${f.of('line')} stands in step ${f.of('step')}, and its variance stays where it falls: its underspend is each partner’s own and cannot meet an overspend of the pool.`,
      'Give the line a Set or a named partner in Risk rule, or take it out of the steps.',
    ),
  'overspends met': (f) =>
    say(
      `Overspends on ${f.of('type') === 'capital' ? 'capital lines' : 'lines'} of ${f.of('pool')} that its steps meet come to ${f.left}. Underspends of ${countOf(f.count('count'), 'line')} meet ${f.right} of it first, and ${f.difference} is left to share.`,
      'Nothing to do; the columns To meet, Can meet and Offset of PoolSplit show it line by line.',
    ),
};
