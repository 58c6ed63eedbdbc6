/*
 * What a joint, seconded or funded post costs to date, and who owes whom for posts: its employer pays it, its funder owes
 * it. Not which line it belongs to, nor whether managers are in the agreed ratio: that is `managementRatio`.
 *
 * Source: Leeds 2012, 3.9: of 56 staff, 14 posts (12.4 WTE) are funded by the Trust and employed by the council.
 */
import { readNumber } from '../money/exact';
import { timesPence } from '../money/pence';
import { FIRST_OF_APRIL, proRata, yearPart, type ProRataProblem } from '../money/proRata';
import { succeed, type Result } from '../money/result';
import { type CostToDate, type Running, daysToDate } from './costToDate';
import { basisOf, type ItemBasis } from './projectItems';
import { addUnits, type TotalTooLarge } from './total';

/** A post, or several alike: how much of it there is, and what one whole-time equivalent costs in a year. */
export interface StaffPost extends Running {
  /** 12.4, read at 15 significant digits; 0 or more. */
  readonly wte: number;
  readonly ratePence: number;
}

/**
 * What a post costs from 1 April to the month's end: WTE x Rate x the part of the year, rounded once, half away from zero.
 *
 * The part is whole months over 12 where the days that count are whole months, else their number over the year's own 365
 * or 366. Undefined for a post that has not begun, or had ended before the year: it costs this year nothing to date.
 *
 * @param monthEnd - The last day of the month, as an Excel serial.
 * @example 12.4 WTE at £40,000.00 to 31 March -> 12/12, £496,000.00; to 30 June -> 3/12, £124,000.00
 * @source Leeds 2012, 3.9 (12.4 WTE funded by the Trust; the rate is illustrative).
 */
export function postCost(
  { wte, ratePence, ...running }: StaffPost,
  monthEnd: number,
): Result<CostToDate<ItemBasis> | undefined, ProRataProblem> {
  const days = daysToDate(running, monthEnd);
  if (days === undefined) return succeed(undefined);
  const basis = basisOf(days.start, days.end);
  const part = yearPart(days.start, days.end, basis, FIRST_OF_APRIL);
  if (!part.ok) return part;
  const cost = proRata(timesPence(wte, ratePence), days.start, days.end, basis, FIRST_OF_APRIL);
  return cost.ok ? succeed({ ...days, basis, ...part.value, costPence: cost.value }) : cost;
}

/** A post with its cost; partners by their number, from 0. */
export interface FundedPost {
  readonly employer: number;
  readonly funder: number;
  readonly wte: number;
  /** Left out where the table does not say. */
  readonly heads?: number;
  readonly costPence: number;
}

/** Posts added up: heads are undefined where a post of them does not say its own. */
export interface StaffTotal {
  readonly heads: number | undefined;
  readonly wte: number;
  readonly costPence: number;
}

/** What a funder owes an employer for posts. */
export interface Recharge extends StaffTotal {
  readonly funder: number;
  readonly employer: number;
}

/**
 * Heads and WTE of posts; WTE is added as decimals, so that 42.6 and 4.5 are 47.1.
 *
 * @example Leeds 2012, 3.9: 5 team managers (4.5 WTE) and 50 social workers (42.6 WTE) -> 55 heads, 47.1 WTE
 */
export function staffSize(posts: readonly Pick<FundedPost, 'heads' | 'wte'>[]): Pick<StaffTotal, 'heads' | 'wte'> {
  const saysHeads = posts.every(({ heads }) => heads !== undefined);
  return {
    heads: saysHeads ? decimalSum(posts.map(({ heads }) => heads ?? 0)) : undefined,
    wte: decimalSum(posts.map(({ wte }) => wte)),
  };
}

/** Heads, WTE and cost of posts. @example 12.4 WTE and 30.2 WTE of social workers -> 50 heads, 42.6 WTE */
export function staffTotal(posts: readonly FundedPost[]): Result<StaffTotal, TotalTooLarge> {
  const costPence = addUnits(posts.map((post) => post.costPence));
  return costPence.ok ? succeed({ ...staffSize(posts), costPence: costPence.value }) : costPence;
}

/**
 * Posts added up by who funds them, or by who employs them, for each of `partners` partners.
 *
 * @example Leeds 2012, 3.9: 14 social workers (12.4 WTE) funded by the Trust and 36 (30.2 WTE) by the council
 */
export function staffByPartner(
  posts: readonly FundedPost[],
  by: 'funder' | 'employer',
  partners: number,
): Result<readonly StaffTotal[], TotalTooLarge> {
  const totals: StaffTotal[] = [];
  for (let partner = 0; partner < partners; partner++) {
    const total = staffTotal(posts.filter((post) => post[by] === partner));
    if (!total.ok) return total;
    totals.push(total.value);
  }
  return succeed(totals);
}

/**
 * What each funder owes each employer, in the order in which the pairs first appear.
 *
 * A post whose employer funds it is owed to nobody and is in no pair.
 *
 * @example Leeds 2012, 3.9: 12.4 WTE at £40,000.00 -> the Trust owes the council £496,000.00 for 14 heads
 */
export function recharges(posts: readonly FundedPost[]): Result<readonly Recharge[], TotalTooLarge> {
  const pairs = new Map<string, FundedPost[]>();
  for (const post of posts) {
    if (post.funder === post.employer) continue;
    const key = `${String(post.funder)} ${String(post.employer)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), post]);
  }
  const owed: Recharge[] = [];
  for (const pair of pairs.values()) {
    const [first] = pair;
    const total = staffTotal(pair);
    if (!total.ok) return total;
    if (first !== undefined) owed.push({ funder: first.funder, employer: first.employer, ...total.value });
  }
  return succeed(owed);
}

function decimalSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum.plus(readNumber(value)), readNumber(0)).toNumber();
}
