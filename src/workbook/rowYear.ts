/*
 * The Year of a row, and whether its From lies in it. That a year stands apart from all others is `yearRules`.
 */
import { monthOfSerial } from '../ledger/calendar';
import { isYear, startYearOf, yearLabel } from '../ledger/financialYear';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';

/** A Year that is not written 2026/27; a blank one is told as a cell that is missing. @example '2026' -> `year not readable` */
export function yearFindings(row: TypedRow): Finding[] {
  const text = textOf(row, 'Year');
  if (text === '' || isYear(text)) return [];
  return [workbookFinding('year not readable', { place: placeOf(row, 'Year'), detail: { table: row.table, text } })];
}

/** The same, and a From outside the year. @example 2026/27 from 01/04/2027 -> `date outside year` at From */
export function yearAndFromFindings(row: TypedRow): Finding[] {
  const [text, from] = [textOf(row, 'Year'), numberOf(row, 'From')];
  if (!isYear(text) || from === undefined || yearLabel(startYearOf(monthOfSerial(from))) === text)
    return yearFindings(row);
  return [workbookFinding('date outside year', { place: placeOf(row, 'From'), detail: { table: row.table, text } })];
}
