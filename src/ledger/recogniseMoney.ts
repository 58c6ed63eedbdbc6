/*
 * Whether a column holds money: by its heading and by its cells. Which of several such columns is the amount is
 * recogniseAmount.
 */
import { type ColumnProfile, amountShare, dateShare } from './recogniseColumn';
import { type CellValue } from './cells';
import { type BlockColumn } from './recogniseBlocks';
import { type Concept } from './recogniseHeading';

/** A column of a block with what it holds; `values` are the rows under the heading, first to last. */
export interface ReadColumn extends BlockColumn {
  readonly profile: ColumnProfile;
  readonly values: readonly CellValue[];
}

/** What a heading can mean that is an amount of money. */
export const MONEY: readonly Concept[] = [
  'amount',
  'net',
  'gross',
  'debit',
  'credit',
  'payments',
  'receipts',
  'balance',
  'to date',
  'debit or credit',
];

/** Whether a column holds figures that can be money: not dates, not percentages, mostly readable as amounts. */
export function holdsMoney(column: ReadColumn): boolean {
  const { profile } = column;
  return profile.filled > 0 && amountShare(profile) >= 0.6 && dateShare(profile) < 0.5 && !profile.percentFormat;
}

/** An unnamed or strangely named column of figures with pence or both signs; codes and counts have neither. */
export function looksLikeMoney(column: ReadColumn): boolean {
  if (column.meaning !== undefined || !holdsMoney(column)) return false;
  const { profile } = column;
  return profile.whole < profile.numbers || profile.negatives > 0 || profile.amountTexts * 2 > profile.filled;
}
