/*
 * Where formulas of a workbook use our functions: every sheet is read once, in requests under 5 MB. It changes nothing and
 * knows nothing of which cells are ours.
 */
import type { Place } from './finding';
import { readAreas } from './requests';
import type { WorkbookShape } from './shape';

/**
 * Whether a formula calls a function of ours. Where the add-in has never been loaded Excel keeps the name in another form.
 *
 * @example usesPool('=1+POOL.SPLIT(A1,B1:D1)') -> true; usesPool('="POOL.SPLIT("') -> false
 */
export function usesPool(formula: string): boolean {
  const withoutTexts = formula.replace(/"[^"]*"/g, '""');
  return formula.startsWith('=') && /(?:^|[^\w.])(?:_xldudf_)?POOL[._][A-Z]+\(/i.test(withoutTexts);
}

/** Every cell with such a formula, sheet by sheet. */
export async function poolCells(context: Excel.RequestContext, shape: WorkbookShape): Promise<readonly Place[]> {
  const used = shape.sheets.flatMap(({ name, used: area }) => (area === undefined ? [] : [{ sheet: name, ...area }]));
  const answers = await readAreas(
    context,
    used.map((area) => ({ ...area, properties: ['formulas'] as const })),
  );
  return used.flatMap(({ sheet, row, column }, index) =>
    (answers[index]?.formulas ?? []).flatMap((cells, r) =>
      cells.flatMap((cell, c) =>
        typeof cell === 'string' && usesPool(cell) ? [{ sheet, row: row + r, column: column + c }] : [],
      ),
    ),
  );
}
