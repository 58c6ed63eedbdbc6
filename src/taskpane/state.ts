/*
 * What the pane can be showing, as data. The views draw it, the pane's actions replace it; nothing is kept elsewhere.
 */
import type { ModelProposal, TaskName, TaskPlan, WriteOutcome } from '../tasks/task';

/** One screen of the pane. */
export type Screen =
  | { readonly at: 'home' }
  | { readonly at: 'period'; readonly period: string }
  | {
      readonly at: 'working';
      readonly task: TaskName;
      readonly done: number;
      readonly total: number;
      readonly doing: string;
      readonly stopping: boolean;
    }
  | { readonly at: 'proposal'; readonly plan: TaskPlan; readonly proposal: ModelProposal }
  | { readonly at: 'plan'; readonly plan: TaskPlan; readonly proposal?: ModelProposal }
  | { readonly at: 'findings'; readonly plan: TaskPlan }
  | { readonly at: 'outcome'; readonly plan: TaskPlan; readonly outcome: WriteOutcome }
  | { readonly at: 'ungrouped'; readonly plan: TaskPlan; readonly sentence: string }
  | { readonly at: 'stopped'; readonly sentence: string };

/** The proposal with one cell of one row replaced. */
export function withCell(
  proposal: ModelProposal,
  table: string,
  row: number,
  column: string,
  value: string | number | null,
): ModelProposal {
  return withRow(proposal, table, row, (old) => ({ ...old, cells: { ...old.cells, [column]: value } }));
}

/** The proposal with one row kept or dropped. */
export function withKeep(proposal: ModelProposal, table: string, row: number, keep: boolean): ModelProposal {
  return withRow(proposal, table, row, (old) => ({ ...old, keep }));
}

/** The proposal with an empty row added at the end of one table, for the user to fill in. */
export function withNewRow(proposal: ModelProposal, table: string, why: string): ModelProposal {
  return {
    tables: proposal.tables.map((old) =>
      old.table === table
        ? { ...old, rows: [...old.rows, { cells: {}, why, confidence: 'sure' as const, keep: true }] }
        : old,
    ),
  };
}

type Row = ModelProposal['tables'][number]['rows'][number];

function withRow(proposal: ModelProposal, table: string, row: number, change: (old: Row) => Row): ModelProposal {
  return {
    tables: proposal.tables.map((old) =>
      old.table === table
        ? { ...old, rows: old.rows.map((oldRow, index) => (index === row ? change(oldRow) : oldRow)) }
        : old,
    ),
  };
}

/** The financial year's months around a day, newest first: the last 24 months, as `2026-06`. */
export function recentPeriods(today: Date): string[] {
  const periods: string[] = [];
  for (let back = 0; back < 24; back++) {
    const month = new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1));
    periods.push(month.toISOString().slice(0, 7));
  }
  return periods;
}
