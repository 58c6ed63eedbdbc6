/* The button below a long list that draws more of it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { counted, PANE_WORDS } from '../../words/pane';

/** The button, or nothing when nothing is left. */
export function moreButton(left: number, more: () => void): TemplateResult | typeof nothing {
  if (left <= 0) return nothing;
  return html`<fluent-button class="wide" size="small" @click=${more}
    >${PANE_WORDS.showMore} (${counted(left, 'more', 'more')})</fluent-button
  >`;
}
