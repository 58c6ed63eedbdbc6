/*
 * Reads what the workbook holds of the model: its shape, every table of ours in use, and what is wrong with them. All
 * tasks begin here; it does not touch the user's ledgers.
 */
import { comparedTextFindings } from './comparedText';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { fingerprintOf } from './fingerprint';
import { inputFindings } from './inputRules';
import { frameFindings, tablesInUse } from './ours';
import type { InputBlock } from './plan';
import { partPennyFindings } from './partPennies';
import { shortNamesOf } from './partnerColumns';
import { type TableReading, type TypedRow, readTable } from './readTable';
import { ALL_TABLES, INPUT_TABLES, LIVE_TABLES, definitionOf } from './schema';
import { type WorkbookShape, readShape } from './shape';
import { type TableCells, readTableCells } from './tableCells';

/** The model as it stands in the workbook. */
export interface ModelReading {
  readonly shape: WorkbookShape;
  /** Every table of ours in use, as cells. */
  readonly cells: ReadonlyMap<string, TableCells>;
  /** Every table of ours in use, as typed rows. */
  readonly tables: ReadonlyMap<string, TableReading>;
  /** What is wrong with the frames of tables. */
  readonly frames: readonly Finding[];
  /** What is wrong in the cells of the input tables. */
  readonly inputs: readonly Finding[];
  /** The input tables as they were read, for the writer to compare. */
  readonly blocks: readonly InputBlock[];
}

/** Reads the model: three requests, more only above 5 MB. `withFormulas` for the tables with live formulas. */
export async function readModel(context: Excel.RequestContext, withFormulas = false): Promise<ModelReading> {
  const shape = await readShape(context);
  const inUse = [...tablesInUse(shape).values()];
  const read = await readTableCells(context, inUse, withFormulas ? LIVE_TABLES : []);
  return modelOf(shape, read);
}

/**
 * The model that cells of the workbook's tables make. Pure.
 *
 * @param read - Every table of ours in use, as its cells are.
 */
export function modelOf(shape: WorkbookShape, read: readonly TableCells[]): ModelReading {
  const cells = new Map(read.map((table) => [definitionName(table.name), table]));
  const partners = cells.get('PoolPartners');
  const shortNames = partners === undefined ? [] : shortNamesOf(partners);
  const tables = new Map([...cells].map(([name, table]) => [name, readTable(definitionOf(name), table, shortNames)]));
  const inputNames = INPUT_TABLES.map(({ name }) => name).filter((name) => cells.has(name));
  const inputTables = new Map([...tables].filter(([name]) => inputNames.includes(name)));
  return {
    shape,
    cells,
    tables,
    frames: [
      ...ALL_TABLES.flatMap((definition) => frameFindings(shape, definition)),
      ...(shape.calculates ? [] : [workbookFinding('calculation manual')]),
    ],
    inputs: [
      ...[...inputTables.values()].flatMap(({ findings }) => findings),
      ...inputNames.flatMap((name) => comparedTextFindings(cells.get(name) as TableCells)),
      ...inputNames.flatMap((name) => partPennyFindings(definitionOf(name), cells.get(name) as TableCells)),
      ...inputFindings(inputTables),
    ],
    blocks: inputNames.map((name) => inputBlock(cells.get(name) as TableCells)),
  };
}

/** Excel keeps the case a table was named in; ours are looked up by the name in the schema. */
function definitionName(tableName: string): string {
  return ALL_TABLES.find(({ name }) => name.toLowerCase() === tableName.toLowerCase())?.name ?? tableName;
}

function inputBlock({ name, sheet, row, column, headings, values }: TableCells): InputBlock {
  const area = { sheet, row, column, rows: values.length, columns: headings.length };
  return { what: name, table: name, area, fingerprint: fingerprintOf(values) };
}

/** The rows of a table, none when it is not in use. */
export function rowsOf(model: Pick<ModelReading, 'tables'>, table: string): readonly TypedRow[] {
  return model.tables.get(table)?.rows ?? [];
}
