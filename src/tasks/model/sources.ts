/*
 * The ledgers of each partner as rows of `PoolSources`, each read once with the ledger's own reader, so that what is proposed
 * and what a run will read are the same. It chooses columns; partners and lines are decided elsewhere.
 */
import { comparable } from '../../ledger/cells';
import type { SourceDefinition } from '../../ledger/ledgerLine';
import { type LedgerReading, readLedger } from '../../ledger/readLedger';
import { type ReadColumn } from '../../ledger/recogniseMoney';
import { type CodeChoice, chooseCode, keyTexts } from './codeColumn';
import { type Part, type Parts } from './parts';
import { type Settled, settledFor } from './settled';
import type { FoundPartner } from './whose';
import { chooseReferences } from './sourceReferences';
import { ledgerBlock, tableReference } from './ledgerBlock';

/** A ledger of a partner with its columns chosen, as read. */
export interface Source {
  readonly part: Part;
  readonly partner: FoundPartner;
  readonly code: CodeChoice;
  readonly definition: SourceDefinition;
  readonly reading: LedgerReading;
  readonly period: ReadColumn | undefined;
  readonly date: ReadColumn | undefined;
  /** The model has it already, with these columns. */
  readonly isSettled: boolean;
}

/** A ledger that cannot be named column by column, with what stands in the way. */
export interface Obstacle {
  readonly part: Part;
  readonly kind: 'heading twice' | 'heading blank' | 'heading above' | 'heading below' | 'no code' | 'sign column';
  readonly column: ReadColumn | undefined;
}

/** Obstacles a ledger can be read in spite of; it is shown and not kept. */
const READABLE: ReadonlySet<Obstacle['kind']> = new Set(['sign column']);

/** The sources of all partners, and the ledgers that could not be one. */
export interface SourcesFound {
  readonly sources: readonly Source[];
  readonly obstacles: readonly Obstacle[];
}

/**
 * Chooses the columns of every ledger and reads it.
 *
 * @param period - the month that codes without a year are read for, '2026-06'
 */
export function findSources(
  parts: Parts,
  partners: readonly FoundPartner[],
  period: string,
  settled: readonly Settled[] = [],
): SourcesFound {
  const keys = keyTexts(parts);
  const owned = partners.flatMap((partner) => sourceParts(partner).map((part) => ({ part, partner })));
  const references = chooseReferences(owned.map(({ part }) => part));
  const sources: Source[] = [];
  const obstacles: Obstacle[] = [];
  for (const { part, partner } of owned) {
    const known = settledFor(part, settled)?.definition;
    if (known) {
      const source = settledSource(part, partner, known, period);
      if (source) sources.push(source);
      continue;
    }
    const code = chooseCode(part, keys);
    const month = choosePeriodOrDate(part);
    const reference = references.get(part);
    // Without a period that can be named, the date is needed even where its heading stands twice.
    const when = month.period ?? part.date ?? part.period;
    const needed = [...(part.amount?.columns ?? []), code?.column, when];
    const found = obstacleOf(part, code, needed);
    if (found) obstacles.push(found);
    if (!code || (found && !READABLE.has(found.kind))) continue;
    const definition: SourceDefinition = {
      partner: partner.name,
      table: tableReference(part),
      holds: part.kind === 'balances' ? 'balances to date' : 'transactions',
      period: month.period?.text ?? '',
      date: month.date?.text ?? '',
      code: code.column.text,
      counterparty: nameable(part.counterparty),
      reference: nameable(reference),
      amount: (part.amount?.columns ?? []).map(({ text }) => text).join(';'),
      sign: 'as ledger',
      vat: part.amount?.vat ?? '',
    };
    const reading = readLedger(definition, ledgerBlock(part), period);
    sources.push({ part, partner, code, definition, reading, ...month, isSettled: false });
  }
  return { sources, obstacles };
}

/** A ledger as the model already reads it; undefined when the column of its code is not to be found. */
function settledSource(
  part: Part,
  partner: FoundPartner,
  definition: SourceDefinition,
  period: string,
): Source | undefined {
  const named = (heading: string) =>
    part.columns.find(({ text }) => heading !== '' && comparable(text) === comparable(heading));
  const column = named(definition.code) ?? named(definition.code.split(';')[0] ?? '');
  if (!column) return undefined;
  return {
    part,
    partner,
    code: { column, reason: 'heading', listedOn: '' },
    definition,
    reading: readLedger(definition, ledgerBlock(part), period),
    period: named(definition.period),
    date: named(definition.date),
    isSettled: true,
  };
}

/** A partner's transactions; its balances only where it has no transactions, or they would count twice. */
export function sourceParts(partner: FoundPartner): readonly Part[] {
  return partner.ledgers.length > 0 ? partner.ledgers : partner.balances;
}

function nameable(column: ReadColumn | undefined): string {
  return column && !column.isDuplicate ? column.text : '';
}

function obstacleOf(
  part: Part,
  code: CodeChoice | undefined,
  needed: readonly (ReadColumn | undefined)[],
): Obstacle | undefined {
  const used = needed.filter((column) => column !== undefined);
  const above = used.find(({ text, above: heading }) => text === '' && heading !== '');
  const blank = used.find(({ text }) => text === '');
  const twice = used.find(({ isDuplicate }) => isDuplicate);
  if (part.block.below.length > 0) return { part, kind: 'heading below', column: undefined };
  if (above) return { part, kind: 'heading above', column: above };
  if (blank) return { part, kind: 'heading blank', column: blank };
  if (twice) return { part, kind: 'heading twice', column: twice };
  if (!code) return { part, kind: 'no code', column: undefined };
  return part.amount?.signColumn ? { part, kind: 'sign column', column: part.amount.signColumn } : undefined;
}

/** The ledger's own period where nearly every row has one, with the date beside it; else the date alone. */
function choosePeriodOrDate(part: Part): {
  readonly period: ReadColumn | undefined;
  readonly date: ReadColumn | undefined;
} {
  const { period, date } = part;
  const usable = (column: ReadColumn | undefined) => (column && !column.isDuplicate ? column : undefined);
  return { period: usable(period), date: usable(date) };
}
