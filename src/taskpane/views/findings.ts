/*
 * Findings, worst first, those of one kind together, each with its sentence and a way to its cell. The sentences come from
 * the tasks.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { Finding, Severity } from '../../workbook/finding';
import { counted, PANE_WORDS } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import { type FindingGroup, groupFindings } from '../findingGroups';
import { moreButton } from './more';

const COLOURS = { error: 'danger', warning: 'warning', info: 'informative' } as const;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A group larger than this is closed at first, unless all findings together are no more. */
const OPEN_UP_TO = 5;

/**
 * The findings in their groups.
 *
 * @param name - Which list of the screen this is; two lists of one screen have two names.
 */
export function findingsView(findings: readonly Finding[], name: string, actions: ListActions): TemplateResult {
  if (findings.length === 0) return html`<p>${PANE_WORDS.noFindings}</p>`;
  const groups = groupFindings(findings);
  const isShort = findings.length <= OPEN_UP_TO;
  return html`
    <p class="quiet">${findingsSummary(findings)}</p>
    ${SEVERITIES.map((severity) => {
      const mine = groups.filter((group) => group.severity === severity);
      return mine.length === 0
        ? nothing
        : html`<p class="severity">
              <fluent-badge appearance="tint" color=${COLOURS[severity]}>${PANE_WORDS[severity]}</fluent-badge>
            </p>
            ${mine.map((group) => groupView(group, name, isShort, actions))}`;
    })}
  `;
}

/** @example findingsSummary([error, info, info]) -> '1 error, 2 for the record' */
export function findingsSummary(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    const written = count.toLocaleString('en-GB');
    if (severity === 'error') return [counted(count, 'error')];
    return [severity === 'warning' ? `${written} to look at` : `${written} for the record`];
  }).join(', ');
}

function groupView(
  { severity, title, findings }: FindingGroup,
  name: string,
  isShort: boolean,
  actions: ListActions,
): TemplateResult {
  const list = `${name}: ${severity} ${title}`;
  const { shown } = actions.list(list);
  const described = findings.slice(0, shown).map((finding) => ({ finding, ...actions.describe(finding) }));
  // Hundreds of one kind mostly ask for the same thing: it is said once, at the head.
  const [first] = described;
  const isSame = described.length > 1 && described.every(({ whatToDo }) => whatToDo === first?.whatToDo);
  return html`
    <details class="group" ?open=${isShort || (findings.length <= OPEN_UP_TO && severity !== 'info')}>
      <summary>${title} <span class="count">(${findings.length.toLocaleString('en-GB')})</span></summary>
      ${isSame && first !== undefined && first.whatToDo !== ''
        ? html`<p class="quiet to-do">${first.whatToDo}</p>`
        : nothing}
      <ul class="findings" data-list=${list}>
        ${described.map((one) => findingItem(one, isSame, actions))}
      </ul>
      ${moreButton(findings.length - shown, () => actions.showMore(list))}
    </details>
  `;
}

function findingItem(
  { finding, where, what, whatToDo }: { finding: Finding; where: string; what: string; whatToDo: string },
  isSame: boolean,
  actions: ListActions,
): TemplateResult {
  const place = finding.place;
  return html`
    <li class="finding">
      <p>${place ? nothing : html`<strong>${where}</strong>: `}${what}</p>
      ${isSame || whatToDo === '' ? nothing : html`<p class="quiet to-do">${whatToDo}</p>`}
      ${place
        ? html`<fluent-button size="small" appearance="subtle" @click=${() => actions.goTo(place)}
            >${PANE_WORDS.goToCell} ${where}</fluent-button
          >`
        : nothing}
    </li>
  `;
}
