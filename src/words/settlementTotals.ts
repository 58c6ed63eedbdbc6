/*
 * The words of a settlement in the pane's totals: labels, and the lines that say who pays, what stays in the pool and
 * whether everything adds up. The findings of a settlement are in `settleFindings.ts`.
 */
import { poundsWords } from './pane';

/** The labels of a settlement. */
export const SETTLEMENT_WORDS = {
  each: 'What each partner pays or is paid',
  payments: 'Payments that clear it',
  noPayments: 'No payment is needed.',
  paymentsKeep: 'What the host is paid includes what stays in the pool.',
  agreements: 'How it is worked out, to date',
  toPay: 'To pay',
  toReceive: 'To receive',
  settled: 'Nothing left to pay',
  variances: 'Variances, and who bears them',
  referred: 'Above the caps, referred upward',
  kept: 'This underspend stays in the pool.',
  met: 'Met by other lines’ underspends',
  meets: 'Meets other lines’ overspends',
} as const;

/** A partner's figures in the order they are added and taken off, each as what it does to the amount to pay. */
export const SETTLEMENT_STEPS = [
  { key: 'agreed', sign: 1, plus: 'Agreed', minus: 'Agreed' },
  { key: 'shareOfVariance', sign: 1, plus: 'Plus share of variance', minus: 'Less share of variance' },
  { key: 'shareDue', sign: 1, plus: 'Share due', minus: 'Share due' },
  {
    key: 'carriedForward',
    sign: 1,
    plus: 'Plus its part of what stays in the pool',
    minus: 'Less its part of what the pool is owed',
  },
  { key: 'paidIn', sign: -1, plus: 'Plus held for the others', minus: 'Less paid in to the host' },
  { key: 'paidDirect', sign: -1, plus: 'Plus income in its own ledger', minus: 'Less paid from its own ledger' },
  { key: 'inKind', sign: -1, plus: 'Plus taken in kind', minus: 'Less given in kind' },
] as const;

/** @example balanceWords('Derby City PCT', 2000) -> 'Derby City PCT pays £2,000.00.' */
export function balanceWords(partner: string, toSettle: number): string {
  if (toSettle === 0) return nothingToPay([partner]);
  return `${partner} ${toSettle > 0 ? 'pays' : 'is paid'} ${poundsWords(Math.abs(toSettle))}.`;
}

/** Those with a balance of nothing, in one line. @example nothingToPay(['PCT', 'Trust']) -> 'PCT, Trust have nothing to pay or receive.' */
export function nothingToPay(partners: readonly string[]): string {
  return `${partners.join(', ')} ${partners.length === 1 ? 'has' : 'have'} nothing to pay or receive.`;
}

/** What the balances leave in the pool. @example keptWords(1500, 'City') -> '£1,500.00 stays in the pool, held by City.' */
export function keptWords(kept: number, host: string): string {
  const held = host === '' ? '' : `, held by ${host}`;
  if (kept < 0) return `The pool is owed ${poundsWords(-kept)}${held === '' ? '' : `, borne for now by ${host}`}.`;
  return `${poundsWords(kept)} stays in the pool${held}.`;
}

/** Whether the balances of an agreement make nothing, or what is kept. */
export function balancesAddUp(check: number, kept: number): string {
  if (check !== 0) return `These balances are ${poundsWords(check)} away from nothing: nobody pays or is owed that.`;
  return kept === 0
    ? 'These balances total exactly nothing.'
    : 'These balances and what stays in the pool total exactly nothing.';
}

/**
 * What an agreement is about.
 *
 * @example agreementTitle('LD', 'pool', 'City') -> 'LD (host City)';  agreementTitle('LD', 'staff', '') -> 'LD: joint and seconded posts'
 */
export function agreementTitle(pool: string, settlesFor: string, host: string): string {
  const parts: Readonly<Record<string, string>> = {
    pool: '',
    'pool capital': 'capital',
    staff: 'joint and seconded posts',
    placements: 'placements',
  };
  const part = parts[settlesFor] ?? settlesFor;
  const title = pool === '' || part === '' ? `${pool}${part}` : `${pool}: ${part}`;
  return host === '' || title.endsWith(host) ? title : `${title} (host ${host})`;
}

/** The others of an agreement. @example notConcerned(['Trust']) -> 'Trust: no part in this.' */
export function notConcerned(partners: readonly string[]): string {
  return `${partners.join(', ')}: no part in this.`;
}

/** @example varianceTitle('Homes', 5000) -> 'Homes: £5,000.00 over' */
export function varianceTitle(line: string, variance: number): string {
  return `${line}: ${poundsWords(Math.abs(variance))} ${variance > 0 ? 'over' : 'under'}`;
}

/** @example onBudget(['Homes', 'Day care']) -> 'On budget: Homes, Day care.' */
export function onBudget(lines: readonly string[]): string {
  return `On budget: ${lines.join(', ')}.`;
}

/** Who is left with what no cap covers, until it is agreed. @param host - '' where the pool has none. */
export function referredTo(host: string): string {
  const who = host === '' ? 'those whose ledgers the spending is in' : host;
  return `Until the partners agree who bears it, what is above the caps stays with ${who}.`;
}
