/*
 * Addresses as users write them in PoolSources, and as findings show them.
 */
import { parseSheetAddress, sheetAddress } from '../../src/workbook/address';

test.each([
  ['Ledger!A10:F10', { sheet: 'Ledger', row: 9, column: 0, rows: 1, columns: 6 }],
  ["'St John''s 2004'!$B$2:$AA$9", { sheet: "St John's 2004", row: 1, column: 1, rows: 8, columns: 26 }],
  // As Excel keeps what a user types: the first quote marks it as text and is gone.
  ["Council ledger'!A4:G4", { sheet: 'Council ledger', row: 3, column: 0, rows: 1, columns: 7 }],
  ["='PCT M6'!C4", { sheet: 'PCT M6', row: 3, column: 2, rows: 1, columns: 1 }],
  ['Council ledger!F10:A10', { sheet: 'Council ledger', row: 9, column: 0, rows: 1, columns: 6 }],
])('%s', (text, area) => {
  expect(parseSheetAddress(text)).toEqual(area);
});

test.each(['A1:B2', 'Ledger', 'Ledger!', 'Ledger!A1:B2:C3', 'Ledger!A0', 'Ledger!AAAA1', 'Ledger!1:2', '!A1', ''])(
  '%s is no address on a sheet',
  (text) => {
    expect(parseSheetAddress(text)).toBeUndefined();
  },
);

test('an address reads back as what it was made from', () => {
  for (const sheet of ['Ledger', "St John's", 'Pool budgets', '2004', 'A1', 'R1C1']) {
    const area = { sheet, row: 4, column: 27, rows: 3, columns: 2 };
    expect(parseSheetAddress(sheetAddress(area))).toEqual(area);
  }
});
