/*
 * Whose each ledger is: from the title above it, a column that says so, the sheet's name, a list of partners, or what the
 * other ledger calls the body it pays. It gives each partner its names; it does not write rows.
 */
import { comparable } from '../../ledger/cells';
import { type BodyKind } from '../../ledger/recogniseForms';
import { isSameBody, isSpellingOf } from '../../ledger/recogniseSpelling';
import { type Part, type Parts, countTexts } from './parts';
import { type Settled } from './settled';
import { type ListedPartner, isListedAs, mentionedBodies, sectorWord } from './listedPartners';
import { type Owner, type WhoseReason, SHEET_WORDS, ownerOf, settledOwner } from './owner';
import { shortNames } from './shortNames';

export { type ListedPartner, listedPartners } from './listedPartners';
export { type WhoseReason } from './owner';

/** A partner of the model with the blocks that are its. */
export interface FoundPartner {
  readonly name: string;
  readonly shortName: string;
  readonly sector: BodyKind;
  /** Other spellings: on a list, on sheets, in other ledgers' counterparties. */
  readonly knownAs: readonly string[];
  /** Spellings seen that cannot be listed, because they hold a comma or semicolon. */
  readonly unlistable: readonly string[];
  readonly reason: WhoseReason;
  /** The words or the sheet that told it. */
  readonly evidence: string;
  readonly ledgers: readonly Part[];
  readonly balances: readonly Part[];
  readonly isListed: boolean;
  /** Nothing names it, and two or more ledgers do have a name: shown, and kept only if the user says so. */
  readonly isDoubtful: boolean;
}

/** The partners, each with its ledgers, in the order their ledgers stand in the workbook; then partners only listed. */
export function findPartners(
  parts: Parts,
  listed: readonly ListedPartner[],
  settled: readonly Settled[] = [],
): readonly FoundPartner[] {
  const sources = [...parts.ledgers, ...parts.balances];
  const mentioned = mentionedBodies(parts, listed);
  const groups: { owner: Owner; parts: Part[] }[] = [];
  for (const part of sources) {
    const owner = settledOwner(part, settled) ?? ownerOf(part, listed, mentioned, sources);
    const group =
      groups.find((other) => isSameOwner(other.owner, owner)) ??
      (owner.reason === 'nothing' ? groups.find((other) => isSameLayout(other, part)) : undefined);
    if (group) group.parts.push(part);
    else groups.push({ owner, parts: [part] });
  }
  attachSummaries(groups);
  addReports(groups, parts, (part) => ownerOf(part, listed, mentioned, sources));
  const firstOf = (group: { parts: readonly Part[] }) => Math.min(...group.parts.map(({ order }) => order));
  groups.sort((a, b) => firstOf(a) - firstOf(b));
  const others = listed.filter((entry) => !groups.some(({ owner }) => isListedAs(owner.name, entry)));
  const named = [
    ...groups,
    ...others.map((entry) => ({
      owner: { name: entry.name, sector: undefined, reason: 'list' as const, evidence: entry.where },
      parts: [] as Part[],
    })),
  ];
  const names = named.map(({ owner }) => owner.name);
  const known = groups.filter(({ owner }) => owner.reason !== 'nothing').length;
  const shorts = shortNames(
    names,
    named.map(({ owner }) => listed.find((entry) => isListedAs(owner.name, entry))?.shortName ?? ''),
  );
  return named.map(({ owner, parts: own }, index): FoundPartner => {
    const entry = listed.find((other) => isListedAs(owner.name, other));
    const elsewhere = sources.filter((part) => !own.includes(part));
    const spellings = spellingsIn(elsewhere, owner.name, names);
    const usable = [...(entry?.knownAs ?? []), ...spellings.filter((text) => !/[;,]/.test(text))];
    const short = shorts[index] ?? owner.name;
    return {
      name: owner.name,
      shortName: short,
      sector: sectorWord(entry?.sector ?? '') ?? owner.sector ?? 'other',
      knownAs: unique(usable, [owner.name, short]),
      unlistable: spellings.filter((text) => /[;,]/.test(text)),
      reason: owner.reason,
      evidence: owner.evidence,
      ledgers: own.filter(({ kind }) => kind === 'transactions'),
      balances: own.filter(({ kind }) => kind === 'balances'),
      isListed: entry !== undefined,
      isDoubtful: owner.reason === 'nothing' && known >= 2,
    };
  });
}

/** Balances that name nobody, on codes of one partner's ledger, are a summary of it and no partner of their own. */
function attachSummaries(groups: { owner: Owner; parts: Part[] }[]): void {
  const ledgers = groups.filter(({ parts }) => parts.some(({ kind }) => kind === 'transactions'));
  for (const group of [...groups]) {
    const isSummary = group.owner.reason === 'nothing' && group.parts.every(({ kind }) => kind === 'balances');
    const home = isSummary
      ? ledgers.find(({ parts }) => group.parts.every((part) => sharesCodes(part, parts)))
      : undefined;
    if (!home) continue;
    home.parts.push(...group.parts);
    groups.splice(groups.indexOf(group), 1);
  }
}

/** A budget report with actuals to date is the ledger of a partner that has no other; beside one it is only a report. */
function addReports(groups: { owner: Owner; parts: Part[] }[], parts: Parts, ownerFor: (part: Part) => Owner): void {
  for (const part of parts.budgets) {
    const [actual] = part.amount?.columns ?? [];
    const isActual = actual !== undefined && /\b(?:actuals?|spend|expenditure|to date|ytd)\b/i.test(actual.text);
    const owner = isActual ? ownerFor(part) : undefined;
    if (!owner || owner.reason === 'nothing' || groups.some((group) => isSameOwner(group.owner, owner))) continue;
    groups.push({ owner, parts: [{ ...part, kind: 'balances' }] });
  }
}

function sharesCodes(balances: Part, ledgers: readonly Part[]): boolean {
  const textsOf = (part: Part) =>
    new Set([...part.codes, ...part.names].flatMap(({ values }) => [...countTexts(values).keys()].map(comparable)));
  const known = new Set(ledgers.flatMap((part) => [...textsOf(part)]));
  const key = balances.codes[0] ?? balances.names[0];
  const codes = [...countTexts(key?.values ?? []).keys()].map(comparable);
  return codes.length > 0 && codes.filter((code) => known.has(code)).length * 2 >= codes.length;
}

function isSameOwner(a: Owner, b: Owner): boolean {
  return isSameBody(a.name, b.name);
}

/** Two ledgers nobody names, with the same headings, on sheets that are only months: one partner's monthly tabs. */
function isSameLayout(group: { owner: Owner; parts: readonly Part[] }, part: Part): boolean {
  const [first] = group.parts;
  if (!first || !isOnlyMonth(first.block.sheet) || !isOnlyMonth(part.block.sheet)) return false;
  const headings = (block: Part) => block.columns.map(({ text }) => text.toLowerCase()).join('|');
  return headings(first) === headings(part) && first.block.sheet !== part.block.sheet;
}

const MONTH_WORD =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[pm] ?\d{1,2}|q[1-4]|(?:month|period) ?\d{1,2})\b/i;

/** A sheet called after a month or period and nothing else: `April`, `Jun 26`, `P03`. */
function isOnlyMonth(sheet: string): boolean {
  const spoken = sheet.replace(/[_.-]+/g, ' ');
  return MONTH_WORD.test(spoken) && spoken.replace(SHEET_WORDS, ' ').trim() === '';
}

/** How other ledgers' counterparties spell a name; a spelling that fits another partner as well is left out. */
function spellingsIn(parts: readonly Part[], name: string, names: readonly string[]): readonly string[] {
  const texts = parts.flatMap((part) => [...countTexts(part.counterparty?.values ?? []).keys()]);
  return unique(
    texts.filter((text) => isSpellingOf(text, name, names)),
    [],
  );
}

function unique(texts: readonly string[], without: readonly string[]): readonly string[] {
  const seen = new Set(without.map(comparable));
  return texts.filter((text) => {
    const key = comparable(text);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
