/*
 * What the proposal's screen can do: keep or leave out, correct, add, search, and make the plan. It changes the proposal in
 * the pane only; nothing is written.
 */
import { PANE_WORDS, problemsFound, TASK_WORDS } from '../../words/pane';
import type { ModelProposal } from '../../tasks/task';
import type { Pane } from '../pane';
import { rowCount, withCell, withKeep, withNewRow } from '../proposalEdits';
import { problemsOf } from '../rowProblems';
import { FRESH_LIST, type ListView, type Proposal, withList } from '../state';
import { work } from './work';

/** What the proposal's screen can do. */
export interface ProposalActions {
  keep(table: string, rows: readonly number[], keep: boolean): void;
  edit(table: string, row: number): void;
  doneEditing(): void;
  setCell(table: string, row: number, column: string, value: string | number | null): void;
  addRow(table: string): void;
  look(table: string, change: Partial<ListView>): void;
  toPlan(): void;
}

/** The actions over the proposal that is shown. */
export function proposalActions(pane: Pane, screen: Proposal): ProposalActions {
  const replace = (proposal: ModelProposal): void => pane.show({ ...screen, proposal });
  const { proposal } = screen;
  return {
    keep: (table, rows, keep) => replace(withKeep(proposal, table, rows, keep)),
    edit: (table, row) => {
      pane.change({ editing: { table, row } });
      pane.focus(`#fields-${table}-${row} :is(input, select)`);
    },
    doneEditing: () => pane.change({ editing: undefined }),
    setCell: (table, row, column, value) => replace(withCell(proposal, table, row, column, value)),
    addRow: (table) => {
      const row = rowCount(proposal, table);
      // The new row is the last one: all before it are drawn, and no search hides it.
      pane.state = withList(pane.state, table, { ...FRESH_LIST, shown: row + 1 });
      pane.state = { ...pane.state, editing: { table, row } };
      replace(withNewRow(proposal, table, PANE_WORDS.addedByYou));
      pane.focus(`#fields-${table}-${row} :is(input, select)`);
    },
    look: (table, change) => pane.change(withList(pane.state, table, { shown: FRESH_LIST.shown, ...change })),
    toPlan: () => void planProposal(pane, screen),
  };
}

/** Plans the corrected proposal: rows with a problem are shown again with it, else the plan. */
async function planProposal(pane: Pane, screen: Proposal): Promise<void> {
  const { proposal } = screen;
  await work(pane, {
    title: TASK_WORDS[screen.plan.task].title,
    canCancel: true,
    way: { proposal: screen },
    run: async (tasks, progress) => {
      const { task, period } = screen.plan;
      const request = { proposal, ...(period === undefined ? {} : { period }) };
      const plan = await tasks.planTask(task, request, progress);
      const { ofRows } = problemsOf(plan, proposal);
      if (pane.isCancelled) pane.show(screen, PANE_WORDS.cancelled);
      else if (ofRows.length > 0) {
        pane.show({ at: 'proposal', plan, proposal }, problemsFound(ofRows.length));
        pane.focus('[data-problem]');
      } else pane.show({ at: 'plan', plan, proposal }, PANE_WORDS.planTitle);
    },
  });
}
