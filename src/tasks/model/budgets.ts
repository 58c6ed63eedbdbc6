/*
 * Budgets of the year from the workbook's budget sheets, one amount per line and partner, to the penny. Months and periods
 * are added up; totals on the sheet are left out and compared with what they total.
 */
import { cellText, comparable, isBlank } from '../../ledger/cells';
import { readAmount } from '../../ledger/readAmount';
import { startYearOf, yearLabel } from '../../ledger/financialYear';
import { comparableCode } from '../../ledger/wildcard';
import { headingScale } from '../../ledger/recogniseHeading';
import { columnOf } from '../../ledger/recogniseKind';
import { isPartner, isTotalRow } from './codeLists';
import type { Part } from './parts';
import type { FoundPartner } from './whose';
import { type BudgetHow, type Layout, type PartnerCodes, layoutOf } from './budgetLayout';

export type { PartnerCodes } from './budgetLayout';

/** The annual budget of one line for one partner. */
export interface BudgetRow {
  readonly line: string;
  readonly partner: FoundPartner;
  readonly year: string;
  readonly pence: number;
  /** The budget cells added: heading and how many rows. */
  readonly heading: string;
  readonly sheet: string;
  readonly cells: number;
  readonly how: BudgetHow;
}

/** Something about a budget that the user must see. */
export interface BudgetDoubt {
  readonly kind: 'unreadable' | 'no partner' | 'no year' | 'total differs' | 'thousands' | 'other budget columns';
  readonly part: Part;
  readonly row?: number;
  readonly column?: number;
  readonly text?: string;
  readonly leftPence?: number;
  readonly rightPence?: number;
}

/** The budgets found. */
export interface BudgetsFound {
  readonly rows: readonly BudgetRow[];
  readonly doubts: readonly BudgetDoubt[];
}

/** Reads every budget sheet. `ledgerYear` is the year of the ledgers, used where a sheet names none. */
export function findBudgets(parts: readonly Part[], known: readonly PartnerCodes[], ledgerYear: string): BudgetsFound {
  const doubts: BudgetDoubt[] = [];
  const sums = new Map<string, { row: Omit<BudgetRow, 'pence' | 'cells'>; pence: number; cells: number }>();
  for (const part of parts) {
    const layout = layoutOf(part, known);
    if (!layout) continue;
    const year = yearOf(part, layout) ?? ledgerYear;
    if (year === '') doubts.push({ kind: 'no year', part });
    if (
      layout.columns.some(({ column }) => headingScale(column.text) !== 1) ||
      headingScale(part.block.titles.join(' ')) !== 1
    ) {
      doubts.push({ kind: 'thousands', part });
    }
    readRows(part, layout, known, doubts, (line, partner, pence, heading) => {
      const key = [comparable(line), partner.name, year, layout.how === 'annual column' ? heading : layout.how].join(
        '\u0001',
      );
      const sum = sums.get(key) ?? {
        row: { line, partner, year, heading, sheet: part.block.sheet, how: layout.how },
        pence: 0,
        cells: 0,
      };
      sums.set(key, { row: sum.row, pence: sum.pence + pence, cells: sum.cells + 1 });
    });
  }
  return { rows: [...sums.values()].map(({ row, pence, cells }) => ({ ...row, pence, cells })), doubts };
}

type Add = (line: string, partner: FoundPartner, pence: number, heading: string) => void;

function readRows(part: Part, layout: Layout, known: readonly PartnerCodes[], doubts: BudgetDoubt[], add: Add): void {
  const rows = part.columns[0]?.values.length ?? 0;
  const scale = Math.max(
    headingScale(part.block.titles.join(' ')),
    ...layout.columns.map(({ column }) => headingScale(column.text)),
  );
  let allPence = 0;
  let sincePence = 0;
  for (let row = 0; row < rows; row++) {
    const code = cellText(layout.key?.values[row] ?? null);
    const name = cellText(layout.name?.values[row] ?? null);
    const isTotal = isTotalRow(part, row);
    if (!isTotal && code === '' && name === '') continue;
    let rowPence = 0;
    for (const { column, partner: headed } of layout.columns) {
      const value = column.values[row] ?? null;
      if (isBlank(value)) continue;
      const place = { row: part.block.headerRow + 1 + row, column: column.column };
      const read = readAmount(value);
      if (!read.ok) {
        const isTitle = layout.columns.length === 1 && comparable(cellText(value)) === comparable(column.text);
        if (!isTitle) doubts.push({ kind: 'unreadable', part, ...place, text: cellText(value) });
        continue;
      }
      const pence = read.value.pence * scale;
      rowPence += pence;
      if (isTotal) continue;
      const partner = headed ?? partnerOfRow(layout, known, row, code) ?? layout.owner;
      if (partner) add(lineOf(known, partner, code, name), partner, pence, column.text);
      else doubts.push({ kind: 'no partner', part, ...place, text: name || code, leftPence: pence });
    }
    if (!isTotal) {
      allPence += rowPence;
      sincePence += rowPence;
      continue;
    }
    if (rowPence !== allPence && rowPence !== sincePence) {
      const place = { row: part.block.headerRow + 1 + row, column: layout.columns[0]?.column.column ?? 0 };
      doubts.push({ kind: 'total differs', part, ...place, leftPence: rowPence, rightPence: allPence });
    }
    sincePence = 0;
  }
}

/** A row's own partner: a column says so, or the code is in one partner's ledger only. */
function partnerOfRow(
  layout: Layout,
  known: readonly PartnerCodes[],
  row: number,
  code: string,
): FoundPartner | undefined {
  const body = cellText(layout.whose?.values[row] ?? null);
  const named = body === '' ? undefined : known.find(({ partner }) => isPartner(body, partner))?.partner;
  if (named || layout.owner || code === '') return named;
  const owners = known.filter(({ codes }) => codes.has(comparableCode(code)));
  return owners.length === 1 ? owners[0]?.partner : undefined;
}

/** The line of a budget row: where its code leads, else a line of the same name, else its own name. */
function lineOf(known: readonly PartnerCodes[], partner: FoundPartner, code: string, name: string): string {
  const own = known.find((other) => other.partner === partner);
  const mapped = code === '' ? undefined : own?.lineOf.get(comparableCode(code));
  if (mapped !== undefined && !['excluded', 'recharge', 'contribution'].includes(mapped)) return mapped;
  const lines = known.flatMap(({ lineOf: map }) => [...map.values()]);
  const same = lines.find((line) => comparable(line) === comparable(name));
  return same ?? (name === '' ? code : name);
}

const YEAR = /\b(20\d\d)\s*[/\-–]\s*(\d{4}|\d{2})\b/;

/** The financial year some text names. @example yearIn('Budget 2026-27') -> '2026/27' */
export function yearIn(text: string): string | undefined {
  const found = YEAR.exec(text);
  const start = Number(found?.[1]);
  return found && Number(found[2]) % 100 === (start + 1) % 100 ? yearLabel(start) : undefined;
}

function yearOf(part: Part, layout: Layout): string | undefined {
  const texts = [...layout.columns.map(({ column }) => column.text), ...part.block.titles, part.block.sheet];
  const column = columnOf(part, 'year');
  return (
    texts.map(yearIn).find((year) => year !== undefined) ??
    yearIn(cellText(column?.values.find((value) => !isBlank(value)) ?? null))
  );
}

/** The financial year most of some months lie in. @example mainYear(['2026-04', '2026-05']) -> '2026/27' */
export function mainYear(months: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const month of months) {
    const year = yearLabel(startYearOf(month));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
