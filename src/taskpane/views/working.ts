/* Progress of work that takes more than a moment, with a way to stop it. */
import { html, type TemplateResult } from 'lit/html.js';

import { PANE_WORDS } from '../../words/pane';

/** The progress screen: `done` of `total` steps, what is being done, and a Cancel button unless already stopping. */
export function workingView(
  title: string,
  progress: { readonly done: number; readonly total: number; readonly doing: string; readonly stopping: boolean },
  cancel: () => void,
): TemplateResult {
  const { done, total, doing, stopping } = progress;
  return html`
    <h1 tabindex="-1">${title}</h1>
    <fluent-progress-bar aria-label=${title} max=${Math.max(total, 1)} value=${done}></fluent-progress-bar>
    <p>${stopping ? PANE_WORDS.cancelling : doing}</p>
    <div class="buttons">
      <fluent-button ?disabled=${stopping} @click=${cancel}>${PANE_WORDS.cancel}</fluent-button>
    </div>
  `;
}
