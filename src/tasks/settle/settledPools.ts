/*
 * Which pools settle in a period, with their hosts: from PoolArrangements, by the row in force at the month's end. What is
 * unclear or begins within a month is refused with its cell; nothing is worked out here.
 */
import { comparable } from '../../ledger/cells';
import { type Arrangement, type PoolKind, arrangementsInForce, settlesVariances } from '../../pool/arrangements';
import { yearDays } from '../../pool/projectItems';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';
import { monthBefore } from './shadowMonths';

/** A pool as it stands at the month's end. */
export interface SettledPool {
  readonly pool: string;
  readonly kind: PoolKind;
  /** True: its variances are shared. False: only costs with an agreement of their own are. */
  readonly settles: boolean;
  /** '' and undefined where there is none. */
  readonly hostName: string;
  readonly host: number | undefined;
  /** The last month of the year before the pool settled; none where it settled from 1 April. */
  readonly shadowUntil?: StatementPeriod;
  /** The row in force, for findings; none for a pool that only posts or cases name. */
  readonly row?: TypedRow;
}

type Row = Arrangement & { readonly row: TypedRow };

function arrangementRows(model: Pick<ModelReading, 'tables'>): readonly Row[] {
  return rowsOf(model, 'PoolArrangements').map((row) => ({
    row,
    pool: comparable(textOf(row, 'Pool')),
    fromDate: numberOf(row, 'From') ?? 0,
    endDate: numberOf(row, 'Ends') ?? 0,
    part: `${comparable(textOf(row, 'Service line'))}\u0001${comparable(textOf(row, 'Area'))}`,
    kind: (textOf(row, 'Kind') || 'none') as PoolKind,
    settles: textOf(row, 'Settles') === 'yes',
    host: textOf(row, 'Host'),
  }));
}

/** The pools in the order of PoolArrangements, and what is wrong with them. */
export function settledPools(
  model: Pick<ModelReading, 'tables'>,
  partners: readonly SplitPartner[],
  period: StatementPeriod,
): { readonly pools: readonly SettledPool[]; readonly findings: readonly Finding[] } {
  const all = arrangementRows(model);
  const parts = arrangementsInForce(all, period.monthEnd);
  const names = [...new Set(parts.map(({ pool }) => pool))];
  const findings: Finding[] = [];
  const pools = names.flatMap((name): SettledPool[] => {
    const [first, ...others] = parts.filter(({ pool }) => pool === name);
    if (first === undefined) return [];
    const settles = settlesVariances(first);
    for (const other of others) {
      const isAlike = settlesVariances(other) === settles && comparable(other.host) === comparable(first.host);
      if (!isAlike) findings.push(unclear(first, other));
    }
    const host = partners.findIndex(({ partner }) => comparable(partner) === comparable(first.host));
    if (first.host !== '' && host < 0) {
      const facts = { place: placeOf(first.row, 'Host'), detail: { text: first.host } };
      findings.push(settleFinding('host not listed', facts));
    }
    const before = settles ? shadowMonth(all, first, period) : undefined;
    if (before !== undefined && 'kind' in before) findings.push(before);
    return [
      {
        ...(before === undefined || 'kind' in before ? {} : { shadowUntil: before }),
        pool: textOf(first.row, 'Pool'),
        kind: first.kind,
        settles,
        hostName: partners[host]?.partner ?? '',
        host: host < 0 ? undefined : host,
        row: first.row,
      },
    ];
  });
  return { pools, findings };
}

/** The last shadow months of pools that began in the year, each once: what is settled counts from their figures. */
export function shadowMonthsOf(
  model: Pick<ModelReading, 'tables'>,
  period: StatementPeriod,
): readonly StatementPeriod[] {
  const months = settledPools(model, [], period).pools.flatMap(({ shadowUntil }) => shadowUntil ?? []);
  const written = new Set(rowsOf(model, 'PoolStatement').map((row) => textOf(row, 'Period')));
  // Of a month that was never reconciled there is nothing to hold against the ledgers: that is told by itself.
  return [...new Map(months.map((month) => [month.period, month])).values()].filter((month) => written.has(month.period)); // prettier-ignore
}

function unclear(first: Row, other: Row): Finding {
  const said = ({ kind, host }: Row): string => `${kind}${host === '' ? '' : `, host ${host}`}`;
  const detail = { pool: textOf(first.row, 'Pool'), first: said(first), second: said(other) };
  return settleFinding('arrangement unclear', { place: placeOf(other.row, 'Kind'), detail });
}

/**
 * The last of the year's months before the pool settled: they never settle. None where it settled from 1 April on.
 *
 * @returns A finding where the pool begins within a month.
 */
function shadowMonth(
  all: readonly Row[],
  row: Row,
  { year, monthEnd }: StatementPeriod,
): StatementPeriod | Finding | undefined {
  const { first } = yearDays(Number(year.slice(0, 4)));
  const began = row.fromDate;
  if (began <= first || began > monthEnd) return undefined;
  const before = arrangementsInForce(
    all.filter(({ pool, part }) => pool === row.pool && part === row.part),
    began - 1,
  );
  return before.some(settlesVariances) ? undefined : monthBefore(row.row, began, year);
}
