/* A list of findings, worst first, each with its sentence and a way to its cell. The sentences come from the tasks. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { Finding, Place, Severity } from '../../workbook/finding';
import { counted, PANE_WORDS } from '../../words/pane';

/** A finding in words. */
export interface Described {
  readonly where: string;
  readonly sentence: string;
}

/** What the list needs from outside. */
export interface FindingActions {
  describe(finding: Finding): Described;
  goTo(place: Place): void;
  showMore(): void;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const COLOURS = { error: 'danger', warning: 'warning', info: 'informative' } as const;

/** How many findings are drawn before `Show more`: a pane with thousands of rows would not scroll smoothly. */
export const FINDINGS_PER_PAGE = 50;

/** The findings, errors first, the first `shown` of them. */
export function findingsView(findings: readonly Finding[], shown: number, actions: FindingActions): TemplateResult {
  if (findings.length === 0) return html`<p>${PANE_WORDS.noFindings}</p>`;
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const left = sorted.length - shown;
  return html`
    <p class="quiet">${findingsSummary(findings)}</p>
    <ul class="findings">
      ${sorted.slice(0, shown).map((finding) => findingItem(finding, actions))}
    </ul>
    ${left > 0
      ? html`<fluent-button class="wide" @click=${() => actions.showMore()}
          >${PANE_WORDS.showMore} (${counted(left, 'more', 'more')})</fluent-button
        >`
      : nothing}
  `;
}

/** @example findingsSummary([error, info, info]) -> '1 error, 2 for the record' */
export function findingsSummary(findings: readonly Finding[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    count('error') > 0 ? counted(count('error'), 'error') : '',
    count('warning') > 0 ? `${count('warning')} to look at` : '',
    count('info') > 0 ? `${count('info')} for the record` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function findingItem(finding: Finding, actions: FindingActions): TemplateResult {
  const { where, sentence } = actions.describe(finding);
  const place = finding.place;
  return html`
    <li class="finding ${finding.severity}">
      <fluent-badge appearance="tint" color=${COLOURS[finding.severity]}>${PANE_WORDS[finding.severity]}</fluent-badge>
      <p>${sentence}</p>
      ${place
        ? html`<fluent-button size="small" appearance="subtle" @click=${() => actions.goTo(place)}
            >${PANE_WORDS.goToCell} ${where}</fluent-button
          >`
        : nothing}
    </li>
  `;
}
