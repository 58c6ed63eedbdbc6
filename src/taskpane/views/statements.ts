/* The statements of a settlement among the totals, each closed until it is asked for. It draws; `statementParts` decides. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { STATEMENT_WORDS } from '../../words/statementTotals';
import { amountsTable } from './amounts';
import { type Statement, statementParts, type StatementTable } from './statementParts';
import type { Figures } from '../../words/totalFigures';

/** Grants, memorandum accounts and each partner's statement; nothing where the task has none. */
export function statementsView(totals: Figures): TemplateResult | typeof nothing {
  const statements = statementParts(totals);
  if (statements.length === 0) return nothing;
  return html`
    <h2>${STATEMENT_WORDS.title}</h2>
    ${statements.map(statementView)}
  `;
}

function statementView({ title, tables }: Statement): TemplateResult {
  return html`
    <details>
      <summary>${title}</summary>
      ${tables.map(tableView)}
    </details>
  `;
}

function tableView({ caption, rows, lines }: StatementTable): TemplateResult {
  return html`
    ${amountsTable(caption === '' ? undefined : caption, rows)}
    ${lines.map((line) => html`<p class="quiet">${line}</p>`)}
  `;
}
