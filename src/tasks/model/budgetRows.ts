/*
 * Reads the rows of one budget sheet: each amount goes to its line and partner, totals are compared with what they total.
 * It adds up no line's budget (budgets).
 */
import { cellText, comparable, isBlank } from '../../ledger/cells';
import { readAmount } from '../../ledger/readAmount';
import { headingScale } from '../../ledger/recogniseHeading';
import { comparableCode } from '../../ledger/wildcard';
import type { AmountColumn, Layout, PartnerCodes } from './budgetLayout';
import { isPartner, isTotalRow } from './codeLists';
import type { Part } from './parts';
import type { FoundPartner } from './whose';

/** Something about a budget that the user must see. */
export interface BudgetDoubt {
  readonly kind: 'unreadable' | 'no partner' | 'no year' | 'total differs' | 'thousands' | 'not twelfths';
  readonly part: Part;
  readonly row?: number;
  readonly column?: number;
  readonly text?: string;
  /** For `not twelfths`: the lines, the widest gap first, and how many months of that one hold a figure. */
  readonly lines?: readonly string[];
  readonly months?: number;
  readonly leftPence?: number;
  readonly rightPence?: number;
}

/** What one cell adds to the budget of a line. */
export interface BudgetAmount {
  readonly line: string;
  readonly partner: FoundPartner;
  readonly pence: number;
  readonly column: AmountColumn;
}

/** What the figures of a sheet are multiplied by, as its title or headings say: 1, 1,000 or 1,000,000. */
export function scaleOf(part: Part, layout: Layout): number {
  return Math.max(
    headingScale(part.block.titles.join(' ')),
    ...layout.columns.map(({ column }) => headingScale(column.text)),
  );
}

/** Reads the rows of a sheet; what there is to say is added to `doubts`, each amount is given to `add`. */
export function readBudgetRows(
  part: Part,
  layout: Layout,
  known: readonly PartnerCodes[],
  doubts: BudgetDoubt[],
  add: (amount: BudgetAmount) => void,
): void {
  const rows = part.columns[0]?.values.length ?? 0;
  const scale = scaleOf(part, layout);
  let allPence = 0;
  let sincePence = 0;
  for (let row = 0; row < rows; row++) {
    const code = cellText(layout.key?.values[row] ?? null);
    const name = cellText(layout.name?.values[row] ?? null);
    const isTotal = isTotalRow(part, row);
    if (!isTotal && code === '' && name === '') continue;
    let rowPence = 0;
    for (const amountColumn of layout.columns) {
      const { column, partner: headed } = amountColumn;
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
      if (partner) add({ line: lineOf(known, partner, code, name), partner, pence, column: amountColumn });
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
