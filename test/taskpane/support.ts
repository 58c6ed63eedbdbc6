/* Short ways to write proposals, plans and findings for the pane's tests. */
import type { ModelProposal, ProposedRow, TaskPlan } from '../../src/tasks/task';
import type { Finding } from '../../src/workbook/finding';

/** A proposed row that is kept and sure unless said otherwise. */
export function proposed(cells: ProposedRow['cells'], rest: Partial<ProposedRow> = {}): ProposedRow {
  return { cells, why: 'because', confidence: 'sure', keep: true, ...rest };
}

/** A proposal of one table. */
export function proposalOf(table: string, ...rows: ProposedRow[]): ModelProposal {
  return { tables: [{ table, rows }] };
}

/** A plan of `model` with nothing in it but what is given. */
export function planOf(part: Partial<TaskPlan>): TaskPlan {
  return { task: 'model', reads: [], totals: {}, findings: [], blockers: [], ...part };
}

/** A finding of a kind. */
export function finding(kind: string, part: Partial<Finding> = {}): Finding {
  return { kind, severity: 'error', ...part };
}
