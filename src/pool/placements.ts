/*
 * What a case in a placement costs to date, net of what the client pays, and how the partners bear it: each case by weights
 * of its own. Not the rest of its line, which follows the line's rule.
 *
 * Source: Leicester 2000, paper 14 and 23: external placements of people with complex or continuing care needs want a
 * formula of their own before budgets are pooled.
 */
import { financialYearOf } from '../money/calendar';
import { partOf } from '../money/pence';
import { fail, succeed, type Result } from '../money/result';
import { splitByWeight, type SplitProblem } from '../money/split';
import { MAX_UNITS } from '../money/unit';
import { type CostToDate, type DaysToDate, type Running, daysToDate } from './costToDate';
import { addUnits, type TotalTooLarge } from './total';

/** What a rate is for: a day, a week, a year, or the whole time from From to To. */
export type RatePer = 'day' | 'week' | 'year' | 'total';

/** A case, for as long as its rate and funding stay the same; a change is a case of its own. */
export interface PlacementCase extends Running {
  readonly ratePence: number;
  readonly per: RatePer;
  /** What the client pays, for the same time as the rate. */
  readonly clientIncomePence: number;
  /** One per partner that has a column, in the columns' order; 0 or more, not all 0. */
  readonly weights: readonly number[];
}

/** A case to date: its cost, and each weight's part of it. */
export interface PlacementToDate {
  /** Undefined where the case has no day in the year to date; its parts are then 0. */
  readonly cost: CostToDate<RatePer> | undefined;
  readonly partsPence: readonly number[];
}

/** Why a case has no cost: the sum is too large, a total has no end, or the weights share nothing. */
export type PlacementProblem =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'total-without-end' }
  | { readonly kind: 'weights'; readonly problem: SplitProblem };

/**
 * The part of the rate that counts, as a fraction: days / 1 for a daily rate, days / 7 for a weekly one, days over the
 * year's own 365 or 366, or days over all the days of the case for a total.
 */
function partOfRate(
  { per, from, to }: PlacementCase,
  { start, end }: DaysToDate,
): Result<Pick<CostToDate<RatePer>, 'numerator' | 'denominator'>, PlacementProblem> {
  const numerator = end - start + 1;
  switch (per) {
    case 'day':
      return succeed({ numerator, denominator: 1 });
    case 'week':
      return succeed({ numerator, denominator: 7 });
    case 'year':
      return succeed({ numerator, denominator: financialYearOf(end).days });
    case 'total':
      if (from === undefined || to === undefined) return fail({ kind: 'total-without-end' });
      return succeed({ numerator, denominator: to - from + 1 });
  }
}

/**
 * What a case costs from 1 April to the month's end, and each partner's part.
 *
 * Rate less client income, times the days that count, rounded once, half away from zero, to the penny; then shared by
 * the weights, an odd penny going to the largest remainder and of equal ones to the earlier column. The parts total the
 * cost. A case that has not begun, or had ended before the year, costs this year nothing to date.
 *
 * @param monthEnd - The last day of the month, as an Excel serial.
 * @example £1,400.00 a week less £150.05 from the client, 15 May to 30 June (47 days) -> £8,392.52; by 50 : 30 : 20
 *   £4,196.26, £2,517.76, £1,678.50
 * @source Leicester 2000, paper 14 and 23 (a formula for external placements; figures illustrative).
 */
export function placementToDate(given: PlacementCase, monthEnd: number): Result<PlacementToDate, PlacementProblem> {
  const days = daysToDate(given, monthEnd);
  if (days === undefined) return succeed({ cost: undefined, partsPence: given.weights.map(() => 0) });
  const part = partOfRate(given, days);
  if (!part.ok) return part;
  const netPence = given.ratePence - given.clientIncomePence;
  const costPence = partOf(netPence, part.value.numerator, part.value.denominator);
  if (Math.abs(costPence) > MAX_UNITS) return fail({ kind: 'too-large' });
  const parts = splitByWeight(costPence, given.weights);
  if (!parts.ok) return fail({ kind: 'weights', problem: parts.problem });
  return succeed({ cost: { ...days, basis: given.per, ...part.value, costPence }, partsPence: parts.value });
}

/** A case's cost on a line, for adding up. */
export interface LineCase {
  readonly line: string;
  readonly costPence: number;
  readonly partsPence: readonly number[];
}

/** The cases of a line together: what other partners are shown, because a line names nobody. */
export interface LineTotal extends LineCase {
  readonly cases: number;
}

/**
 * The cases added up by line, lines in the order in which they first appear.
 *
 * @param keyOf - What makes two names of a line the same; the name itself unless given.
 * @example two cases of Residential care at £100.00 and £50.00 -> Residential care, 2 cases, £150.00
 */
export function totalsByLine(
  cases: readonly LineCase[],
  keyOf: (line: string) => string = (line) => line,
): Result<readonly LineTotal[], TotalTooLarge> {
  const byLine = new Map<string, LineCase[]>();
  for (const each of cases) byLine.set(keyOf(each.line), [...(byLine.get(keyOf(each.line)) ?? []), each]);
  const totals: LineTotal[] = [];
  for (const ofLine of byLine.values()) {
    const [first] = ofLine;
    if (first === undefined) continue;
    const sum = (pence: (each: LineCase) => number): Result<number, TotalTooLarge> => addUnits(ofLine.map(pence));
    const cost = sum(({ costPence }) => costPence);
    const parts = first.partsPence.map((_part, at) => sum(({ partsPence }) => partsPence[at] ?? 0));
    if (!cost.ok || parts.some(({ ok }) => !ok)) return fail({ kind: 'total-too-large' });
    totals.push({
      line: first.line,
      cases: ofLine.length,
      costPence: cost.value,
      partsPence: parts.map((part) => (part.ok ? part.value : 0)),
    });
  }
  return succeed(totals);
}
