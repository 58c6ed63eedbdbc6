/* What `model` found, table by table, for the user to keep, drop, correct or add to. It changes only the proposal. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { ModelProposal, ProposedTable, TaskPlan } from '../../tasks/task';
import { tableDefinition } from '../../workbook/schema';
import { counted, PANE_WORDS } from '../../words/pane';
import { type FindingActions, findingsView } from './findings';
import { proposedRowView, type RowActions } from './proposedRow';

/** What the proposal's screen can do. */
export interface ProposalActions extends FindingActions, RowActions {
  addRow(table: string): void;
  showMoreRows(table: string): void;
  toPlan(): void;
  home(): void;
}

/** What is opened on this screen: how many rows of each table are drawn, and which row is being corrected. */
export interface ProposalView {
  readonly rowsShown: Readonly<Record<string, number>>;
  readonly editing: { readonly table: string; readonly row: number } | undefined;
  readonly findingsShown: number;
}

/** How many rows of a table are drawn before `Show more`. */
export const ROWS_PER_PAGE = 30;

/** The proposal with its findings. */
export function proposalView(
  plan: TaskPlan,
  proposal: ModelProposal,
  view: ProposalView,
  actions: ProposalActions,
): TemplateResult {
  return html`
    <h1 tabindex="-1">${PANE_WORDS.proposalTitle}</h1>
    <p>${PANE_WORDS.proposalHint}</p>
    ${plan.findings.length > 0
      ? html`<details ?open=${plan.findings.some((finding) => finding.severity === 'error')}>
          <summary>${PANE_WORDS.findingsTitle} (${plan.findings.length})</summary>
          ${findingsView(plan.findings, view.findingsShown, actions)}
        </details>`
      : nothing}
    ${proposal.tables.map((table) => tableView(table, view, actions))}
    <div class="buttons sticky">
      <fluent-button appearance="primary" @click=${() => actions.toPlan()}>${PANE_WORDS.showPlan}</fluent-button>
      <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}

function tableView(table: ProposedTable, view: ProposalView, actions: ProposalActions): TemplateResult {
  const kept = table.rows.filter((row) => row.keep).length;
  const unsure = table.rows.filter((row) => row.confidence === 'guess').length;
  const shown = view.rowsShown[table.table] ?? ROWS_PER_PAGE;
  const title = tableDefinition(table.table)?.title ?? table.table;
  return html`
    <details class="found" ?open=${table.table === 'PoolPartners' || table.table === 'PoolSources'}>
      <summary>
        <span>${title}</span>
        <span class="quiet"
          >${counted(kept, 'row')}${unsure > 0 ? `, ${counted(unsure, 'guess', 'guesses')}` : ''}</span
        >
      </summary>
      <ul class="rows">
        ${table.rows
          .slice(0, shown)
          .map((row, index) => proposedRowView(table.table, row, index, isEditing(view, table.table, index), actions))}
      </ul>
      <div class="buttons">
        ${table.rows.length > shown
          ? html`<fluent-button size="small" @click=${() => actions.showMoreRows(table.table)}
              >${PANE_WORDS.showMore} (${counted(table.rows.length - shown, 'more', 'more')})</fluent-button
            >`
          : nothing}
        <fluent-button size="small" appearance="subtle" @click=${() => actions.addRow(table.table)}
          >${PANE_WORDS.addRow}</fluent-button
        >
      </div>
    </details>
  `;
}

function isEditing(view: ProposalView, table: string, row: number): boolean {
  return view.editing?.table === table && view.editing.row === row;
}
