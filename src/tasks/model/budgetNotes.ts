/*
 * What the user must see about the budgets found, as findings: cells that cannot be read, totals that differ, lines without
 * a code, months that become twelfths.
 */
import { comparable } from '../../ledger/cells';
import type { BudgetDoubt } from './budgetRows';
import { isLine } from './codes';
import { type ModelFinding, type ModelFindingKind, modelFinding } from './findings';
import { headerPlace } from './headerPlace';
import type { Look } from './look';
import { nameList } from './nameList';

/** As many lines as a sentence names. */
const MOST_LINES = 20;

const BUDGET_KINDS: Readonly<Record<BudgetDoubt['kind'], ModelFindingKind>> = {
  unreadable: 'budget unreadable',
  'no partner': 'budget without partner',
  'no year': 'budget without year',
  'total differs': 'budget total differs',
  thousands: 'budget in thousands',
  'not twelfths': 'budget by month',
};

/** What the sentence about a doubt names. */
function detailOf({ kind, text = '', lines = [], months = 0 }: BudgetDoubt): Readonly<Record<string, string | number>> {
  return kind === 'not twelfths' ? { lines: nameList(lines, MOST_LINES), line: lines[0] ?? '', months } : { text };
}

/** All findings about budgets. */
export function budgetFindings(look: Look): readonly ModelFinding[] {
  const { rows, doubts } = look.budgets;
  const coded = new Set(look.mapped.flatMap((entry) => entry.rows.map(({ line }) => comparable(line))));
  const uncoded = [...new Set(rows.map(({ line }) => line))].filter(
    (line) => isLine(line) && !coded.has(comparable(line)),
  );
  const missing = rows.length === 0 && look.sources.length > 0 ? [modelFinding('no budget found')] : [];
  const found = doubts.map((doubt): ModelFinding => {
    const place =
      doubt.row === undefined
        ? headerPlace(doubt.part)
        : { sheet: doubt.part.block.sheet, row: doubt.row, column: doubt.column ?? 0 };
    const pence = {
      ...(doubt.leftPence === undefined ? {} : { leftPence: doubt.leftPence }),
      ...(doubt.rightPence === undefined ? {} : { rightPence: doubt.rightPence }),
    };
    return modelFinding(BUDGET_KINDS[doubt.kind], { place, ...pence, detail: detailOf(doubt) });
  });
  const lines =
    uncoded.length > 0
      ? [modelFinding('budget lines without code', { detail: { lines: nameList(uncoded, MOST_LINES) } })]
      : [];
  return [...missing, ...found, ...lines];
}
