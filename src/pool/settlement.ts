/*
 * From everything that was split to what each partner still pays or is paid, per agreement, and the payments that clear
 * it. Not how an amount is split: `riskRule`, `projects`, `staff` and `placements` do that.
 *
 * Source: share due less contributed, instalments paid deducted, through the host (domain brief b4); contributions in kind
 * count as given (b2); retained underspends stay in the pool, balances belong to the partners (b3, b4).
 */
import { fail, succeed, type Result } from '../money/result';
import { addUnits, type TotalTooLarge } from './total';
import { transfers, type Transfer } from './transfers';

/** What a split amount is in a settlement. `in kind` counts as agreed and as given. */
export type Side = 'agreed' | 'variance' | 'paid in' | 'paid direct' | 'in kind';

/** One amount split between all partners, in whole pence. `isKept`: an underspend that stays in the pool. */
export interface SplitAmount {
  readonly pool: string;
  /** `pool`, `pool capital`, `staff`, `placements`, or a project. */
  readonly settlesFor: string;
  readonly side: Side;
  readonly partsPence: readonly number[];
  readonly isKept?: boolean;
}

/** One partner's settlement for one agreement, in whole pence. */
export interface SettlementFigures {
  readonly agreedPence: number;
  readonly variancePence: number;
  readonly duePence: number;
  readonly paidInPence: number;
  readonly paidDirectPence: number;
  readonly inKindPence: number;
  readonly carriedForwardPence: number;
  /** + pays, − is paid. */
  readonly balancePence: number;
}

/** One agreement settled: a row per partner, and the pool's own balance where an underspend is kept in it. */
export interface SettledAgreement {
  readonly pool: string;
  readonly settlesFor: string;
  readonly partners: readonly SettlementFigures[];
  /** What stays in the pool, which the partners' balances total; 0 where nothing is kept. */
  readonly keptPence: number;
}

/** What is settled of a pool as such; everything else is an agreement of its own: a project by its name, or a host's cash. */
export const POOL_AGREEMENTS: readonly string[] = ['pool', 'pool capital', 'staff', 'placements'];

/** The cash of a host of several pools. @example cashAgreement('City') -> 'contributions to City' */
export function cashAgreement(host: string): string {
  return `contributions to ${host}`;
}

/** Whether an agreement has the name of a host's cash. */
export function isCashAgreement(settlesFor: string): boolean {
  return /^contributions to /.test(settlesFor);
}

/** What a partner pays (+) or is paid (−) for some agreements together, in whole pence. @param partner - From 0. */
export function balanceOf(agreements: readonly SettledAgreement[], partner: number): number {
  return agreements.reduce((sum, { partners }) => sum + (partners[partner]?.balancePence ?? 0), 0);
}

/**
 * Settles every agreement for which an amount was split, in the order they first appear.
 *
 * Share due = agreed + share of variance; to pay = share due + carried forward − paid in − paid direct − in kind.
 *
 * @param partners - How many there are; every amount has a part for each.
 * @returns An agreement's balances and what is kept total 0 exactly, or the problem that a total is too large.
 * @example agreed 60 : 40, variance 6 : 4, paid in −40 : 40, paid direct 110 : 0 -> −£4.00 and £4.00
 */
export function settleAgreements(
  amounts: readonly SplitAmount[],
  partners: number,
): Result<readonly SettledAgreement[], TotalTooLarge> {
  const groups = new Map<string, SplitAmount[]>();
  for (const amount of amounts) {
    const key = `${amount.pool.toLowerCase()}\u0001${amount.settlesFor.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), amount]);
  }
  const settled: SettledAgreement[] = [];
  for (const group of groups.values()) {
    const figures = Array.from({ length: partners }, (_none, partner) => figuresOf(group, partner));
    const kept = figures.reduce((sum, { carriedForwardPence }) => sum + carriedForwardPence, 0);
    const total = addUnits([...figures.map(({ balancePence }) => balancePence), 0 - kept]);
    if (!total.ok) return total;
    const [first] = group;
    settled.push({ pool: first?.pool ?? '', settlesFor: first?.settlesFor ?? '', partners: figures, keptPence: kept });
  }
  return succeed(settled);
}

function figuresOf(amounts: readonly SplitAmount[], partner: number): SettlementFigures {
  const sum = (test: (amount: SplitAmount) => boolean): number =>
    amounts.reduce((total, amount) => (test(amount) ? total + (amount.partsPence[partner] ?? 0) : total), 0);
  const inKindPence = sum(({ side }) => side === 'in kind');
  const agreedPence = sum(({ side }) => side === 'agreed') + inKindPence;
  const variancePence = sum(({ side }) => side === 'variance');
  const paidInPence = sum(({ side }) => side === 'paid in');
  const paidDirectPence = sum(({ side }) => side === 'paid direct');
  const carriedForwardPence = 0 - sum(({ side, isKept }) => side === 'variance' && isKept === true);
  const duePence = agreedPence + variancePence;
  const balancePence = duePence + carriedForwardPence - paidInPence - paidDirectPence - inKindPence;
  return {
    agreedPence,
    variancePence,
    duePence,
    paidInPence,
    paidDirectPence,
    inKindPence,
    carriedForwardPence,
    balancePence,
  };
}

/** Why there are no payments: an underspend is kept and nobody holds it, or the balances leave something over. */
export type PaymentProblem =
  | { readonly kind: 'kept-without-host'; readonly keptPence: number }
  | { readonly kind: 'unbalanced'; readonly totalPence: number }
  | TotalTooLarge;

/**
 * The payments that clear all agreements of one pool: to or from the host where there is one, who also holds what is kept;
 * else the fewest plain payments.
 *
 * @param host - The host's number from 0; undefined for none.
 * @example balances −£4.00 (host) and £4.00 -> the second pays the host £4.00
 */
export function paymentsOf(
  agreements: readonly SettledAgreement[],
  host: number | undefined,
): Result<readonly Transfer[], PaymentProblem> {
  const partners = agreements[0]?.partners.length ?? 0;
  const keptPence = agreements.reduce((sum, agreement) => sum + agreement.keptPence, 0);
  if (keptPence !== 0 && host === undefined) return fail({ kind: 'kept-without-host', keptPence });
  const balances = Array.from({ length: partners }, (_none, partner) => balanceOf(agreements, partner)).map(
    (balance, partner) => (partner === host ? balance - keptPence : balance),
  );
  const paid = transfers(balances, host);
  if (paid.ok) return succeed(paid.value);
  return fail(
    paid.problem.kind === 'unbalanced'
      ? { kind: 'unbalanced', totalPence: paid.problem.totalUnits }
      : { kind: 'total-too-large' },
  );
}
