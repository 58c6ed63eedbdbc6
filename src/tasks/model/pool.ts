/*
 * What the workbook says about the pool itself: its name and its kind. Most workbooks say nothing; then the pool is proposed
 * as a shadow pool, which moves no money.
 */

/** The pool as the workbook speaks of it. `evidence` is '' when nothing does. */
export interface FoundPool {
  readonly name: string;
  readonly kind: 'shadow' | 'aligned' | 'in view';
  readonly evidence: string;
}

const KINDS: readonly (readonly [FoundPool['kind'], RegExp])[] = [
  ['shadow', /\bshadow(?:ed)?[ -](?:pool|budget|pooled)/i],
  ['aligned', /\baligned (?:budgets?|pool|funds?)\b/i],
  ['in view', /\bin[ -]view (?:budgets?|pool|funds?)\b/i],
];
const POOL = /\b(?:pool(?:ed)? (?:budgets?|funds?)|section ?75|s\.?75|better care fund|pooled)\b/i;
const NAME =
  /([A-Z][\w&'’]*(?: (?:and|&|of|for|[A-Z][\w&'’]*|[a-z]+)){0,5}?) (?:shadow )?(?:pool(?:ed)?(?: (?:budget|fund))?|section 75)\b/;
const NOT_NAME = /^(?:the|a|this|our|joint|section|shadow|pooled|in|of|monthly|report|ledger|budget|total)$/i;

/** The pool that titles and notes speak of. */
export function findPool(words: readonly string[]): FoundPool {
  const said = words.filter((text) => text.length <= 200);
  for (const [kind, pattern] of KINDS) {
    const evidence = said.find((text) => pattern.test(text));
    if (evidence !== undefined) return { name: nameIn([evidence, ...said]), kind, evidence };
  }
  const evidence = said.find((text) => POOL.test(text));
  return { name: nameIn(evidence === undefined ? [] : [evidence, ...said]), kind: 'shadow', evidence: evidence ?? '' };
}

function nameIn(texts: readonly string[]): string {
  for (const text of texts) {
    const words = (NAME.exec(text)?.[1] ?? '').split(' ');
    while (words.length > 0 && NOT_NAME.test(words[0] ?? '')) words.shift();
    const name = words.join(' ').trim();
    if (name.length >= 3 && name.length <= 60) return name;
  }
  return 'Pool';
}
