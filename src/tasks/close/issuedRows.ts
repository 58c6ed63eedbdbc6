/*
 * The rows of a closed month against what they would be now: one finding for each figure that matters, with what was issued,
 * what it would be and the gap. The issued rows stay; nothing here says that they are wrong.
 *
 * Source: design section 4 (closed is closed: the issued rows stay and `check` shows issued, now and difference per partner).
 */
import { comparable, isErrorText } from '../../ledger/cells';
import { poundsToPence } from '../../money/exact';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { RESERVED_PARTNERS } from '../../workbook/partnerRules';
import type { PlannedCell } from '../../workbook/plan';
import type { CellScalar } from '../../workbook/requests';
import type { Comparison, ExpectedRow } from '../reconcile/compareTable';
import { isLive } from './liveCells';

/** Per table the figures that matter: the others follow from them. Of a table that is not named, all figures are told. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  PoolControl: ['In pool'],
  PoolStatement: ['Budget to date', 'Actual to date'],
  PoolSettlement: ['Share due'],
};

/** Everything in which the issued rows of a closed month differ from the rows of now. */
export function movedFindings(comparison: Comparison): Finding[] {
  const { cells, period, keyColumns, expected } = comparison;
  const at = (column: string): number => cells.headings.indexOf(column);
  const waiting = new Map(expected.map((row) => [keyText(row.key), row]));
  const findings: Finding[] = [];
  cells.values.forEach((values, index) => {
    if (String(values[at('Period')] ?? '') !== period) return;
    const key = keyColumns.map((column) => String(values[at(column)] ?? ''));
    findings.push(...cellFindings(comparison, index, key, waiting.get(keyText(key))));
    waiting.delete(keyText(key));
  });
  for (const row of waiting.values())
    findings.push(
      ...figuresThatMatter(comparison, row).flatMap((column) => moved(comparison, row.key, column, '', row)),
    );
  return findings;
}

/** One row that stands: its figures against those of now, cells that show an error, and cells that are live again. */
function cellFindings(
  comparison: Comparison,
  index: number,
  key: readonly string[],
  now: ExpectedRow | undefined,
): Finding[] {
  const { cells, period, calculated } = comparison;
  const values = cells.values[index] ?? [];
  const facts = (column: string) => ({
    period,
    place: { sheet: cells.sheet, row: cells.row + index, column: cells.column + cells.headings.indexOf(column) },
    ...owner(comparison, key),
    detail: { table: cells.name, column },
  });
  const valueOf = (column: string): CellScalar => values[cells.headings.indexOf(column)] ?? '';
  const wrong = calculated.flatMap((column): Finding[] => {
    const value = valueOf(column);
    if (isErrorText(value)) {
      const { detail, ...rest } = facts(column);
      return [workbookFinding('formula error', { ...rest, detail: { ...detail, text: String(value) } })];
    }
    const isFormula = isLive(cells.formulas?.[index]?.[cells.headings.indexOf(column)], value);
    return isFormula ? [closingFinding('closed cell live', facts(column))] : [];
  });
  const figures = figuresThatMatter(comparison, now).flatMap((column) => {
    const value = valueOf(column);
    if (isErrorText(value)) return [];
    return moved(comparison, key, column, value, now).map((finding) => ({ ...finding, place: facts(column).place }));
  });
  return [...wrong, ...figures];
}

function figuresThatMatter({ cells, matter }: Comparison, now: ExpectedRow | undefined): readonly string[] {
  const figures = matter ?? FIGURES[cells.name] ?? Object.keys(now?.figures ?? {});
  return figures.filter((column) => cells.headings.includes(column));
}

/** What was issued in one cell and what it would be now, where they are apart. The partners' rows make the joint ones. */
function moved(
  comparison: Comparison,
  key: readonly string[],
  column: string,
  issued: CellScalar,
  now: ExpectedRow | undefined,
): Finding[] {
  const about = owner(comparison, key);
  const isJoint = RESERVED_PARTNERS.some((name) => comparable(name) === comparable(about.partner ?? ''));
  const leftPence = penceOf(typeof issued === 'number' ? issued : undefined);
  const rightPence = penceOf(figureOf(now?.figures[column]));
  if (isJoint || leftPence === rightPence) return [];
  const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
  const detail = { table: comparison.cells.name, column };
  return [closingFinding('closed figure moved', { period: comparison.period, ...about, ...amounts, detail })];
}

function owner({ keyColumns }: Comparison, key: readonly string[]): Pick<Finding, 'partner' | 'line'> {
  const named = (column: string): string => key[keyColumns.indexOf(column)] ?? '';
  const [partner, line] = [named('Partner'), named('Line')];
  return { ...(partner === '' ? {} : { partner }), ...(line === '' ? {} : { line }) };
}

function figureOf(cell: PlannedCell | undefined): number | undefined {
  return cell !== undefined && 'number' in cell ? cell.number : undefined;
}

function penceOf(pounds: number | undefined): number {
  const pence = poundsToPence(pounds ?? 0);
  return pence.ok ? pence.value : 0;
}

function keyText(parts: readonly string[]): string {
  return parts.map((part) => comparable(part)).join('\u0001');
}
