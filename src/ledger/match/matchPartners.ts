/*
 * Matches every pair of partners of a run: reversals within a ledger first, then the passes with a reference, then timing,
 * then what is left is classified. Each row between partners who are both received ends in exactly one item.
 *
 * Source: design section 6.
 */
import type { LedgerLine } from '../ledgerLine';
import type { PairItem } from '../differences';
import type { BetweenRow } from '../tally';
import { amountDifferences, findDuplicates, matchByReference, provedByTiming } from './matchPair';
import { makeItems, type FoundItem } from './pairItem';
import { pairReversals } from './reversals';
import { findWronglyCoded } from './wrongCode';

/** One partner's rows, as `tallyLedger` gives them. */
export interface PartnerRows {
  readonly partner: string;
  readonly between: readonly BetweenRow[];
  readonly own: readonly LedgerLine[];
  /** False for a partner of a hosted pool whose money is all in the host's ledger. */
  readonly hasLedger: boolean;
}

/** Rows of one partner while the passes use them up. */
interface Ledger {
  readonly partner: string;
  readonly own: readonly LedgerLine[];
  readonly hasLedger: boolean;
  readonly otherTimes: readonly BetweenRow[];
  readonly used: Set<BetweenRow>;
  readonly toDate: readonly BetweenRow[];
}

function prepare({ partner, between, own, hasLedger }: PartnerRows): Ledger {
  return {
    partner,
    own,
    hasLedger,
    toDate: between.filter(({ timing }) => timing === 'to date'),
    otherTimes: between.filter(({ timing }) => timing !== 'to date'),
    used: new Set(),
  };
}

function free(ledger: Ledger, counterparties: readonly string[]): BetweenRow[] {
  return ledger.toDate.filter((row) => !ledger.used.has(row) && counterparties.includes(row.counterparty));
}

function use(ledger: Ledger, rows: readonly BetweenRow[]): void {
  for (const row of rows) ledger.used.add(row);
}

/** Takes the found items into the pair and marks their rows as used. */
function take(left: Ledger, right: Ledger, found: readonly FoundItem[], into: FoundItem[]): void {
  for (const item of found) {
    use(left, item.left);
    use(right, item.right);
    into.push(item);
  }
}

/** Turns rows of one side into items of one row each. */
function single(
  side: 'left' | 'right',
  cause: FoundItem['cause'],
  rows: Iterable<readonly [BetweenRow, readonly LedgerLine[]]>,
): FoundItem[] {
  return Array.from(rows, ([row, evidence]): FoundItem => {
    const pass = cause === 'timing' ? 'timing' : 'none';
    const rowsOf = (each: 'left' | 'right'): readonly BetweenRow[] => (each === side ? [row] : []);
    return { pass, cause, left: rowsOf('left'), right: rowsOf('right'), evidence };
  });
}

/** Timing, duplicates and wrong codes of one side; what they do not explain stays free. */
function classifySide(side: 'left' | 'right', ledger: Ledger, other: Ledger, into: FoundItem[]): void {
  const counterparties = [other.partner];
  const times = other.otherTimes.filter(({ counterparty }) => [ledger.partner, ''].includes(counterparty));
  const takeRows = (items: readonly FoundItem[]): void => {
    if (side === 'left') take(ledger, other, items, into);
    else take(other, ledger, items, into);
  };
  takeRows(single(side, 'timing', provedByTiming(free(ledger, counterparties), times).proved));
  const used = ledger.toDate.filter((row) => ledger.used.has(row) && row.counterparty === other.partner);
  takeRows(single(side, 'duplicate', findDuplicates(free(ledger, counterparties), used)));
}

function wronglyCoded(side: 'left' | 'right', ledger: Ledger, other: Ledger): FoundItem[] {
  const rows = findWronglyCoded(free(ledger, [other.partner]), other.own);
  return single(
    side,
    'wrong code',
    Array.from(rows, ([row, line]) => [row, [line]] as const),
  );
}

/** What is left of one side. @param other - Undefined for rows that name nobody. */
function onlyIn(side: 'left' | 'right', rows: readonly BetweenRow[], other?: Ledger): FoundItem[] {
  // Where the other keeps no ledger no entry is missing.
  const cause = other?.hasLedger === false ? 'no other ledger' : side === 'left' ? 'only in left' : 'only in right';
  return single(
    side,
    cause,
    Array.from(rows, (row) => [row, []] as const),
  );
}

/** What the pair's rows come to, in the order of the passes. */
function matchPair(left: Ledger, right: Ledger, tolerancePence: number): FoundItem[] {
  const items: FoundItem[] = [];
  for (const [side, ledger, other] of [
    ['left', left, right],
    ['right', right, left],
  ] as const) {
    // prettier-ignore
    for (const { first, second } of pairReversals(free(ledger, [other.partner]))) {
      const rows = [first, second];
      const item = { pass: 'reversal', cause: 'reversal', evidence: [] } as const;
      take(left, right, [{ ...item, left: side === 'left' ? rows : [], right: side === 'right' ? rows : [] }], items);
    }
  }
  const named = matchByReference(free(left, [right.partner]), free(right, [left.partner]), tolerancePence);
  take(left, right, named.found, items);
  // Rows that name no partner belong to whoever has their counterpart.
  const unnamed = matchByReference(free(left, [right.partner, '']), free(right, [left.partner, '']), tolerancePence);
  take(left, right, unnamed.found, items);

  classifySide('left', left, right, items);
  classifySide('right', right, left, items);
  take(left, right, amountDifferences(free(left, [right.partner]), free(right, [left.partner])).found, items);
  take(left, right, wronglyCoded('left', left, right), items);
  take(left, right, wronglyCoded('right', right, left), items);
  take(left, right, onlyIn('left', free(left, [right.partner]), right), items);
  take(left, right, onlyIn('right', free(right, [left.partner]), left), items);
  return items;
}

/**
 * The items of all pairs, in the order of the partners; then the rows that name no partner and found none.
 *
 * @param partners those whose period is received, in the order of `PoolPartners`
 * @param reasons what the user wrote about differences in earlier runs, by key
 */
export function matchPartners(
  partners: readonly PartnerRows[],
  tolerancePence: number,
  reasons: ReadonlyMap<string, string>,
): readonly PairItem[] {
  const ledgers = partners.map(prepare);
  const pairs: (readonly PairItem[])[] = [];
  ledgers.forEach((left, index) => {
    for (const right of ledgers.slice(index + 1)) {
      pairs.push(makeItems(left.partner, right.partner, matchPair(left, right, tolerancePence), reasons));
    }
  });
  for (const ledger of ledgers) {
    pairs.push(makeItems(ledger.partner, '', onlyIn('left', free(ledger, [''])), reasons));
  }
  return pairs.flat();
}
