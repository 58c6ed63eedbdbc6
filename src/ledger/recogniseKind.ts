/*
 * What a block of a workbook is: a ledger, balances, a budget, a list of codes, a list of partners, control totals, or
 * nothing of ours. It says why as data; whose it is, is another question (recogniseOrganisation).
 */
import type { Concept } from './recogniseHeading';
import type { ReadBlock } from './recogniseRoles';
import { type ReadColumn, holdsMoney } from './recogniseMoney';
import { organisationsIn } from './recogniseOrganisation';

/** What a block can be. */
export type BlockKind = 'transactions' | 'balances' | 'budget' | 'codes' | 'partners' | 'control totals' | 'other';

/** A block with its kind. `problem` says what keeps a block that looks like a ledger from being one. */
export interface KnownBlock extends ReadBlock {
  readonly kind: BlockKind;
  readonly problem: 'no amount' | 'no rows' | undefined;
}

/** Decides what a block is from its roles, its title and its sheet's name. */
export function knowBlock(read: ReadBlock): KnownBlock {
  const kind = kindOf(read);
  return { ...read, kind, problem: kind === 'other' ? problemOf(read) : undefined };
}

function kindOf(read: ReadBlock): BlockKind {
  const has = (concept: Concept) =>
    read.columns.some(({ meaning, profile }) => meaning?.concept === concept && profile.filled > 0);
  const about = `${read.block.sheet} ${read.block.table ?? ''} ${read.block.titles.join(' ')}`;
  if (read.filledRows === 0) return 'other';
  if (isPartnerList(read, has)) return 'partners';
  if (isControlList(read, has, about)) return 'control totals';
  const isDated = (read.date ?? read.period) !== undefined || isReferenced(read);
  const hasKey = read.codes.length > 0 || read.names.length > 0 || read.counterparty !== undefined;
  // A narrative named "Budget" on a ledger's sheet must not make it a budget: dated postings decide first.
  if (read.amount && isDated && hasKey && !isBudgetOnly(read, about)) return 'transactions';
  if (isBudget(read, has, about)) return 'budget';
  if (isCodeList(read, has)) return 'codes';
  if (read.amount && (read.codes.length > 0 || read.names.length > 0) && !isReportOfBudgets(about)) return 'balances';
  return 'other';
}

/** Postings are referenced one by one; a list of balances may have a column "Ref" that repeats or is mostly blank. */
function isReferenced({ reference, filledRows }: ReadBlock): boolean {
  return reference !== undefined && reference.profile.filled * 2 >= filledRows;
}

function isPartnerList(read: ReadBlock, has: (concept: Concept) => boolean): boolean {
  const organisations = read.columns.find(({ meaning }) => meaning?.concept === 'organisation');
  const names = organisations ?? read.counterparty;
  if (!names || read.filledRows > 60 || read.date) return false;
  if (has('amount') || has('budget') || has('control total') || has('debit') || has('net')) return false;
  if (has('sector') || has('short name') || has('known as')) return true;
  const filled = names.values.filter((value) => typeof value === 'string' && value.trim() !== '');
  const bodies = filled.filter((value) => organisationsIn(String(value)).length > 0);
  return (
    organisations !== undefined && !has('pool line') && bodies.length * 2 > filled.length && read.codes.length === 0
  );
}

function isControlList(read: ReadBlock, has: (concept: Concept) => boolean, about: string): boolean {
  const names = read.columns.find(
    ({ meaning }) => meaning?.concept === 'organisation' || meaning?.concept === 'counterparty',
  );
  if (!names || read.filledRows > 120 || isReferenced(read)) return false;
  return has('control total') || (/\bcontrol\b/i.test(about) && read.amount !== undefined && read.codes.length === 0);
}

function isReportOfBudgets(about: string): boolean {
  return /\bbudgets?\b/i.test(about) && !/\b(?:ledger|actuals?|trial balance|transactions?)\b/i.test(about);
}

function isBudgetOnly(read: ReadBlock, about: string): boolean {
  return read.budgets.length > 0 && read.date === undefined && !isReferenced(read) && isReportOfBudgets(about);
}

function isBudget(read: ReadBlock, has: (concept: Concept) => boolean, about: string): boolean {
  const hasLines = read.codes.length > 0 || read.names.length > 0 || has('organisation');
  if (!hasLines) return false;
  if (read.budgets.length > 0 || read.months.length >= 6) return true;
  return isReportOfBudgets(about) && read.columns.some((column) => holdsMoney(column));
}

/** Codes with what they are called or where they belong, and no money. */
function isCodeList(read: ReadBlock, has: (concept: Concept) => boolean): boolean {
  if (has('amount') || has('net') || has('debit') || has('credit') || has('balance') || has('to date')) return false;
  const key = read.codes[0] ?? read.names[0];
  if (!key || read.filledRows < 1) return false;
  const others = [...read.codes, ...read.names].filter((column) => column !== key);
  return others.length > 0 || has('scope');
}

function problemOf(read: ReadBlock): 'no amount' | 'no rows' | undefined {
  const looksPosted = read.columns.filter(({ meaning }) =>
    ['date', 'reference', 'counterparty', 'account', 'cost centre', 'code', 'amount', 'debit', 'net'].includes(
      meaning?.concept ?? '',
    ),
  );
  if (looksPosted.length < 3) return undefined;
  return read.filledRows === 0 ? 'no rows' : read.amount ? undefined : 'no amount';
}

/** The column of a block with a concept, the fullest if there are several. */
export function columnOf(read: ReadBlock, ...concepts: readonly Concept[]): ReadColumn | undefined {
  return read.columns
    .filter(({ meaning, profile }) => meaning && concepts.includes(meaning.concept) && profile.filled > 0)
    .sort((a, b) => b.profile.filled - a.profile.filled)[0];
}
