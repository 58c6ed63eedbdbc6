/*
 * Which pools settle in a period, with their hosts: from PoolArrangements, by the row in force at the month's end. What is
 * unclear or begins in the middle of the year is refused with its cell; nothing is worked out here.
 */
import { comparable } from '../../ledger/cells';
import { type Arrangement, type PoolKind, arrangementsInForce, settlesVariances } from '../../pool/arrangements';
import { yearDays } from '../../pool/projectItems';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { dateText } from '../../workbook/setRules';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';

/** A pool as it stands at the month's end. */
export interface SettledPool {
  readonly pool: string;
  readonly kind: PoolKind;
  /** True: its variances are shared. False: only costs with an agreement of their own are. */
  readonly settles: boolean;
  /** '' and undefined where there is none. */
  readonly hostName: string;
  readonly host: number | undefined;
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
    if (settles) findings.push(...beginsInYear(all, first, period));
    return [
      {
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

function unclear(first: Row, other: Row): Finding {
  const said = ({ kind, host }: Row): string => `${kind}${host === '' ? '' : `, host ${host}`}`;
  const detail = { pool: textOf(first.row, 'Pool'), first: said(first), second: said(other) };
  return settleFinding('arrangement unclear', { place: placeOf(other.row, 'Kind'), detail });
}

/**
 * Shadow months before go-live never settle, and figures to date hold them: a pool that begins to settle after 1 April is
 * refused for that year rather than settled with months that are not its own.
 */
function beginsInYear(all: readonly Row[], row: Row, { year, monthEnd }: StatementPeriod): Finding[] {
  const { first } = yearDays(Number(year.slice(0, 4)));
  const began = row.fromDate === 0 ? 0 : row.fromDate;
  if (began <= first || began > monthEnd) return [];
  const before = arrangementsInForce(
    all.filter(({ pool, part }) => pool === row.pool && part === row.part),
    began - 1,
  );
  if (before.some(settlesVariances)) return [];
  const detail = { pool: textOf(row.row, 'Pool'), date: dateText(began), year };
  return [settleFinding('pool begins in year', { place: placeOf(row.row, 'From'), detail })];
}
