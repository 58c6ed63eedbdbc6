/*
 * Finds the user's ledgers that `PoolSources` points at, and reads them. What a row of a ledger means is not known here:
 * `src/ledger` reads the cells.
 */
import { cellText, comparable } from '../ledger/cells';
import type { LedgerBlock } from '../ledger/ledgerLine';
import { type Area, type SheetArea, areaAddress, parseSheetAddress, sheetAddress } from './address';
import type { Finding, Place } from './finding';
import { workbookFinding } from './findings';
import { askMerged, mergedAreas } from './merged';
import { type CellScalar, type ReadWatcher, gridBytes, readAreas } from './requests';
import { type WorkbookShape, findName, findSheet, findTable } from './shape';

/** A ledger's place: the header row first, the rows below it. */
export interface LedgerPlace {
  readonly area: SheetArea;
  /** The Excel table it is, if it is one. */
  readonly table?: string;
  /** For rows that run down to the last used one: the row after it. */
  readonly endRow?: number;
}

/**
 * Finds what a `Table` cell of `PoolSources` names: an Excel table, a defined name, or the address of a header row whose
 * rows run down to the last used row of the sheet. A name or address of several rows is taken as it is.
 *
 * @param cell - The place of the `Table` cell, for the finding.
 */
export function findLedger(shape: WorkbookShape, text: string, cell: Place): LedgerPlace | Finding {
  const table = findTable(shape, text);
  if (table !== undefined) {
    if (!table.showsHeader) return workbookFinding('source without header', { place: cell, detail: { text } });
    const area = { sheet: table.sheet, ...table.area, rows: table.body.row + table.body.rows - table.area.row };
    return { area, table: table.name };
  }
  const area = parseSheetAddress(findName(shape, text)?.refersTo ?? text);
  const sheet = area && findSheet(shape, area.sheet);
  if (area === undefined || sheet === undefined) {
    return workbookFinding('source not found', { place: cell, detail: { text } });
  }
  const named = { ...area, sheet: sheet.name };
  if (area.rows > 1) return { area: named };
  const endRow = sheet.used === undefined ? area.row + 1 : sheet.used.row + sheet.used.rows;
  return { area: { ...named, rows: Math.max(1, endRow - area.row) }, endRow };
}

/** A ledger's cells, and how wide a row of them is. */
export interface LedgerCells extends LedgerBlock {
  readonly values: readonly (readonly CellScalar[])[];
  readonly bytesPerRow: number;
}

const SAMPLE_ROWS = 60;

/**
 * Reads ledgers whole. A first request takes the top of each, to learn how wide its rows are; the rest is sized by that,
 * so that no answer exceeds 5 MB.
 */
export async function readLedgers(
  context: Excel.RequestContext,
  places: readonly LedgerPlace[],
  watch?: ReadWatcher,
): Promise<LedgerCells[]> {
  const tops = places.map(({ area }) => ({ ...area, rows: Math.min(area.rows, SAMPLE_ROWS) }));
  const samples = await readAreas(
    context,
    tops.map((area) => ({ ...area, properties: ['values'] as const })),
  );
  const widths = samples.map(({ values = [] }) => (gridBytes(values) / Math.max(1, values.length)) * 1.25);
  const rest = places.map(({ area }, index) => {
    const taken = tops[index]?.rows ?? 0;
    return { ...area, row: area.row + taken, rows: area.rows - taken };
  });
  const bodies = await readAreas(
    context,
    rest.map((area, index) => ({ ...area, properties: ['values'] as const, bytesPerRow: widths[index] ?? 1 })),
    watch,
  );
  return places.map(({ area }, index) => ({
    sheet: area.sheet,
    row: area.row,
    column: area.column,
    values: [...(samples[index]?.values ?? []), ...(bodies[index]?.values ?? [])],
    bytesPerRow: widths[index] ?? 1,
  }));
}

/** A ledger whose heading row is looked at. `needed` are the headings that PoolSources names. */
export interface HeadedLedger {
  readonly name: string;
  readonly cells: LedgerBlock;
  readonly needed: readonly string[];
}

/**
 * Headings in use that are merged over several columns: only the first of them has a name, and the others would be left
 * out. Asked only where a heading is blank, because the question empties Excel's undo list on the desktop (office-js
 * #5918).
 */
export async function mergedHeadings(
  context: Excel.RequestContext,
  ledgers: readonly HeadedLedger[],
): Promise<Finding[]> {
  const doubtful = ledgers.filter(({ cells }) => (cells.values[0] ?? []).some((heading) => heading === ''));
  if (doubtful.length === 0) return [];
  const asked = doubtful.map((ledger) => {
    const { cells } = ledger;
    const header: Area = { row: cells.row, column: cells.column, rows: 1, columns: cells.values[0]?.length ?? 1 };
    const range = context.workbook.worksheets.getItem(cells.sheet).getRange(areaAddress(header));
    return { ledger, merged: askMerged(range) };
  });
  await context.sync();
  return asked.flatMap(({ ledger, merged }) => mergedAreas(merged).flatMap((area) => mergedFinding(ledger, area)));
}

function mergedFinding({ name, cells, needed }: HeadedLedger, merged: Area): Finding[] {
  const area = { ...merged, sheet: cells.sheet };
  // A heading merged downwards is one column and harmless.
  if (area.columns === 1) return [];
  const heading = comparable(cellText(cells.values[0]?.[area.column - cells.column] ?? ''));
  if (!needed.some((each) => comparable(each) === heading)) return [];
  return [workbookFinding('header merged', { place: area, detail: { table: name, address: sheetAddress(area) } })];
}
