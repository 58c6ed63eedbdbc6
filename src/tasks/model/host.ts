/*
 * Who hosts the pool, where a title or note says so: "hosted by X", "Host: X", "X is the host". A workbook that names two says
 * nothing that can be proposed.
 */
import { comparable } from '../../ledger/cells';

/** A partner by the names a text may use. */
export interface NamedPartner {
  readonly name: string;
  readonly shortName: string;
  readonly knownAs: readonly string[];
}

/** The host as the workbook names it; `evidence` is the text that does. */
export interface FoundHost {
  readonly partner: string;
  readonly evidence: string;
}

const ROLE = String.raw`host(?:ing)?(?: (?:partner|authority|body|council|organisation|commissioner))?`;
const SUBJECT = String.raw`(?:pool(?:ed)?(?: (?:budget|fund))?|section 75|s\.?75|fund|agreement|arrangement|partnership)`;
/** What follows names the host: of the pool, or as a label by itself. */
const BEFORE_NAME = new RegExp(
  String.raw`(?:(?:^|\b${SUBJECT}\b[^.;:]{0,40}\b)hosted by|^(?:the )?(?:pool )?${ROLE}(?: is|\s*:|\s+[-–]))\s*(?:the )?`,
  'i',
);
/** What precedes names the host. */
const AFTER_NAME = new RegExp(
  String.raw`\s+(?:(?:is|acts as|as) (?:the |its )?(?:pool'?s? )?${ROLE}|hosts (?:the|this) ${SUBJECT})\b`,
  'i',
);
/** "X is not the host", "no longer hosted by X": a text that denies it is no evidence. */
const DENIED = /\b(?:not|never|no longer|until|previously|formerly|was|were|will|would)\b/i;

/**
 * The partner that titles and notes call the host; undefined where none does, or where they name more than one.
 *
 * @example findHost(['The pool is hosted by Kestrel County Council.'], partners) -> { partner: 'Kestrel County Council', … }
 */
export function findHost(words: readonly string[], partners: readonly NamedPartner[]): FoundHost | undefined {
  const found = words
    .filter((text) => text.length <= 200 && !DENIED.test(text))
    .flatMap((evidence) => {
      const partner = namedIn(evidence, partners);
      return partner === undefined ? [] : [{ partner, evidence }];
    });
  return new Set(found.map(({ partner }) => partner)).size === 1 ? found[0] : undefined;
}

function namedIn(text: string, partners: readonly NamedPartner[]): string | undefined {
  const before = BEFORE_NAME.exec(text);
  if (before) {
    const rest = ` ${comparable(text.slice(before.index + before[0].length))} `.replace(/[.,;:()]/g, ' ');
    return longest(partners, (spelling) => rest.startsWith(` ${spelling} `));
  }
  const after = AFTER_NAME.exec(text);
  if (!after) return undefined;
  const start = ` ${comparable(text.slice(0, after.index))} `;
  return longest(partners, (spelling) => start.endsWith(` ${spelling} `));
}

/** The partner with the longest spelling that fits: "Derby City Council" before "Derby". */
function longest(partners: readonly NamedPartner[], fits: (spelling: string) => boolean): string | undefined {
  const fitting = partners.flatMap(({ name, shortName, knownAs }) =>
    [name, shortName, ...knownAs]
      .map(comparable)
      .filter((spelling) => spelling !== '' && fits(spelling))
      .map((spelling) => ({ name, length: spelling.length })),
  );
  const length = Math.max(0, ...fitting.map((each) => each.length));
  const names = [...new Set(fitting.filter((each) => each.length === length).map(({ name }) => name))];
  return names.length === 1 ? names[0] : undefined;
}
