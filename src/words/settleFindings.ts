/*
 * The sentences for what is found when a period is settled: one entry per kind.
 */
import type { SettleFindingKind } from '../workbook/settleFindings';
import { countOf } from './count';
import { poundsOf } from './money';
import { say, type Facts, type Phrase } from './phrase';

/** @example '2 posts and 1 case' */
function costsWords(f: Facts): string {
  const [posts, cases] = [f.count('posts'), f.count('cases')];
  const words = [...(posts > 0 ? [countOf(posts, 'post')] : []), ...(cases > 0 ? [countOf(cases, 'case')] : [])];
  return words.length === 0 ? 'posts or cases' : words.join(' and ');
}

/** What the ledgers hold of it: one figure where both say the same or only one says anything. */
function chargedWords(f: Facts): string {
  const [payer, funder] = [f.count('saidByPayer'), f.count('saidByFunder')];
  const charges = `holds recharges of ${f.right} to ${f.of('other')}`;
  if (payer <= 0) return `the ledger of ${f.of('other')} holds recharges of ${f.right} from ${f.partner}`;
  if (payer === funder) return `both their ledgers hold recharges of ${f.right} for it to pay`;
  const other = funder === 0 ? 'none' : poundsOf(funder);
  return `the ledger of ${f.partner} ${charges} (that of ${f.of('other')} ${other})`;
}

/** One phrase for every kind of `src/workbook/settleFindings`. */
export const SETTLE_PHRASES: Readonly<Record<SettleFindingKind, (facts: Facts) => Phrase>> = {
  'settle before reconcile': () =>
    say('This month has not been reconciled, so there is nothing to settle.', 'Run Reconcile a month for it first.'),
  'settle not received': (f) =>
    say(
      `The ledger of ${f.partner} is not received for ${f.period}; nothing settles until every partner’s is.`,
      'When it is there, set its Status in PoolPeriods and reconcile the month again.',
    ),
  'settle with errors': (f) =>
    say(
      `The figures of ${f.period} are not right yet: ${countOf(f.count('count'), 'error')} in what they are made of, listed below. Nothing settles while a figure may be missing.`,
      'Put each right, reconcile the month again, then settle.',
    ),
  'settle after change': (f) =>
    say(
      `The workbook has changed since ${f.period} was reconciled: ${countOf(f.count('count'), 'finding')} (${f.of('kinds')}), listed below.`,
      'Reconcile the month again, look at what moved, then settle.',
    ),
  'nothing settles': (f) =>
    say(
      `No pool settles in this period${f.of('pools') === '' ? '' : `: ${f.of('pools')}`}, and no project, post or placement does.`,
      'A shadow pool’s variances stay where they are. Only a pool of Kind pooled, or aligned with Settles yes, is settled.',
    ),
  'pool not settled': (f) =>
    say(
      `${f.of('pool')} is ${f.of('kind')}: its over- and underspends stay in the ledgers they are in.`,
      'Nothing to do. Costs with an agreement of their own are settled all the same.',
    ),
  'arrangement unclear': (f) =>
    say(
      `${f.of('pool')} is two things at once: ${f.of('first')}, and ${f.of('second')}.`,
      'Give all its rows in force one Kind and one Host, or make two pools of it.',
    ),
  'pool begins within month': (f) =>
    say(
      `${f.of('pool')} settles from ${f.of('date')}, which is not the first of a month: budgets and figures to date are by the month.`,
      'Let the pool begin on the first of a month.',
    ),
  'shadow month not reconciled': (f) =>
    say(
      `${f.of('pool')} settles from the month after ${f.of('period')}. What was spent by then never settles, and PoolStatement does not hold it in full.`,
      `Reconcile ${f.of('period')} with every partner’s ledger, then settle again.`,
    ),
  'shadow line gone': (f) =>
    say(
      `${f.of('line')} was in ${f.of('pool')} in ${f.of('period')}, before the pool settled, and is not in it now.`,
      `Let the line stay in the pool to the end of the year, or take it out of the months before too, and reconcile ${f.of('period')} again.`,
    ),
  'host not listed': (f) =>
    say(
      `“Host” in PoolArrangements holds “${f.of('text')}”, which is not a partner.`,
      'Use a name of the column Partner in PoolPartners.',
    ),
  'settle without budget': (f) =>
    say(
      `There is no budget for ${f.of('year')}, so there is no variance to share.`,
      'Fill in PoolBudgets, then reconcile the month again.',
    ),
  'risk rule blank': (f) =>
    say(
      `${f.of('line')} has no Risk rule: its variance stays where it falls.`,
      'If that is not agreed, name a Set of PoolShares, or `named` with the partner in Bears risk.',
    ),
  'named partner missing': (f) =>
    say(
      `${f.of('line')} has the Risk rule named, and Bears risk ${f.of('text') === '' ? 'is blank' : `holds “${f.of('text')}”, which is not a partner`}.`,
      'Name the partner that bears the line’s variance in Bears risk.',
    ),
  'risk set unknown': (f) =>
    say(
      `${f.of('line')} has the Risk rule “${f.of('text')}”, and PoolShares has no Set of that name for its pool.`,
      'Use where it falls, named, or the name of a Set of PoolShares.',
    ),
  'risk set not in force': (f) =>
    say(
      `No list of the Set “${f.of('set')}” has begun by ${f.of('date')}, so ${f.of('line')} cannot be shared.`,
      'Correct From in PoolShares, or add the list that held then.',
    ),
  'risk sharer not listed': (f) =>
    say(
      `The Set “${f.of('set')}” names “${f.of('text')}”, which is neither a partner nor a group of PoolPartners.`,
      'Use a name of the column Partner or Part of in PoolPartners.',
    ),
  'no weights to share by': (f) =>
    say(
      `${f.of('text')} cannot be shared: the weights (${f.of('why')}) are all 0, or one is below 0.`,
      'Correct the shares, the contributions or the budgets it is shared by.',
    ),
  'costs beside line': (f) =>
    say(
      `${f.left} of posts and placements on ${f.of('line')} settle by themselves and are taken out of its variance; its budget to date is ${f.right}.`,
      'That budget should be for the rest of the line only. If it holds the posts and placements too, the line seems underspent by them: give them a budget line of their own.',
    ),
  'last year settled here': (f) =>
    say(
      `This is as much as ${f.partner} had to pay ${f.of('other')} to settle the year to March (PoolTransfers of ${f.of('period')}): ${f.left}. Under a code for contributions it counts as one of this year, and would be paid back.`,
      'If it settled last year, give it a code of its own in both ledgers, map that to excluded in PoolCodes, and reconcile again. If the amount is the same by chance, nothing is to be done.',
    ),
  'paid back beyond given': (f) =>
    say(
      `Under codes for contributions ${f.of('host')} has paid ${f.partner} ${f.left}, and ${f.partner} has given ${f.right}, paid in, spent itself or due to it: ${f.difference} more, which the settlement asks back.`,
      'If it settled last year, or is for anything but these pools, give it a code of its own in both ledgers, map that to excluded in PoolCodes, and reconcile again. If the sign is wrong in the ledger, correct it there. If it is agreed so, nothing is to be done.',
    ),
  'paid to other host': (f) =>
    say(
      `Under codes for contributions ${f.of('host')} has paid ${f.partner} ${f.left}, and received ${f.right} from it. ${f.partner} hosts ${f.of('pools')}, so what it was paid counts as given to that, and is not taken off what it paid in.`,
      'If it was paid back, take the Host of the pool that does not settle out of PoolArrangements, and settle again. If it was given to that pool, nothing is to be done.',
    ),
  'contribution sign unclear': (f) =>
    say(
      `The ledger of ${f.of('host')} has ${f.left} with ${f.partner}${f.reference === '' ? '' : ` (${f.reference})`}, and that of ${f.partner} ${f.right}: + is paid and − is received, so one of the two signs is wrong, ${f.gap} apart. The settlement goes by the ledger of ${f.of('host')}.`,
      'Correct the ledger that is wrong, and reconcile again.',
    ),
  'costs not in ledger': (f) =>
    say(
      `${f.partner} pays ${f.left} of posts and placements on ${f.of('line')}, and its figures there, ledger and adjustments, are ${f.right}: ${f.difference} is not in them. The whole ${f.left} is taken out of the line, so the line seems underspent by ${f.difference}.`,
      'Check who pays them in PoolStaff and PoolPlacements and the code they are booked to. If the ledger lags behind, put what is missing into PoolAdjustments.',
    ),
  'recharge beside costs': (f) =>
    say(
      `${f.of('other')} owes ${f.partner} ${f.left} for ${costsWords(f)}, and ${chargedWords(f)}: a gap of ${f.difference}. What is in both is owed twice, once here and once by the invoice.`,
      'If the recharge is for these costs, credit it in both ledgers, or take the posts or cases out of PoolStaff or PoolPlacements and let the invoice stand. If it was paid to the host on account, map its code to contribution, so that it is credited. If it is for something else, nothing is to be done.',
    ),
  'charges beside pool': (f) =>
    say(
      `${f.partner} has charged ${f.of('other')}${f.of('since') === '' ? '' : ` since ${f.of('since')}, when the pool began`}: its ledger says ${f.left}, that of ${f.of('other')} ${f.right}. Charges between partners are left out of the pool on both sides, so this settlement credits nobody with what was paid for them.`,
      f.count('byHost') > 0
        ? 'If it was paid towards the pool, give it a code that PoolCodes maps to contribution, and reconcile again: it is credited then. If it is for something else, nothing is to be done.'
        : 'If it is for what the pool spends, the settlement pays it already: credit it in both ledgers. If it is for something else, nothing is to be done.',
    ),
  'instalments behind': (f) =>
    say(
      `Instalments of ${f.left} have fallen due from ${f.partner}, and the ledger of ${f.of('host')} shows ${f.right} received: ${f.difference} is behind.`,
      'Ask for it, or map the code it was booked to in the host’s ledger to contribution. If it gives its contribution by paying the pool’s costs itself, leave Instalments blank. What is still to be paid is in the settlement either way.',
    ),
  'caps for each line': (f) =>
    say(
      `The caps of the Set “${f.of('set')}” hold for each line by itself. ${f.of('lines')} lines of ${f.of('pool')} use it, so its partners may bear ${f.left} on each and ${f.right} together.`,
      'Nothing to do if each line is a scheme with caps of its own. If a cap is one sum for all of them, give each line a Set with its part of the cap.',
    ),
  'referred upward': (f) =>
    say(
      `${f.of('line')} ${f.of('met') === '' ? `is ${f.left} over budget` : `has ${f.left} left to share after underspends have met the rest of its overspend`}, and the caps cover ${f.right}. Nobody has agreed to bear ${f.difference}; it stays with the host, or with who spent it.`,
      'Refer it to the partners’ finance directors; when it is agreed, change the caps.',
    ),
  'kept without host': (f) =>
    say(
      `${f.of('pool')} keeps an underspend of ${f.left}, and nobody holds it: the pool has no host.`,
      'Name the host in PoolArrangements, or change Underspend of its lines.',
    ),
  'project in settled pool': (f) =>
    say(
      `${f.of('project')} is shared by an agreement of its own, and ${f.of('pool')} settles too.`,
      'Make sure that its cost is on no line of the pool (map its code to excluded), or it would be shared twice.',
    ),
  'project not settled': (f) =>
    say(
      `${f.of('project')} in ${f.of('year')} is not settled: an item names nobody in Paid by.`,
      'Name the partner whose ledger pays each item, share again, then settle.',
    ),
  'contribution without payer': (f) =>
    say(
      `The ledger of ${f.of('host')} holds contributions of ${f.left} that name no partner, so nobody is credited with them.`,
      'Add the spelling to Known as in PoolPartners, or name the counterparty in the ledger.',
    ),
  'grants not stated': (f) =>
    say(
      `PoolGrants has ${countOf(f.count('count'), 'error')}, listed here too, so the statement of grants is not written; what partners owe does not hang on it.`,
      'Correct them, then settle again.',
    ),
  'exposure not known': (f) =>
    say(
      `What the partners of ${f.of('pool')} are exposed to is left out: an overspend on ${f.of('line')} cannot be shared, because its weights are all 0.`,
      'Correct the line’s Risk rule, or the shares of its Set, then settle again.',
    ),
  'exposure out of date': (f) =>
    say(
      `A figure of the exposure on ${f.partner}’s statement was ${f.left} when it was written and is ${f.right} now: a budget, a rule or a share has changed.`,
      'Settle again; the exposure is the one figure of the statement that does not follow by itself.',
    ),
  'settled balance moved': (f) =>
    say(
      `When ${f.period} was settled ${f.partner} had ${f.left} to pay (+) or receive (−); now it has ${f.right}, ${f.gap} apart.`,
      'Look at what changed since; if it is right, settle again, so that PoolRuns has the new figure.',
    ),
  'settlement too large': () =>
    say('A total has more than 15 digits and cannot be held to the penny.', 'Correct the amounts.'),
};
