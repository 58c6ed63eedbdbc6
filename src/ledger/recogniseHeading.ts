/*
 * What a column heading of a finance extract says the column holds, from the words finance systems and offices use.
 * It is not a decision about a column: two headings may mean the same, and the content has the last word (recogniseRoles).
 */

import { HEADING_RULES, type HeadingMeaning } from './recogniseVocabulary';

export type { Concept, HeadingMeaning } from './recogniseVocabulary';

/** Spoken forms before the rules are tried: `A/c no.` and `Acct_No` become `account no`. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/([a-z])([A-Z])/g, '$1 $2'],
  [/[\u2018\u2019']s\b/g, 's'],
  [/\ba\/c\b/gi, 'account'],
  [/\bg\/l\b/gi, 'gl'],
  [/\bc\/c\b/gi, 'cost centre'],
  [/\b(?:dr|d)\s*\/\s*(?:cr|c)\b/gi, 'dr or cr'],
  [/\b(debit)\s*\/\s*(credit)\b/gi, 'debit or credit'],
  [/\b([bc])\/f(?:wd)?\b/gi, '$1f'],
  [/%/g, ' percent '],
  [/£\s*['\u2018\u2019]?\s*(?:000s?|k|m|million|thousands?)\b/gi, ' '],
  [/£/g, ' gbp '],
  [/#/g, ' no '],
  [/&/g, ' and '],
  [/[^A-Za-z0-9]+/g, ' '],
];

/**
 * A heading in the one form the rules are written in: lower case, no punctuation, `£` as `gbp`.
 *
 * @example headingWords('Net Amount (£)') -> 'net amount'; headingWords('£') -> 'gbp'
 */
export function headingWords(heading: string): string {
  const spoken = SPOKEN.reduce((text, [pattern, word]) => text.replace(pattern, word), heading);
  const words = spoken.toLowerCase().replace(/\s+/g, ' ').trim();
  // A unit beside a word adds nothing ("Debit £", "(£) Amount"); a unit alone is the heading.
  const bare = words
    .replace(/\bgbp\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? words : bare;
}

/**
 * What a heading says its column holds; undefined when no word of it is known.
 *
 * @example recogniseHeading('Posting Date') -> { concept: 'date', rank: 9 }
 * @example recogniseHeading('Cost Centre') -> { concept: 'cost centre', rank: 7 }
 */
export function recogniseHeading(heading: string): HeadingMeaning | undefined {
  if (heading.length > 60) return undefined;
  const words = headingWords(heading);
  if (words === '') return undefined;
  const rule = HEADING_RULES.find(([, , pattern]) => pattern.test(words));
  return rule ? { concept: rule[0], rank: rule[1] } : undefined;
}

/** How many pounds one unit of a column is, by its heading: `£'000` 1,000, `£m` 1,000,000, else 1. */
export function headingScale(heading: string): 1 | 1000 | 1000000 {
  if (/£\s*['\u2018\u2019]?\s*(?:000|k\b|thousand)|\b000s\b|\bin thousands\b|\(k\)/i.test(heading)) return 1000;
  return /£\s*(?:m\b|million)|\bin millions\b/i.test(heading) ? 1000000 : 1;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The calendar month (1 to 12) that a heading of a budget by month names, undefined if none.
 *
 * @example headingMonth('Apr-26') -> 4; headingMonth('P01') -> 4 (financial period 1 is April); headingMonth('M12') -> 3
 */
export function headingMonth(heading: string): number | undefined {
  const words = headingWords(heading)
    .replace(/\b(?:budget|profile|plan|actual)\b/g, '')
    .trim();
  const named = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\s*(?:\d{2}|\d{4})?$/.exec(words);
  if (named) return MONTHS.indexOf((named[1] ?? '').slice(0, 3)) + 1;
  const numbered = /^(?:p|m|mth|month|period)\s*(\d{1,2})$/.exec(words);
  const period = numbered ? Number(numbered[1]) : 0;
  return period >= 1 && period <= 12 ? ((period + 2) % 12) + 1 : undefined;
}
