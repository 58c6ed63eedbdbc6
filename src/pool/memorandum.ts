/*
 * The memorandum account of a pool: who funded it, what was spent, the surplus or deficit and whose it is. Not an account of
 * its own: a pool is no entity, and each partner takes its part into its own accounts.
 *
 * Source: contributions by partner, other income and balance brought forward = total funding; expenditure = total; surplus
 * or deficit, split by partner, carried forward or repaid (domain brief b4; HFMA and CIPFA 2014, example financial summary).
 * "Balances belong to the partners" (http://ed.mdict.net/k1828852.html).
 */
import { sumPence } from '../money/exact';

/** What the rows are; the column `Row` holds one of these. */
export const MEMORANDUM_ROWS = {
  contribution: 'contribution',
  budgets: 'budgets',
  line: 'line',
  project: 'project',
  inKind: 'in kind',
  total: 'total',
  due: 'share of expenditure',
  surplus: 'surplus',
  kept: 'carried forward',
  toSettle: 'to settle',
  held: 'still held',
  balance: 'balance',
} as const;

/** One kind of row. */
export type MemorandumRowKind = (typeof MEMORANDUM_ROWS)[keyof typeof MEMORANDUM_ROWS];

/** The parts of the account, in their order. */
export const MEMORANDUM_SECTIONS = {
  funding: 'Funding',
  expenditure: 'Expenditure',
  capital: 'Capital expenditure',
  result: 'Surplus or deficit',
  balance: 'Where the balance is',
} as const;

/** An amount of funding or expenditure: each partner's part, and the joint figure from a source of its own. */
export interface MemorandumItem {
  readonly row: MemorandumRowKind;
  readonly item: string;
  readonly partsPence: readonly number[];
  readonly totalPence: number;
}

/** What a pool's account is made of, to date, in whole pence; lists by partner are in one order. */
export interface MemorandumAmounts {
  readonly funding: readonly MemorandumItem[];
  readonly expenditure: readonly MemorandumItem[];
  /** Capital has a section and a total of its own: the two are never added into one line. */
  readonly capital: readonly MemorandumItem[];
  /** Each partner's share due of everything that settles. */
  readonly duePence: readonly number[];
  /** Its part of underspends that stay in the pool. */
  readonly keptPence: readonly number[];
  /** What it is to receive, + , or to pay, −. */
  readonly toReceivePence: readonly number[];
  /** What it has given: paid in, paid direct, in kind. */
  readonly givenPence: readonly number[];
}

/** One row of the account. */
export interface MemorandumRow extends MemorandumItem {
  readonly section: string;
  /** Total less the partners' parts: 0. */
  readonly checkPence: number;
}

/**
 * The rows of a pool's memorandum account.
 *
 * Surplus = total funding − total expenditure; a partner's part is its funding less its share due. It lies in three places:
 * carried forward in the pool, to be received (or, as −, still to be paid), and still held by the partner because it has
 * not given all of its funding yet. The three total its surplus.
 *
 * @example funding £60.00 and £40.00, spent £90.00, shares due £54.00 and £36.00 -> surplus £10.00, of it £6.00 and £4.00
 */
export function memorandumRows(amounts: MemorandumAmounts): readonly MemorandumRow[] {
  const { funding, expenditure, capital, duePence, keptPence, toReceivePence, givenPence } = amounts;
  const { total, due, surplus, kept, toSettle, held, balance } = MEMORANDUM_ROWS;
  const sections = MEMORANDUM_SECTIONS;
  const partners = duePence.length;
  const funded = totalOf(funding, { row: total, item: 'Total funding' }, partners);
  const spent = totalOf(expenditure, { row: total, item: 'Total expenditure' }, partners);
  const built = totalOf(capital, { row: total, item: 'Total capital expenditure' }, partners);
  const spentPence = sum([spent.totalPence, built.totalPence]);
  const surplusPence = funded.totalPence - spentPence;
  const surplusParts = funded.partsPence.map((pence, partner) => pence - (duePence[partner] ?? 0));
  const heldParts = funded.partsPence.map((pence, partner) => pence - (givenPence[partner] ?? 0));
  const places: readonly MemorandumItem[] = [
    { row: kept, item: 'Carried forward in the pool', partsPence: keptPence, totalPence: sum(keptPence) },
    { row: toSettle, item: 'To receive + / to pay −', partsPence: toReceivePence, totalPence: sum(toReceivePence) },
    {
      row: held,
      item: 'Funding not yet given',
      partsPence: heldParts,
      totalPence: funded.totalPence - sum(givenPence),
    },
  ];
  const balanceParts = totalOf(places, { row: balance, item: 'Total' }, partners).partsPence;
  const inSection = (section: string, items: readonly MemorandumItem[]): MemorandumRow[] =>
    items.map((item) => ({ ...item, section, checkPence: item.totalPence - sum(item.partsPence) }));
  return [
    ...inSection(sections.funding, [...funding, funded]),
    ...inSection(sections.expenditure, [...expenditure, spent]),
    ...(capital.length === 0 ? [] : inSection(sections.capital, [...capital, built])),
    ...inSection(sections.result, [
      { row: due, item: 'Share of expenditure', partsPence: duePence, totalPence: spentPence },
      { row: surplus, item: 'Surplus + / deficit −', partsPence: surplusParts, totalPence: surplusPence },
    ]),
    ...inSection(sections.balance, [
      ...places,
      { row: balance, item: 'Total', partsPence: balanceParts, totalPence: surplusPence },
    ]),
  ];
}

function totalOf(
  items: readonly MemorandumItem[],
  named: Pick<MemorandumItem, 'row' | 'item'>,
  partners: number,
): MemorandumItem {
  const partsPence = Array.from({ length: partners }, (_none, partner) =>
    sum(items.map((item) => item.partsPence[partner] ?? 0)),
  );
  return { ...named, partsPence, totalPence: sum(items.map(({ totalPence }) => totalPence)) };
}

/** Sums of a statement whose amounts were each read from a cell: beyond 15 digits it is no pool's. */
function sum(pence: readonly number[]): number {
  const total = sumPence(pence);
  if (!total.ok) throw new RangeError('A total of the memorandum account has more than 15 digits.');
  return total.value;
}
