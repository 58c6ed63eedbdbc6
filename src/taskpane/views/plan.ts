/* The plan before anything is written: what stands in the way, totals, what will be written, what was read. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { PlannedRead, TaskPlan } from '../../tasks/task';
import type { PlannedTable } from '../../workbook/plan';
import { tableDefinition } from '../../workbook/schema';
import { counted, monthWords, PANE_WORDS, tableAction, TASK_WORDS } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { PlanActions } from '../actions/plan';
import type { StartActions } from '../actions/start';
import { remedyOf } from '../nextSteps';
import { findingsView } from './findings';
import { moreButton } from './more';
import { totalsView } from './totals';
import { TASK_ID } from './taskId';

type Actions = PlanActions & ListActions & StartActions;

/** The plan. `canCorrect`: there is a proposal to go back to. */
export function planView(plan: TaskPlan, canCorrect: boolean, actions: Actions): TemplateResult {
  const blocked = plan.blockers.length > 0;
  const tables = plan.workbook?.tables ?? [];
  const canWrite = !blocked && tables.length > 0;
  return html`
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>
      ${PANE_WORDS.planTitle}${plan.period === undefined ? nothing : html`: ${monthWords(plan.period)}`}
    </h1>
    ${blocked ? blockedView(plan, actions) : nothing} ${totalsView(plan.totals)}
    ${blocked ? nothing : willWrite(tables)}
    <div class="buttons ${canWrite ? 'sticky' : ''}">
      ${canWrite
        ? html`<fluent-button appearance="primary" @click=${() => actions.write()}>${PANE_WORDS.write}</fluent-button>`
        : plan.add === undefined
          ? blockedButtons(plan, actions)
          : nothing}
      ${plan.add === undefined ? nothing : otherTablesButton(canWrite, actions)}
      ${canCorrect
        ? html`<fluent-button @click=${() => actions.correct()}>${PANE_WORDS.correctProposal}</fluent-button>`
        : nothing}
      <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
    ${plan.reads.length > 0 ? readsView(plan.reads, actions) : nothing}
    ${blocked && plan.findings.length === 0
      ? nothing
      : html`<h2>${PANE_WORDS.findingsTitle}</h2>
          ${findingsView(plan.findings, 'findings', actions)}`}
  `;
}

/** Back to the choice of tables: the one thing to do where there is nothing to write. */
function otherTablesButton(canWrite: boolean, actions: Actions): TemplateResult {
  return html`<fluent-button appearance=${canWrite ? 'outline' : 'primary'} @click=${() => actions.addTables()}
    >${PANE_WORDS.otherTables}</fluent-button
  >`;
}

/** The task that helps, where there is one, before reading again. */
function blockedButtons(plan: TaskPlan, actions: Actions): TemplateResult {
  const remedy = remedyOf(plan);
  return html`
    ${remedy === undefined
      ? nothing
      : html`<fluent-button appearance="primary" @click=${() => actions.goOn(remedy, plan.period)}
          >${TASK_WORDS[remedy].title}</fluent-button
        >`}
    <fluent-button appearance=${remedy === undefined ? 'primary' : 'outline'} @click=${() => actions.readAgain()}
      >${PANE_WORDS.readAgain}</fluent-button
    >
  `;
}

/** What stands in the way, before everything else. */
export function blockedView(plan: Pick<TaskPlan, 'blockers'>, actions: ListActions): TemplateResult {
  return html`
    <fluent-message-bar intent="error" layout="multiline">${PANE_WORDS.blocked}</fluent-message-bar>
    <p>${PANE_WORDS.blockedHint}</p>
    ${findingsView(plan.blockers, 'blockers', actions)}
  `;
}

function willWrite(tables: readonly PlannedTable[]): TemplateResult {
  return html`
    <h2>${PANE_WORDS.willWrite}</h2>
    ${tables.length === 0
      ? html`<p>${PANE_WORDS.nothingToWrite}</p>`
      : html`<ul class="plain">
          ${tables.map(({ table, action, rows, columns }) => {
            const definition = tableDefinition(table);
            const own = definition?.columns.map(({ name }) => name) ?? columns;
            const partners = columns.filter((column) => !own.includes(column));
            const toFill = definition?.holds === 'input' ? partners : undefined;
            return html`<li>${tableAction(action, definition?.title ?? table, rows.length, toFill)}</li>`;
          })}
        </ul>`}
    ${tables.some(({ action }) => action === 'replace period')
      ? html`<p class="quiet">${PANE_WORDS.replacesPeriod}</p>`
      : nothing}
  `;
}

const READS = 'reads';

function readsView(reads: readonly PlannedRead[], actions: ListActions): TemplateResult {
  const { shown } = actions.list(READS);
  return html`
    <details>
      <summary>${PANE_WORDS.willRead} (${reads.length})</summary>
      <ul class="plain" data-list=${READS}>
        ${reads
          .slice(0, shown)
          .map(({ where, what, rows }) => html`<li>${where}: ${what}, ${counted(rows, 'row')}</li>`)}
      </ul>
      ${moreButton(reads.length - shown, () => actions.showMore(READS))}
    </details>
  `;
}
