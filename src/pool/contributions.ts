/*
 * What each partner puts into a pool in a year: gross, less income by source, is net; and which of it counts in the
 * `contributions` proportion. Not when it is paid, and not how a variance is shared by it.
 *
 * Every amount is typed positive and its Funding says which way it goes:
 *
 * - base, grant, in kind, brought forward add to the partner's net;
 * - client income and other income come from outside the partners, and reduce it;
 * - partner income is another partner's money: it reduces the receiver's net and adds the same sum to the net of the payer
 *   named in Source. So it is eliminated in full on both sides, and one row is enough for both.
 *
 * The nets of all partners therefore total gross less what comes from outside.
 *
 * Source: Leicester 2004, cover 4.1 (15.5m less income of 6.4m from the NHS, Preserved Rights Grant and others: net 9.1m);
 * design section 4, PoolContributions.
 */
import { sameName } from './sharesOn';

/** Where the money of a row comes from. */
export type Funding =
  | 'base'
  | 'grant'
  | 'in kind'
  | 'client income'
  | 'partner income'
  | 'other income'
  | 'brought forward';

/** How a row's amount is paid over the year. */
export type Instalments = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

/** One row of contributions. */
export interface Contribution {
  readonly pool: string;
  readonly partner: string;
  /** 2026/27 */
  readonly year: string;
  /** The day it begins to count, as an Excel serial; 0 for the whole year. */
  readonly fromDate: number;
  readonly funding: Funding;
  /** Of partner income the partner that pays; of anything else a name for the reader. */
  readonly source: string;
  /** Whether it is rolled into next year. */
  readonly isRecurrent: boolean;
  /** Whether it is in the `contributions` proportion. */
  readonly counts: boolean;
  /** Whole pence for the year, as typed: + even of income. */
  readonly amountPence: number;
  readonly instalments: Instalments;
}

/** Which contributions: a pool's of a year, as they stand at a month's end. */
export interface ContributionsAt {
  readonly pool: string;
  readonly year: string;
  /** Rows whose From is later do not count yet; the same rule as for budgets. */
  readonly monthEnd: number;
}

/** A partner's contributions of a year, as they stand. */
export interface NetContribution {
  readonly grossPence: number;
  /** What reduces it, +. */
  readonly incomePence: number;
  /** What it pays another partner that shows it as income, +. */
  readonly paysPence: number;
  /** Gross − income + pays. */
  readonly netPence: number;
}

const INCOME: readonly Funding[] = ['client income', 'partner income', 'other income'];

/** Whether a row reduces its partner's net. */
export function isIncome({ funding }: Pick<Contribution, 'funding'>): boolean {
  return INCOME.includes(funding);
}

/** The rows of a pool and year, whenever they begin. */
export function contributionsOf<Row extends Contribution>(
  rows: readonly Row[],
  { pool, year }: Pick<ContributionsAt, 'pool' | 'year'>,
): readonly Row[] {
  return rows.filter((row) => sameName(row.pool) === sameName(pool) && row.year === year);
}

/** The rows that have begun at the month's end. @example a row from 01/10/2026 is not among those of 30/06/2026 */
export function contributionsInForce<Row extends Contribution>(
  rows: readonly Row[],
  { pool, year, monthEnd }: ContributionsAt,
): readonly Row[] {
  return contributionsOf(rows, { pool, year }).filter(({ fromDate }) => fromDate <= monthEnd);
}

/**
 * What a row adds to a partner's net: its own, or as the payer of another's income.
 *
 * @example 4m of partner income of the Council, Source the PCT -> −4m for the Council, +4m for the PCT, 0 for anybody else
 */
export function effectOf(row: Contribution, partner: string): number {
  const own = sameName(row.partner) === sameName(partner) ? row.amountPence : 0;
  const paid = row.funding === 'partner income' && sameName(row.source) === sameName(partner) ? row.amountPence : 0;
  return (isIncome(row) ? 0 - own : own) + paid;
}

/**
 * Gross, income and net of each partner.
 *
 * @param partners - The partners, in the order the answer has.
 * @example Leicester 2002/03: base £15.5m; partner income £3.0m, other income £3.4m -> gross 15.5m, income 6.4m, net £9.1m
 * @source Leicester 2004, cover 4.1; it gives the income as one sum.
 */
export function netContributions(
  rows: readonly Contribution[],
  at: ContributionsAt,
  partners: readonly string[],
): readonly NetContribution[] {
  const inForce = contributionsInForce(rows, at);
  return partners.map((partner) => {
    const own = inForce.filter((row) => sameName(row.partner) === sameName(partner));
    const sum = (some: readonly Contribution[]): number =>
      some.reduce((total, { amountPence }) => total + amountPence, 0);
    const grossPence = sum(own.filter((row) => !isIncome(row)));
    const incomePence = sum(own.filter(isIncome));
    const netPence = inForce.reduce((total, row) => total + effectOf(row, partner), 0);
    return { grossPence, incomePence, paysPence: netPence - grossPence + incomePence, netPence };
  });
}

/**
 * What counts of each partner's net contribution: the weights of the basis `contributions`. They are the exact sums, not
 * a printed percentage, so £9,100,000.00 beside £4,000,000.00 shares as 91 : 40 and not as 69.5% : 30.5%.
 *
 * @returns Whole pence in the order of the partners given; one that contributes nothing has 0.
 * @example Council 9.1m, PCT 4.0m of which 1.0m has Counts `no` -> 910000000, 300000000
 */
export function countedContributions(
  rows: readonly Contribution[],
  at: ContributionsAt,
  partners: readonly string[],
): readonly number[] {
  const counted = rows.filter(({ counts }) => counts);
  return netContributions(counted, at, partners).map(({ netPence }) => netPence);
}

/**
 * What each partner gives in money, net of its income: what was agreed is shared by it, whether or not a row counts in the
 * proportion in which over- and underspends are shared.
 *
 * @example Council 60,000.00; PCT 40,000.00 and 20,000.00 with Counts `no` -> 6000000, 6000000; counted they are 6 : 4
 */
export function moneyContributions(
  rows: readonly Contribution[],
  at: ContributionsAt,
  partners: readonly string[],
): readonly number[] {
  const inMoney = rows.filter(({ funding }) => funding !== 'in kind');
  return netContributions(inMoney, at, partners).map(({ netPence }) => netPence);
}
