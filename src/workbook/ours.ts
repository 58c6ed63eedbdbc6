/*
 * Which tables of a workbook are ours, and what is wrong with their frame: a name taken by something else, a column
 * renamed or missing, the heading moved. It does not look at the rows.
 *
 * A table with a name of the model is ours when it stands on the sheet of that name, or has every column of the model.
 * Anything else with that name is the user's, and stops a plan: we neither write to it nor rename it. What a refused or
 * undone run left of a table of ours is `husks`.
 */
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { isHusk, unnamedHusk } from './husks';
import { ALL_TABLES, HEADER_ROW, type TableDefinition, neededColumns } from './schema';
import { type TableShape, type WorkbookShape, findName, findTable } from './shape';

/** A table of the model in this workbook: either ours, absent, or its name is taken. */
export type Standing =
  | { readonly is: 'ours'; readonly table: TableShape; readonly missing: readonly string[] }
  | { readonly is: 'absent' }
  /** What an undo or a refused run left of a table of ours: nothing stands in it, and it is made again. */
  | { readonly is: 'husk'; readonly table: TableShape }
  | { readonly is: 'taken'; readonly by: 'table' | 'name'; readonly where: string };

/** How a table of the model stands in the workbook. */
export function standing(shape: WorkbookShape, definition: TableDefinition): Standing {
  const table = findTable(shape, definition.name);
  if (table === undefined) {
    const name = findName(shape, definition.name);
    if (name !== undefined) return { is: 'taken', by: 'name', where: name.refersTo };
    const unnamed = unnamedHusk(shape, definition.sheet);
    return unnamed === undefined ? { is: 'absent' } : { is: 'husk', table: unnamed };
  }
  const missing = neededColumns(definition).filter((name) => !table.columns.includes(name));
  const onOurSheet = table.sheet.toLowerCase() === definition.sheet.toLowerCase();
  if (onOurSheet && missing.length > 0 && isHusk(shape, table, definition)) return { is: 'husk', table };
  if (missing.length === 0 || onOurSheet) return { is: 'ours', table, missing };
  return { is: 'taken', by: 'table', where: table.sheet };
}

/** The tables of ours that are in use, by name; damaged ones are among them. */
export function tablesInUse(shape: WorkbookShape): Map<string, TableShape> {
  const found = new Map<string, TableShape>();
  for (const definition of ALL_TABLES) {
    const stands = standing(shape, definition);
    if (stands.is === 'ours') found.set(definition.name, stands.table);
  }
  return found;
}

/** What is wrong with the frame of one table; empty when it is sound or absent. */
export function frameFindings(shape: WorkbookShape, definition: TableDefinition): Finding[] {
  const stands = standing(shape, definition);
  if (stands.is === 'absent' || stands.is === 'husk') return [];
  if (stands.is === 'taken') {
    const detail = { table: definition.name, by: stands.by, where: stands.where };
    return [workbookFinding('table name taken', { detail })];
  }
  const { table, missing } = stands;
  const place = { sheet: table.sheet, row: table.area.row, column: table.area.column, columns: table.area.columns };
  const findings = missing.map(
    (column): Finding => workbookFinding('column missing', { place, detail: { table: table.name, column } }),
  );
  if (!table.showsHeader) {
    findings.push(workbookFinding('header hidden', { place, detail: { table: table.name } }));
  } else if (table.area.row !== HEADER_ROW) {
    const detail = { table: table.name, row: table.area.row + 1 };
    findings.push(workbookFinding('header moved', { place, detail }));
  }
  return findings;
}
