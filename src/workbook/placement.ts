/*
 * Where the rows of a planned table go in the table that is there: pure, so that every case can be tested without Excel.
 * Rows of the user's and of other periods never move; rows whose place is given up are emptied, not deleted.
 */
import { cellText, comparable, isBlank } from '../ledger/cells';
import { columnLetters } from './address';
import { type PlannedCell, type PlannedTable, blankCell } from './plan';
import type { CellScalar } from './requests';
import type { TableDefinition } from './schema';

/** A row to write: its place in the body (from 0), and a cell for every heading; null leaves that cell as it is. */
export interface PlacedRow {
  readonly at: number;
  readonly cells: readonly (PlannedCell | null)[];
}

/** Where everything goes. */
export interface Placement {
  readonly rows: readonly PlacedRow[];
  /** The place in the body of each planned row, in the order planned. */
  readonly targets: readonly number[];
  /** Rows of the table's body afterwards; at least 1, as Excel wants. */
  readonly bodyRows: number;
}

/** The body that is there. */
export interface ExistingBody {
  readonly headings: readonly string[];
  readonly values: readonly (readonly CellScalar[])[];
}

/**
 * Places planned rows in an existing body (or an empty one).
 *
 * For `replace period` the period's own rows are overwritten in order. Where the user has added columns and filled them
 * in, a row with the same key keeps its place instead, so that the user's cells stay beside the row they belong to.
 */
export function placeRows(planned: PlannedTable, definition: TableDefinition, body: ExistingBody): Placement {
  const ours = new Set(planned.columns);
  const userColumns = body.headings.flatMap((heading, at) => (ours.has(heading) ? [] : [at]));
  const hasUserCells = (values: readonly CellScalar[]): boolean => userColumns.some((at) => !isBlank(values[at] ?? ''));
  const isFree = (values: readonly CellScalar[]): boolean => values.every((value) => isBlank(value));
  const used = 1 + body.values.findLastIndex((values) => !isFree(values));

  const existingKey = (values: readonly CellScalar[]): string =>
    keyText(definition.key.map((column) => cellText(values[body.headings.indexOf(column)] ?? '')));
  const plannedKey = (row: readonly PlannedCell[]): string =>
    keyText(definition.key.map((column) => plannedText(row[planned.columns.indexOf(column)])));

  const targets: number[] = [];
  let next = used;
  const cleared = new Set<number>();

  if (planned.action === 'replace period') {
    const isReplaced = replacedBy(planned, body.headings);
    const mine = body.values.flatMap((values, at) => (isReplaced(values) && !isFree(values) ? [at] : []));
    const free = new Set(mine);
    const keyed = mine.some((at) => hasUserCells(body.values[at] ?? []));
    if (keyed) {
      const placeOfKey = new Map(mine.map((at) => [existingKey(body.values[at] ?? []), at]));
      planned.rows.forEach((row, index) => {
        const at = placeOfKey.get(plannedKey(row));
        if (at !== undefined && free.delete(at)) targets[index] = at;
      });
    }
    const open = [...free].filter((at) => !hasUserCells(body.values[at] ?? []));
    planned.rows.forEach((_row, index) => {
      if (targets[index] !== undefined) return;
      const at = open.shift() ?? next++;
      free.delete(at);
      targets[index] = at;
    });
    for (const at of free) cleared.add(at);
  } else if (planned.action === 'to values') {
    targets.push(...(planned.at ?? []));
  } else if (planned.action === 'append') {
    planned.rows.forEach(() => targets.push(next++));
  } else {
    // Two rows may share a key (two original budgets of one line): each place is taken once, so that neither is lost.
    const placesOfKey = new Map<string, number[]>();
    body.values.forEach((values, at) => {
      if (isFree(values)) return;
      const key = existingKey(values);
      const places = placesOfKey.get(key);
      if (places) places.push(at);
      else placesOfKey.set(key, [at]);
    });
    for (const row of planned.rows) targets.push(placesOfKey.get(plannedKey(row))?.shift() ?? next++);
  }

  const merges = planned.action === 'update' || planned.action === 'create';
  const rows = planned.rows.map((row, index): PlacedRow => {
    const at = targets[index] ?? 0;
    const cells = body.headings.map((heading) => {
      const column = planned.columns.indexOf(heading);
      if (column < 0) return null;
      const cell = row[column] ?? blankCell();
      return merges && at < used && 'blank' in cell ? null : cell;
    });
    return { at, cells };
  });
  for (const at of cleared) {
    rows.push({ at, cells: body.headings.map((heading) => (ours.has(heading) ? blankCell() : null)) });
  }
  rows.sort((a, b) => a.at - b.at);

  const written = Math.max(0, ...targets.map((at) => at + 1));
  const kept =
    1 + body.values.findLastIndex((values, at) => !isFree(values) && (!cleared.has(at) || hasUserCells(values)));
  // An input table keeps the blank rows its user made room with; ours end with their last row. Where formulas become
  // values no table changes its size.
  const keepsSize = definition.holds === 'input' || planned.action === 'to values';
  const least = keepsSize ? body.values.length : 1;
  return { rows, targets, bodyRows: Math.max(least, written, kept, 1) };
}

/** Whether a row that stands is one whose place a `replace period` takes. */
export function replacedBy(
  planned: Pick<PlannedTable, 'replaces' | 'period'>,
  headings: readonly string[],
): (values: readonly CellScalar[]) => boolean {
  const replaces = planned.replaces ?? [{ Period: [planned.period ?? ''] }];
  return (values) =>
    replaces.some((rows) =>
      Object.entries(rows).every(([column, texts]) => texts.includes(cellText(values[headings.indexOf(column)] ?? ''))),
    );
}

function keyText(parts: readonly string[]): string {
  return parts.map((part) => comparable(part)).join('\u0001');
}

function plannedText(cell: PlannedCell | undefined): string {
  if (cell === undefined || 'blank' in cell || 'formula' in cell) return '';
  return 'text' in cell ? cell.text : String(cell.number);
}

/**
 * Whether the planned rows will stand below each other in their own order. A formula that adds up the rows above its own
 * (`{Applied^}`) is only right where they do; rows kept beside the user's cells may not.
 */
export function keepsOrder(planned: PlannedTable, definition: TableDefinition, body: ExistingBody): boolean {
  const { targets } = placeRows(planned, definition, body);
  return targets.every((target, index) => index === 0 || target > (targets[index - 1] ?? 0));
}

/** Where a formula is written: the table's header row and first column, and the row itself, on the sheet from 0. */
export interface FormulaPlace {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly row: number;
}

/**
 * A calculated column's formula for one row: `{Line}` becomes that row's cell of the column `Line`, and `{Applied^}` that
 * column's cells above the row, from the header cell down.
 *
 * A column may not name itself as a whole, or it would be circular; what earlier rows of it came to is `{Applied^}`. The
 * header cell is in it so that the first row has something above: a text, which SUMPRODUCT passes over where it stands
 * after a comma, and which equals no period or word of a row.
 *
 * @example fillFormula('=ROUND({Budget to date},2)', ['Line', 'Budget to date'], { headerRow: 4, firstColumn: 0, row: 5 })
 *   -> '=ROUND($B6,2)'
 * @example fillFormula('=SUM({Applied^})', ['Applied'], { headerRow: 4, firstColumn: 5, row: 9 }) -> '=SUM($F$5:$F9)'
 */
export function fillFormula(template: string, headings: readonly string[], place: FormulaPlace): string {
  return template.replace(/\{([^{}]+)\}/g, (_all, named: string) => {
    // A short name may end in ^ itself: a heading that is there as it is written comes first.
    const isAbove = named.endsWith('^') && !headings.includes(named);
    const heading = isAbove ? named.slice(0, -1) : named;
    const at = headings.indexOf(heading);
    if (at < 0) throw new Error(`a formula of ours names the column ${heading}, which its table does not have`);
    const letters = columnLetters(place.firstColumn + at);
    if (!isAbove) return `$${letters}${place.row + 1}`;
    return `$${letters}$${place.headerRow + 1}:$${letters}${place.row}`;
  });
}
