/*
 * Budgets of the year from the workbook's budget sheets, one amount per line and partner, to the penny. Months and periods
 * are added up; totals on the sheet are left out and compared with what they total.
 */
import { cellText, comparable, isBlank } from '../../ledger/cells';
import { columnOf } from '../../ledger/recogniseKind';
import { type BudgetHow, type Layout, type PartnerCodes, layoutOf } from './budgetLayout';
import { type MonthlyBudget, profileDoubts } from './budgetProfile';
import { type BudgetDoubt, readBudgetRows, scaleOf } from './budgetRows';
import type { Part } from './parts';
import type { FoundPartner } from './whose';
import { yearIn } from './years';

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

/** The budgets found. */
export interface BudgetsFound {
  readonly rows: readonly BudgetRow[];
  readonly doubts: readonly BudgetDoubt[];
}

/** One row while it is being added up. */
interface BudgetSum extends MonthlyBudget {
  readonly row: Omit<BudgetRow, 'pence' | 'cells'>;
  pence: number;
  cells: number;
}

/** Reads every budget sheet. `ledgerYear` is the year of the ledgers, used where a sheet names none. */
export function findBudgets(parts: readonly Part[], known: readonly PartnerCodes[], ledgerYear: string): BudgetsFound {
  const doubts: BudgetDoubt[] = [];
  const sums = new Map<string, BudgetSum>();
  for (const part of parts) {
    const layout = layoutOf(part, known);
    if (!layout) continue;
    const { how } = layout;
    const year = yearOf(part, layout) ?? ledgerYear;
    if (year === '') doubts.push({ kind: 'no year', part });
    if (scaleOf(part, layout) !== 1) doubts.push({ kind: 'thousands', part });
    readBudgetRows(part, layout, known, doubts, ({ line, partner, pence, column: { column, month } }) => {
      const heading = column.text;
      const key = [comparable(line), partner.name, year, how === 'annual column' ? heading : how].join('\u0001');
      let sum = sums.get(key);
      if (!sum) {
        const row = { line, partner, year, heading, sheet: part.block.sheet, how };
        sums.set(key, (sum = { row, part, line, monthPence: new Map(), pence: 0, cells: 0 }));
      }
      sum.pence += pence;
      sum.cells += 1;
      if (month !== undefined) sum.monthPence.set(month, (sum.monthPence.get(month) ?? 0) + pence);
    });
  }
  doubts.push(...profileDoubts([...sums.values()].filter(({ row }) => row.how === 'months')));
  return { rows: [...sums.values()].map(({ row, pence, cells }) => ({ ...row, pence, cells })), doubts };
}

function yearOf(part: Part, layout: Layout): string | undefined {
  const texts = [...layout.columns.map(({ column }) => column.text), ...part.block.titles, part.block.sheet];
  const column = columnOf(part, 'year');
  return (
    texts.map(yearIn).find((year) => year !== undefined) ??
    yearIn(cellText(column?.values.find((value) => !isBlank(value)) ?? null))
  );
}
