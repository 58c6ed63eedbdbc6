/*
 * Compares the rows of an output table with what they should be: missing and unknown rows, typed-over formulas, errors,
 * and figures that differ. Rows of a closed month are values that were issued: what moved is told by `issuedRows`. Pure.
 */
import { comparable, isBlank, isErrorText } from '../../ledger/cells';
import { poundsToPence } from '../../money/exact';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { movedFindings } from '../close/issuedRows';
import { fromBefore, isFormula } from './fromBefore';
import type { PlannedCell } from '../../workbook/plan';
import type { CellScalar } from '../../workbook/requests';
import type { TableCells } from '../../workbook/tableCells';

/** A row as it should be: its key, and figures by column. */
export interface ExpectedRow {
  readonly key: readonly string[];
  readonly figures: Readonly<Record<string, PlannedCell>>;
}

/** What to compare. */
export interface Comparison {
  readonly cells: TableCells;
  readonly period: string;
  /** The columns of the key after Period. */
  readonly keyColumns: readonly string[];
  readonly expected: readonly ExpectedRow[];
  /** Columns with live formulas; only these can be typed over. */
  readonly calculated: readonly string[];
  /** The months that are closed for a partner (`closedPeriods`). */
  readonly closed?: ReadonlySet<string>;
  /** The figures that are told of a closed month, where they are not those that `issuedRows` knows for the table. */
  readonly matter?: readonly string[];
}

/** Everything in which a table differs from what it should hold. */
export function compareTable(comparison: Comparison): Finding[] {
  const { cells, period, keyColumns, expected, calculated } = comparison;
  if (isIssuedIn(comparison)) return movedFindings(comparison);
  const at = (column: string): number => cells.headings.indexOf(column);
  const partnerAt = keyColumns.indexOf('Partner');
  const partnerOf = (key: readonly string[]): string => key[partnerAt] ?? '';
  const findings: Finding[] = [];
  const waiting = new Map(expected.map((row) => [keyText(row.key), row]));
  const before = fromBefore(cells, rowsOfMonth(cells, period), calculated);
  cells.values.forEach((values, index) => {
    if (String(values[at('Period')] ?? '') !== period) return;
    const key = keyColumns.map((column) => String(values[at(column)] ?? ''));
    const row = waiting.get(keyText(key));
    const place = { sheet: cells.sheet, row: cells.row + index, column: cells.column };
    if (row === undefined) {
      const detail = { table: cells.name, key: key.join(', ') };
      findings.push(workbookFinding('row unknown', { period, place, partner: partnerOf(key), detail }));
      return;
    }
    waiting.delete(keyText(key));
    const formulas = cells.formulas?.[index] ?? [];
    // A run above the limit of live cells writes values: then no cell of the row is a formula.
    const isLive = calculated.some((column) => isFormula(formulas[at(column)]));
    for (const column of new Set([...calculated, ...Object.keys(row.figures)])) {
      const columnAt = at(column);
      // A column that the table may do without; one that it must have is told with the table's frame.
      if (columnAt < 0) continue;
      if (before.isOptionalCell(index, column)) continue;
      if (before.isLaterColumn(column) && isNothing(row.figures[column])) continue;
      const facts = {
        period,
        place: { ...place, column: cells.column + columnAt },
        partner: partnerOf(key),
        detail: { table: cells.name, column },
      };
      if (isLive && calculated.includes(column) && column !== 'Reason' && !isFormula(formulas[columnAt])) {
        findings.push(workbookFinding('formula overwritten', facts));
      }
      findings.push(...compareCell(values[columnAt] ?? '', row.figures[column], facts));
    }
  });
  for (const row of waiting.values()) {
    const detail = { table: cells.name, key: row.key.join(', ') };
    findings.push(workbookFinding('row missing', { period, partner: partnerOf(row.key), detail }));
  }
  return findings;
}

/**
 * Whether a month's rows in a table were issued: the month is closed, and in each row a cell that was a formula is a value.
 * A Status typed without closing leaves live rows, which are compared as ever.
 */
export function isIssuedIn({
  cells,
  period,
  calculated,
  closed,
}: Pick<Comparison, 'cells' | 'period' | 'calculated' | 'closed'>): boolean {
  if (closed?.has(period) !== true) return false;
  const rows = rowsOfMonth(cells, period);
  const before = fromBefore(cells, rows, calculated);
  const columns = calculated
    .filter((column) => column !== 'Reason' && !before.isOptional(column) && !before.isLaterColumn(column))
    .map((column) => cells.headings.indexOf(column))
    .filter((at) => at >= 0);
  return rows.length > 0 && rows.every((row) => columns.some((at) => !isFormula(cells.formulas?.[row]?.[at])));
}

function rowsOfMonth(cells: TableCells, period: string): readonly number[] {
  const periodAt = cells.headings.indexOf('Period');
  return cells.values.flatMap((values, at) => (String(values[periodAt] ?? '') === period ? [at] : []));
}

/** A figure that a column which came later shows rightly as nothing. */
function isNothing(expected: PlannedCell | undefined): boolean {
  return expected === undefined || !('number' in expected) || expected.number === 0;
}

function keyText(parts: readonly string[]): string {
  return parts.map((part) => comparable(part)).join('\u0001');
}

function compareCell(
  cell: CellScalar,
  expected: PlannedCell | undefined,
  facts: Pick<Finding, 'period' | 'place' | 'partner'> & { detail: Record<string, string> },
): Finding[] {
  if (isErrorText(cell)) {
    return [
      workbookFinding('formula error', { ...definedFacts(facts), detail: { ...facts.detail, text: String(cell) } }),
    ];
  }
  // Words are the user's to change; only figures are compared.
  if (expected === undefined || 'text' in expected || 'formula' in expected) return [];
  if ('blank' in expected) {
    return isBlank(cell) || facts.detail['column'] === 'Reason' ? [] : differs(cell, undefined, facts);
  }
  const same = typeof cell === 'number' && penceOf(cell) === penceOf(expected.number);
  return same ? [] : differs(cell, expected.number, facts);
}

function differs(
  cell: CellScalar,
  pounds: number | undefined,
  facts: Pick<Finding, 'period' | 'place' | 'partner'> & { detail: Record<string, string> },
): Finding[] {
  const left = typeof cell === 'number' ? penceOf(cell) : 0;
  const right = pounds === undefined ? 0 : penceOf(pounds);
  const amounts = { leftPence: left, rightPence: right, differencePence: left - right };
  return [workbookFinding('figure differs', { ...definedFacts(facts), ...amounts })];
}

function penceOf(pounds: number): number {
  const pence = poundsToPence(pounds);
  return pence.ok ? pence.value : Number.NaN;
}

function definedFacts(facts: Pick<Finding, 'period' | 'place' | 'partner'> & { detail: Record<string, string> }) {
  const { period, place, partner, detail } = facts;
  return {
    detail,
    ...(period === undefined ? {} : { period }),
    ...(place === undefined ? {} : { place }),
    ...(partner === undefined ? {} : { partner }),
  };
}
