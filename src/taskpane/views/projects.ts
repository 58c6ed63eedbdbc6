/* Shared projects among the totals: what each costs, what each partner bears, and who pays whom. It adds nothing up. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { paysWords, PROJECT_TOTAL_WORDS, projectTitle, sharesAddUp } from '../../words/projectTotals';
import { amountsTable } from './amounts';
import { amountOf, type Figures, recordsOf } from '../../words/totalFigures';

const FIGURES = ['cost', 'cap', 'shared', 'aboveCap', 'fixed'] as const;

/** Every project with its figures; nothing where the task shares none. */
export function projectsView(projects: readonly Figures[]): TemplateResult | typeof nothing {
  return projects.length === 0 ? nothing : html`${projects.map(projectView)}`;
}

function projectView(project: Figures): TemplateResult {
  const payments = recordsOf(project['payments']);
  const figures = FIGURES.flatMap((key) => {
    const amount = amountOf(project, key);
    const isNothing = amount === undefined || (amount === 0 && (key === 'fixed' || key === 'aboveCap'));
    return isNothing ? [] : [{ label: PROJECT_TOTAL_WORDS[key], amount }];
  });
  const shares = recordsOf(project['partners']).flatMap((partner) => {
    const amount = amountOf(partner, 'share') ?? 0;
    return amount === 0 ? [] : [{ label: String(partner['partner']), amount }];
  });
  const paid = payments.map((payment) => ({
    label: paysWords(String(payment['from']), String(payment['to'])),
    amount: amountOf(payment, 'amount') ?? 0,
  }));
  return html`
    <h3>${projectTitle(String(project['project']), String(project['year']))}</h3>
    ${amountsTable(undefined, figures)} ${amountsTable(PROJECT_TOTAL_WORDS.bears, shares)}
    <p class="quiet">${sharesAddUp(amountOf(project, 'check') ?? 0)}</p>
    ${amountsTable(PROJECT_TOTAL_WORDS.pays, paid)}
  `;
}
