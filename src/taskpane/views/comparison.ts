/* A shadow pool among the totals: per line where its variance fell, and what each partner's share would have been. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { COMPARISON_WORDS, comparisonTitle, fallsWords, lineTitle } from '../../words/comparisonWords';
import { poundsWords } from '../../words/pane';
import { SETTLEMENT_WORDS } from '../../words/settlementTotals';
import { amountOf, type Figures, recordsOf } from '../../words/totalFigures';

const FALLS = 'where it falls';

/** The comparison; nothing where there is none. */
export function comparisonView(comparison: Figures | undefined): TemplateResult | typeof nothing {
  const lines = recordsOf(comparison?.['lines']);
  if (comparison === undefined || lines.length === 0) return nothing;
  return html`
    <h2>${comparisonTitle(String(comparison['month']))}</h2>
    <p class="quiet">${COMPARISON_WORDS.hint}</p>
    ${fallsView(lines.filter(isWhereItFell))} ${lines.filter((line) => !isWhereItFell(line)).map(lineView)}
  `;
}

/** By the rule and in fact: an underspend that the pool would have kept did not stay where it fell. */
function isWhereItFell(line: Figures): boolean {
  const isSo = String(line['rule']).trim().toLowerCase() === FALLS;
  return isSo && recordsOf(line['partners']).every((partner) => (amountOf(partner, 'more') ?? 0) === 0);
}

function fallsView(lines: readonly Figures[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const named = lines.map((line) => ({ line: String(line['line']), variance: amountOf(line, 'variance') ?? 0 }));
  return html`<p>${fallsWords(named)}</p>`;
}

function lineView(line: Figures): TemplateResult {
  const referred = amountOf(line, 'referred') ?? 0;
  const offset = amountOf(line, 'offset') ?? 0;
  return html`
    <table class="totals lines">
      <caption>
        ${lineTitle(String(line['line']), String(line['rule']), amountOf(line, 'variance') ?? 0)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${COMPARISON_WORDS.partner}</th>
          <th scope="col" class="figure">${COMPARISON_WORDS.fell}</th>
          <th scope="col" class="figure">${COMPARISON_WORDS.share}</th>
        </tr>
      </thead>
      <tbody>
        ${recordsOf(line['partners']).map(
          (partner) => html`
            <tr>
              <th scope="row">${String(partner['partner'])}</th>
              <td>${poundsWords(amountOf(partner, 'fell') ?? 0)}</td>
              <td>${poundsWords(amountOf(partner, 'share') ?? 0)}</td>
            </tr>
          `,
        )}
        ${offset === 0 ? nothing : otherRow(offset < 0 ? SETTLEMENT_WORDS.met : SETTLEMENT_WORDS.meets, 0 - offset)}
        ${referred === 0 ? nothing : otherRow(COMPARISON_WORDS.referred, referred)}
      </tbody>
    </table>
    ${line['kept'] === true ? html`<p class="quiet">${COMPARISON_WORDS.kept}</p>` : nothing}
  `;
}

/** What is no partner's share: it fell nowhere. */
function otherRow(label: string, amount: number): TemplateResult {
  return html`<tr>
    <th scope="row">${label}</th>
    <td></td>
    <td>${poundsWords(amount)}</td>
  </tr>`;
}
