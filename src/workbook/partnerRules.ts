/*
 * The rules of PoolPartners: names that the statement needs for itself, and Short names, which head columns.
 */
import { comparable } from '../ledger/cells';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { type TypedRow, placeOf, textOf } from './readTable';
import { ALL_TABLES } from './schema';

/** Names that the statement uses for its own rows. */
export const RESERVED_PARTNERS = ['Joint', 'Between partners', 'Pool balance'] as const;

const MAX_SHORT_NAME = 40;

/** The headings of every table with a column for each partner, whichever of them a workbook has or will have. */
const TAKEN: ReadonlyMap<string, string> = new Map(
  ALL_TABLES.filter(({ partnerColumns }) => partnerColumns !== undefined).flatMap(({ name: table, columns }) =>
    columns.map(({ name }) => [comparable(name), table] as const),
  ),
);

/**
 * Names and Short names that cannot be used or stand twice.
 *
 * Short names head columns of tables, where Excel gives `' # [ ] @` a meaning of their own; curly brackets mark a row's
 * own cells in the formulas of ours before they are written.
 *
 * @example Short name `City #1` -> one `short name not usable`
 */
export function partnerFindings(tables: InputReadings): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, TypedRow>();
  for (const row of tables.get('PoolPartners')?.rows ?? []) {
    const name = textOf(row, 'Partner');
    if (RESERVED_PARTNERS.some((reserved) => comparable(reserved) === comparable(name))) {
      findings.push(workbookFinding('name reserved', { place: placeOf(row, 'Partner'), detail: { text: name } }));
    }
    const text = textOf(row, 'Short name');
    if (text === '') continue;
    const place = placeOf(row, 'Short name');
    const wrong = /['#[\]@{}]/.exec(text)?.[0];
    if (wrong !== undefined)
      findings.push(workbookFinding('short name not usable', { place, detail: { text, problem: wrong } }));
    if (text.length > MAX_SHORT_NAME) {
      findings.push(
        workbookFinding('short name not usable', { place, detail: { text, problem: `${text.length} characters` } }),
      );
    }
    const table = TAKEN.get(comparable(text));
    if (table !== undefined) findings.push(workbookFinding('short name taken', { place, detail: { text, table } }));
    const earlier = first.get(comparable(text));
    if (earlier === undefined) first.set(comparable(text), row);
    else findings.push(workbookFinding('short name twice', { place, detail: { text, row: earlier.row + 1 } }));
  }
  return findings;
}
