/*
 * The rules of the input tables that need more than one cell, put together. Pure: rows in, findings out. What one cell may
 * hold is `readTable`'s business, text that a formula would not find is that of `comparedText`.
 */
import { budgetFindings } from './budgetRules';
import type { Finding } from './finding';
import { forecastFindings } from './forecastRules';
import { nameFindings } from './nameRules';
import { partnerFindings } from './partnerRules';
import { profileFindings } from './profileRules';
import type { TableReading } from './readTable';
import { twiceFindings } from './twiceRules';
import { yearFindings } from './yearRules';

/** The readings of the input tables in use, by table name. */
export type InputReadings = ReadonlyMap<string, TableReading>;

/** Everything that is wrong between cells and tables. */
export function inputFindings(tables: InputReadings): Finding[] {
  return [
    ...[...tables.values()].flatMap((table) => twiceFindings(table)),
    ...partnerFindings(tables),
    ...nameFindings(tables),
    ...budgetFindings(tables),
    ...profileFindings(tables),
    ...forecastFindings(tables),
    ...yearFindings(tables),
  ];
}
