/*
 * How a list of the workbook is handed to reading a ledger: its cells as a block, and the Table it is in PoolSources.
 */
import type { LedgerBlock } from '../../ledger/ledgerLine';
import { areaAddress, cellAddress, quoteSheet } from '../../workbook/address';
import { type Part } from './parts';

/** The ledger's block as the reader takes it: heading row first. */
export function ledgerBlock({ block, grid }: Part): LedgerBlock {
  const from = block.headerRow - grid.top;
  const values = grid.values
    .slice(from, block.lastRow - grid.top + 1)
    .map((row) => row.slice(block.firstColumn - grid.left, block.lastColumn - grid.left + 1));
  return { sheet: block.sheet, row: block.headerRow, column: block.firstColumn, values };
}

/**
 * How `PoolSources` points at a block: the Excel table's name, else its heading row; with its last row when another block
 * follows below, because the rows under a heading run down to the last used one.
 */
export function tableReference({ block }: Part): string {
  if (block.table !== undefined) return block.table;
  const columns = block.lastColumn - block.firstColumn + 1;
  const rows = block.isFollowed ? block.lastRow - block.headerRow + 1 : 1;
  const area = { row: block.headerRow, column: block.firstColumn, rows, columns };
  const address = columns === 1 && rows === 1 ? cellAddress(area.row, area.column) : areaAddress(area);
  return `${quoteSheet(block.sheet)}!${address}`;
}
