/* The plan before anything is written: what is read, what is written, totals, what stands in the way. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskPlan } from '../../tasks/task';
import { tableDefinition } from '../../workbook/schema';
import { counted, monthWords, PANE_WORDS, tableAction } from '../../words/pane';
import { type FindingActions, findingsView } from './findings';
import { totalsView } from './totals';

/** What the plan's screen can do. */
export interface PlanActions extends FindingActions {
  write(): void;
  correct(): void;
  readAgain(): void;
  home(): void;
}

/** The plan. `canCorrect`: there is a proposal to go back to. `shown`: how many findings are drawn. */
export function planView(plan: TaskPlan, canCorrect: boolean, shown: number, actions: PlanActions): TemplateResult {
  const blocked = plan.blockers.length > 0;
  const tables = plan.workbook?.tables ?? [];
  return html`
    <h1 tabindex="-1">
      ${PANE_WORDS.planTitle}${plan.period === undefined ? nothing : html`: ${monthWords(plan.period)}`}
    </h1>
    ${blocked ? blockedView(plan, actions) : nothing}
    <h2>${PANE_WORDS.willWrite}</h2>
    ${tables.length === 0
      ? html`<p>${PANE_WORDS.nothingToWrite}</p>`
      : html`<ul class="plain">
          ${tables.map(
            (table) => html`<li>${tableAction(table.action, tableTitle(table.table), table.rows.length)}</li>`,
          )}
        </ul>`}
    ${totalsView(plan.totals)}
    <div class="buttons">
      ${blocked || tables.length === 0
        ? html`<fluent-button appearance="primary" @click=${() => actions.readAgain()}
            >${PANE_WORDS.readAgain}</fluent-button
          >`
        : html`<fluent-button appearance="primary" @click=${() => actions.write()}>${PANE_WORDS.write}</fluent-button>`}
      ${canCorrect
        ? html`<fluent-button @click=${() => actions.correct()}>${PANE_WORDS.correctProposal}</fluent-button>`
        : nothing}
      <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
    <details>
      <summary>${PANE_WORDS.willRead} (${plan.reads.length})</summary>
      <ul class="plain">
        ${plan.reads.map((read) => html`<li>${read.where}: ${read.what}, ${counted(read.rows, 'row')}</li>`)}
      </ul>
    </details>
    <h2>${PANE_WORDS.findingsTitle}</h2>
    ${findingsView(plan.findings, shown, actions)}
  `;
}

function blockedView(plan: TaskPlan, actions: FindingActions): TemplateResult {
  return html`
    <fluent-message-bar intent="error" layout="multiline">${PANE_WORDS.blocked}</fluent-message-bar>
    <p>${PANE_WORDS.blockedHint}</p>
    ${findingsView(plan.blockers, plan.blockers.length, actions)}
  `;
}

function tableTitle(table: string): string {
  const title = tableDefinition(table)?.title;
  return title === undefined ? table : `${title} (${table})`;
}
