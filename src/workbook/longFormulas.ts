/*
 * Formulas that Excel would refuse for their length. The plan asks, so that a workbook of many partners with long names is
 * told before anything is written; it shortens nothing.
 *
 * Source: Excel specifications and limits, length of formula contents: 8,192 characters.
 */
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { fillFormula, placeRows } from './placement';
import { HEADER_ROW } from './schema';
import type { TableCells } from './tableCells';
import type { Target } from './tableWrite';

/** The most characters Excel takes in a formula, the = among them. */
export const FORMULA_LIMIT = 8_192;

/**
 * One finding for each column whose formula is too long in the row where it is longest, the last one.
 *
 * @param cells - The bodies of our tables, as the task has read them.
 * @example a column whose formula has 10,240 characters in row 900 -> length 10240, limit 8192
 */
export function longFormulas(targets: readonly Target[], cells: ReadonlyMap<string, TableCells>): readonly Finding[] {
  return targets.flatMap((target) => {
    const { planned, table, definition, isHusk } = target;
    const calculated = Object.entries(planned.calculated ?? {});
    if (calculated.length === 0 || planned.rows.length === 0) return [];
    const stands = isHusk ? undefined : table;
    const headings = [...new Set([...(stands?.columns ?? []), ...planned.columns])];
    const values = stands === undefined ? [] : (cells.get(definition.name)?.values ?? []);
    const { targets: places } = placeRows(planned, definition, { headings, values });
    const headerRow = stands?.area.row ?? HEADER_ROW;
    // A row further down has an address at least as long.
    const row = headerRow + 1 + places.reduce((last, at) => Math.max(last, at), 0);
    const firstColumn = stands?.area.column ?? 0;
    return calculated.flatMap(([column, template]): Finding[] => {
      const { length } = fillFormula(template, headings, { headerRow, firstColumn, row });
      if (length <= FORMULA_LIMIT) return [];
      const at = stands?.columns.indexOf(column) ?? -1;
      const place = stands === undefined || at < 0 ? {} : { place: { sheet: stands.sheet, row: headerRow, column: firstColumn + at } }; // prettier-ignore
      const detail = { table: definition.name, column, length, limit: FORMULA_LIMIT };
      return [workbookFinding('formula too long', { ...place, detail })];
    });
  });
}
