/* A small table of labels and amounts, as the totals use it. It adds nothing up. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { poundsWords } from '../../words/pane';

/** One row. `isSum`: a line above it, and bold. */
export interface LabelledAmount {
  readonly label: string;
  readonly amount: number;
  readonly isSum?: boolean;
}

/** The table, with its caption where it has one; nothing without rows. */
export function amountsTable(
  caption: string | undefined,
  rows: readonly LabelledAmount[],
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`
    <table class="totals">
      ${caption === undefined
        ? nothing
        : html`<caption>
            ${caption}
          </caption>`}
      <tbody>
        ${rows.map(
          ({ label, amount, isSum }) => html`
            <tr class=${isSum === true ? 'sum' : ''}>
              <th scope="row">${label}</th>
              <td>${poundsWords(amount)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
