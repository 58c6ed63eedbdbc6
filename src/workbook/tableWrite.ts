/*
 * One table's change, worked out to the cell: what is made, which rectangle is written with what, how far the table
 * reaches afterwards. Pure: it is handed what was read and decides; `writer` carries it out.
 */
import { isBlank } from '../ledger/cells';
import type { Area, SheetArea } from './address';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { standing } from './ours';
import { type ExistingBody, fillFormula, placeRows } from './placement';
import type { PlannedTable } from './plan';
import type { CellScalar } from './requests';
import { HEADER_ROW, type TableDefinition, definitionOf } from './schema';
import { type SheetShape, type TableShape, type WorkbookShape, findSheet } from './shape';
import { type CellInput, asText, cellInput } from './textCell';

/** How a table is to be reached: as it stands, on a sheet of ours, or on a sheet to be made. */
export interface Target {
  readonly planned: PlannedTable;
  readonly definition: TableDefinition;
  readonly sheet: string;
  readonly makesSheet: boolean;
  /** The table as it stands; undefined when it is to be made. A husk counts as standing. */
  readonly table: TableShape | undefined;
  readonly isHusk: boolean;
}

/** A table's change. `input[r][c]` is for Office.js; null leaves a cell as it is. */
export interface TableWrite extends Target {
  readonly headings: readonly string[];
  /** The rectangle written, header left out. Zero rows when nothing is. */
  readonly area: SheetArea;
  readonly input: readonly (readonly CellInput[])[];
  /** Header and body before (undefined: made now) and after. */
  readonly before: Area | undefined;
  readonly after: Area;
  /**
   * Of a standing table whose formulas name columns it does not have yet: what stands in those columns in the rows there were.
   * They are there before any formula: a row of another month has 0, as a column without a single cell would be filled down by
   * Excel, closed months and all.
   */
  readonly widened?: readonly (readonly CellInput[])[];
}

/** Finds where each planned table stands or will stand; what stops the plan comes back as findings. */
export function findTargets(
  shape: WorkbookShape,
  tables: readonly PlannedTable[],
): { readonly targets: readonly Target[]; readonly blockers: readonly Finding[] } {
  const targets: Target[] = [];
  const blockers: Finding[] = [];
  for (const planned of tables) {
    const definition = definitionOf(planned.table);
    const stands = standing(shape, definition);
    if (stands.is === 'taken') {
      const detail = { table: definition.name, by: stands.by, where: stands.where };
      blockers.push(workbookFinding('table name taken', { detail }));
      continue;
    }
    const table = stands.is === 'absent' ? undefined : stands.table;
    const sheetName = table?.sheet ?? definition.sheet;
    const sheet = findSheet(shape, sheetName);
    const isHusk = stands.is === 'husk';
    if (stands.is === 'ours')
      blockers.push(...missingColumns(planned, stands.table), ...noRoomRight(planned, stands.table, sheet));
    if (table?.isFiltered === true) {
      const place = { sheet: table.sheet, row: table.area.row, column: table.area.column, columns: table.area.columns };
      blockers.push(workbookFinding('table filtered', { place, detail: { table: table.name } }));
    }
    if (sheet === undefined && shape.isStructureProtected) {
      blockers.push(workbookFinding('workbook protected', { detail: { sheet: sheetName } }));
    }
    if (sheet?.isProtected === true) {
      const place = { sheet: sheet.name, row: 0, column: 0 };
      blockers.push(workbookFinding('sheet protected', { place, detail: { sheet: sheet.name } }));
    }
    if (table === undefined && sheet?.used !== undefined) {
      const place = { sheet: sheet.name, ...sheet.used };
      blockers.push(workbookFinding('sheet in the way', { place, detail: { sheet: sheet.name } }));
    }
    targets.push({
      planned,
      definition,
      sheet: sheet?.name ?? sheetName,
      makesSheet: sheet === undefined,
      table,
      isHusk,
    });
  }
  return { targets, blockers };
}

function missingColumns(planned: PlannedTable, table: TableShape): Finding[] {
  const place = { sheet: table.sheet, row: table.area.row, column: table.area.column, columns: table.area.columns };
  const added = addedColumns(planned, table);
  return planned.columns
    .filter((column) => !table.columns.includes(column) && !added.includes(column))
    .map((column) => workbookFinding('column missing', { place, detail: { table: table.name, column } }));
}

function isOptional({ columns }: TableDefinition, heading: string): boolean {
  return columns.some(({ name, optional }) => name === heading && optional === true);
}

/** The columns, of partners and those it may do without, that a table of ours does not have yet: added at its right end. */
function addedColumns(planned: PlannedTable, table: TableShape): readonly string[] {
  const definition = definitionOf(planned.table);
  const { columns, partnerColumns } = definition;
  const isAdded = (heading: string): boolean => {
    const isOwn = columns.some(({ name }) => name === heading);
    return isOwn ? isOptional(definition, heading) : partnerColumns !== undefined;
  };
  return planned.columns.filter((column) => !table.columns.includes(column) && isAdded(column));
}

/** A table grows to the right only where its sheet holds nothing there. */
function noRoomRight(planned: PlannedTable, table: TableShape, sheet: SheetShape | undefined): Finding[] {
  const added = addedColumns(planned, table);
  const right = table.area.column + table.area.columns;
  const used = sheet?.used;
  if (added.length === 0 || used === undefined || used.column + used.columns <= right) return [];
  const place = { sheet: table.sheet, row: table.area.row, column: right, columns: added.length };
  return [workbookFinding('no room for columns', { place, detail: { table: table.name, names: added.join(', ') } })];
}

/** Works out one table's change from the body that was read (absent for a table to be made). */
export function planWrite(target: Target, values: readonly (readonly CellScalar[])[]): TableWrite {
  const { planned, definition, table, isHusk, sheet } = target;
  const standsAs = isHusk ? undefined : table;
  const headings = standsAs === undefined ? planned.columns : [...standsAs.columns, ...addedColumns(planned, standsAs)];
  const row = standsAs?.area.row ?? HEADER_ROW;
  const column = standsAs?.area.column ?? 0;
  const body: ExistingBody = { headings, values: standsAs === undefined ? [] : values };
  const placement = placeRows(planned, definition, body);
  const added = standsAs === undefined ? [] : headings.slice(standsAs.columns.length);
  const isNamed = added.some(
    (heading) => planned.calculated?.[heading] !== undefined && isOptional(definition, heading),
  );

  const first = placement.rows[0]?.at ?? 0;
  const last = placement.rows.at(-1)?.at ?? -1;
  const input: CellInput[][] = Array.from({ length: last - first + 1 }, () => headings.map(() => null));
  for (const { at, cells } of placement.rows) {
    const isCleared = cells.every((cell) => cell === null || 'blank' in cell);
    input[at - first] = cells.map((cell, index) => {
      const template = planned.calculated?.[headings[index] ?? ''];
      if (template !== undefined && !isCleared && (cell === null || 'blank' in cell))
        return fillFormula(template, headings, { headerRow: row, firstColumn: column, row: row + 1 + at });
      return cell === null ? null : cellInput(cell);
    });
  }
  return {
    ...target,
    headings,
    area: { sheet, row: row + 1 + first, column, rows: input.length, columns: headings.length },
    input,
    before: standsAs?.area,
    after: { row, column, rows: placement.bodyRows + 1, columns: headings.length },
    ...(isNamed ? { widened: body.values.map((cells) => added.map(() => (cells.every(isBlank) ? '' : 0))) } : {}),
  };
}

/** The header cells of a table that is made, as Office.js takes them. */
export function headingInput(headings: readonly string[]): CellInput[][] {
  return [headings.map((heading) => asText(heading))];
}
