/*
 * A finding in words: where, what, the two figures and the gap, and what to do. It only chooses and joins; the phrases
 * stand in `ledgerFindings`, `workbookFindings` and beside them.
 */
import type { Finding } from '../workbook/finding';
import { AGREEMENT_PHRASES } from './agreementFindings';
import { COST_PHRASES } from './costFindings';
import { CONTRIBUTION_PHRASES } from './contributionFindings';
import { CLOSING_PHRASES } from './closingFindings';
import { GRANT_PHRASES } from './grantFindings';
import { CONSOLIDATION_PHRASES } from './consolidationFindings';
import { LEDGER_PHRASES } from './ledgerFindings';
import { MODEL_PHRASES } from './modelFindings';
import { Facts, type Phrase } from './phrase';
import { PROJECT_PHRASES } from './projectFindings';
import { SETTLE_PHRASES } from './settleFindings';
import { WORKBOOK_PHRASES } from './workbookFindings';

/** A finding as the user reads it. */
export interface FindingWords {
  readonly where: string;
  readonly what: string;
  readonly whatToDo: string;
  /** All of it, for a status line or a terminal. */
  readonly sentence: string;
}

const PHRASES: Readonly<Record<string, (facts: Facts) => Phrase>> = {
  ...LEDGER_PHRASES,
  ...WORKBOOK_PHRASES,
  ...MODEL_PHRASES,
  ...PROJECT_PHRASES,
  ...COST_PHRASES,
  ...CONTRIBUTION_PHRASES,
  ...AGREEMENT_PHRASES,
  ...SETTLE_PHRASES,
  ...CLOSING_PHRASES,
  ...GRANT_PHRASES,
  ...CONSOLIDATION_PHRASES,
};

/** Every kind that has words. */
export const WORDED_KINDS: readonly string[] = Object.keys(PHRASES);

/**
 * A finding in words.
 *
 * @example `'Pool budgets'!F7: “Amount” in PoolBudgets holds “x”, which is not an amount … Type a number, for example 2811.56.`
 */
export function describeFinding(finding: Finding): FindingWords {
  const facts = new Facts(finding);
  const phrase = PHRASES[finding.kind]?.(facts) ?? { what: `${finding.kind}.`, whatToDo: '' };
  const where = facts.where;
  const sentence = `${where}: ${phrase.what}${phrase.whatToDo === '' ? '' : ` ${phrase.whatToDo}`}`;
  return { where, ...phrase, sentence };
}
