/*
 * A cell or range as a user reads its address. Addresses for formulas are `workbook/address`.
 */
import { sheetAddress } from '../workbook/address';
import type { Place } from '../workbook/finding';

/** The address of a place. @example placeWords({ sheet: 'Ledger', row: 9, column: 0 }) -> 'Ledger!A10' */
export function placeWords({ sheet, row, column, rows = 1, columns = 1 }: Place): string {
  return sheetAddress({ sheet, row, column, rows, columns });
}
