/*
 * The words of a settlement's statements in the pane's totals: grants, memorandum accounts, each partner's statement. The
 * settlement's own are `settlementTotals`.
 */
import { poundsWords } from './money';

/** Titles and labels. */
export const STATEMENT_WORDS = {
  title: 'Statements',
  grants: 'Grants applied',
  available: 'Available',
  applied: 'Applied',
  unspent: 'Unspent',
  notStated: 'The statement of grants is not written: PoolGrants has errors, listed among the findings.',
  notApplied: 'Not known: the spending of a line is missing.',
  accountNotKnown: 'Not known: the spending of a line is missing.',
  exposure: 'Exposure over the year',
  toPay: 'To pay, all agreements',
  toReceive: 'To receive, all agreements',
  settled: 'Nothing left to pay, all agreements',
} as const;

/** @example grantTitle('Discharge', 'Derby City PCT') -> 'Discharge (Derby City PCT)' */
export function grantTitle(grant: string, partner: string): string {
  return partner === '' ? grant : `${grant} (${partner})`;
}

/**
 * Whether a grant's minimum is met; '' where it has none, or where that is not known.
 *
 * @example minimumWords(30000, 0) -> 'The minimum of £30,000.00 is met.'
 * @example minimumWords(30000, 500) -> 'The minimum of £30,000.00 is not met: £500.00 must still be spent.'
 */
export function minimumWords(minimum: number | undefined, short: number | undefined): string {
  if (minimum === undefined || short === undefined) return '';
  const named = `The minimum of ${poundsWords(minimum)}`;
  return short === 0 ? `${named} is met.` : `${named} is not met: ${poundsWords(short)} must still be spent.`;
}

/** @example accountTitle('LD') -> 'Memorandum account: LD' */
export function accountTitle(pool: string): string {
  return `Memorandum account: ${pool}`;
}

/** @example statementTitle('Derby City PCT', 6367.5) -> 'Derby City PCT: pays £6,367.50' */
export function statementTitle(partner: string, toSettle: number): string {
  if (toSettle === 0) return `${partner}: nothing to pay or receive`;
  return `${partner}: ${toSettle > 0 ? 'pays' : 'is paid'} ${poundsWords(Math.abs(toSettle))}`;
}

/** What a section of a statement is about. @example sectionTitle('LD', 'Staff') -> 'LD: Staff' */
export function sectionTitle(pool: string, section: string): string {
  return pool === '' ? section : `${pool}: ${section}`;
}
