/*
 * PoolGrants as plain rows, and the spending they may pay for. It understands no rule: `src/pool/grants` applies them.
 */
import { comparable } from '../../ledger/cells';
import { lineNames } from '../../workbook/grantRules';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, textOf } from '../../workbook/readTable';
import { JOINT } from '../../workbook/statementFormulas';

/** A row of PoolGrants. */
export interface GrantRow {
  readonly pool: string;
  readonly grant: string;
  readonly partner: string;
  /** 2026/27 */
  readonly year: string;
  readonly amountPence: number;
  readonly broughtForwardPence: number;
  /** As typed, and as names; none means every line of the pool in scope. */
  readonly linesText: string;
  readonly lines: readonly string[];
  readonly minimumPence: number | null;
  readonly order: number | null;
  /** The row that findings point at. */
  readonly row: TypedRow;
}

/** The rows of PoolGrants, in their order. */
export function grantRows(model: Pick<ModelReading, 'tables'>): readonly GrantRow[] {
  return rowsOf(model, 'PoolGrants').map((row) => ({
    pool: textOf(row, 'Pool'),
    grant: textOf(row, 'Grant'),
    partner: textOf(row, 'Partner'),
    year: textOf(row, 'Year'),
    amountPence: numberOf(row, 'Amount') ?? 0,
    broughtForwardPence: numberOf(row, 'Brought forward') ?? 0,
    linesText: textOf(row, 'Lines'),
    lines: lineNames(textOf(row, 'Lines')),
    minimumPence: numberOf(row, 'Minimum') ?? null,
    order: numberOf(row, 'Order') ?? null,
    row,
  }));
}

/** What the joint report shows for a line and a partner; a row of `statementRows` is one. */
export interface SpendRow {
  readonly line: string;
  readonly partner: string;
  readonly ownToDatePence: number | null;
}

/**
 * The joint spending of each line to date, by the line's comparable name; null where a partner's figures are missing.
 *
 * @param rows - The rows of the statement of one period.
 */
export function jointSpend(rows: readonly SpendRow[]): ReadonlyMap<string, number | null> {
  return new Map(
    rows
      .filter(({ partner }) => partner === JOINT)
      .map(({ line, ownToDatePence }) => [comparable(line), ownToDatePence]),
  );
}

/** The rows of PoolStatement as they stand in the workbook, of one period. */
export function statedSpend(model: Pick<ModelReading, 'tables'>, period: string): readonly SpendRow[] {
  return rowsOf(model, 'PoolStatement')
    .filter((row) => textOf(row, 'Period') === period)
    .map((row) => ({
      line: textOf(row, 'Line'),
      partner: textOf(row, 'Partner'),
      ownToDatePence: numberOf(row, 'Own to date') ?? null,
    }));
}
