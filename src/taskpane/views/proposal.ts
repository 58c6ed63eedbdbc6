/* What `model` found, table by table, for the user to keep, leave out, correct or add to. It changes only the proposal. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { ModelProposal, TaskPlan } from '../../tasks/task';
import { PANE_WORDS, problemsFound } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { ProposalActions } from '../actions/proposal';
import type { StartActions } from '../actions/start';
import type { Problems } from '../rowProblems';
import type { RowId } from '../state';
import { findingsView } from './findings';
import { blockedView } from './plan';
import { proposedTableView } from './proposedTable';
import { totalsView } from './totals';
import { TASK_ID } from './taskId';

/** The proposal with what was found on the way. `editing` is the row whose fields are open. */
export function proposalView(
  plan: TaskPlan,
  proposal: ModelProposal,
  problems: Problems,
  editing: RowId | undefined,
  actions: ProposalActions & ListActions & StartActions,
): TemplateResult {
  const { ofRows, others } = problems;
  return html`
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>${PANE_WORDS.proposalTitle}</h1>
    ${others.length > 0 ? blockedView({ blockers: others }, actions) : nothing}
    ${ofRows.length > 0
      ? html`<fluent-message-bar intent="error" layout="multiline">${problemsFound(ofRows.length)}</fluent-message-bar>`
      : nothing}
    <p>${PANE_WORDS.proposalHint}</p>
    ${plan.findings.length > 0
      ? html`<details ?open=${plan.findings.some(({ severity }) => severity === 'error')}>
          <summary>${PANE_WORDS.findingsTitle} (${plan.findings.length.toLocaleString('en-GB')})</summary>
          ${findingsView(plan.findings, 'findings', actions)}
        </details>`
      : nothing}
    ${proposal.tables.map((table) =>
      proposedTableView(
        table,
        ofRows.filter((problem) => problem.table === table.table),
        editing,
        proposal.tables.length === 1,
        actions,
      ),
    )}
    ${totalsView(plan.totals)}
    <div class="buttons sticky">
      <fluent-button appearance="primary" @click=${() => actions.toPlan()}>${PANE_WORDS.showPlan}</fluent-button>
      <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}
