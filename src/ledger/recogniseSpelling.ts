/*
 * Whether two texts name the same body: spellings, initials, the same place and form. It finds no names in a text
 * (recogniseOrganisation).
 */

import { CAPITALS, JOINING } from './recogniseForms';
import type { NamedBody } from './recogniseOrganisation';
import { bodyNamedIn } from './recogniseTier';

/** Ledgers often cannot hold an accent: Ynys Mon in one is Ynys Môn in another. */
function withoutAccents(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '');
}

const FORM_WORDS =
  /^(?:nhs|city|county|borough|district|metropolitan|metropolitan|council|mbc|cc|bc|dc|lb|lbc|integrated|care|board|icb|ics|clinical|commissioning|group|ccg|primary|trust|pct|tpct|teaching|foundation|ft|nhsft|partnership|hospitals?|mental|health|healthcare|community|university|local|authority|of|the|and|&|royal|london|social|services?)$/i;

/** The words of a name that tell its place or its own name. @example properWords('NHS Northshire ICB') -> ['northshire'] */
export function properWords(name: string): readonly string[] {
  return withoutAccents(name)
    .replace(/[^\p{L}\p{N}& ]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !FORM_WORDS.test(word))
    .map((word) => word.toLowerCase());
}

/** First letters of the words that count. @example acronym('Derby City Council') -> 'DCC' */
export function acronym(name: string): string {
  return withoutAccents(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !JOINING.test(word))
    .map((word) => (CAPITALS.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase()))
    .join('')
    .replace(/[^A-Z]/g, '');
}

/**
 * Whether `spelling` can be another way to write `name`: the same words, its initials, the name with a department behind it,
 * or the same place with the same form. Never a shorter place: "Derby" is not "Derbyshire".
 *
 * @param others - the other partners' names; a spelling that fits one of them as well fits nobody
 */
export function isSpellingOf(spelling: string, name: string, others: readonly string[] = []): boolean {
  const fit = fits(spelling, name);
  return fit > 0 && !others.some((other) => other !== name && fits(spelling, other) >= fit);
}

/** Whether two names are surely the same body: two ledgers of it are then one partner's. Never by the place alone. */
export function isSameBody(a: string, b: string): boolean {
  return fits(a, b) >= 2 || fits(b, a) >= 2;
}

/** 0 no; 1 the place and sector agree; 2 the place and form agree; 3 the initials; 4 contains the whole name; 5 the same. */
function fits(spelling: string, name: string): number {
  const plain = (text: string) =>
    withoutAccents(text)
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const [one, two] = [plain(spelling), plain(name)];
  if (one === '' || two === '') return 0;
  if (one === two || one.replace(/ /g, '') === two.replace(/ /g, '')) return 5;
  const second = bodyNamedIn(name);
  // A bare word ("Council", "Northshire") stands in many suppliers' names: only a body's whole name counts inside another.
  if (second && ` ${one} `.includes(` ${two} `)) return 4;
  const initials = acronym(name);
  if (initials.length >= 3 && spelling.replace(/[^A-Za-z]/g, '').toUpperCase() === initials) return 3;
  const first = bodyNamedIn(spelling);
  if (!first || !second) return 0;
  const [here, there] = [properWords(first.name), properWords(second.name)];
  if (here.length === 0 || here.join(' ') !== there.join(' ')) return 0;
  if (first.form === second.form) return isSameTier(first, second) ? 2 : 0;
  return first.sector === second.sector && (first.form === 'nhs' || second.form === 'nhs') ? 1 : 0;
}

const TIERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:metropolitan|mbc)$/, ['metropolitan', 'borough']],
  [/^(?:borough|bc|lbc)$/, ['borough']],
  [/^(?:district|dc)$/, ['district']],
  [/^city$/, ['city']],
  [/^county$/, ['county']],
  [/^cc$/, ['city', 'county']],
  [/^town$/, ['town']],
];
const KINDS_OF_TRUST =
  /^(?:partnership|hospitals?|mental|community|university|teaching|ambulance|social|care|healthcare)$/;

/** A county and a district of one name are two councils; a partnership trust and a hospitals trust of one place two trusts. */
function isSameTier(a: NamedBody, b: NamedBody): boolean {
  const words = (body: NamedBody) => body.name.toLowerCase().split(/[^a-z]+/);
  if (a.form === 'trust') {
    const kinds = (body: NamedBody) =>
      words(body)
        .filter((word) => KINDS_OF_TRUST.test(word))
        .sort()
        .join(' ');
    return kinds(a) === kinds(b);
  }
  if (a.form !== 'council') return true;
  const tiers = (body: NamedBody) =>
    words(body).flatMap((word) => TIERS.find(([pattern]) => pattern.test(word))?.[1] ?? []);
  const [here, there] = [tiers(a), tiers(b)];
  return here.length === 0 || there.length === 0 || here.some((tier) => there.includes(tier));
}
