/*
 * The months of a year before a pool began to settle: until which month they ran, and what each line had cost by then. They
 * never settle, so what a pool settles in its first year is counted from the end of the last of them.
 *
 * Source: Derby 2008, supporting information 1.4; Leicester 2004, 5.5; design section 4 (shadow months before go-live never
 * settle).
 */
import { comparable } from '../../ledger/cells';
import { dayOf, monthOfSerial } from '../../ledger/calendar';
import { minus } from '../../pool/perPartner';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { dateText } from '../../workbook/dateText';
import { JOINT } from '../../workbook/statementFormulas';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import type { SettleLine } from './poolToSettle';
import type { SettledPool } from './settledPools';

/**
 * The last shadow month of a pool that begins on a day of the year.
 *
 * @param row - Its row of PoolArrangements. @param beganDate - The day, after 1 April.
 * @returns The month before, or a finding where the pool does not begin on the first of a month: budgets are by the month.
 * @example begins on 1 October 2026 -> 2026-09
 */
export function monthBefore(row: TypedRow, beganDate: number, year: string): StatementPeriod | Finding {
  const before = statementPeriod(statementPeriod(monthOfSerial(beganDate))?.previous ?? '');
  if (dayOf(beganDate).day === 1 && before !== undefined) return before;
  const detail = { pool: textOf(row, 'Pool'), date: dateText(beganDate), year };
  return settleFinding('pool begins within month', { place: placeOf(row, 'From'), detail });
}

/** A pool's lines from the day it settles, or what stops it. */
export interface SinceShadow {
  readonly lines: readonly SettleLine[];
  readonly findings: readonly Finding[];
}

/**
 * Takes the figures of the shadow months out of a pool's lines, as PoolStatement shows them for the last of these months: the
 * live formulas read the same cells.
 *
 * @param lines - Their figures from 1 April. @param partners - Names in the order the figures follow.
 */
export function sinceShadow(
  model: Pick<ModelReading, 'tables'>,
  { pool, shadowUntil, row: arrangement }: SettledPool,
  lines: readonly SettleLine[],
  partners: readonly string[],
): SinceShadow {
  if (shadowUntil === undefined) return { lines, findings: [] };
  const { period } = shadowUntil;
  const rows = rowsOf(model, 'PoolStatement').filter(
    (row) => textOf(row, 'Period') === period && comparable(textOf(row, 'Pool')) === comparable(pool),
  );
  const detail = { pool, period };
  const place = arrangement === undefined ? {} : { place: placeOf(arrangement, 'From') };
  const joint = rows.filter((row) => textOf(row, 'Partner') === JOINT);
  const isKnown = (row: TypedRow): boolean =>
    numberOf(row, 'Own to date') !== undefined && numberOf(row, 'Budget to date') !== undefined;
  if (joint.length === 0 || !joint.every(isKnown)) {
    return { lines, findings: [settleFinding('shadow month not reconciled', { ...place, detail })] };
  }
  const gone = joint.map((row) => textOf(row, 'Line')).filter((name) => !lines.some(({ line }) => line === name));
  const findings = gone.map((line) =>
    settleFinding('shadow line gone', { ...place, line, detail: { ...detail, line } }),
  );
  return { lines: lines.map((line) => since(line, rows, partners)), findings };
}

function since(line: SettleLine, rows: readonly TypedRow[], partners: readonly string[]): SettleLine {
  const ofLine = rows.filter((row) => textOf(row, 'Line') === line.line);
  const before = (column: string): readonly number[] =>
    partners.map((partner) => {
      const row = ofLine.find((each) => textOf(each, 'Partner') === partner);
      return row === undefined ? 0 : (numberOf(row, column) ?? 0);
    });
  const [budget, own] = [before('Budget to date'), before('Own to date')];
  return {
    ...line,
    budgetPence: minus(line.budgetPence, budget),
    ownPence: minus(line.ownPence, own),
    shadowOwnPence: own,
  };
}
