/*
 * Which column of a block is its amount: from the headings, then from the figures themselves (is one column the running
 * total of another, is one the sum of two others, do debit and credit take turns). It does not add anything up for a result.
 */
import { type Concept } from './recogniseHeading';
import { MONEY, type ReadColumn, holdsMoney, looksLikeMoney } from './recogniseMoney';
import { isDifference, isRunningTotal } from './recogniseArithmetic';
import { mostlyNegative, signColumnFor } from './recogniseSign';

/** Why a column or a pair was taken as the amount. */
export type AmountReason =
  | 'only amount'
  | 'debit and credit'
  | 'payments and receipts'
  | 'net of vat'
  | 'net by arithmetic'
  | 'equals debit less credit'
  | 'best heading'
  | 'balance column'
  | 'only figures';

/** The amount of a block: one column, or a pair (first less second). */
export interface AmountChoice {
  readonly columns: readonly ReadColumn[];
  readonly reason: AmountReason;
  /** What is known of VAT: the amount is without it, with it, or nothing says. */
  readonly vat: 'net' | 'gross' | '';
  readonly vatColumn: ReadColumn | undefined;
  /** Amount columns not taken, with the reason: a running balance, a gross, a second amount. */
  readonly passedOver: readonly { readonly column: ReadColumn; readonly because: 'running' | 'gross' | 'other' }[];
  /** A column that says debit or credit for an amount without a sign. */
  readonly signColumn: ReadColumn | undefined;
  /** Credits stand as negative figures in the credit column, so that debit less credit would add them. */
  readonly hasNegativeCredits: boolean;
}

/**
 * The amount of a block; undefined when no column can be one.
 *
 * @param isPosted - its rows are postings, with a date, a period or a reference; without, the balance to date is the amount
 */
export function chooseAmount(columns: readonly ReadColumn[], isPosted = true): AmountChoice | undefined {
  const money = columns.filter(
    (column) => column.meaning && MONEY.includes(column.meaning.concept) && holdsMoney(column),
  );
  const vatColumn = columns.find(
    (column) => column.meaning?.concept === 'vat' && (holdsMoney(column) || column.profile.filled === 0),
  );
  const base = { vat: '' as const, vatColumn, passedOver: [], signColumn: undefined, hasNegativeCredits: false };
  const pair =
    pairOf(columns, 'debit', 'credit') ??
    pairOf(columns, 'payments', 'receipts') ??
    pairOf(columns, 'debit', 'receipts') ??
    pairOf(columns, 'payments', 'credit');
  const singles = money.filter((column) => !pair?.includes(column));
  if (pair) {
    const [debit, credit] = pair;
    const signed = singles.find((column) => isDifference(column, debit, credit));
    if (signed) return { ...base, columns: [signed], reason: 'equals debit less credit' };
    const reason = debit.meaning?.concept === 'debit' ? 'debit and credit' : 'payments and receipts';
    const running = singles.map((column) => ({ column, because: 'running' as const }));
    return { ...base, columns: pair, reason, passedOver: running, hasNegativeCredits: mostlyNegative(credit) };
  }
  const toDate = isPosted ? undefined : balanceToDate(singles);
  if (toDate) {
    const passedOver = singles
      .filter((column) => column !== toDate)
      .map((column) => ({ column, because: 'other' as const }));
    return { ...base, columns: [toDate], reason: 'balance column', passedOver };
  }
  const single = chooseSingle(singles, vatColumn, columns);
  return single && { ...single, signColumn: signColumnFor(single.columns[0], columns) };
}

/** The balance to date among a list's columns: said so in words, else the closing one; never what was brought forward. */
function balanceToDate(money: readonly ReadColumn[]): ReadColumn | undefined {
  const said = money.filter(({ meaning }) => meaning?.concept === 'to date');
  const balances = money.filter(
    ({ meaning, text }) => meaning?.concept === 'balance' && !/\b(?:opening|b\/?f|brought|prior|last)\b/i.test(text),
  );
  return [...said].sort((a, b) => score(b) - score(a))[0] ?? [...balances].sort((a, b) => score(b) - score(a))[0];
}

function pairOf(
  columns: readonly ReadColumn[],
  first: Concept,
  second: Concept,
): readonly [ReadColumn, ReadColumn] | undefined {
  // The headings say it plainly, so a few figures are enough; one of the two may be empty in a month without credits.
  const usable = (concept: Concept) =>
    columns
      .filter(({ meaning, profile }) => {
        const figures = profile.numbers + profile.amountTexts;
        return meaning?.concept === concept && (profile.filled === 0 || figures > 0);
      })
      .sort((a, b) => b.profile.filled - a.profile.filled)[0];
  const [one, two] = [usable(first), usable(second)];
  return one && two && one.profile.filled + two.profile.filled > 0 ? [one, two] : undefined;
}

function chooseSingle(
  money: readonly ReadColumn[],
  vatColumn: ReadColumn | undefined,
  all: readonly ReadColumn[],
): AmountChoice | undefined {
  const named = money.filter(({ meaning }) => meaning?.concept !== 'balance' && meaning?.concept !== 'to date');
  const running = named.filter((column) => named.some((other) => other !== column && isRunningTotal(column, other)));
  const still = named.filter((column) => !running.includes(column));
  const balances = money.filter((column) => !named.includes(column));
  const base = { vatColumn, signColumn: undefined, hasNegativeCredits: false, vat: '' as const };
  const rest = (chosen: ReadColumn, gross?: ReadColumn) =>
    money
      .filter((column) => column !== chosen)
      .map((column) => ({
        column,
        because: column === gross ? ('gross' as const) : passing(column, running, balances),
      }));
  const triple = vatColumn && netOfVat(still, vatColumn);
  if (triple) {
    const reason = triple.net.meaning?.concept === 'net' ? 'net of vat' : 'net by arithmetic';
    return { ...base, columns: [triple.net], reason, vat: 'net', passedOver: rest(triple.net, triple.gross) };
  }
  const best = [...still].sort((a, b) => score(b) - score(a))[0];
  if (best) {
    const concept = best.meaning?.concept;
    const reason = concept === 'net' ? 'net of vat' : still.length === 1 ? 'only amount' : 'best heading';
    const vat = concept === 'net' ? 'net' : concept === 'gross' ? 'gross' : '';
    return {
      ...base,
      columns: [best],
      reason,
      vat,
      passedOver: rest(
        best,
        still.find((c) => c.meaning?.concept === 'gross'),
      ),
    };
  }
  const balance = [...balances].sort((a, b) => score(b) - score(a))[0];
  if (balance) return { ...base, columns: [balance], reason: 'balance column', passedOver: rest(balance) };
  const figures = all.filter((column) => looksLikeMoney(column));
  const only = figures.at(-1);
  return (
    only && {
      ...base,
      columns: [only],
      reason: 'only figures',
      passedOver: figures.slice(0, -1).map((column) => ({ column, because: 'other' as const })),
    }
  );
}

function passing(
  column: ReadColumn,
  running: readonly ReadColumn[],
  balances: readonly ReadColumn[],
): 'running' | 'gross' | 'other' {
  if (running.includes(column) || balances.includes(column)) return 'running';
  return column.meaning?.concept === 'gross' ? 'gross' : 'other';
}

/** Headings count most; figures with pence and with both signs break a tie; a gross is the last resort. */
function score(column: ReadColumn): number {
  const { profile, meaning } = column;
  const share = profile.rows === 0 ? 0 : profile.filled / profile.rows;
  const pence = profile.numbers === 0 ? 0 : 1 - profile.whole / profile.numbers;
  const worth = meaning?.concept === 'net' ? 8 : meaning?.concept === 'gross' ? 3 : (meaning?.rank ?? 0);
  return worth * 10 + share * 12 + pence * 3 + (profile.negatives > 0 ? 2 : 0) - (column.isDuplicate ? 1 : 0);
}

/** The net and gross among the columns, when gross = net + VAT row by row; VAT must not be nought throughout. */
function netOfVat(
  columns: readonly ReadColumn[],
  vat: ReadColumn,
): { readonly net: ReadColumn; readonly gross: ReadColumn } | undefined {
  for (const net of columns) {
    for (const gross of columns) {
      if (net !== gross && isDifference(net, gross, vat) && vat.profile.filled > vat.profile.zeros)
        return { net, gross };
    }
  }
  return undefined;
}
