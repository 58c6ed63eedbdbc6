/* A screen with one sentence: what happened, what became of the workbook, and the way on. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { PANE_WORDS } from '../../words/pane';

/** The sentence, a button home, and another action if there is one to offer. */
export function stoppedView(
  sentence: string,
  home: () => void,
  other?: { readonly label: string; act(): void },
  title: string = PANE_WORDS.stoppedTitle,
): TemplateResult {
  return html`
    <h1 tabindex="-1">${title}</h1>
    <p>${sentence}</p>
    <div class="buttons">
      ${other
        ? html`<fluent-button appearance="primary" @click=${() => other.act()}>${other.label}</fluent-button>`
        : nothing}
      <fluent-button appearance=${other ? 'outline' : 'primary'} @click=${home}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}
