/*
 * Whose one ledger is: the title above it, a column that says so, the sheet's name, a list of partners, or what the other
 * ledger calls the body it pays. One ledger at a time; `whose` puts the ledgers of one partner together.
 */
import { comparable } from '../../ledger/cells';
import {
  type BodyKind,
  type NamedBody,
  acronym,
  isSpellingOf,
  organisationsIn,
  properWords,
  sectorOf,
} from '../../ledger/recogniseOrganisation';
import { columnOf } from '../../ledger/recogniseKind';
import { RESERVED_PARTNERS } from '../../workbook/inputRules';
import { type Part, type Parts, countTexts } from './parts';
import { type Settled, settledFor } from './settled';

/** What told whose a ledger is. */
export type WhoseReason = 'title' | 'column' | 'sheet' | 'list' | 'other ledger' | 'same layout' | 'nothing';

/** A partner as a list of partners (or the model itself) gives it. */
export interface ListedPartner {
  readonly name: string;
  readonly shortName: string;
  readonly sector: string;
  readonly knownAs: readonly string[];
  readonly where: string;
}

/** The owner of one ledger, with what told. */
export interface Owner {
  readonly name: string;
  readonly sector: BodyKind | undefined;
  readonly reason: WhoseReason;
  readonly evidence: string;
}

/** The partners on the workbook's own lists of partners. */
export function listedPartners(parts: Parts): readonly ListedPartner[] {
  return parts.partnerLists.flatMap((part) => {
    const names = columnOf(part, 'organisation') ?? part.counterparty;
    const [short, sector, known] = [columnOf(part, 'short name'), columnOf(part, 'sector'), columnOf(part, 'known as')];
    const text = (column: typeof names, row: number) => String(column?.values[row] ?? '').trim();
    return (names?.values ?? []).flatMap((_value, row): ListedPartner[] => {
      const name = text(names, row);
      if (name === '' || /^total\b/i.test(name)) return [];
      const knownAs = text(known, row)
        .split(/[;,]/)
        .map((spelling) => spelling.trim())
        .filter((spelling) => spelling !== '');
      return [{ name, shortName: text(short, row), sector: text(sector, row), knownAs, where: part.block.sheet }];
    });
  });
}

/** Whether a name is one of a listed partner's names. */
export function isListedAs(name: string, entry: ListedPartner): boolean {
  return [entry.name, entry.shortName, ...entry.knownAs].some((spelling) => comparable(spelling) === comparable(name));
}

/** The sector some words of a list mean. @example sectorWord('Local authority') -> 'council' */
export function sectorWord(text: string): BodyKind | undefined {
  if (/^(?:council|nhs|education|other)$/i.test(text))
    return /^nhs$/i.test(text) ? 'NHS' : (text.toLowerCase() as BodyKind);
  return text === '' ? undefined : (sectorOf(text) ?? (/health/i.test(text) ? 'NHS' : undefined));
}

/** Bodies the workbook speaks of anywhere, with how often. */
export function mentionedBodies(parts: Parts, listed: readonly ListedPartner[]): readonly NamedBody[] {
  const counted = new Map<string, { body: NamedBody; times: number }>();
  const add = (text: string, times: number) => {
    for (const body of organisationsIn(text)) {
      const key = comparable(body.name);
      const known = counted.get(key);
      counted.set(key, { body: known?.body ?? body, times: (known?.times ?? 0) + times });
    }
  };
  for (const { name } of listed) add(name, 1000);
  for (const text of parts.words) add(text, 50);
  for (const part of [...parts.ledgers, ...parts.balances]) {
    for (const [text, times] of countTexts(part.counterparty?.values ?? [])) add(text, Math.min(times, 20));
  }
  return [...counted.values()].sort((a, b) => b.times - a.times).map(({ body }) => body);
}

/** Whose the model says it is. */
export function settledOwner(part: Part, settled: readonly Settled[]): Owner | undefined {
  const known = settledFor(part, settled)?.definition;
  if (!known || known.partner === '') return undefined;
  return { name: known.partner, sector: sectorOf(known.partner), reason: 'list', evidence: known.table };
}

/** Whose a ledger is, by the strongest sign there is; its sheet's name where there is none. */
export function ownerOf(
  part: Part,
  listed: readonly ListedPartner[],
  mentioned: readonly NamedBody[],
  sources: readonly Part[],
): Owner {
  return (
    byColumn(part, listed, true) ??
    byTitle(part, listed) ??
    bySheet(part, listed) ??
    byElimination(part, listed, mentioned, sources) ??
    byColumn(part, listed, false) ?? {
      ...bareName(part),
      reason: 'nothing',
      evidence: part.block.sheet,
    }
  );
}

/** A column that says in every row whose ledger it is; `ofBodies`: only where it names a public body. */
function byColumn(part: Part, listed: readonly ListedPartner[], ofBodies: boolean): Owner | undefined {
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

function byTitle(part: Part, listed: readonly ListedPartner[]): Owner | undefined {
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

function bySheet(part: Part, listed: readonly ListedPartner[]): Owner | undefined {
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
  const [body] = organisationsIn(text);
  if (!body) return undefined;
  const names = listed.map(({ name }) => name);
  const entry = listed.find(({ name }) => isSpellingOf(body.name, name, names));
  return { name: entry?.name ?? body.name, sector: body.sector, reason: entry ? 'list' : reason, evidence };
}

/**
 * The sheet says only "PCT" or "Council": the one body of that form (or sector) that the workbook speaks of, if it is the
 * only one; a body that names itself nowhere but in the other ledger's payees is found so.
 */
function byElimination(
  part: Part,
  listed: readonly ListedPartner[],
  mentioned: readonly NamedBody[],
  sources: readonly Part[],
): Owner | undefined {
  const spoken = part.block.sheet.replace(/[_.-]+/g, ' ');
  const sector = sectorOf(spoken) ?? sectorOf(part.block.titles.join(' '));
  if (!sector) return undefined;
  const ofListed = listed.filter((entry) => (sectorWord(entry.sector) ?? sectorOf(entry.name)) === sector);
  const [one] = ofListed;
  if (ofListed.length === 1 && one) return { name: one.name, sector, reason: 'list', evidence: part.block.sheet };
  const ownPayees = new Set([...countTexts(part.counterparty?.values ?? []).keys()].map(comparable));
  const words = new Set(spoken.toLowerCase().split(/\s+/));
  const candidates = mentioned.filter((body) => body.sector === sector && !ownPayees.has(comparable(body.name)));
  const ofForm = candidates.filter(
    (body) => words.has(body.form) || acronym(body.name).toLowerCase() === spoken.toLowerCase(),
  );
  const inOthers = candidates.filter((body) =>
    isPayee(
      body.name,
      sources.filter((other) => other !== part),
    ),
  );
  for (const group of [ofForm, inOthers, candidates]) {
    const [only] = group;
    if (only && group.every((body) => isSpellingOf(body.name, only.name) || body === only)) {
      const fullest = group.reduce((best, body) => (body.name.length > best.name.length ? body : best), only);
      return { name: fullest.name, sector, reason: 'other ledger', evidence: fullest.name };
    }
  }
  return undefined;
}

function isPayee(name: string, parts: readonly Part[]): boolean {
  return parts.some((part) =>
    [...countTexts(part.counterparty?.values ?? []).keys()].some((text) => isSpellingOf(text, name)),
  );
}

/** Words of sheet names that tell nothing of whose the sheet is. */
export const SHEET_WORDS =
  /\b(?:general|gl|nominal|purchase|ledgers?|extracts?|transactions?|trans|txns?|listing|list|detail(?:ed|s)?|data|download|dump|report|actuals?|spend|expenditure|tb|trial|balances?|raw|ytd|to date|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[pm] ?\d{1,2}|q[1-4]|month|period|fy|\d{2,4})\b/gi;

/** What is left of a sheet's name without the words of ledgers and months; the sheet's name itself if nothing is left. */
function bareName(part: Part): { readonly name: string; readonly sector: BodyKind | undefined } {
  const spoken = part.block.sheet.replace(/[_.]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  const left = spoken
    .replace(SHEET_WORDS, ' ')
    .replace(/[^\p{L}\p{M}\p{N}&' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = left === '' || /^sheet$/i.test(left) ? part.block.sheet : left;
  // The statement keeps these two names for rows of its own.
  const isTaken = RESERVED_PARTNERS.some((reserved) => comparable(reserved) === comparable(name));
  return { name: isTaken ? `${name} ledger` : name, sector: sectorOf(spoken) };
}
