/*
 * Finds the names of public bodies in text (a title, a sheet's name, a supplier) and says whether two names can be the same
 * body. It knows kinds of bodies, never a body: no name of a place or an organisation is written here.
 */

/** Kinds of bodies whose names end or begin in words of their own. */
export type BodyKind = 'council' | 'NHS' | 'education' | 'other';

/** A body named in a text. */
export interface NamedBody {
  readonly name: string;
  readonly sector: BodyKind;
  /** `council`, `icb`, `pct`, `trust` …: two bodies of one place differ in it. */
  readonly form: string;
}

type Form = readonly [form: string, sector: BodyKind, pattern: string];

// Longest first: "NHS Foundation Trust" before "Trust". `{}` stands for the words of the name.
const FORMS: readonly Form[] = [
  [
    'council',
    'council',
    '(?:london borough|royal borough|city|county|borough|metropolitan borough) of {}(?: council)?',
  ],
  [
    'council',
    'council',
    '{} (?:metropolitan (?:borough|district) council|(?:city|county|borough|district|unitary|town|metropolitan|combined)(?: and (?:county|district))? council|council|mbc|mdc|county borough council)',
  ],
  [
    'council',
    'council',
    '{} (?:cc|bc|dc|lbc|cbc|ccl|city c|county c|combined authority|local authority|unitary authority)',
  ],
  ['council', 'council', 'l\\.?b\\.? (?:of )?{}'],
  ['icb', 'NHS', '(?:nhs )?{} (?:integrated care (?:board|system)|icb|ics)'],
  ['ccg', 'NHS', '(?:nhs )?{} (?:clinical commissioning group|ccg)'],
  ['pct', 'NHS', '(?:nhs )?{} (?:(?:teaching )?primary care (?:trust|group)|(?:teaching |city |county )?t?pct)'],
  [
    'trust',
    'NHS',
    '{} (?:(?:nhs|hospitals?|mental health|partnership|community|university|healthcare|health|care|teaching|social care|ambulance|and)[ ,]+)*(?:foundation trust|nhs trust|nhs ft|trust|nhsft|ft)',
  ],
  [
    'health board',
    'NHS',
    '{} (?:(?:university|teaching|local) )*(?:health board|uhb|lhb|health authority|ha|health and social care trust)',
  ],
  ['nhs', 'NHS', 'nhs {}'],
  ['education', 'education', '{} (?:university|college|school|academy)|university of {}'],
];

// A name is one to five words that begin with a letter; joining words may stand between.
// Letters of any language: Ynys Môn is a council too.
const NAME_WORD = "\\p{L}[\\p{L}\\p{M}.'’]*(?:-[\\p{L}\\p{M}]+)*";
const NAME = `(${NAME_WORD}(?: (?:(?:and|&|of|the|on|upon|in|with|under|by|le) )*${NAME_WORD}){0,4}?)`;
const PATTERNS = FORMS.map(([form, sector, pattern]) => ({
  form,
  sector,
  pattern: new RegExp(`(?:^|[^\\p{L}\\p{M}])(${pattern.replaceAll('{}', NAME)})(?!\\p{L})`, 'iu'),
}));

// Words of a title that are no part of a name.
const NOT_NAMES =
  /^(?:the|for|from|by|to|of|at|in|and|with|between|gl|general|nominal|purchase|sales|ledger|ledgers|extract|extracts|report|reports|transactions?|listing|list|detail|detailed|run|date|period|month|monthly|year|financial|finance|budget|budgets|actuals?|balances?|trial|expenditure|income|spend|spending|summary|recharge|recharges|recharged|contribution|contributions|s75|section|invoice|invoices|payment|payments|paid|received|due|re|cost|costs|care|charge|charges|entity|organisation|organization|company|partner|body|source|system|data|download|dump|export|prepared|april|may|june|july|august|september|october|november|december|january|february|march|apr|jun|jul|aug|sep|sept|oct|nov|dec|jan|feb|mar|q[1-4]|all|our|joint|pool|pooled|shadow|other|each|both|local|adult|adults|social|services?|health|ytd|to-date|tb|sheet|tab|page|a|an|as|is|on|no|ref|directorate|department|dept)$/i;
const JOINING = /^(?:and|&|of|the|on|upon|in|with|under|by|le)$/i;
const CAPITALS = new Set([
  'NHS',
  'ICB',
  'CCG',
  'PCT',
  'TPCT',
  'MBC',
  'CC',
  'BC',
  'DC',
  'LB',
  'LBC',
  'CBC',
  'FT',
  'NHSFT',
  'UHB',
  'LHB',
  'HA',
  'ICS',
  'MDC',
  'UK',
]);

/**
 * The bodies a text names, in order.
 *
 * @example organisationsIn('DERBY CITY PCT – General ledger extract') -> [{ name: 'Derby City PCT', sector: 'NHS', form: 'pct' }]
 */
export function organisationsIn(text: string): readonly NamedBody[] {
  const found: NamedBody[] = [];
  if (text.length > 300) return found;
  for (const part of text.split(/\s[-–—]\s|[:;,()|/\\\n\r\t_]+|\s{3,}/)) {
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
function shownName(name: string): string {
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
  const second = bodyOf(name);
  // A bare word ("Council", "Northshire") stands in many suppliers' names: only a body's whole name counts inside another.
  if (second && ` ${one} `.includes(` ${two} `)) return 4;
  const initials = acronym(name);
  if (initials.length >= 3 && spelling.replace(/[^A-Za-z]/g, '').toUpperCase() === initials) return 3;
  const first = bodyOf(spelling);
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

function bodyOf(text: string): NamedBody | undefined {
  return organisationsIn(text)[0];
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
