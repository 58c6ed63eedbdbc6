/*
 * What each column of a block is for: date, period, code, counterparty, reference, and the amount (recogniseAmount). Headings
 * propose, the cells decide. It does not choose between several code columns: that needs the other sheets (tasks/model).
 */
import { type AmountChoice, chooseAmount } from './recogniseAmount';
import { type ReadColumn } from './recogniseMoney';
import type { Block } from './recogniseBlocks';
import { amountShare, dateShare, profileColumn } from './recogniseColumn';
import { type SheetGrid, cellAt } from './recogniseGrid';
import { type Concept, headingMonth } from './recogniseHeading';
import { dayOf } from './calendar';
import { readPeriodCode } from './periodCode';
import { isBlank } from './cells';
import { readDate } from './readDate';

/** A block with its columns read and their roles found. */
export interface ReadBlock {
  readonly block: Block;
  readonly columns: readonly ReadColumn[];
  readonly amount: AmountChoice | undefined;
  readonly date: ReadColumn | undefined;
  readonly period: ReadColumn | undefined;
  readonly year: ReadColumn | undefined;
  readonly reference: ReadColumn | undefined;
  readonly counterparty: ReadColumn | undefined;
  /** Columns whose cells are codes or categories, best heading first. */
  readonly codes: readonly ReadColumn[];
  /** Columns that describe: names of codes, services, narratives. */
  readonly names: readonly ReadColumn[];
  /** Columns with a budget for the year. */
  readonly budgets: readonly ReadColumn[];
  /** Twelve (or some) columns of one month each, with the calendar month. */
  readonly months: readonly { readonly column: ReadColumn; readonly month: number }[];
  /** Rows under the heading that hold anything. */
  readonly filledRows: number;
}

/** Reads a block's columns and finds what each is for. */
export function readBlockRoles(grid: SheetGrid, block: Block): ReadBlock {
  const columns = block.columns.map((column): ReadColumn => {
    const values = [];
    for (let row = block.headerRow + 1; row <= block.lastRow; row++) values.push(cellAt(grid, row, column.column));
    return {
      ...column,
      profile: profileColumn(grid, column.column, block.headerRow + 1, block.lastRow, column.text),
      values,
    };
  });
  const used = columns.filter(({ profile }) => profile.filled > 0);
  const date = chooseDate(used);
  const period = choosePeriod(used.filter((column) => column !== date));
  const months = used.flatMap((column) => {
    const month = monthColumn(column);
    return month === undefined || column === period ? [] : [{ column, month }];
  });
  // Only a run of months makes a budget by month; one column "June" in a list of amounts does not.
  const byMonth = new Set(months.map(({ month }) => month)).size >= 3 ? months : [];
  const spoken = new Set<ReadColumn | undefined>([date, period, ...byMonth.map(({ column }) => column)]);
  const free = columns.filter((column) => !spoken.has(column));
  const filledRows = countFilledRows(columns);
  const reference = best(used, ['reference'], ({ profile }) => profile.filled >= 1 && dateShare(profile) < 0.5);
  const isPosted =
    date !== undefined ||
    period !== undefined ||
    (reference !== undefined && reference.profile.filled * 2 >= filledRows);
  return {
    block,
    columns,
    amount: chooseAmount(free, isPosted),
    date,
    period,
    year: best(used, ['year'], () => true),
    reference,
    counterparty: chooseCounterparty(used),
    codes: ranked(used, ['code', 'cost centre', 'account', 'service', 'pool line'], isCategory),
    names: ranked(used, ['code name', 'service', 'narrative', 'pool line'], ({ profile }) => profile.texts > 0),
    budgets: ranked(used, ['budget'], ({ profile }) => amountShare(profile) >= 0.5),
    months: byMonth,
    filledRows,
  };
}

/** The columns of some concepts that pass a test, best first. */
function ranked(
  columns: readonly ReadColumn[],
  concepts: readonly Concept[],
  passes: (column: ReadColumn) => boolean,
): readonly ReadColumn[] {
  return columns
    .filter((column) => column.meaning && concepts.includes(column.meaning.concept) && passes(column))
    .sort((a, b) => worth(b) - worth(a));
}

function best(columns: readonly ReadColumn[], concepts: readonly Concept[], passes: (column: ReadColumn) => boolean) {
  return ranked(columns, concepts, passes)[0];
}

/** Rank of the heading, and how full the column is: a column filled in one row of ten is no reference. */
function worth({ meaning, profile, isDuplicate }: ReadColumn): number {
  const share = profile.rows === 0 ? 0 : profile.filled / profile.rows;
  return (meaning?.rank ?? 0) + 8 * Math.min(1, share * 1.1) - (isDuplicate ? 20 : 0);
}

function isCategory({ profile }: ReadColumn): boolean {
  // Amounts with pence are never codes; 4100.01 as a code is text in every ledger seen.
  return profile.numbers === 0 || profile.whole === profile.numbers || profile.numbers < profile.filled * 0.5;
}

function chooseDate(columns: readonly ReadColumn[]): ReadColumn | undefined {
  const named = best(columns, ['date'], ({ profile }) => dateShare(profile) >= 0.5);
  if (named) return named;
  // A heading cut over two rows ("Posting" above "date"), or an unknown word, over a column of dates.
  return columns.find(
    ({ profile, meaning }) =>
      (meaning === undefined ||
        meaning.concept === 'period' ||
        meaning.concept === 'reference' ||
        meaning.concept === 'other') &&
      profile.dates + profile.dateTexts >= profile.filled * 0.9 &&
      !isMonthStarts(profile, meaning?.concept),
  );
}

/** A period column may hold the first or last day of each month, a handful of values in all. */
function isMonthStarts(profile: ReadColumn['profile'], concept: Concept | undefined): boolean {
  return concept === 'period' && profile.distinct <= 24 && profile.filled >= profile.distinct * 2;
}

function choosePeriod(columns: readonly ReadColumn[]): ReadColumn | undefined {
  return best(columns, ['period'], ({ values, profile }) => {
    if (profile.filled * 2 < profile.rows) return false;
    const sample = values.filter((value) => !isBlank(value)).slice(0, 400);
    const readable = sample.filter((value) => readPeriodCode(value).ok || readDate(value).ok).length;
    return sample.length > 0 && readable >= sample.length * 0.8;
  });
}

function chooseCounterparty(columns: readonly ReadColumn[]): ReadColumn | undefined {
  const named = best(columns, ['counterparty'], ({ profile }) => profile.texts > 0);
  if (named) return named;
  const organisations = best(columns, ['organisation'], ({ profile }) => profile.texts > 0 && profile.distinct > 1);
  if (organisations) return organisations;
  return columns.find(
    ({ meaning, values, profile }) =>
      meaning === undefined && profile.texts > profile.filled * 0.8 && organisationShare(values) > 0.4,
  );
}

const ORGANISATION =
  /\b(?:ltd|limited|plc|llp|council|nhs|trust|icb|ccg|pct|c\.?i\.?c|care|homes?|services?|association|charity)\b/i;

function organisationShare(values: readonly unknown[]): number {
  const texts = values
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .slice(0, 300);
  return texts.length === 0 ? 0 : texts.filter((text) => ORGANISATION.test(text)).length / texts.length;
}

function monthColumn({ text, values, profile }: ReadColumn): number | undefined {
  if (amountShare(profile) < 0.5) return undefined;
  const month = headingMonth(text);
  if (month !== undefined || values.length === 0) return month;
  const heading = Number(text);
  // A heading that is itself a date (1 April 2026 shown as Apr-26) reads as its serial.
  const read = heading >= 36526 && heading <= 60000 ? readDate(heading) : undefined;
  return read?.ok ? dayOf(read.value.serial).month : undefined;
}

function countFilledRows(columns: readonly ReadColumn[]): number {
  const rows = columns[0]?.values.length ?? 0;
  let filled = 0;
  for (let row = 0; row < rows; row++) if (columns.some(({ values }) => !isBlank(values[row] ?? null))) filled++;
  return filled;
}
