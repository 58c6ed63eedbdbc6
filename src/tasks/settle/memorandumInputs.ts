/*
 * What a pool's memorandum account is made of, put together per partner from contributions, the joint statement and the
 * settlement. The account itself is `src/pool/memorandum`.
 */
import { POOL_AGREEMENTS, type SettlementFigures } from '../../pool/settlement';
import { comparable } from '../../ledger/cells';
import { partOf } from '../../money/pence';
import { MEMORANDUM_ROWS, type MemorandumAmounts, type MemorandumItem } from '../../pool/memorandum';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { JOINT } from '../../workbook/statementFormulas';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';

/** A row of PoolContributions, as far as the account needs it. */
export interface FundingRow {
  readonly pool: string;
  readonly partner: string;
  /** 2026/27 */
  readonly year: string;
  /** 0 for the whole year. */
  readonly fromDate: number;
  readonly funding: string;
  /** The payer of partner income. */
  readonly source: string;
  readonly amountPence: number;
}

/** A row of the joint statement; null is a figure that is missing. */
export interface StatedRow {
  readonly pool: string;
  readonly line: string;
  readonly partner: string;
  readonly type: 'revenue' | 'capital';
  readonly budgetToDatePence: number | null;
  readonly ownToDatePence: number | null;
}

/** A row of the settlement, of a partner. */
export interface SettledRow extends SettlementFigures {
  readonly pool: string;
  readonly partner: string;
  readonly settlesFor: string;
}

/** Everything the accounts of a period are made of. */
export interface MemorandumInputs {
  readonly period: StatementPeriod;
  readonly partners: readonly SplitPartner[];
  /** The pools that settle, as PoolArrangements spells them. */
  readonly pools: readonly string[];
  readonly funding: readonly FundingRow[];
  readonly stated: readonly StatedRow[];
  readonly settled: readonly SettledRow[];
}

const INCOME = ['client income', 'partner income', 'other income'];

const FUNDING_ORDER = [
  'base',
  'grant',
  'in kind',
  'client income',
  'partner income',
  'other income',
  'brought forward',
];

const is = (one: string, other: string): boolean => comparable(one) === comparable(other);

/** The contributions of a pool's year. */
export function fundingOf({ funding, period }: MemorandumInputs, pool: string): readonly FundingRow[] {
  return funding.filter((row) => is(row.pool, pool) && row.year === period.year);
}

/** The projects of a pool that are settled, in the order they stand. */
export function projectsOf({ settled }: MemorandumInputs, pool: string): readonly string[] {
  const named = settled.filter((row) => is(row.pool, pool)).map(({ settlesFor }) => settlesFor);
  return [...new Set(named)].filter((name) => !POOL_AGREEMENTS.includes(comparable(name)));
}

/** The amounts of a pool's account. */
export function memorandumAmounts(inputs: MemorandumInputs, pool: string): MemorandumAmounts {
  const settled = inputs.settled.filter((row) => is(row.pool, pool));
  const byPartner = (amount: (row: SettledRow) => number, rows = settled): readonly number[] =>
    inputs.partners.map(({ partner }) =>
      rows.filter((row) => is(row.partner, partner)).reduce((sum, row) => sum + amount(row), 0),
    );
  const contributed = fundingOf(inputs, pool);
  const fromSettlement = (
    row: MemorandumItem['row'],
    item: string,
    amount: (each: SettledRow) => number,
    rows = settled,
  ) => ({
    row,
    item,
    partsPence: byPartner(amount, rows),
    totalPence: rows.reduce((sum, each) => sum + amount(each), 0),
  });
  const projects = projectsOf(inputs, pool).map((name) =>
    fromSettlement(
      MEMORANDUM_ROWS.project,
      name,
      ({ paidDirectPence }) => paidDirectPence,
      settled.filter(({ settlesFor }) => is(settlesFor, name)),
    ),
  );
  const hasInKind = contributed.some(({ funding }) => funding === 'in kind');
  const inKind = fromSettlement(MEMORANDUM_ROWS.inKind, 'Given in kind', ({ inKindPence }) => inKindPence);
  return {
    funding: contributed.length === 0 ? [budgets(inputs, pool)] : fundingItems(inputs, contributed),
    expenditure: [...lines(inputs, pool, 'revenue'), ...projects, ...(hasInKind ? [inKind] : [])],
    capital: lines(inputs, pool, 'capital'),
    duePence: byPartner(({ duePence }) => duePence),
    keptPence: byPartner(({ carriedForwardPence }) => carriedForwardPence),
    toReceivePence: byPartner(({ balancePence }) => 0 - balancePence),
    givenPence: byPartner(
      ({ paidInPence, paidDirectPence, inKindPence }) => paidInPence + paidDirectPence + inKindPence,
    ),
  };
}

/** A row for each kind of funding there is in the year: what it adds to each partner's net, to date. */
function fundingItems({ partners, period }: MemorandumInputs, rows: readonly FundingRow[]): MemorandumItem[] {
  return FUNDING_ORDER.filter((kind) => rows.some(({ funding }) => funding === kind)).map((kind) => {
    const begun = rows
      .filter(({ funding, fromDate }) => funding === kind && fromDate <= period.monthEnd)
      .map((row) => {
        const pence = kind === 'brought forward' ? row.amountPence : partOf(row.amountPence, period.months, 12);
        return { ...row, pence, effectPence: INCOME.includes(kind) ? 0 - pence : pence };
      });
    const isPartnerIncome = kind === 'partner income';
    const partsPence = partners.map(({ partner }) =>
      begun.reduce((sum, row) => {
        const own = is(row.partner, partner) ? row.effectPence : 0;
        return sum + own + (isPartnerIncome && is(row.source, partner) ? row.pence : 0);
      }, 0),
    );
    const totalPence = isPartnerIncome ? 0 : begun.reduce((sum, { effectPence }) => sum + effectPence, 0);
    return { row: MEMORANDUM_ROWS.contribution, item: kind, partsPence, totalPence };
  });
}

function budgets(inputs: MemorandumInputs, pool: string): MemorandumItem {
  const rows = inputs.stated.filter((row) => is(row.pool, pool));
  const of = (partner: string): number =>
    rows.filter((row) => is(row.partner, partner)).reduce((sum, row) => sum + (row.budgetToDatePence ?? 0), 0);
  return {
    row: MEMORANDUM_ROWS.budgets,
    item: 'Budgets',
    partsPence: inputs.partners.map(({ partner }) => of(partner)),
    totalPence: of(JOINT),
  };
}

/** What each partner's own ledger shows for each line. */
function lines(inputs: MemorandumInputs, pool: string, type: StatedRow['type']): MemorandumItem[] {
  const rows = inputs.stated.filter((row) => is(row.pool, pool) && row.type === type);
  return [...new Set(rows.map(({ line }) => line))].map((line) => {
    const of = (partner: string): number =>
      rows.find((row) => row.line === line && is(row.partner, partner))?.ownToDatePence ?? 0;
    return {
      row: MEMORANDUM_ROWS.line,
      item: line,
      partsPence: inputs.partners.map(({ partner }) => of(partner)),
      totalPence: of(JOINT),
    };
  });
}

/** PoolContributions, as far as the account needs it. */
export function fundingRows(model: Pick<ModelReading, 'tables'>): readonly FundingRow[] {
  return rowsOf(model, 'PoolContributions').map((row) => ({
    pool: textOf(row, 'Pool'),
    partner: textOf(row, 'Partner'),
    year: textOf(row, 'Year'),
    fromDate: numberOf(row, 'From') ?? 0,
    // Blank is base money, as in `contributionRow`.
    funding: textOf(row, 'Funding') || 'base',
    source: textOf(row, 'Source'),
    amountPence: numberOf(row, 'Amount') ?? 0,
  }));
}
