/*
 * Whose one ledger is: the title above it, a column that says so, the sheet's name, a list of partners, or what the other
 * ledger calls the body it pays. One ledger at a time; `whose` puts the ledgers of one partner together.
 */
import { comparable } from '../../ledger/cells';
import { type BodyKind } from '../../ledger/recogniseForms';
import { type NamedBody, sectorOf } from '../../ledger/recogniseOrganisation';
import { acronym, isSpellingOf } from '../../ledger/recogniseSpelling';
import { RESERVED_PARTNERS } from '../../workbook/partnerRules';
import { type Part, countTexts } from './parts';
import { type Settled, settledFor } from './settled';
import { type ListedPartner, sectorWord } from './listedPartners';
import { byColumn, bySheet, byTitle } from './ownerNamed';

/** What told whose a ledger is. */
export type WhoseReason = 'title' | 'column' | 'sheet' | 'list' | 'other ledger' | 'same layout' | 'nothing';

/** The owner of one ledger, with what told. */
export interface Owner {
  readonly name: string;
  readonly sector: BodyKind | undefined;
  readonly reason: WhoseReason;
  readonly evidence: string;
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
