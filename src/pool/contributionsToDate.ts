/*
 * Contributions to date: what has been given in kind, and which instalments of money have fallen due. Not what was paid:
 * that is in the ledgers.
 *
 * A row that begins in the year counts in full from then on, as a budget does: the instalments before it fall due with
 * the next one, so that the year's instalments still total its amount.
 *
 * Source: contribution clauses, "4 equal instalments", "quarterly" (https://lawinsider.com/clause/financial-contributions/_10);
 * contributions in kind: staff, premises (domain brief b2).
 */
import { partOf } from '../money/pence';
import { splitByWeight } from '../money/split';
import {
  type Contribution,
  type ContributionsAt,
  type Instalments,
  contributionsInForce,
  effectOf,
} from './contributions';
import { sameName } from './sharesOn';

/** Which contributions, and how many months of the year have gone: April is 1. */
export interface ContributionsToDate extends ContributionsAt {
  readonly months: number;
}

/** How many instalments a year has. */
const IN_A_YEAR: Readonly<Record<Instalments, number>> = { monthly: 12, quarterly: 4, 'half-yearly': 2, yearly: 1 };

/**
 * The contributions in kind to date: twelfths of each row, each rounded once to the penny.
 *
 * @returns Whole pence in the order of the partners given.
 * @example premises of £10,000.00 a year, to June -> £2,500.00
 */
export function inKindToDate(
  rows: readonly Contribution[],
  at: ContributionsToDate,
  partners: readonly string[],
): readonly number[] {
  const inKind = contributionsInForce(rows, at).filter(({ funding }) => funding === 'in kind');
  return partners.map((partner) =>
    inKind
      .filter((row) => sameName(row.partner) === sameName(partner))
      .reduce((sum, { amountPence }) => sum + partOf(amountPence, at.months, 12), 0),
  );
}

/**
 * What each partner has in the pool from the year before, the whole of it from the first month on.
 *
 * @returns Whole pence in the order of the partners given.
 * @example a balance of £10.00 brought forward, 6 : 4 -> £6.00 and £4.00
 */
export function broughtForward(
  rows: readonly Contribution[],
  at: ContributionsAt,
  partners: readonly string[],
): readonly number[] {
  const forward = contributionsInForce(rows, at).filter(({ funding }) => funding === 'brought forward');
  return partners.map((partner) =>
    forward
      .filter((row) => sameName(row.partner) === sameName(partner))
      .reduce((sum, { amountPence }) => sum + amountPence, 0),
  );
}

/**
 * The part of a year's amount that has fallen due: equal instalments, due at the start of each, exact to the penny; an odd
 * penny falls into the earlier instalments (largest remainder).
 *
 * @param months - How many months have begun: April is 1.
 * @example £1,000.01 quarterly, to July -> 2 of 4 instalments, £250.01 + £250.00
 */
export function dueToDate(amountPence: number, instalments: Instalments, months: number): number {
  const inAYear = IN_A_YEAR[instalments];
  const due = Math.ceil((months * inAYear) / 12);
  const parts = splitByWeight(amountPence, Array<number>(inAYear).fill(1));
  if (!parts.ok) throw new Error(`an amount of whole pence could not be split equally: ${parts.problem.kind}`);
  return parts.value.slice(0, due).reduce((sum, pence) => sum + pence, 0);
}

/**
 * What each partner should have paid in money to date: its net without what is in kind and what the pool holds already.
 *
 * Income reduces what its partner pays, by its own instalments; partner income is then due from the partner that pays it.
 *
 * @returns Whole pence in the order of the partners given; below 0 where more income than contribution has fallen due.
 * @example base £1,200.00 quarterly and client income £120.00 (blank: monthly), to June -> £300.00 − £30.00 = £270.00
 */
export function instalmentsDue(
  rows: readonly Contribution[],
  at: ContributionsToDate,
  partners: readonly string[],
): readonly number[] {
  const inMoney = contributionsInForce(rows, at).filter(
    ({ funding }) => funding !== 'in kind' && funding !== 'brought forward',
  );
  const due = inMoney.map((row) => ({
    ...row,
    amountPence: dueToDate(row.amountPence, row.instalments, at.months),
  }));
  return partners.map((partner) => due.reduce((sum, row) => sum + effectOf(row, partner), 0));
}
