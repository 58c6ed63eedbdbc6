/*
 * Looks at a scanned workbook and finds everything the model is proposed from, in the order one thing rests on another:
 * parts, partners, sources, codes, budgets, periods. Pure; `propose` turns what was found into rows.
 */
import { comparable } from '../../ledger/cells';
import { monthOfSerial } from '../../ledger/calendar';
import { readDate } from '../../ledger/readDate';
import { readPeriodCode } from '../../ledger/periodCode';
import type { SheetGrid } from '../../ledger/recogniseGrid';
import { comparableCode } from '../../ledger/wildcard';
import type { PartnerCodes } from './budgetLayout';
import { type BudgetsFound, findBudgets } from './budgets';
import { type CodeFact, collectCodes } from './codeFacts';
import { codeBook } from './codeLists';
import { type CodeRow, mapCodes } from './codes';
import { type Copy, findCopies } from './copies';
import { type Parts, findParts } from './parts';
import { type ControlTotal, type PeriodRow, findControls, findPeriods, monthIn, monthsOf } from './periods';
import { type FoundHost, findHost } from './host';
import { type FoundPool, findPool } from './pool';
import type { Settled } from './settled';
import { type Obstacle, type Source, findSources } from './sources';
import { type FoundPartner, type ListedPartner, findPartners, listedPartners } from './whose';
import { mainYear, yearIn } from './years';
import { isKept } from './kept';

/** The codes of one partner, where each leads, and what its ledgers say of them. */
export interface MappedPartner {
  readonly partner: FoundPartner;
  readonly facts: readonly CodeFact[];
  readonly rows: readonly CodeRow[];
}

/** Everything found in a workbook. */
export interface Look {
  readonly parts: Parts;
  readonly partners: readonly FoundPartner[];
  readonly sources: readonly Source[];
  readonly obstacles: readonly Obstacle[];
  readonly copies: readonly Copy[];
  readonly mapped: readonly MappedPartner[];
  readonly budgets: BudgetsFound;
  readonly controls: readonly ControlTotal[];
  readonly periods: readonly PeriodRow[];
  readonly pool: FoundPool;
  /** Who hosts it, where the workbook says so. */
  readonly host: FoundHost | undefined;
  /** The financial year of the ledgers, '2026/27', '' when nothing says. */
  readonly year: string;
}

/** What the model already holds, for a second look: partners come first and are named as they are there. */
export interface Known {
  readonly partners: readonly ListedPartner[];
  /** Ledgers the model points at already. */
  readonly settled?: readonly Settled[];
  /** The month the user asked for, for ledgers whose periods name no year. */
  readonly period?: string;
}

/** Looks at the sheets of a workbook. */
export function lookAtWorkbook(sheets: readonly SheetGrid[], known: Known = { partners: [] }): Look {
  const parts = findParts(sheets);
  const listed = [...known.partners, ...listedPartners(parts)].filter(
    (entry, index, all) => all.findIndex((other) => comparable(other.name) === comparable(entry.name)) === index,
  );
  const partners = findPartners(parts, listed, known.settled);
  const guess = known.period ?? monthGuess(parts);
  const { sources, obstacles } = findSources(parts, partners, guess ?? '2000-03', known.settled);
  const copies = findCopies(sources);
  const kept = sources.filter((source) => isKept(source, copies, obstacles));
  const mapped = partners.map((partner) => mapPartner(parts, partner, partners, kept));
  const year =
    mainYear(kept.flatMap((source) => (isYearless(source) && guess === undefined ? [] : monthsIn(source)))) ||
    yearOfWords(parts) ||
    '';
  const budgets = findBudgets(
    parts.budgets,
    mapped.map((entry) => partnerCodes(parts, partners, entry)),
    year,
  );
  const dated = guess === undefined ? kept.filter((source) => !isYearless(source)) : kept;
  const controls = findControls(parts, partners, dated, year);
  return {
    parts,
    partners,
    sources,
    obstacles,
    copies,
    mapped,
    budgets,
    controls,
    periods: findPeriods(partners, dated, controls),
    pool: findPool(parts.words),
    host: findHost(parts.words, partners),
    year,
  };
}

function monthsIn(source: Source): readonly string[] {
  return [...monthsOf([source]).keys()];
}

/** Whether a ledger's months rest on a year that none of its cells names. */
export function isYearless({ period, reading }: Source): boolean {
  if (!period) return false;
  const codes = new Set(period.values);
  const [first] = [...codes].map((value) => readPeriodCode(value)).filter((code) => code.ok);
  return (
    reading.lines.length > 0 && first?.ok === true && (first.value.kind === 'plain' || first.value.kind === 'named')
  );
}

function mapPartner(
  parts: Parts,
  partner: FoundPartner,
  partners: readonly FoundPartner[],
  kept: readonly Source[],
): MappedPartner {
  const own = kept.filter((source) => source.partner === partner);
  const facts = collectCodes(own);
  const codes = facts.map(({ code }) => code).filter((code) => code !== '');
  const heading = own[0]?.code.column.text ?? '';
  const isUnrepeated =
    own.length > 0 && own.every(({ code }) => code.reason === 'nothing repeats') && codes.length > 12;
  const rows = isUnrepeated
    ? [allTogether(facts)]
    : inOrder(mapCodes(facts, codeBook(parts, partner, partners, codes), partner, partners, heading));
  return { partner, facts, rows };
}

/** Codes in their own order, those with wildcards after those without, because the first that fits wins. */
function inOrder(rows: readonly CodeRow[]): readonly CodeRow[] {
  const isWild = ({ code }: CodeRow) => /(?:^|[^~])[*?]/.test(code);
  const order = new Intl.Collator('en-GB', { numeric: true });
  return [...rows].sort((a, b) => Number(isWild(a)) - Number(isWild(b)) || order.compare(a.code, b.code));
}

function allTogether(facts: readonly CodeFact[]): CodeRow {
  const rows = facts.reduce((sum, fact) => sum + fact.rows, 0);
  return { code: '*', line: 'All spending', rows, why: { kind: 'too many', codes: facts.length } };
}

function partnerCodes(
  parts: Parts,
  partners: readonly FoundPartner[],
  { partner, facts, rows }: MappedPartner,
): PartnerCodes {
  const codes = facts.map(({ code }) => code).filter((code) => code !== '');
  const lineOf = new Map(rows.map(({ code, line }) => [comparableCode(code.replace(/~([*?~])/g, '$1')), line]));
  return {
    partner,
    codes: new Set(codes.map(comparableCode)),
    book: codeBook(parts, partner, partners, codes),
    lineOf,
  };
}

function yearOfWords(parts: Parts): string | undefined {
  return parts.words.map(yearIn).find((year) => year !== undefined);
}

/** The latest month any ledger names in full, else one a title names, else March of a year a title names. */
function monthGuess(parts: Parts): string | undefined {
  const months = new Set<string>();
  for (const { date, period } of [...parts.ledgers, ...parts.balances]) {
    for (const value of new Set(date?.values ?? [])) {
      const read = readDate(value);
      if (read.ok) months.add(monthOfSerial(read.value.serial));
    }
    for (const value of new Set(period?.values ?? [])) {
      const code = readPeriodCode(value);
      if (code.ok && code.value.kind === 'month') months.add(code.value.month);
    }
  }
  const latest = [...months].sort().at(-1);
  const year = yearOfWords(parts);
  const said = parts.words.map((text) => monthIn(text, year ?? '')).find((month) => month !== undefined);
  const numbered = [...parts.ledgers]
    .flatMap(({ period }) => period?.values ?? [])
    .map((value) => readPeriodCode(value));
  const named = numbered.find((code) => code.ok && (code.value.kind === 'numbered' || code.value.kind === 'financial'));
  const start = named?.ok
    ? named.value.kind === 'numbered'
      ? named.value.year
      : named.value.kind === 'financial'
        ? named.value.startYear
        : undefined
    : undefined;
  return (
    latest ??
    said ??
    (year ? `${Number(year.slice(0, 4)) + 1}-03` : start === undefined ? undefined : `${start + 1}-03`)
  );
}
