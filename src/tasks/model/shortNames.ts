/*
 * Short names for partners: they head columns, so they are short, unique and free of the signs Excel gives a meaning.
 */
import { comparable } from '../../ledger/cells';

const MAX_SHORT = 40;

const FORM_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bicb\b|integrated care board/i, 'ICB'],
  [/\bccg\b|clinical commissioning/i, 'CCG'],
  [/\bt?pct\b|primary care trust/i, 'PCT'],
  [/\btrust\b|\bft\b/i, 'Trust'],
  [/health board/i, 'Health Board'],
  [/council|\b[cbd]c\b|\bmbc\b|borough of/i, 'Council'],
  [/university/i, 'University'],
];

/**
 * Short names: the listed one, else the kind of body where only one partner is of that kind, else the name itself, each
 * unique, at most 40 characters, without the signs table headings cannot hold.
 *
 * @example shortNames(['Derby City Council', 'Derby City PCT'], ['', '']) -> ['Council', 'PCT']
 */
export function shortNames(names: readonly string[], listed: readonly string[]): readonly string[] {
  const forms = names.map((name) => FORM_NAMES.find(([pattern]) => pattern.test(name))?.[1]);
  const taken = new Set<string>();
  return names.map((name, index) => {
    const form = forms[index];
    const isOnly = form !== undefined && forms.filter((other) => other === form).length === 1;
    const wished = cleaned(listed[index] ?? '') || (isOnly ? form : '') || cleaned(name) || `Partner ${index + 1}`;
    let short = wished.slice(0, MAX_SHORT).trim();
    for (let count = 2; taken.has(comparable(short)); count++) short = `${wished.slice(0, MAX_SHORT - 3)} ${count}`;
    taken.add(comparable(short));
    return short;
  });
}

function cleaned(name: string): string {
  return name
    .replace(/['’#[\]@{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
