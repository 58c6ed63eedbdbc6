/* What `check` found: its findings, and the totals it compared. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskPlan } from '../../tasks/task';
import { monthWords, PANE_WORDS } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { StartActions } from '../actions/start';
import { findingsView } from './findings';
import { totalsView } from './totals';
import { TASK_ID } from './taskId';

/** The findings of a check, and the way on. */
export function checkedView(
  plan: TaskPlan,
  actions: ListActions & StartActions & { readAgain(): void },
): TemplateResult {
  return html`
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>
      ${PANE_WORDS.findingsTitle}${plan.period === undefined ? nothing : html`: ${monthWords(plan.period)}`}
    </h1>
    ${findingsView(plan.findings, 'findings', actions)} ${totalsView(plan.totals)}
    <div class="buttons">
      <fluent-button appearance="primary" @click=${() => actions.readAgain()}>${PANE_WORDS.readAgain}</fluent-button>
      <fluent-button @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}
