/*
 * Whose each ledger is: from the title above it, a column that says so, the sheet's name, a list of partners, or what the
 * other ledger calls the body it pays. It gives each partner its names; it does not write rows.
 */
import { comparable } from '../../ledger/cells';
import {
  type BodyKind,
  type NamedBody,
  acronym,
  isSameBody,
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

/** A partner as a list of partners (or the model itself) gives it. */
export interface ListedPartner {
  readonly name: string;
  readonly shortName: string;
  readonly sector: string;
  readonly knownAs: readonly string[];
  readonly where: string;
}

interface Owner {
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

function isListedAs(name: string, entry: ListedPartner): boolean {
  return [entry.name, entry.shortName, ...entry.knownAs].some((spelling) => comparable(spelling) === comparable(name));
}

function sectorWord(text: string): BodyKind | undefined {
  if (/^(?:council|nhs|education|other)$/i.test(text))
    return /^nhs$/i.test(text) ? 'NHS' : (text.toLowerCase() as BodyKind);
  return text === '' ? undefined : (sectorOf(text) ?? (/health/i.test(text) ? 'NHS' : undefined));
}

/** Bodies the workbook speaks of anywhere, with how often. */
function mentionedBodies(parts: Parts, listed: readonly ListedPartner[]): readonly NamedBody[] {
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
function settledOwner(part: Part, settled: readonly Settled[]): Owner | undefined {
  const known = settledFor(part, settled)?.definition;
  if (!known || known.partner === '') return undefined;
  return { name: known.partner, sector: sectorOf(known.partner), reason: 'list', evidence: known.table };
}

function ownerOf(
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

const SHEET_WORDS =
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
    .replace(/['’#[\]@]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
