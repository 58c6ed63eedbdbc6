/*
 * PoolSettlement and PoolTransfers as planned tables: their keys with the formulas beside them; above the limit of live
 * cells, the model's figures instead. It also gives those figures for comparing.
 */
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import {
  POOL_BALANCE,
  type SettlementTables,
  settlementFormulas,
  transferFormulas,
} from '../../workbook/settlementFormulas';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { moneyCell } from '../reconcile/cells';
import type { StatementPeriod } from '../reconcile/period';
import type { SettlementFigures } from '../../pool/settlement';
import type { PaymentGroup } from './paymentGroups';
import type { BasisColumn } from './settleBasis';
import type { SettledPart } from './settlePeriod';

type Cells = Readonly<Record<string, PlannedCell>>;

/** One row of PoolSettlement: a partner, or what stays in the pool. */
export interface SettlementRow {
  readonly pool: string;
  readonly settlesFor: string;
  readonly hostName: string;
  /** The last month before the pool settled, '' where it settled from 1 April. */
  readonly shadowUntil: string;
  /** From 0; undefined for the pool's own row. */
  readonly partner: number | undefined;
  readonly name: string;
  readonly figures: SettlementFigures;
  /** What the partner's parts are made from. */
  readonly basis: Readonly<Partial<Record<BasisColumn, number>>>;
}

const NOTHING: SettlementFigures = {
  agreedPence: 0,
  variancePence: 0,
  duePence: 0,
  paidInPence: 0,
  paidDirectPence: 0,
  inKindPence: 0,
  carriedForwardPence: 0,
  balancePence: 0,
};

/** The rows of PoolSettlement, agreement by agreement; each has its pool's own row where its lines may keep an underspend. */
export function settlementRows(parts: readonly SettledPart[], partners: readonly SplitPartner[]): SettlementRow[] {
  return parts.flatMap(({ agreement, hostName, shadowUntil, mayKeep, basis }) => {
    const { pool, settlesFor, keptPence } = agreement;
    const base = { pool, settlesFor, hostName, shadowUntil };
    const rows = partners.map(({ partner }, at): SettlementRow => {
      return {
        ...base,
        partner: at,
        name: partner,
        figures: agreement.partners[at] ?? NOTHING,
        basis: Object.fromEntries(Object.entries(basis).map(([column, pence]) => [column, pence[at] ?? 0])),
      };
    });
    if (!mayKeep) return rows;
    const kept = 0 - keptPence;
    const figures = { ...NOTHING, carriedForwardPence: kept, balancePence: kept };
    return [...rows, { ...base, basis: {}, partner: undefined, name: POOL_BALANCE, figures }];
  });
}

const BASIS_COLUMNS: readonly BasisColumn[] = [
  'Budget to date',
  'In ledger',
  'In shadow months',
  'Contribution',
  'Contribution in money',
  'Weight',
  'Received',
  'Brought forward',
  'Given in kind',
  'Above caps',
];

/** What a row holds in every column, as figures. */
export function settlementFigures({ figures, basis }: SettlementRow): Cells {
  return {
    ...Object.fromEntries(BASIS_COLUMNS.map((column) => [column, moneyCell(basis[column] ?? 0)])),
    Agreed: moneyCell(figures.agreedPence),
    'Share of variance': moneyCell(figures.variancePence),
    'Share due': moneyCell(figures.duePence),
    'Paid in': moneyCell(figures.paidInPence),
    'Paid direct': moneyCell(figures.paidDirectPence),
    'In kind': moneyCell(figures.inKindPence),
    'Carried forward': moneyCell(figures.carriedForwardPence),
    'To pay': moneyCell(Math.max(0, figures.balancePence)),
    'To receive': moneyCell(Math.max(0, 0 - figures.balancePence)),
    Check: moneyCell(0),
  };
}

function planned(table: string, period: string, rows: readonly Cells[], note: string): PlannedTable {
  const columns = definitionOf(table).columns.map(({ name }) => name);
  const cells = rows.map((row) => columns.map((column) => row[column] ?? blankCell()));
  return { table, action: 'replace period', period, columns, rows: cells, note };
}

/** The planned PoolSettlement. */
export function planSettlement(
  rows: readonly SettlementRow[],
  partners: readonly SplitPartner[],
  { period, year, months, monthEnd }: StatementPeriod,
  way: { readonly isLive: boolean; readonly tables: SettlementTables },
): PlannedTable {
  const { isLive } = way;
  const cells = rows.map((row) => ({
    ...(isLive ? {} : settlementFigures(row)),
    Period: textCell(period),
    Pool: textCell(row.pool),
    Partner: textCell(row.name),
    For: textCell(row.settlesFor),
    Host: textCell(row.hostName),
    'Shadow until': textCell(row.shadowUntil),
    Year: textCell(year),
    'Month end': numberCell(monthEnd),
    Months: numberCell(months),
    'Partner number': numberCell(row.partner === undefined ? 0 : row.partner + 1),
  }));
  const note =
    'To date. Share due = agreed + share of variance; to pay or receive = share due + carried forward − paid in − paid direct − in kind.';
  const table = planned('PoolSettlement', period, cells, note);
  return isLive ? { ...table, calculated: settlementFormulas(partners, way.tables) } : table;
}

/** What the rows of PoolTransfers hold, as figures: as many rows as there may be payments. */
export function transferFigures(group: PaymentGroup, partners: readonly SplitPartner[], number: number): Cells {
  const payment = group.payments[number - 1];
  const nameOf = (at: number | undefined): string => (at === undefined ? '' : (partners[at]?.partner ?? ''));
  return {
    From: textCell(nameOf(payment?.from)),
    To: textCell(nameOf(payment?.to)),
    Amount: moneyCell(payment?.amountUnits ?? 0),
  };
}

/** The planned PoolTransfers: each host's payments, or a pool's without a host. */
export function planTransfers(
  groups: readonly PaymentGroup[],
  partners: readonly SplitPartner[],
  period: string,
  isLive: boolean,
): PlannedTable {
  const cells = groups.flatMap((group) =>
    Array.from({ length: paymentRows(partners) }, (_none, at) => ({
      ...(isLive ? {} : transferFigures(group, partners, at + 1)),
      Period: textCell(period),
      Pool: textCell(group.pool),
      Host: textCell(group.hostName),
      Number: numberCell(at + 1),
    })),
  );
  const note = 'The payments that clear every balance of PoolSettlement: through the host where there is one.';
  const table = planned('PoolTransfers', period, cells, note);
  return isLive ? { ...table, calculated: transferFormulas() } : table;
}

/** There is at most one payment fewer than partners. */
export function paymentRows(partners: readonly SplitPartner[]): number {
  return Math.max(1, partners.length - 1);
}
