/*
 * How Univer reads cells while it calculates, put right where it differs from Excel. Both changes are made to Univer's own
 * classes, once; they hold for the pinned version and are pinned by tests.
 */
import type { ICellData, Nullable } from '@univerjs/core';
import type { UniverParts } from './univerParts';

/**
 * Turns off the index that Univer keeps of a column's values while it calculates. Comparisons that use it take the text `123`
 * for the number 123 and a 0 for an empty text, so that the second formula to compare a column gave other figures than the
 * first; and writing an array of different values into it takes a time that grows with the square of its length.
 */
function turnOffValueIndex({ CELL_INVERTED_INDEX_CACHE: index }: UniverParts): void {
  index.set = () => undefined;
  index.setContinueBuildingCache = () => undefined;
  index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}

const correctedReaders = new WeakSet<object>();

/**
 * Keeps an empty text apart from a blank cell. Univer takes a formula's "" for blank, so that 1 more than it was 1: Excel says
 * #VALUE!, and so a figure that is missing is not taken for nothing.
 */
function keepEmptyText({ BaseReferenceObject }: UniverParts): void {
  const reader = BaseReferenceObject.prototype;
  if (correctedReaders.has(reader)) return;
  correctedReaders.add(reader);
  const read = reader.getCellData;
  reader.getCellData = function (row: number, column: number): Nullable<ICellData> {
    const cell = read.call(this, row, column) as Nullable<ICellData>;
    // A cell with a formula is not blank to Univer, whatever it shows.
    return cell?.v === '' && !cell.f ? { ...cell, t: TEXT, f: EMPTY_TEXT } : cell;
  };
}

const TEXT = 1;
const EMPTY_TEXT = '=""';

/** Makes both changes; a second call changes nothing. */
export function correctReading(univer: UniverParts): void {
  turnOffValueIndex(univer);
  keepEmptyText(univer);
}
