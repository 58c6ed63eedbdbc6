/*
 * The texts of formulas over PoolContributions: the partners' counted contributions as weights, and what was given in
 * kind. They stand inside formulas of other tables; the same figures are `src/pool/contributions`, and a test compares
 * the two.
 *
 * `{Pool}` is a cell of the row the formula stands in. Names are compared with EXACT, because some engines read wildcards
 * in a text beside `=`. The texts are short because they stand several times in one formula,
 * and Excel takes none above 8,192 characters.
 * PoolContributions must be in the workbook, or the formula is `#REF!`.
 */
import { toPence } from './formulaParts';

/** The row's own cells that say which contributions. */
export interface ContributionCells {
  readonly pool: string;
  readonly year: string;
  /** Rows whose From is later do not count yet. */
  readonly monthEnd: string;
  /** How many months of the year have gone. */
  readonly months: string;
}

/** The cells as most tables call them. */
export const CONTRIBUTION_CELLS: ContributionCells = {
  pool: '{Pool}',
  year: '{Year}',
  monthEnd: '{Month end}',
  months: '{Months}',
};

const FUNDING = 'PoolContributions[Funding]';
const AMOUNT = toPence('PoolContributions[Amount]');

function ofPool({ pool, year }: ContributionCells): string {
  return `EXACT(LOWER(PoolContributions[Pool]),LOWER(${pool}))*(PoolContributions[Year]=${year})`;
}

function inForce(cells: ContributionCells): string {
  return `${ofPool(cells)}*(PoolContributions[From]<=${cells.monthEnd})`;
}

/**
 * Whether the pool has contributions for the year: their number, 0 for none. A set of weights without any would be refused.
 *
 * @example hasContributions() -> SUMPRODUCT(EXACT(LOWER(PoolContributions[Pool]),LOWER({Pool}))*…)
 */
export function hasContributions(cells: ContributionCells = CONTRIBUTION_CELLS): string {
  return `SUMPRODUCT(${ofPool(cells)})`;
}

/**
 * The partners' counted net contributions, one under the other: an array of as many rows as the column has, in pounds, 0
 * for a name that contributes nothing. As weights of POOL.SHARE they give the exact proportion.
 *
 * The first product adds each partner's own rows, income with a minus; the second what it pays as another's partner income.
 *
 * @param partnersColumn - A column of names, `PoolPartners[Partner]` or `PoolShares[Partner]`.
 * @example POOL.SHARE({Amount},<countedWeights('PoolPartners[Partner]')>,2)
 */
export function countedWeights(partnersColumn: string, cells: ContributionCells = CONTRIBUTION_CELLS): string {
  return weightsOf(partnersColumn, inForce(cells));
}

/** One product of who is named by each row, with its sign, and what each row comes to; once each, as it stands in long formulas. */
function weightsOf(partnersColumn: string, rows: string): string {
  const amount = `${rows}*(PoolContributions[Counts]<>"no")*${AMOUNT}`;
  const named = (column: string): string =>
    `EXACT(LOWER(${partnersColumn}),LOWER(TRANSPOSE(PoolContributions[${column}])))`;
  const funding = `TRANSPOSE(${FUNDING})`;
  const sign = `(1-2*(RIGHT(${funding},6)="income"))`;
  const both = `${named('Partner')}*${sign}+${named('Source')}*(${funding}="partner income")`;
  return `ROUND(MMULT(${both},${amount}),2)`;
}

/**
 * What one partner contributes of what counts, for the year as it stands: one cell of `countedWeights`.
 *
 * @param name - The partner as a text in a formula or a cell. @param inMoney - What it gives in money, whether it counts in
 *   the proportion or not, and not what is given in kind.
 * @example contributionOf('{Partner}') -> 910000 beside a base of 1,550,000 and income of 640,000
 */
export function contributionOf(name: string, inMoney = false, cells: ContributionCells = CONTRIBUTION_CELLS): string {
  const rows = inMoney ? `(${FUNDING}<>"in kind")` : '(PoolContributions[Counts]<>"no")';
  const isIn = (column: string): string => `EXACT(LOWER(PoolContributions[${column}]),LOWER(${name}))`;
  const sign = `(1-2*(RIGHT(${FUNDING},6)="income"))`;
  const effect = `(${isIn('Partner')}*${sign}+${isIn('Source')}*(${FUNDING}="partner income"))`;
  return `ROUND(SUMPRODUCT(${inForce(cells)}*${rows}*${effect},${AMOUNT}),2)`;
}

/**
 * What one partner, or everyone, has given in kind to date: twelfths of each row, each rounded to the penny.
 *
 * @param name - The partner as a text in a formula or a cell: `"Derby City Council"`, `{Partner}`; everyone where left out.
 * @example inKindOf('"Derby City Council"') to June, premises of £10,000.00 a year -> 2500
 */
export function inKindOf(name?: string, cells: ContributionCells = CONTRIBUTION_CELLS): string {
  const rows = `${inForce(cells)}*${ofPartner(name)}*(${FUNDING}="in kind")`;
  return `ROUND(SUMPRODUCT(${rows},ROUND(${AMOUNT}*${cells.months}/12,2)),2)`;
}

/** What one partner, or everyone, has in the pool from the year before: the whole of it from the first month on. */
export function broughtForwardOf(name?: string, cells: ContributionCells = CONTRIBUTION_CELLS): string {
  return `ROUND(SUMPRODUCT(${inForce(cells)}*${ofPartner(name)}*(${FUNDING}="brought forward"),${AMOUNT}),2)`;
}

function ofPartner(name: string | undefined): string {
  return name === undefined ? '1' : `EXACT(LOWER(PoolContributions[Partner]),LOWER(${name}))`;
}
