/*
 * Where each code of a partner's ledgers leads: to a line, or to `excluded`, `recharge`, `contribution`. Every code that has
 * postings leads somewhere, so that nothing is left out without a word.
 */
import { comparable } from '../../ledger/cells';
import { organisationsIn } from '../../ledger/recogniseOrganisation';
import { isSpellingOf } from '../../ledger/recogniseSpelling';
import type { CodeFact } from './codeFacts';
import { type CodeBook, isPartner } from './codeLists';
import type { FoundPartner } from './whose';

/** Why a code leads where it does. */
export type CodeWhy =
  | { readonly kind: 'on a list'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'on a budget'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'between by payee'; readonly other: string; readonly rows: number }
  | { readonly kind: 'between by words'; readonly words: string }
  | { readonly kind: 'by its name'; readonly heading: string }
  | { readonly kind: 'is a name'; readonly heading: string }
  | { readonly kind: 'by itself' }
  | { readonly kind: 'by its first part'; readonly codes: number }
  | { readonly kind: 'too many'; readonly codes: number };

/** A row for `PoolCodes`. */
export interface CodeRow {
  readonly code: string;
  readonly line: string;
  readonly rows: number;
  readonly why: CodeWhy;
}

/** More lines than this and nobody reads the statement: codes are then grouped. */
export const MAX_LINES = 60;
const ALL_SPENDING = 'All spending';
const NOT_A_LINE = new Set(['excluded', 'recharge', 'contribution']);

/** Whether a target is a line of the pool. */
export function isLine(target: string): boolean {
  return !NOT_A_LINE.has(target);
}

/** Maps a partner's codes. `heading` is the code column's heading. */
export function mapCodes(
  facts: readonly CodeFact[],
  book: CodeBook,
  partner: FoundPartner,
  partners: readonly FoundPartner[],
  heading: string,
): readonly CodeRow[] {
  const coded = facts.filter(({ code }) => code !== '');
  const between = betweenWords(coded, partner, partners);
  const rows = coded.map((fact): CodeRow => {
    const { code, rows: count } = fact;
    const listed = book.find(code);
    if (listed) {
      const kind = listed.from === 'codes' ? 'on a list' : 'on a budget';
      return {
        code: plainCode(code),
        line: lineName(listed.line),
        rows: count,
        why: { kind, sheet: listed.sheet, row: listed.row },
      };
    }
    const other = between.get(code);
    if (other) return { code: plainCode(code), line: other.line, rows: count, why: other.why };
    if (fact.name !== '')
      return {
        code: plainCode(code),
        line: lineName(fact.name),
        rows: count,
        why: { kind: 'by its name', heading: fact.namedBy },
      };
    if (isWords(code))
      return { code: plainCode(code), line: lineName(code), rows: count, why: { kind: 'is a name', heading } };
    return { code: plainCode(code), line: `${partner.shortName} ${code}`, rows: count, why: { kind: 'by itself' } };
  });
  return tooManyLines(rows) ? grouped(rows, partner) : rows;
}

/** Wildcard signs in a code are made plain, or one code would catch others. @example plainCode('A*') -> 'A~*' */
function plainCode(code: string): string {
  return code.replace(/[*?~]/g, '~$&');
}

/** A line may not be called one of the words that are no line. */
function lineName(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim();
  if (!isLine(tidy)) return tidy;
  return NOT_A_LINE.has(comparable(tidy)) ? `${tidy} line` : tidy;
}

function isWords(code: string): boolean {
  return /[A-Za-z]{3,}/.test(code) && !/\d{3,}/.test(code);
}

function tooManyLines(rows: readonly CodeRow[]): boolean {
  return new Set(rows.filter(({ line }) => isLine(line)).map(({ line }) => comparable(line))).size > MAX_LINES;
}

/** Too many lines of their own: by the first part of composite codes where that gives few enough, else all together. */
function grouped(rows: readonly CodeRow[], partner: FoundPartner): readonly CodeRow[] {
  const isLoose = ({ why, line }: CodeRow) => isLine(line) && why.kind !== 'on a list' && why.kind !== 'on a budget';
  const kept = rows.filter((row) => !isLoose(row));
  const loose = rows.filter(isLoose);
  const parts = loose.map(({ code }) => /^([^\s./|;:-]+)([\s./|;:-])/.exec(code));
  const heads = new Map<string, { rows: number; codes: number }>();
  for (const [index, part] of parts.entries()) {
    const head = part ? `${part[1] ?? ''}${part[2] ?? ''}` : '';
    const known = heads.get(head) ?? { rows: 0, codes: 0 };
    heads.set(head, { rows: known.rows + (loose[index]?.rows ?? 0), codes: known.codes + 1 });
  }
  const isComposite = parts.every((part) => part !== null) && heads.size <= MAX_LINES && heads.size > 1;
  if (!isComposite) {
    const count = loose.reduce((sum, row) => sum + row.rows, 0);
    return [...kept, { code: '*', line: ALL_SPENDING, rows: count, why: { kind: 'too many', codes: loose.length } }];
  }
  const wild = [...heads].map(
    ([head, { rows: count, codes }]): CodeRow => ({
      code: `${head}*`,
      line: `${partner.shortName} ${head.slice(0, -1)}`,
      rows: count,
      why: { kind: 'by its first part', codes },
    }),
  );
  return [...kept, ...wild];
}

const BETWEEN =
  /\b(?:re-?charg(?:e|es|ed|ing)|cross-?charg(?:e|es|ing)|contributions?|contra|reimburse(?:d|ments?)?|inter-?(?:agency|company|authority)|(?:income|receipts?|funding|transfers?) (?:from|to)|joint(?:ly)? fund(?:ed|ing))\b/i;
const WITH_A_PARTNER =
  /\b(?:section ?(?:75|31|28a|256)|s\.? ?(?:75|31|28a|256)|pool(?:ed)?|partners?|bcf|better care)\b/i;
const SECTOR_HINT: Readonly<Record<string, RegExp>> = {
  NHS: /\b(?:nhs|health|icb|ccg|pct|trust)\b/i,
  council: /\b(?:council|local authority|la|social (?:care|services)|borough)\b/i,
};
const NOT_BETWEEN =
  /\b(?:clients?|service users?|residents?|patients?|customers?|employe(?:r|rs|e|es)|pensions?|superann(?:uation)?|national insurance|ni|nic|student|parental|voluntary)\b/i;

interface Between {
  readonly line: 'recharge' | 'contribution';
  readonly why: CodeWhy;
}

/** Codes between partners: nearly all their rows are with one, or their name says so. */
function betweenWords(
  facts: readonly CodeFact[],
  partner: FoundPartner,
  partners: readonly FoundPartner[],
): ReadonlyMap<string, Between> {
  const others = partners.filter((other) => other !== partner);
  const found = new Map<string, Between>();
  let rows = 0;
  for (const fact of facts) {
    const between = betweenOf(fact, others);
    if (!between) continue;
    found.set(fact.code, between);
    if (between.why.kind === 'between by words') rows += fact.rows;
  }
  // Most of a ledger cannot be between partners by the look of a name alone: then the words mean something else here.
  const all = facts.reduce((sum, fact) => sum + fact.rows, 0);
  if (rows * 3 > all * 2) for (const [code, { why }] of found) if (why.kind === 'between by words') found.delete(code);
  return found;
}

function betweenOf(fact: CodeFact, others: readonly FoundPartner[]): Between | undefined {
  const text = `${fact.name} ${isWords(fact.code) ? fact.code : ''}`.trim();
  const line = /\bcontributions?\b/i.test(text) ? 'contribution' : 'recharge';
  for (const other of others) {
    const withIt = [...fact.counterparties]
      .filter(([name]) => isPartner(name, other))
      .reduce((sum, [, count]) => sum + count, 0);
    if (withIt * 10 >= fact.rows * 9)
      return { line, why: { kind: 'between by payee', other: other.name, rows: withIt } };
    if (withIt > 0 && BETWEEN.test(text) && !NOT_BETWEEN.test(text))
      return { line, why: { kind: 'between by words', words: text } };
  }
  if (!BETWEEN.test(text) || NOT_BETWEEN.test(text)) return undefined;
  const names = organisationsIn(text).map(({ name }) => name);
  const hints = others.some(
    (other) => SECTOR_HINT[other.sector]?.test(text) === true || names.some((name) => isSpellingOf(name, other.name)),
  );
  return hints || WITH_A_PARTNER.test(text) ? { line, why: { kind: 'between by words', words: text } } : undefined;
}
