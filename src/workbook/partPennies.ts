/*
 * Money typed or calculated in an input table with part of a penny. Model and formulas take each cell to the nearest penny;
 * that is never done without saying so, because three thirds of a sum no longer total it.
 */
import { poundsToPence, readNumber } from '../money/exact';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { TableDefinition } from './schema';
import type { TableCells } from './tableCells';

/**
 * One finding for each money column of a table with such cells, at the first of them.
 *
 * @example Amount of PoolBudgets holds =100/3 three times -> `cell part penny` (cells 3, text 33.3333333333333; left 33.33)
 */
export function partPennyFindings({ columns }: TableDefinition, cells: TableCells): Finding[] {
  return columns
    .filter(({ kind }) => kind === 'money')
    .flatMap(({ name }): Finding[] => {
      const at = cells.headings.indexOf(name);
      const found = cells.values.flatMap((values, index) =>
        hasPartPenny(values[at]) ? [{ index, cell: values[at] }] : [],
      );
      const [first] = found;
      if (first === undefined) return [];
      const pence = poundsToPence(first.cell as number);
      return [
        workbookFinding('cell part penny', {
          place: { sheet: cells.sheet, row: cells.row + first.index, column: cells.column + at },
          ...(pence.ok ? { leftPence: pence.value } : {}),
          detail: {
            table: cells.name,
            column: name,
            cells: found.length,
            text: readNumber(first.cell as number).toString(),
          },
        }),
      ];
    });
}

/** Less of a penny than any sum leaves: Excel keeps =1000000.1-999999.9 as 0.199999999953434, and shows 0.20. */
const NO_PART = 0.001;

/** Whether a cell is an amount that can be read and is no whole number of pence; 0.1 + 0.2 is one. */
function hasPartPenny(cell: unknown): boolean {
  if (typeof cell !== 'number') return false;
  const pence = poundsToPence(cell);
  return pence.ok && readNumber(cell).times(100).minus(pence.value).abs().greaterThan(NO_PART);
}
