/*
 * The sentences for what is found when many pools are added up: one entry per kind.
 */
import type { ConsolidationFindingKind } from '../workbook/consolidationFindings';
import { say, type Facts, type Phrase } from './phrase';

/** One phrase for every kind of `src/workbook/consolidationFindings`. */
export const CONSOLIDATION_PHRASES: Readonly<Record<ConsolidationFindingKind, (facts: Facts) => Phrase>> = {
  'line without pool': (f) =>
    say(
      `${f.of('text')} stands in no pool: it counts in the total of all pools and in none of them.`,
      'Type its pool in PoolLines.',
    ),
  'pool without place': (f) =>
    say(
      `No row of PoolArrangements is in force for the pool ${f.of('text')}, so it has no service line and no area.`,
      'Add a row there, or correct the name or the dates.',
    ),
  'contribution in two pools': (f) =>
    say(
      `${f.partner} gives ${f.left} from ${f.of('text')} to ${f.of('pool')} here, and the same to ${f.of('other')} in row ${f.of('row')}.`,
      'If it is the same money, delete one of the two rows; if it is given twice, tell the sources apart in Source.',
    ),
  'consolidation too large': () =>
    say(
      'A total over several pools has more than 15 digits, which cannot be held to the penny.',
      'Correct the amounts.',
    ),
};
