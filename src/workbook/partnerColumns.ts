/*
 * The columns that an input table has for each partner, headed by its Short name: which they are and where they stand. What
 * their cells hold is read by `readTable`, what may be wrong with them is in the rules of the table.
 */
import { cellText, comparable, isBlank } from '../ledger/cells';
import type { Place } from './finding';
import type { ColumnDefinition, TableDefinition } from './schema';
import type { TableCells } from './tableCells';

/** A partner's own column of an input table. Its values stand in a row under the Short name. */
export interface PartnerColumn {
  readonly shortName: string;
  /** The heading as it stands in the table, which may differ from the Short name in case and spaces. */
  readonly heading: string;
  /** The place of the heading. */
  readonly place: Place;
}

/** A column with figures whose heading is no partner's and not the model's. */
export interface StrangeColumn {
  readonly heading: string;
  readonly place: Place;
}

/** A partner's column by its place among the headings, with what its cells hold. */
export interface PartnerPosition {
  readonly column: ColumnDefinition;
  readonly at: number;
}

/** Only input tables are read by partner: what an output table shows there is made from the others. */
export function hasPartnerColumns(definition: TableDefinition): boolean {
  return definition.holds === 'input' && definition.partnerColumns !== undefined;
}

/** The columns headed by a partner's Short name, in the table's order. A heading of the model's own is never a partner's. */
export function partnerPositions(
  definition: TableDefinition,
  { headings }: TableCells,
  shortNames: readonly string[],
): readonly PartnerPosition[] {
  const { partnerColumns } = definition;
  if (!hasPartnerColumns(definition) || partnerColumns === undefined) return [];
  const own = new Set(definition.columns.map(({ name }) => comparable(name)));
  return headings.flatMap((heading, at) => {
    const name = shortNames.find((shortName) => comparable(shortName) === comparable(heading));
    if (name === undefined || name === '' || own.has(comparable(heading))) return [];
    return [{ column: { name, kind: partnerColumns.kind }, at }];
  });
}

/**
 * What the headings of such a table have too few and too many of.
 *
 * @returns `missing`: Short names, each once, that head no column. `strangers`: headings that are neither the model's nor a
 *   partner's: columns of the user's, or of a partner whose Short name has changed.
 */
export function partnerGaps(
  definition: TableDefinition,
  headings: readonly string[],
  shortNames: readonly string[],
): { readonly missing: readonly string[]; readonly strangers: readonly string[] } {
  const known = new Set([...definition.columns.map(({ name }) => name), ...shortNames].map(comparable));
  const headed = new Set(headings.map(comparable));
  const missing = new Map(
    shortNames.map((name) => [comparable(name), name] as const).filter(([key]) => !headed.has(key)),
  );
  return { missing: [...missing.values()], strangers: headings.filter((heading) => !known.has(comparable(heading))) };
}

/** A partner's column with its place on the sheet. */
export function partnerColumn({ column, at }: PartnerPosition, cells: TableCells): PartnerColumn {
  const place = { sheet: cells.sheet, row: cells.headerRow, column: cells.column + at };
  return { shortName: column.name, heading: cells.headings[at] ?? '', place };
}

/**
 * Headings that are nobody's over cells that hold figures alone, as a partner's column does: most likely that of a partner
 * under another name. A column of notes or dates as text is the user's own.
 */
export function strangeColumns(
  definition: TableDefinition,
  cells: TableCells,
  shortNames: readonly string[],
): readonly StrangeColumn[] {
  const { strangers } = partnerGaps(definition, cells.headings, shortNames);
  return cells.headings.flatMap((heading, at): StrangeColumn[] => {
    const held = cells.values.map((row) => row[at] ?? '').filter((cell) => !isBlank(cell));
    if (!strangers.includes(heading) || held.length === 0 || held.some((cell) => typeof cell !== 'number')) return [];
    return [{ heading, place: { sheet: cells.sheet, row: cells.headerRow, column: cells.column + at } }];
  });
}

/** The Short names in the cells of PoolPartners, in its order. */
export function shortNamesOf({ headings, values }: TableCells): readonly string[] {
  const at = headings.indexOf('Short name');
  return values.map((row) => (at < 0 ? '' : cellText(row[at] ?? ''))).filter((name) => name !== '');
}
