/*
 * What findings of one kind are called together, as a heading; the headings stand in `titles`, a file for each family. The
 * sentence about each one is `findings.ts`.
 */
import type { Finding } from '../workbook/finding';
import { AGREEMENT_TITLES } from './titles/agreementTitles';
import { CLOSING_TITLES } from './titles/closingTitles';
import { CONSOLIDATION_TITLES } from './titles/consolidationTitles';
import { CONTRIBUTION_TITLES } from './titles/contributionTitles';
import { COST_TITLES } from './titles/costTitles';
import { GRANT_TITLES } from './titles/grantTitles';
import { LEDGER_TITLES } from './titles/ledgerTitles';
import { MODEL_TITLES } from './titles/modelTitles';
import { PROJECT_TITLES } from './titles/projectTitles';
import { SETTLE_TITLES } from './titles/settleTitles';
import { WORKBOOK_TITLES } from './titles/workbookTitles';

const TITLES: Readonly<Record<string, string>> = {
  ...AGREEMENT_TITLES,
  ...CLOSING_TITLES,
  ...CONSOLIDATION_TITLES,
  ...CONTRIBUTION_TITLES,
  ...COST_TITLES,
  ...GRANT_TITLES,
  ...LEDGER_TITLES,
  ...MODEL_TITLES,
  ...PROJECT_TITLES,
  ...SETTLE_TITLES,
  ...WORKBOOK_TITLES,
};

/** A difference between two partners is told by its cause: what to do depends on it. */
function pairTitle(finding: Finding): string {
  const cause = String(finding.detail?.['cause'] ?? '');
  const partner = finding.partner ?? 'One partner';
  const other = String(finding.detail?.['other'] ?? 'the other');
  if (cause === 'only in left') return `Only in the ledger of ${partner}, not of ${other}`;
  if (cause === 'only in right') return `Only in the ledger of ${other}, not of ${partner}`;
  return `${partner} and ${other}: ${cause === '' ? 'difference' : cause}`;
}

/** What findings of a kind are called, whatever each is about. @example kindTitle('rows left out') -> 'Rows that are not ledger lines' */
export function kindTitle(kind: string): string {
  return TITLES[kind] ?? kind;
}

/**
 * The heading of a finding's group.
 *
 * @example a `code unmapped` -> 'Codes that lead to no line yet'
 */
export function groupTitle(finding: Finding): string {
  return finding.kind === 'pair difference' ? pairTitle(finding) : kindTitle(finding.kind);
}
