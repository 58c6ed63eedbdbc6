/* The last screen of a task: what happened to the workbook, and what to look at next. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskPlan, WriteOutcome } from '../../tasks/task';
import { PANE_WORDS } from '../../words/pane';
import { type FindingActions, findingsView } from './findings';
import { totalsView } from './totals';

/** What the last screen can do. */
export interface OutcomeActions extends FindingActions {
  undo(): void;
  home(): void;
}

/** What happened, the totals and the findings. */
export function outcomeView(
  plan: TaskPlan,
  outcome: WriteOutcome,
  canUndo: boolean,
  shown: number,
  actions: OutcomeActions,
): TemplateResult {
  return html`
    <h1 tabindex="-1">${outcome.ok ? 'Done' : 'Not done'}</h1>
    <fluent-message-bar intent=${outcome.ok ? 'success' : 'error'} layout="multiline"
      >${outcome.sentence}</fluent-message-bar
    >
    ${outcome.ok ? totalsView(plan.totals) : nothing}
    <h2>${PANE_WORDS.findingsTitle}</h2>
    ${findingsView(plan.findings, shown, actions)}
    <div class="buttons">
      <fluent-button appearance="primary" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
      ${canUndo ? html`<fluent-button @click=${() => actions.undo()}>${PANE_WORDS.undo}</fluent-button>` : nothing}
    </div>
  `;
}
