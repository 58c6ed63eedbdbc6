/* The totals of a plan, drawn from the task's own figures. Amounts are pounds; it adds nothing up itself. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { Totals } from '../../tasks/task';
import { PANE_WORDS, poundsWords } from '../../words/pane';

/** The partner figures shown, in the order they add up. */
const PARTNER_FIGURES: readonly (readonly [key: string, label: string])[] = [
  ['inPool', 'In pool'],
  ['excluded', 'Excluded'],
  ['betweenPartners', 'Between partners'],
  ['unmapped', 'Unmapped'],
  ['adjustments', 'Adjustments, taken back out'],
  ['ledgerTotal', 'Ledger total'],
  ['controlTotal', 'Control total'],
  ['difference', 'Difference'],
];

/** A panel with each partner's figures, or nothing if the task has none. */
export function totalsView(totals: Totals): TemplateResult | typeof nothing {
  const partners = Array.isArray(totals['partners']) ? (totals['partners'] as unknown[]) : [];
  const blocks = partners.filter(isRecord).filter((partner) => typeof partner['ledgerTotal'] === 'number');
  if (blocks.length === 0) return nothing;
  return html`
    <h2>${PANE_WORDS.totals}</h2>
    ${blocks.map(partnerTotals)}
  `;
}

function partnerTotals(partner: Readonly<Record<string, unknown>>): TemplateResult {
  const rows = PARTNER_FIGURES.flatMap(([key, label]) => {
    const figure = partner[key];
    return typeof figure === 'number' ? [{ key, label, figure }] : [];
  });
  return html`
    <table class="totals">
      <caption>
        ${String(partner['partner'])}
      </caption>
      <tbody>
        ${rows.map(
          ({ key, label, figure }) => html`
            <tr class=${key === 'ledgerTotal' ? 'sum' : ''}>
              <th scope="row">${label}</th>
              <td>${poundsWords(figure)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
