/* Which tables' formulas become values, and how many of each. It counts nothing itself. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { PANE_WORDS } from '../../words/pane';
import type { Figures } from '../../words/totalFigures';

/** The list, or nothing where no formula becomes a value. */
export function toValuesView(tables: readonly Figures[]): TemplateResult | typeof nothing {
  if (tables.length === 0) return nothing;
  return html`
    <h2>${PANE_WORDS.toValues}</h2>
    <ul class="plain">
      ${tables.map((table) => html`<li>${String(table['title'])}: ${PANE_WORDS.formulas(Number(table['cells']))}</li>`)}
    </ul>
  `;
}
