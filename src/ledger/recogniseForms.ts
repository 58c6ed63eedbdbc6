/*
 * The forms of public and other bodies, with the words they are written in: councils, trusts, boards, universities. A table
 * of words; recogniseOrganisation finds names with it.
 */

/** The sector of a body. */
export type BodyKind = 'council' | 'NHS' | 'education' | 'other';

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
/** The forms as patterns, each with the name in its first group. */
export const PATTERNS = FORMS.map(([form, sector, pattern]) => ({
  form,
  sector,
  pattern: new RegExp(`(?:^|[^\\p{L}\\p{M}])(${pattern.replaceAll('{}', NAME)})(?!\\p{L})`, 'iu'),
}));

/** Words that join the parts of a name. */
export const JOINING = /^(?:and|&|of|the|on|upon|in|with|under|by|le)$/i;
/** Short names that stay in capitals. */
export const CAPITALS = new Set([
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
