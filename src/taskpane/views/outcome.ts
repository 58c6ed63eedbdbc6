/* The last screen of a task: what happened to the workbook, where to look, and what to do next. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskPlan, WriteOutcome } from '../../tasks/task';
import { HEADER_ROW, tableDefinition } from '../../workbook/schema';
import { PANE_WORDS, TASK_WORDS } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { StartActions } from '../actions/start';
import { nextSteps } from '../nextSteps';
import { findingsView } from './findings';
import { totalsView } from './totals';
import { TASK_ID } from './taskId';

/** What happened, the sheets written, the totals and the findings. */
export function outcomeView(
  plan: TaskPlan,
  outcome: WriteOutcome,
  canUndo: boolean,
  actions: ListActions & StartActions & { readAgain(): void },
): TemplateResult {
  const findings = outcome.ok ? plan.findings : (outcome.findings ?? []);
  const isManual = plan.findings.some(({ kind }) => kind === 'calculation manual');
  return html`
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>${outcome.ok ? PANE_WORDS.done : PANE_WORDS.notDone}</h1>
    <fluent-message-bar intent=${outcome.ok ? 'success' : 'error'} layout="multiline"
      >${outcome.sentence}</fluent-message-bar
    >
    ${outcome.ok && isManual ? html`<p><strong>${PANE_WORDS.manual}</strong></p>` : nothing}
    <div class="buttons">${nextButtons(plan, outcome, canUndo, actions)}</div>
    ${outcome.ok ? [writtenView(outcome.written, actions), totalsView(plan.totals)] : nothing}
    ${findings.length > 0 || outcome.ok
      ? html`<h2>${PANE_WORDS.findingsTitle}</h2>
          ${findingsView(findings, 'findings', actions)}`
      : nothing}
  `;
}

function nextButtons(
  plan: TaskPlan,
  outcome: WriteOutcome,
  canUndo: boolean,
  actions: StartActions & { readAgain(): void },
): TemplateResult {
  const [first, ...others] = nextSteps(plan, outcome);
  const { period } = plan;
  return html`
    ${first === undefined
      ? html`<fluent-button appearance="primary" @click=${() => actions.readAgain()}
          >${PANE_WORDS.readAgain}</fluent-button
        >`
      : html`<fluent-button appearance="primary" @click=${() => actions.goOn(first, period)}
          >${TASK_WORDS[first].title}</fluent-button
        >`}
    ${others.map(
      (task) =>
        html`<fluent-button @click=${() => actions.goOn(task, period)}>${TASK_WORDS[task].title}</fluent-button>`,
    )}
    ${canUndo ? html`<fluent-button @click=${() => actions.undo()}>${PANE_WORDS.undo}</fluent-button>` : nothing}
    <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
  `;
}

/** The sheets that were written, each with a way to it. */
function writtenView(tables: readonly string[], actions: ListActions): TemplateResult {
  const known = [...new Set(tables)].flatMap((name) => tableDefinition(name) ?? []);
  if (known.length === 0) return html``;
  return html`
    <h2>${PANE_WORDS.written}</h2>
    <ul class="plain links">
      ${known.map(
        ({ sheet, title }) =>
          html`<li>
            <fluent-button
              size="small"
              appearance="subtle"
              aria-label="${PANE_WORDS.goToCell} ${title}"
              @click=${() => actions.goTo({ sheet, row: HEADER_ROW, column: 0 })}
              >${title}</fluent-button
            >
          </li>`,
      )}
    </ul>
  `;
}
