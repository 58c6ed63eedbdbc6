/*
 * Which row of a proposal a finding is about. A finding names the cell as it would stand in the workbook; here that cell
 * is led back to the row of the pane.
 */
import type { ModelProposal, TaskPlan } from '../tasks/task';
import type { Finding } from '../workbook/finding';
import { HEADER_ROW, tableDefinition } from '../workbook/schema';
import type { RowId } from './state';

/** A finding about one proposed row, and the column where it is about one cell. */
export interface RowProblem extends RowId {
  readonly column: string | undefined;
  readonly finding: Finding;
}

/** What stands in the way of a plan: beside its row where it has one, the rest apart. */
export interface Problems {
  readonly ofRows: readonly RowProblem[];
  readonly others: readonly Finding[];
}

/** The plan's blockers, sorted into those of a proposed row and the rest. */
export function problemsOf(plan: TaskPlan, proposal: ModelProposal): Problems {
  const ofRows: RowProblem[] = [];
  const others: Finding[] = [];
  for (const finding of plan.blockers) {
    const problem = rowProblem(finding, plan, proposal);
    if (problem) ofRows.push(problem);
    else others.push(finding);
  }
  return { ofRows, others };
}

function rowProblem(finding: Finding, plan: TaskPlan, proposal: ModelProposal): RowProblem | undefined {
  const place = finding.place;
  if (!place) return undefined;
  const table = proposal.tables.find((proposed) => tableDefinition(proposed.table)?.sheet === place.sheet);
  if (!table) return undefined;
  // New rows stand below those that are in the table already; only rows that are kept are written.
  const standing = plan.workbook?.inputs?.find((input) => input.table === table.table)?.area.rows ?? 0;
  const kept = table.rows.flatMap(({ keep }, index) => (keep ? [index] : []));
  const row = kept[place.row - HEADER_ROW - 1 - standing];
  if (row === undefined) return undefined;
  return { table: table.table, row, column: tableDefinition(table.table)?.columns[place.column]?.name, finding };
}
