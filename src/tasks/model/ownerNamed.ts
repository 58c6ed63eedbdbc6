/*
 * Whose a ledger is when something names it: a column of owners, the title above, the sheet or table. When nothing does,
 * owner goes on by elimination.
 */
import { comparable } from '../../ledger/cells';
import { organisationsIn, sectorOf } from '../../ledger/recogniseOrganisation';
import { acronym, isSpellingOf, properWords } from '../../ledger/recogniseSpelling';
import { bodyNamedIn } from '../../ledger/recogniseTier';
import { columnOf } from '../../ledger/recogniseKind';
import { type Part, countTexts } from './parts';
import { type ListedPartner, isListedAs } from './listedPartners';
import { type Owner, type WhoseReason } from './owner';

/** A column that says in every row whose ledger it is; `ofBodies`: only where it names a public body. */
export function byColumn(part: Part, listed: readonly ListedPartner[], ofBodies: boolean): Owner | undefined {
  const column = columnOf(part, 'organisation');
  if (!column || column === part.counterparty) return undefined;
  const texts = [...countTexts(column.values).keys()];
  const [only] = texts;
  if (texts.length !== 1 || only === undefined) return undefined;
  const body = named(only, listed, 'column', column.text);
  return (
    body ?? (ofBodies ? undefined : { name: only, sector: sectorOf(only), reason: 'column', evidence: column.text })
  );
}

const NOT_OWNER =
  /^(?:suppliers?|vendors?|customers?|payees?|providers?|creditors?|debtors?|counterpart(?:y|ies)|trading partner|filters?|selection|recharged? (?:to|from)|paid to|received from|prepared for|sent to|copy to)\b/i;

/** The one body that a title above the ledger names. */
export function byTitle(part: Part, listed: readonly ListedPartner[]): Owner | undefined {
  for (const [index, title] of part.block.titles.entries()) {
    // A filter of the report names who was paid, not who paid: `Supplier: …`, or the label in the cell before.
    if (NOT_OWNER.test(title) || NOT_OWNER.test(part.block.titles[index - 1] ?? '')) continue;
    // "X Council and Y ICB: joint report" is the title of a workbook, not of one body's ledger.
    if (organisationsIn(title).length > 1) continue;
    const owner = named(title, listed, 'title', title);
    if (owner) return owner;
  }
  return undefined;
}

/** The one body that the name of the table or sheet names. */
export function bySheet(part: Part, listed: readonly ListedPartner[]): Owner | undefined {
  for (const text of [part.block.table ?? '', part.block.sheet]) {
    const spoken = text.replace(/[_.]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
    const owner = named(spoken, listed, 'sheet', text) ?? byListedWord(spoken, listed, text);
    if (owner) return owner;
  }
  return undefined;
}

/** A listed partner's short name, initials or spelling among the words of a sheet's name. */
function byListedWord(spoken: string, listed: readonly ListedPartner[], evidence: string): Owner | undefined {
  const within = (spelling: string) =>
    spelling !== '' && ` ${comparable(spoken)} `.includes(` ${comparable(spelling)} `);
  const fitting = listed.filter(
    (entry) =>
      [entry.name, entry.shortName, acronym(entry.name), ...entry.knownAs].some(within) ||
      properWords(entry.name).some(
        (word) => within(word) && listed.filter((other) => properWords(other.name).includes(word)).length === 1,
      ),
  );
  const [only] = fitting;
  return fitting.length === 1 && only
    ? { name: only.name, sector: sectorOf(only.name), reason: 'list', evidence }
    : undefined;
}

/** The body a text names; the list's own spelling of it where it is listed. */
function named(
  text: string,
  listed: readonly ListedPartner[],
  reason: WhoseReason,
  evidence: string,
): Owner | undefined {
  const exact = listed.find((entry) => isListedAs(text, entry));
  if (exact) return { name: exact.name, sector: sectorOf(exact.name), reason: 'list', evidence };
  const body = bodyNamedIn(text);
  if (!body) return undefined;
  const names = listed.map(({ name }) => name);
  const entry = listed.find(({ name }) => isSpellingOf(body.name, name, names));
  return { name: entry?.name ?? body.name, sector: body.sector, reason: entry ? 'list' : reason, evidence };
}
