/*
 * Small ledgers for tests: rows are written as a finance officer would type them.
 */
import type { CellValue } from '../../src/ledger/cells';
import type { LedgerBlock, SourceDefinition } from '../../src/ledger/ledgerLine';
import type { CodeRule, LedgerSource, PartnerEntry, PoolLine, ReconcileInputs } from '../../src/ledger/reconcileInputs';

/** A source whose columns are headed Period, Date, Code, Counterparty, Reference, Amount. */
export const DEFINITION: SourceDefinition = {
  partner: 'Council',
  table: 'Ledger!A1:F1',
  holds: 'transactions',
  period: 'Period',
  date: 'Date',
  code: 'Code',
  counterparty: 'Counterparty',
  reference: 'Reference',
  amount: 'Amount',
  sign: 'as ledger',
  vat: '',
};

export const HEADINGS = ['Period', 'Date', 'Code', 'Counterparty', 'Reference', 'Amount'];

/** A block at the top left of a sheet. */
export function block(rows: readonly (readonly CellValue[])[], headings: readonly string[] = HEADINGS): LedgerBlock {
  return { sheet: 'Ledger', row: 0, column: 0, values: [headings, ...rows] };
}

/** One posting: period, code, counterparty, reference, pounds. */
export type Posting = readonly [
  period: CellValue,
  code: CellValue,
  counterparty: string,
  reference: CellValue,
  amount: CellValue,
];

export function source(
  partner: string,
  postings: readonly Posting[],
  change: Partial<SourceDefinition> = {},
): LedgerSource {
  const rows = postings.map(([period, code, counterparty, reference, amount]) => [
    period,
    null,
    code,
    counterparty,
    reference,
    amount,
  ]);
  return {
    definition: { ...DEFINITION, partner, table: `${partner} ledger`, ...change },
    block: { ...block(rows), sheet: `${partner} ledger` },
  };
}

export const COUNCIL: PartnerEntry = { partner: 'Council', shortName: 'CC', knownAs: 'City Council; 90001' };
export const TRUST: PartnerEntry = { partner: 'Trust', shortName: 'NHST', knownAs: 'NHS Trust' };
export const THIRD: PartnerEntry = { partner: 'County', shortName: 'CTY', knownAs: '' };

export function line(name: string, scope: PoolLine['scope'] = 'in'): PoolLine {
  return { line: name, scope, fromSerial: null };
}

export function rule(
  partner: string,
  code: string,
  to: string,
  percent: number | null = null,
  fromSerial: number | null = null,
): CodeRule {
  return { partner, code, line: to, percent, fromSerial };
}

/** A run of June 2026 for the council and the trust, to be changed by the test. */
export function inputs(change: Partial<ReconcileInputs>): ReconcileInputs {
  return {
    period: '2026-06',
    partners: [COUNCIL, TRUST],
    sources: [],
    codes: [
      rule('Council', '4*', 'Homes'),
      rule('Council', '5*', 'Day services'),
      rule('Council', '9*', 'recharge'),
      rule('Council', '8*', 'excluded'),
      rule('Trust', '4*', 'Homes'),
      rule('Trust', '5*', 'Day services'),
      rule('Trust', '9*', 'recharge'),
      rule('Trust', '7*', 'contribution'),
    ],
    lines: [line('Homes'), line('Day services')],
    periods: ['Council', 'Trust', 'County'].map((partner) => ({
      period: '2026-06',
      partner,
      status: 'open',
      controlTotalPence: null,
    })),
    adjustments: [],
    ...change,
  };
}
