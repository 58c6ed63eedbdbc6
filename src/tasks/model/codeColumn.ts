/*
 * Which column of a partner's ledgers is its code: the one whose cells other sheets explain (a list of codes, a budget),
 * else the one that repeats as cost centres and services do. References, which never repeat, are no codes.
 */
import { cellText, comparable } from '../../ledger/cells';
import type { ReadColumn } from '../../ledger/recogniseMoney';
import { namingColumn } from './codeFacts';
import { type Part, type Parts, countTexts } from './parts';

/** Why a column was taken as the code. */
export type CodeReason = 'listed elsewhere' | 'heading' | 'service' | 'description' | 'nothing repeats';

/** The code column of one ledger. */
export interface CodeChoice {
  readonly column: ReadColumn;
  readonly reason: CodeReason;
  /** Where its codes are explained, for `listed elsewhere`. */
  readonly listedOn: string;
}

const CONCEPT_WORTH: Readonly<Record<string, number>> = {
  'pool line': 16,
  'cost centre': 12,
  code: 11,
  service: 10,
  account: 8,
};

/** The texts of every column that can be a key of a list of codes or a budget. */
export function keyTexts(
  parts: Parts,
): readonly { readonly part: Part; readonly column: ReadColumn; readonly keys: ReadonlySet<string> }[] {
  return [...parts.codeLists, ...parts.budgets].flatMap((part) =>
    [...new Set([...part.codes, ...part.names])].map((column) => ({
      part,
      column,
      keys: new Set([...countTexts(column.values).keys()].map(comparable)),
    })),
  );
}

/** Chooses the code column of a ledger; undefined when no column can be one. */
export function chooseCode(part: Part, keys: ReturnType<typeof keyTexts>): CodeChoice | undefined {
  const money = new Set(part.amount?.columns ?? []);
  const usable = (column: ReadColumn) => column.text !== '' && !column.isDuplicate && !money.has(column);
  // A heading nobody knows over codes that a list or a budget knows is a code all the same.
  const unknown = part.columns.filter(
    (column) => (!column.meaning || column.meaning.concept === 'other') && listedShare(column, keys).share >= 0.3,
  );
  const repeating = [...part.codes, ...unknown].filter(
    (column) => column.text !== '' && !money.has(column) && repeats(column),
  );
  const named = repeating.filter(({ isDuplicate }) => !isDuplicate);
  // Only columns that share their heading hold codes: the caller says so, rather than a description taking their place.
  const coded = named.length > 0 ? named : repeating;
  const scored = coded.map((column) => ({ column, listed: listedShare(column, keys) }));
  const best = [...scored].sort(
    (a, b) => score(part, b.column, b.listed.share) - score(part, a.column, a.listed.share),
  )[0];
  if (best) {
    const isListed = best.listed.share >= 0.3;
    const isService = best.column.meaning?.concept === 'service';
    return {
      column: best.column,
      reason: isListed ? 'listed elsewhere' : isService ? 'service' : 'heading',
      listedOn: isListed ? best.listed.sheet : '',
    };
  }
  const described = [...part.names, ...(part.counterparty ? [part.counterparty] : [])].filter((column) =>
    usable(column),
  );
  const repeated = described.filter((column) => repeats(column) && column.profile.distinct <= 300);
  const [first] = [...repeated].sort((a, b) => listedShare(b, keys).share - listedShare(a, keys).share);
  if (first) return { column: first, reason: 'description', listedOn: '' };
  const any =
    described[0] ??
    part.codes.find(usable) ??
    part.columns.find((column) => usable(column) && column.profile.texts > 0);
  return any && { column: any, reason: 'nothing repeats', listedOn: '' };
}

/** A code is used again: not when nearly every row has one of its own, unless the ledger is a handful of rows. */
function repeats({ profile }: ReadColumn): boolean {
  if (profile.filled === 0 || profile.filled * 2 < profile.rows - 10) return false;
  return profile.filled < 12 || profile.distinct <= Math.max(6, profile.filled * 0.5);
}

function score(part: Part, column: ReadColumn, listedShare: number): number {
  const { profile, meaning } = column;
  const filled = profile.rows === 0 ? 0 : profile.filled / profile.rows;
  const spread = profile.distinct === 1 ? -9 : profile.distinct <= 60 ? 4 : -6;
  const isNamed = namingColumn(part, column) ? 2 : 0;
  return (
    (CONCEPT_WORTH[meaning?.concept ?? ''] ?? 0) +
    (meaning?.rank ?? 0) / 10 +
    filled * 10 +
    spread +
    isNamed +
    listedShare * 60
  );
}

/** The greatest share of a column's codes that one key column elsewhere lists, and the sheet of it. */
function listedShare(
  column: ReadColumn,
  keys: ReturnType<typeof keyTexts>,
): { readonly share: number; readonly sheet: string } {
  const codes = [...countTexts(column.values).keys()].map((text) => comparable(cellText(text)));
  let best = { share: 0, sheet: '' };
  for (const { part, keys: listed } of keys) {
    const share = codes.length === 0 ? 0 : codes.filter((code) => listed.has(code)).length / codes.length;
    if (share > best.share) best = { share, sheet: part.block.sheet };
  }
  return best;
}
