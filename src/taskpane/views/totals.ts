/*
 * The totals of a plan, drawn from the task's own figures, with a line that says whether they add up. Amounts are pounds as
 * the tasks give them; the only sum here is the one that checks theirs.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { Totals } from '../../tasks/task';
import { addsUpWords, controlWords, PANE_WORDS, poundsWords, TOTAL_WORDS } from '../../words/pane';
import { comparisonView } from './comparison';
import { projectsView } from './projects';
import { settlementView } from './settlement';
import { toValuesView } from './toValues';
import { bridgesView, linesView, unmappedView } from './totalLists';
import { amountOf, type Figures, gapPence, PARTS, recordsOf } from '../../words/totalFigures';

const JOINT_WITH_BUDGET = ['annualBudget', 'budgetToDate', 'actualToDate', 'variance', 'forecast'] as const;

/** Each partner's figures, the joint ones, and what of them needs a look; nothing if the task has no figures. */
export function totalsView(totals: Totals): TemplateResult | typeof nothing {
  const partners = recordsOf(totals['partners']);
  if (recordsOf(totals['agreements']).length > 0) return settlementView(totals);
  const projects = recordsOf(totals['projects']);
  if (projects.length > 0)
    return html`<h2>${PANE_WORDS.totals}</h2>
      ${projectsView(projects)}`;
  const values = toValuesView(recordsOf(totals['toValues']));
  const [comparison] = recordsOf([totals['comparison']]);
  if (comparison !== undefined) return comparisonView(comparison);
  if (partners.length === 0) return values;
  const joint = recordsOf([totals['joint']])[0];
  return html`
    ${values}
    <h2>${PANE_WORDS.totals}</h2>
    ${joint ? jointView(joint) : nothing} ${partners.map(partnerView)} ${unmappedView(recordsOf(totals['unmapped']))}
    ${bridgesView(recordsOf(totals['bridges']))} ${linesView(recordsOf(totals['lines']))}
  `;
}

/** The joint figures; revenue and capital apart, because they are never added together. */
function jointView(joint: Figures): TemplateResult {
  const missing = Array.isArray(joint['missing']) ? joint['missing'].map(String) : [];
  const types = recordsOf(joint['byType']);
  const parts = types.length > 1 ? types : [joint];
  return html`
    ${parts.map((part) => jointTable(part, types.length > 1 ? `, ${String(part['type'])}` : ''))}
    ${joint['complete'] === false ? html`<p class="wrong">${PANE_WORDS.incomplete} ${missing.join(', ')}</p>` : nothing}
  `;
}

function jointTable(figures: Figures, type: string): TemplateResult {
  // No budget at all is not a budget of 0: a whole year's spending would look like an overspend.
  const hasBudget = (amountOf(figures, 'annualBudget') ?? 0) !== 0;
  const keys = hasBudget ? [...JOINT_WITH_BUDGET] : ['actualToDate'];
  return figuresTable(`${PANE_WORDS.joint}${type}`, figures, keys, hasBudget ? [] : [PANE_WORDS.noBudget]);
}

function partnerView(partner: Figures): TemplateResult {
  const name = String(partner['partner']);
  if (partner['ledgerTotal'] === null) {
    const missing = partner['status'] === 'not received' ? PANE_WORDS.notReceived : PANE_WORDS.noTotal;
    return html`<h3>${name}</h3>
      <p>${missing}</p>`;
  }
  const isReconciled = amountOf(partner, 'inPool') !== undefined;
  const whole = { wholeLedger: partner['ledgerTotal'] };
  if (!isReconciled) return figuresTable(name, whole, ['wholeLedger'], foundWords(partner));
  return figuresTable(
    name,
    partner,
    [...PARTS, 'ledgerTotal'],
    [addsUpWords(gapPence(partner)), controlWords(amountOf(partner, 'controlTotal'), amountOf(partner, 'difference'))],
  );
}

/** What was found of a ledger before it is reconciled: its rows and months. */
function foundWords(partner: Figures): string[] {
  const { rows, firstMonth, lastMonth } = partner;
  return typeof rows === 'number' ? [PANE_WORDS.found(rows, String(firstMonth ?? ''), String(lastMonth ?? ''))] : [];
}

function figuresTable(
  caption: string,
  figures: Figures,
  keys: readonly string[],
  lines: readonly string[] = [],
): TemplateResult {
  const rows = keys.flatMap((key) => {
    const figure = amountOf(figures, key);
    return figure === undefined ? [] : [{ key, figure }];
  });
  return html`
    <table class="totals">
      <caption>
        ${caption}
      </caption>
      <tbody>
        ${rows.map(
          ({ key, figure }) => html`
            <tr class=${key === 'ledgerTotal' ? 'sum' : ''}>
              <th scope="row">${TOTAL_WORDS[key] ?? key}</th>
              <td>${poundsWords(figure)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${lines.filter((line) => line !== '').map((line) => html`<p class="quiet">${line}</p>`)}
  `;
}
