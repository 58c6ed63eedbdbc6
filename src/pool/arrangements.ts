/*
 * What kind of pool stands on a day, and whether it settles. Not who proposes the kind (a commissioning model never sets
 * it), and not what is shared.
 *
 * Source: Derby 2008, supporting information 1.4 (a shadow pool keeps each budget where it is, and may become a full pool);
 * Oldham and Wirral: pooled, aligned, shadow and in view side by side, and only pooled, and aligned where the agreement
 * says so, reach settlement (domain brief b7).
 */

/** What a pool can be. */
export type PoolKind = 'none' | 'in view' | 'aligned' | 'shadow' | 'pooled';

/** One dated row of a pool's arrangement; dates are Excel serials, 0 for always and for never ending. */
export interface Arrangement {
  readonly pool: string;
  readonly fromDate: number;
  readonly endDate: number;
  /** A service line within an area: each has its own rows. */
  readonly part: string;
  readonly kind: PoolKind;
  /** For `aligned`: whether the agreement says that it settles. */
  readonly settles: boolean;
  /** '' for none. */
  readonly host: string;
}

/** The rows in force on a day: per part of a pool the latest that has begun, unless it has ended. */
export function arrangementsInForce<Row extends Arrangement>(rows: readonly Row[], day: number): readonly Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    if (row.fromDate > day) continue;
    const key = `${row.pool}\u0001${row.part}`;
    const known = latest.get(key);
    if (known === undefined || known.fromDate <= row.fromDate) latest.set(key, row);
  }
  return [...latest.values()].filter(({ endDate }) => endDate === 0 || endDate >= day);
}

/**
 * Whether an arrangement reaches settlement.
 *
 * @example settlesVariances({ kind: 'shadow', … }) -> false; pooled -> true; aligned -> only where Settles is yes
 */
export function settlesVariances({ kind, settles }: Pick<Arrangement, 'kind' | 'settles'>): boolean {
  return kind === 'pooled' || (kind === 'aligned' && settles);
}
