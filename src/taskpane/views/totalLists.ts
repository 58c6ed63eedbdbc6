/* The longer lists among the totals: codes that lead nowhere, what is unexplained between partners, and the lines. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { counted, PANE_WORDS, pairWords, poundsWords } from '../../words/pane';
import { amountOf, type Figures } from '../../words/totalFigures';

/** Codes whose rows lead to no line yet, with their amounts. */
export function unmappedView(codes: readonly Figures[]): TemplateResult | typeof nothing {
  if (codes.length === 0) return nothing;
  return html`
    <details>
      <summary>${PANE_WORDS.unmappedCodes} (${codes.length.toLocaleString('en-GB')})</summary>
      <table class="totals">
        <tbody>
          ${codes.map(
            (code) => html`
              <tr>
                <th scope="row">
                  ${String(code['code'])}<br /><span class="quiet"
                    >${String(code['partner'])}, ${counted(Number(code['rows'] ?? 0), 'row')}</span
                  >
                </th>
                <td>${poundsWords(amountOf(code, 'amount') ?? 0)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </details>
  `;
}

/** What is left unexplained between each two partners. */
export function bridgesView(bridges: readonly Figures[]): TemplateResult | typeof nothing {
  const pairs = bridges.filter((bridge) => bridge['to'] !== '' && amountOf(bridge, 'unexplained') !== undefined);
  if (pairs.length === 0) return nothing;
  return html`
    <table class="totals">
      <caption>
        ${PANE_WORDS.unexplained}
      </caption>
      <tbody>
        ${pairs.map(
          (bridge) => html`
            <tr>
              <th scope="row">${pairWords(String(bridge['bridge']), String(bridge['from']), String(bridge['to']))}</th>
              <td>${poundsWords(amountOf(bridge, 'unexplained') ?? 0)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/** The joint row of each line: actual and variance to date. */
export function linesView(lines: readonly Figures[]): TemplateResult | typeof nothing {
  const joint = lines.filter((line) => line['partner'] === 'Joint');
  if (joint.length === 0) return nothing;
  return html`
    <details>
      <summary>${PANE_WORDS.byLine} (${joint.length.toLocaleString('en-GB')})</summary>
      <table class="totals lines">
        <thead>
          <tr>
            <th scope="col">${PANE_WORDS.line}</th>
            <th scope="col" class="figure">${PANE_WORDS.actual}</th>
            <th scope="col" class="figure">${PANE_WORDS.variance}</th>
          </tr>
        </thead>
        <tbody>
          ${joint.map(
            (line) => html`
              <tr>
                <th scope="row">${String(line['line'])}</th>
                <td>${figure(line, 'actualToDate')}</td>
                <td>${figure(line, 'variance')}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </details>
  `;
}

/** A figure, or `incomplete` where a partner's ledger is missing: missing is not zero. */
function figure(line: Figures, key: string): string {
  const amount = amountOf(line, key);
  return amount === undefined ? PANE_WORDS.incompleteFigure : poundsWords(amount);
}
