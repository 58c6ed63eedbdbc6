/* The first screen: the tasks, and taking back the last run. It starts tasks; it does not know what they do. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskName } from '../../tasks/task';
import { PANE_WORDS, TASK_WORDS } from '../../words/pane';

/** What the first screen can do. */
export interface HomeActions {
  start(task: TaskName): void;
  undo(): void;
}

const TASKS: readonly TaskName[] = ['model', 'reconcile', 'check'];

/** The list of tasks; `canUndo` shows the button that takes back the last run. */
export function homeView(canUndo: boolean, actions: HomeActions): TemplateResult {
  return html`
    <h1 tabindex="-1">${PANE_WORDS.homeTitle}</h1>
    <ul class="tasks">
      ${TASKS.map(
        (task) => html`
          <li>
            <fluent-button
              appearance=${task === 'model' ? 'primary' : 'outline'}
              class="wide"
              aria-describedby="does-${task}"
              @click=${() => actions.start(task)}
              >${TASK_WORDS[task].title}</fluent-button
            >
            <p class="quiet" id="does-${task}">${TASK_WORDS[task].does}</p>
          </li>
        `,
      )}
    </ul>
    ${canUndo
      ? html`<fluent-button class="wide" appearance="subtle" @click=${() => actions.undo()}
          >${PANE_WORDS.undo}</fluent-button
        >`
      : nothing}
    <p class="quiet foot">${PANE_WORDS.nothingLeaves}</p>
  `;
}
