/*
 * Many pools under one framework added up: by pool, by service line and area, and over all pools, per partner and joint.
 * Not how a pool's figures arise, nor whether it settles: those are the statement's and the settlement's.
 *
 * Source: Leicester 2000, paragraphs 11, 16 and 19 (a separate pool for each authority within a common framework);
 * Leicester 2004, 2.1 (Rutland with Leicestershire); the same money counted in two partners' totals (Communities and
 * Local Government Committee 2015, domain brief d).
 */
import { sumPence } from '../money/exact';

/** What is added up; what lies between partners is shown and is in no total. */
export const FIGURES = [
  'Annual budget',
  'Budget to date',
  'Own to date',
  'Variance to date',
  'Between partners',
] as const;

/** One of them. */
export type Figure = (typeof FIGURES)[number];

/** What a row adds up. */
export type ConsolidationRowKind = 'pool' | 'service line and area' | 'all pools';

/** The figures of one partner, or of all together, on a line, in whole pence; null is missing, which is not 0. */
export interface LineFigures {
  readonly annualBudgetPence: number | null;
  readonly budgetToDatePence: number | null;
  /** With what lies between partners. */
  readonly actualToDatePence: number | null;
  /** Without it. */
  readonly ownToDatePence: number | null;
}

/** A line of a pool: each partner's figures, in one order for all lines, and the joint ones as they are stated. */
export interface PoolLine {
  readonly pool: string;
  /** Revenue and capital are never added together. */
  readonly type: string;
  readonly partners: readonly LineFigures[];
  readonly joint: LineFigures;
}

/** Where a pool stands in the framework; blank where nothing says so. */
export interface PoolPlace {
  readonly pool: string;
  readonly serviceLine: string;
  readonly area: string;
}

/** A row of the consolidation. The parts must total the joint figure: the check is what they do not. */
export interface ConsolidationRow {
  readonly row: ConsolidationRowKind;
  readonly pool: string;
  readonly serviceLine: string;
  readonly area: string;
  readonly type: string;
  readonly figure: Figure;
  readonly partsPence: readonly (number | null)[];
  /** The joint figure, from the statement's own joint rows and not from the parts. */
  readonly totalPence: number | null;
  /** Total less parts; for what lies between partners, the amount that only one side has. */
  readonly checkPence: number | null;
}

/** A sum too large to be held to the penny. */
export class ConsolidationTooLarge extends Error {}

/**
 * Adds up many pools.
 *
 * @param lines - Each line once, in one pool.
 * @param places - Each pool once, in the order of the rows. A pool of `lines` that is not among them comes after.
 * @returns Per type: a row for each pool and figure, one for each service line and area that has more than one pool, and
 *   one for all pools.
 * @example City LD £100.00 spent by City and £20.00 by the PCT, County LD £50.00 by County -> City LD 120.00, County LD
 *   50.00, service line LD 170.00 where both are in one area, all pools 170.00
 */
export function consolidate(lines: readonly PoolLine[], places: readonly PoolPlace[]): readonly ConsolidationRow[] {
  const known = new Set(places.map(({ pool }) => pool));
  const others = [...new Set(lines.map(({ pool }) => pool))].filter((pool) => !known.has(pool));
  const all = [...places, ...others.map((pool): PoolPlace => ({ pool, serviceLine: '', area: '' }))];
  const types = [...new Set(lines.map(({ type }) => type))];
  return types.flatMap((type) => {
    const ofType = lines.filter((line) => line.type === type);
    const used = all.filter(({ pool }) => ofType.some((line) => line.pool === pool));
    const rows = (row: ConsolidationRowKind, place: PoolPlace, pools: readonly PoolPlace[]): ConsolidationRow[] => {
      const names = new Set(pools.map(({ pool }) => pool));
      const counted = row === 'all pools' ? ofType : ofType.filter((line) => names.has(line.pool));
      return FIGURES.map((figure) => ({ row, ...place, type, figure, ...added(counted, figure) }));
    };
    return [
      ...used.flatMap((place) => rows('pool', place, [place])),
      ...frameworkParts(used).flatMap((part) => rows('service line and area', { ...part.place, pool: '' }, part.pools)),
      ...rows('all pools', { pool: '', serviceLine: '', area: '' }, used),
    ];
  });
}

/** The service lines and areas that have several pools; one with a single pool would only repeat its row. */
function frameworkParts(places: readonly PoolPlace[]): readonly { place: PoolPlace; pools: readonly PoolPlace[] }[] {
  const parts = new Map<string, PoolPlace[]>();
  for (const place of places) {
    if (place.serviceLine === '' && place.area === '') continue;
    const key = `${place.serviceLine}\u0001${place.area}`;
    parts.set(key, [...(parts.get(key) ?? []), place]);
  }
  return [...parts.values()].flatMap((pools) => {
    const [place] = pools;
    return place === undefined || pools.length < 2 ? [] : [{ place, pools }];
  });
}

function added(
  lines: readonly PoolLine[],
  figure: Figure,
): Pick<ConsolidationRow, 'partsPence' | 'totalPence' | 'checkPence'> {
  const count = Math.max(0, ...lines.map(({ partners }) => partners.length));
  const partsPence = Array.from({ length: count }, (_each, partner) =>
    totalOf(lines.map(({ partners }) => figureOf(partners[partner], figure))),
  );
  const totalPence = totalOf(lines.map(({ joint }) => figureOf(joint, figure)));
  const parts = totalOf(partsPence);
  return { partsPence, totalPence, checkPence: totalPence === null || parts === null ? null : totalPence - parts };
}

function figureOf(figures: LineFigures | undefined, figure: Figure): number | null {
  if (figures === undefined) return 0;
  const { annualBudgetPence, budgetToDatePence, actualToDatePence, ownToDatePence } = figures;
  if (figure === 'Annual budget') return annualBudgetPence;
  if (figure === 'Budget to date') return budgetToDatePence;
  if (figure === 'Own to date') return ownToDatePence;
  return figure === 'Variance to date'
    ? less(ownToDatePence, budgetToDatePence)
    : less(actualToDatePence, ownToDatePence);
}

function less(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left - right;
}

/** A sum of which one part is missing is missing. */
function totalOf(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part): part is number => part !== null);
  if (known.length < parts.length) return null;
  const total = sumPence(known);
  if (!total.ok) throw new ConsolidationTooLarge(`a total over ${parts.length} lines cannot be held to the penny`);
  return total.value;
}
