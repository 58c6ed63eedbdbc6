/*
 * The first screen: the tasks in groups, adding tables, and taking back the last run. It starts tasks; it does not know what they do.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskName } from '../../tasks/task';
import { HOME_GROUPS, PANE_WORDS, TASK_WORDS } from '../../words/pane';
import type { StartActions } from '../actions/start';

type Actions = Pick<StartActions, 'start' | 'addTables' | 'undo'>;

/**
 * The groups of tasks.
 *
 * @param first - The task that the eye should find: what this workbook needs before all else.
 * @param canUndo - Shows the button that takes back the last run, in the last group.
 */
export function homeView(first: TaskName | undefined, canUndo: boolean, actions: Actions): TemplateResult {
  const last = HOME_GROUPS.length - 1;
  return html`
    <h1 tabindex="-1">${PANE_WORDS.homeTitle}</h1>
    ${HOME_GROUPS.map(
      ({ title, tasks }, group) => html`
        <h2>${title}</h2>
        <ul class="tasks">
          ${tasks.map((task) => [
            taskItem(task, task === first, actions),
            task === 'model' ? addTablesItem(actions) : nothing,
          ])}
          ${canUndo && group === last ? undoItem(actions) : nothing}
        </ul>
      `,
    )}
    <p class="quiet foot">${PANE_WORDS.nothingLeaves}</p>
  `;
}

function taskItem(task: TaskName, isFirst: boolean, actions: Actions): TemplateResult {
  return html`
    <li>
      <fluent-button appearance=${isFirst ? 'primary' : 'outline'} class="wide" @click=${() => actions.start(task)}
        >${TASK_WORDS[task].title}</fluent-button
      >
      <p class="quiet">${TASK_WORDS[task].does}</p>
    </li>
  `;
}

/** A part of the task `model` with a screen of its own, so it stands below it. */
function addTablesItem(actions: Actions): TemplateResult {
  return html`
    <li>
      <fluent-button class="wide" @click=${() => actions.addTables()}>${PANE_WORDS.addTables}</fluent-button>
      <p class="quiet">${PANE_WORDS.addTablesDoes}</p>
    </li>
  `;
}

function undoItem(actions: Actions): TemplateResult {
  return html`
    <li>
      <fluent-button class="wide" @click=${() => actions.undo()}>${PANE_WORDS.undo}</fluent-button>
      <p class="quiet">${PANE_WORDS.undoDoes}</p>
    </li>
  `;
}
