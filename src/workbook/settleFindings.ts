/*
 * Every kind of finding about settling a period, with what its `detail` holds. The sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const SETTLE_FINDINGS = {
  /** The month was never reconciled, so there is nothing to settle. */
  'settle before reconcile': 'error',
  /** A partner's month is not received; partner in `partner`. */
  'settle not received': 'error',
  /** Ledger rows of the month are in no figure, or a ledger is not its control total (count: how many errors say so). */
  'settle with errors': 'error',
  /** What was reconciled is no longer what the workbook holds (kinds: how many findings of check say so). */
  'settle after change': 'error',
  /** No pool settles, and there is no cost with an agreement of its own (pools: what there is). */
  'nothing settles': 'error',
  /** A pool whose variances stay where they are (pool, kind). */
  'pool not settled': 'info',
  /** Two parts of one pool are of different kinds, or have different hosts (pool, first, second). */
  'arrangement unclear': 'error',
  /** A pool begins to settle on a day that is no first of a month (pool, date, year). */
  'pool begins within month': 'error',
  /** A pool began in the year, and the month before it has no complete figures in PoolStatement (pool, period: that month). */
  'shadow month not reconciled': 'error',
  /** A line was in the pool in its last shadow month and is not now (pool, line, period: that month). */
  'shadow line gone': 'error',
  /** Host of PoolArrangements is not a partner (text). */
  'host not listed': 'error',
  /** The pool has no budget for the year, so there is no variance to share (year). */
  'settle without budget': 'error',
  /** A line's risk rule is blank: its variance stays where it falls (line). */
  'risk rule blank': 'info',
  /** Risk rule is `named` and Bears risk names no partner (line, text). */
  'named partner missing': 'error',
  /** Risk rule is no Set of PoolShares (line, text). */
  'risk set unknown': 'error',
  /** No list of the line's Set has begun at the month's end (line, set, date). */
  'risk set not in force': 'error',
  /** A Partner of a list is neither a partner nor a group (set, text). */
  'risk sharer not listed': 'error',
  /** A variance cannot be shared because the weights are all 0 (line or pool in `text`, why). */
  'no weights to share by': 'error',
  /** Posts and cases are taken out of a line's variance; left: their cost to date, right: the line's budget to date (line). */
  'costs beside line': 'warning',
  /** What settled the year before is among this year's contributions (other: who was paid, period: that March). */
  'last year settled here': 'warning',
  /** A host paid a partner more than it has given to its pools (host); left: paid, right: given, all in all. */
  'paid back beyond given': 'warning',
  /** A host paid a partner who hosts pools that do not settle (host, pools); left: paid, right: received from the partner. */
  'paid to other host': 'warning',
  /** A host and a partner have a contribution with the same sign (host); left: the host's figure, right: the partner's. */
  'contribution sign unclear': 'warning',
  /** Posts and cases that a partner pays are more than its ledger holds on their line (line); left cost, right ledger. */
  'costs not in ledger': 'warning',
  /**
   * Posts or cases settle between two partners whose ledgers hold recharges between them too; left: owed for posts and
   * cases, right: charged; who pays in `partner` (other: who owes, posts, cases, saidByPayer and saidByFunder in pence).
   */
  'recharge beside costs': 'warning',
  /**
   * A partner has charged another while a pool settles, which the pool leaves out; left: as the one's ledger has it, right: as
   * the other's has; who charged in `partner` (other; byHost: 1 where it hosts the pool;
   * since: the pool's first day, where that lies in the year).
   */
  'charges beside pool': 'warning',
  /** A partner has paid its host less than the instalments due; left: due, right: received (host). */
  'instalments behind': 'warning',
  /**
   * Several lines are shared by one list with caps, and each line has the caps for itself; left: what the caps cover of one
   * line, right: of all of them (set, pool, lines).
   */
  'caps for each line': 'info',
  /** What no cap covers; left: what is shared, right: what the caps cover (line, met: underspends have met a part before). */
  'referred upward': 'warning',
  /** An underspend is kept in a pool that has no host (pool); left: the amount. */
  'kept without host': 'error',
  /** A pool that settles shares projects too: their cost must not be in its lines (project, pool). */
  'project in settled pool': 'info',
  /** A project of the year cannot be settled: an item names nobody who pays (project, year). */
  'project not settled': 'warning',
  /** The host's ledger holds contributions that name no partner; left: the amount (host). */
  'contribution without payer': 'warning',
  /** PoolGrants has errors, so its statement is not written (count). */
  'grants not stated': 'warning',
  /** What a pool's partners are exposed to cannot be worked out, because a line cannot be shared (line, pool). */
  'exposure not known': 'warning',
  /** An exposure is no longer what the rules in force make of it; left: as written, right: now; partner in `partner`. */
  'exposure out of date': 'warning',
  /** A partner's balance is no longer what it was when the month was settled; left: + it paid, right: now (none). */
  'settled balance moved': 'warning',
  /** A total has more than 15 digits. */
  'settlement too large': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about settling. */
export type SettleFindingKind = keyof typeof SETTLE_FINDINGS;

/** A finding about settling. */
export type SettleFinding = Finding<SettleFindingKind>;

/** A finding with the severity of its kind. @example settleFinding('nothing settles', { detail: { pools: '' } }) */
export const settleFinding = findingsOf(SETTLE_FINDINGS);
