/*
 * The rules of PoolBudgets that need more than one cell: years and dates, profiles, and virements, which move money between
 * lines and total nothing.
 */
import { comparable } from '../ledger/cells';
import { sumPence } from '../money/exact';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { isTwelfths, profilesOf } from './profileRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { yearAndFromFindings } from './rowYear';
import { type IsUnread, unreadCells } from './unread';

/**
 * Everything that is wrong in PoolBudgets beyond single cells.
 *
 * @example virements of 2026/27: −1,200.00 and 1,000.00 -> one `virements do not balance`, −200.00
 */
export function budgetFindings(tables: InputReadings): Finding[] {
  const table = tables.get('PoolBudgets');
  const rows = table?.rows ?? [];
  const profiles = profilesOf(tables.get('PoolProfiles')?.rows ?? []);
  return [
    ...rows.flatMap((row) => [...yearAndFromFindings(row), ...profileFindings(row, profiles)]),
    ...virementFindings(rows, unreadCells(table)),
  ];
}

function profileFindings(row: TypedRow, profiles: ReturnType<typeof profilesOf>): Finding[] {
  const profile = textOf(row, 'Profile');
  if (isTwelfths(profile) || profiles.has(comparable(profile))) return [];
  return [workbookFinding('profile unknown', { place: placeOf(row, 'Profile'), detail: { text: profile } })];
}

/** The virements of each year must total nothing; where an amount cannot be read the total is not known. */
function virementFindings(rows: readonly TypedRow[], isUnread: IsUnread): Finding[] {
  const years = new Map<string, TypedRow[]>();
  for (const row of rows.filter((each) => textOf(each, 'Kind') === 'virement')) {
    const year = textOf(row, 'Year');
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years].flatMap(([year, virements]): Finding[] => {
    const [first] = virements;
    const total = sumPence(virements.map((row) => numberOf(row, 'Amount') ?? 0));
    if (first === undefined || !total.ok || total.value === 0) return [];
    if (virements.some((row) => isUnread(row, 'Amount'))) return [];
    const facts = { place: placeOf(first, 'Amount'), differencePence: total.value, detail: { year } };
    return [workbookFinding('virements do not balance', facts)];
  });
}
