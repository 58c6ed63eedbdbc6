/*
 * Which of the ledgers found are proposed to be kept: no copy, no list that is no ledger by its name, somebody's by all
 * signs. Finding them is sources.
 */
import { type Copy } from './copies';
import { type Obstacle, type Source } from './sources';

// Sheets of postings that are no ledger, whoever they belong to.
const NO_LEDGER =
  /\b(?:accruals?|prepay(?:ment)?s?|adjustments?|workings?|commitments?|purchase orders?|forecasts?|quer(?:y|ies)|drafts?|templates?|archived?|backup|scratch|examples?)\b/i;

/** Whether a sheet is called something that is no ledger: accruals, workings, commitments. */
export function isNoLedgerByName({ part }: Source): boolean {
  return NO_LEDGER.test(`${part.block.sheet} ${part.block.table ?? ''}`.replace(/[_-]+/g, ' '));
}

/** Whether a ledger is proposed to be kept: no copy, its signs can be told, and it is somebody's ledger by all signs. */
export function isKept(source: Source, copies: readonly Copy[], obstacles: readonly Obstacle[]): boolean {
  if (source.isSettled) return true;
  if (copies.some((copy) => copy.source === source) || obstacles.some(({ part }) => part === source.part)) return false;
  return !source.partner.isDoubtful && !isNoLedgerByName(source);
}
