/*
 * The rules that PoolStaff and PoolPlacements have in common: dates, rates, and rows of one thing that run side by side.
 * What each has of its own is in `staffRules` and `placementRules`.
 */
import { comparable } from '../ledger/cells';
import { costFinding } from './costFindings';
import type { Finding } from './finding';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { definitionOf } from './schema';

/** The tables of costs with an agreement of their own that a month's statement is not made from. */
export const COST_TABLES_OF_SETTLEMENT = ['PoolStaff', 'PoolPlacements'] as const;

/** True for a finding whose cell is in a table that only a settlement is made from: it stops no statement. */
export function isAboutCosts({ place }: Pick<Finding, 'place'>): boolean {
  return COST_TABLES_OF_SETTLEMENT.some((table) => definitionOf(table).sheet === place?.sheet);
}

/** The day before all others and the day after: a row without From or To runs on. */
const ALWAYS = Number.POSITIVE_INFINITY;
const fromOf = (row: TypedRow): number => numberOf(row, 'From') ?? -ALWAYS;
const toOf = (row: TypedRow): number => numberOf(row, 'To') ?? ALWAYS;
const isCrossed = (row: TypedRow): boolean => toOf(row) < fromOf(row);

/** Whether two rows have a day in common. */
export function runTogether(row: TypedRow, other: TypedRow): boolean {
  if (isCrossed(row) || isCrossed(other)) return false;
  return fromOf(row) <= toOf(other) && fromOf(other) <= toOf(row);
}

/** To before From, and a rate below 0. */
export function rateAndDateFindings(row: TypedRow): Finding[] {
  const rate = numberOf(row, 'Rate') ?? 0;
  const detail = { table: row.table };
  return [
    ...(isCrossed(row) ? [costFinding('cost dates crossed', { place: placeOf(row, 'To'), detail })] : []),
    ...(rate < 0 ? [costFinding('rate below zero', { place: placeOf(row, 'Rate'), leftPence: rate, detail })] : []),
  ];
}

/**
 * Rows alike in `columns` that have a day in common, each with the first earlier row it runs beside.
 *
 * @example two rows of post “Team manager” on one line, to 30 June and from 15 June -> the second row, with the first
 */
export function overlaps(
  rows: readonly TypedRow[],
  columns: readonly string[],
): readonly { readonly row: TypedRow; readonly earlier: TypedRow }[] {
  const alike = new Map<string, TypedRow[]>();
  return rows.flatMap((row) => {
    const parts = columns.map((column) => comparable(textOf(row, column)));
    if (parts.includes('')) return [];
    const before = alike.get(parts.join('\u0001')) ?? [];
    alike.set(parts.join('\u0001'), [...before, row]);
    const earlier = before.find((other) => runTogether(row, other));
    return earlier === undefined ? [] : [{ row, earlier }];
  });
}

/** The finding for each row of one post or case that runs beside another of it on the same line. */
export function overlapFindings(rows: readonly TypedRow[], name: 'Post' | 'Case'): Finding[] {
  return overlaps(rows, ['Line', name]).map(({ row, earlier }) => {
    const detail = { table: row.table, name: textOf(row, name), row: earlier.row + 1 };
    return costFinding('cost dates overlap', { place: placeOf(row, 'From'), detail });
  });
}
