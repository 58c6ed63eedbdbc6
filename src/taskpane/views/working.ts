/* Progress of work that takes more than a moment, with a way to stop it while nothing is being written. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { PANE_WORDS } from '../../words/pane';
import type { Working } from '../state';

/** The progress screen. */
export function workingView(working: Working, cancel: () => void): TemplateResult {
  const { title, done, total, doing, canCancel, stopping, waiting } = working;
  return html`
    <h1 tabindex="-1">${title}</h1>
    <fluent-progress-bar aria-label=${title} max=${Math.max(total, 1)} value=${done}></fluent-progress-bar>
    <p>${stopping ? PANE_WORDS.cancelling : doing}</p>
    ${waiting ? html`<p class="quiet">${PANE_WORDS.waiting}</p>` : nothing}
    ${canCancel
      ? html`<div class="buttons">
          <fluent-button ?disabled=${stopping} @click=${cancel}>${PANE_WORDS.cancel}</fluent-button>
        </div>`
      : html`<p class="quiet">${PANE_WORDS.cannotCancel}</p>`}
  `;
}
