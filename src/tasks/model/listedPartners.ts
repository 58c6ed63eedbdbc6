/*
 * The bodies a workbook names: on a list of partners, and anywhere in its words. Whose a ledger is, is settled in owner.
 */
import { comparable } from '../../ledger/cells';
import { type BodyKind } from '../../ledger/recogniseForms';
import { type NamedBody, organisationsIn, sectorOf } from '../../ledger/recogniseOrganisation';
import { columnOf } from '../../ledger/recogniseKind';
import { type Parts, countTexts } from './parts';

/** A partner as a list of partners (or the model itself) gives it. */
export interface ListedPartner {
  readonly name: string;
  readonly shortName: string;
  readonly sector: string;
  readonly knownAs: readonly string[];
  readonly where: string;
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
