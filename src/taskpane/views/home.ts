/* The first screen: the tasks, and taking back the last run. It starts tasks; it does not know what they do. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskName } from '../../tasks/task';
import { PANE_WORDS, TASK_WORDS } from '../../words/pane';
import type { StartActions } from '../actions/start';

/** Every task that has words, in their order. */
const TASKS = Object.keys(TASK_WORDS) as TaskName[];

/** The list of tasks; `canUndo` shows the button that takes back the last run. */
export function homeView(canUndo: boolean, actions: Pick<StartActions, 'start' | 'undo'>): TemplateResult {
  return html`
    <h1 tabindex="-1">${PANE_WORDS.homeTitle}</h1>
    <ul class="tasks">
      ${TASKS.map(
        (task) => html`
          <li>
            <fluent-button
              appearance=${task === 'model' ? 'primary' : 'outline'}
              class="wide"
              @click=${() => actions.start(task)}
              >${TASK_WORDS[task].title}</fluent-button
            >
            <p class="quiet">${TASK_WORDS[task].does}</p>
          </li>
        `,
      )}
      ${canUndo
        ? html`<li>
            <fluent-button class="wide" @click=${() => actions.undo()}>${PANE_WORDS.undo}</fluent-button>
            <p class="quiet">${PANE_WORDS.undoDoes}</p>
          </li>`
        : nothing}
    </ul>
    <p class="quiet foot">${PANE_WORDS.nothingLeaves}</p>
  `;
}
