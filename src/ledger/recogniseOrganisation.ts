/*
 * Finds the names of public bodies in text (a title, a sheet's name, a supplier) and says whether two names can be the same
 * body. It knows kinds of bodies, never a body: no name of a place or an organisation is written here.
 */

import { type BodyKind, CAPITALS, JOINING, PATTERNS } from './recogniseForms';

/** A body named in a text. */
export interface NamedBody {
  readonly name: string;
  readonly sector: BodyKind;
  /** `council`, `icb`, `pct`, `trust` …: two bodies of one place differ in it. */
  readonly form: string;
}

// Words of a title that are no part of a name.
const NOT_NAMES =
  /^(?:the|for|from|by|to|of|at|in|and|with|between|gl|general|nominal|purchase|sales|ledger|ledgers|extract|extracts|report|reports|transactions?|listing|list|detail|detailed|run|date|period|month|monthly|year|financial|finance|budget|budgets|actuals?|balances?|trial|expenditure|income|spend|spending|summary|recharge|recharges|recharged|contribution|contributions|s75|section|invoice|invoices|payment|payments|paid|received|due|re|cost|costs|care|charge|charges|entity|organisation|organization|company|partner|body|source|system|data|download|dump|export|prepared|april|may|june|july|august|september|october|november|december|january|february|march|apr|jun|jul|aug|sep|sept|oct|nov|dec|jan|feb|mar|q[1-4]|all|our|joint|pool|pooled|shadow|other|each|both|local|adult|adults|social|services?|health|ytd|to-date|tb|sheet|tab|page|a|an|as|is|on|no|ref|directorate|department|dept)$/i;

/** Whether a word of a title is no part of a name: "ledger", "June". */
export function isTitleWord(word: string): boolean {
  return NOT_NAMES.test(word);
}

/** What parts one name of a title from another. */
export const PARTS = /\s[-–—]\s|[:;,()|/\\\n\r\t_]+|\s{3,}/;

/**
 * The bodies a text names, in order.
 *
 * @example organisationsIn('DERBY CITY PCT – General ledger extract') -> [{ name: 'Derby City PCT', sector: 'NHS', form: 'pct' }]
 */
export function organisationsIn(text: string): readonly NamedBody[] {
  const found: NamedBody[] = [];
  if (text.length > 300) return found;
  for (const part of text.split(PARTS)) {
    let rest = part.replace(/\s+/g, ' ').trim();
    for (let next = bodyIn(rest); next; next = bodyIn(rest)) {
      const { body } = next;
      if (body && !found.some((other) => other.name.toLowerCase() === body.name.toLowerCase())) found.push(body);
      rest = rest.slice(next.end);
    }
  }
  return found;
}

interface FormMatch {
  readonly start: number;
  readonly end: number;
  readonly whole: string;
  readonly inner: string;
  readonly form: string;
  readonly sector: BodyKind;
}

/**
 * The first body of a part: of all forms that fit, the one that ends first, and where that is; `body` is undefined for "the
 * Council" without a name. "NHS" before a name, or "University"
 * behind it, is a body only where no other form begins there.
 */
function bodyIn(part: string): { readonly body: NamedBody | undefined; readonly end: number } | undefined {
  if (part.length < 3 || part.length > 160) return undefined;
  const matches = PATTERNS.flatMap(({ form, sector, pattern }): FormMatch[] => {
    const match = pattern.exec(part);
    if (!match) return [];
    const inner = match.slice(2).find((words) => words !== undefined) ?? '';
    return [{ start: match.index, end: match.index + match[0].length, whole: match[1] ?? '', inner, form, sector }];
  });
  const weak = new Set(['nhs', 'education']);
  const bare = matches.find(({ form }) => weak.has(form));
  const whole = matches.filter(({ form }) => !weak.has(form)).sort((a, b) => a.end - b.end);
  const [first] = whole;
  const best = bare && (!first || bare.end < first.start) ? bare : first;
  if (!best) return undefined;
  const name = trimName(best.whole, best.inner);
  const body = name === undefined ? undefined : { name: shownName(name), sector: best.sector, form: best.form };
  return { body, end: best.end };
}

/** Drops the words of a title before the name; undefined when nothing of a name is left ("the Council"). */
function trimName(whole: string, inner: string): string | undefined {
  const words = inner.split(' ');
  let first = 0;
  for (const [index, word] of words.entries()) if (NOT_NAMES.test(word) && !JOINING.test(word)) first = index + 1;
  while (first < words.length && (JOINING.test(words[first] ?? '') || NOT_NAMES.test(words[first] ?? ''))) first++;
  const kept = words.slice(first);
  if (kept.length === 0 || !kept.some((word) => word.length >= 2 && !NOT_NAMES.test(word))) return undefined;
  const start = whole.toLowerCase().indexOf(inner.toLowerCase());
  const before = first === 0 ? whole.slice(0, start) : '';
  return `${before}${kept.join(' ')}${whole.slice(start + inner.length)}`.trim();
}

/** A name in capitals throughout is shown in upper and lower case, its abbreviations as they are. */
export function shownName(name: string): string {
  const isShouted = name === name.toUpperCase();
  const isWhispered = name === name.toLowerCase();
  return name
    .split(' ')
    .map((word) => {
      if (CAPITALS.has(word.toUpperCase())) return word.toUpperCase();
      if (JOINING.test(word)) return isShouted ? word.toLowerCase() : word;
      if (isShouted || isWhispered) return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
      return word;
    })
    .join(' ');
}

const SECTOR_WORDS: readonly (readonly [BodyKind, RegExp])[] = [
  ['NHS', /\b(?:nhs|icb|ccg|pct|t?pct|trust|health|hospital|ics|uhb|lhb)\b/i],
  ['council', /\b(?:council|county|borough|city|mbc|local authority|la|lbc|asc|adult social care|unitary|cc|bc)\b/i],
  ['education', /\b(?:university|college|school|academy)\b/i],
];

/** The sector a short name hints at. @example sectorOf('PCT GL') -> 'NHS' */
export function sectorOf(text: string): BodyKind | undefined {
  return SECTOR_WORDS.find(([, pattern]) => pattern.test(text.replace(/_/g, ' ')))?.[0];
}
