/*
 * The steps that carry out one table's change: cells in blocks, then the table's frame and looks. Used by `writer` only;
 * it calls Excel but decides nothing.
 */
import { areaAddress, quoteSheet } from './address';
import type { PlannedTable } from './plan';
import { type WriteStep, gridBytes, rowsPerRequest } from './requests';
import { type ColumnDefinition, type TableDefinition, columnOf } from './schema';
import type { TableWrite } from './tableWrite';
import { type CellInput, asText } from './textCell';
import { headingInput } from './tableWrite';

const FRAME_BYTES = 2000;
const STYLE = { input: 'TableStyleLight12', output: 'TableStyleLight9' } as const;
const TAB_COLOUR = '#2F6B5E';
const FORMATS: Readonly<Record<ColumnDefinition['kind'], string>> = {
  text: 'General',
  choice: 'General',
  period: 'General',
  money: '#,##0.00',
  number: 'General',
  date: 'dd/mm/yyyy',
};
const WIDTHS: Readonly<Record<ColumnDefinition['kind'], number>> = {
  text: 120,
  choice: 90,
  period: 60,
  money: 95,
  number: 60,
  date: 80,
};

/**
 * What makes a table that is not there yet: its sheet, its headings, its frame. Of all tables of a run this comes first:
 * Excel refuses a formula that names a table which is not there, and the formulas of a run name each other's tables.
 *
 * @param freezes - Keep the headings of a new sheet in view.
 */
export function frameSteps(write: TableWrite, freezes: boolean): WriteStep[] {
  return [
    ...(write.makesSheet ? [makeSheet(write)] : []),
    ...(write.before === undefined ? [writeHead(write, freezes)] : []),
    ...(write.table === undefined ? [makeTable(write)] : []),
  ];
}

/**
 * What fills a table: its rows, then its size and looks. One that grows is written first and resized after, so that its
 * new rows are complete when they join it; one that stands anew, after it was emptied, has its size first.
 */
export function bodySteps(write: TableWrite): WriteStep[] {
  const cells = cellSteps(write.sheet, write.area.row, write.area.column, write.input);
  const size = write.table === undefined ? [] : resizeSteps(write);
  const rows = write.before === undefined ? [...size, ...cells] : [...cells, ...addedHeads(write), ...size];
  return [...rows, ...formatSteps(write)];
}

/** A grid as blocks of whole rows, each within one request. */
export function cellSteps(
  sheet: string,
  row: number,
  column: number,
  grid: readonly (readonly CellInput[])[],
): WriteStep[] {
  if (grid.length === 0) return [];
  const perStep = rowsPerRequest(gridBytes(grid), grid.length);
  const steps: WriteStep[] = [];
  for (let start = 0; start < grid.length; start += perStep) {
    const part = grid.slice(start, start + perStep).map((cells) => [...cells]);
    steps.push({
      bytes: gridBytes(part) + 200,
      apply(context) {
        const target = context.workbook.worksheets.getItem(sheet);
        target.getRangeByIndexes(row + start, column, part.length, part[0]?.length ?? 0).formulas = part;
      },
    });
  }
  return steps;
}

function makeSheet({ sheet }: TableWrite): WriteStep {
  return {
    bytes: 300,
    apply(context) {
      context.workbook.worksheets.add(sheet).tabColor = TAB_COLOUR;
    },
  };
}

/** Title, note and headings, before the table is made: a table takes its column names from its header cells. */
function writeHead({ sheet, definition, planned, headings, after }: TableWrite, freezes: boolean): WriteStep {
  return {
    bytes: FRAME_BYTES,
    apply(context) {
      const target = context.workbook.worksheets.getItem(sheet);
      target.getRange('A1:A2').formulas = [[asText(definition.title)], [asText(planned.note ?? noteOf(definition))]];
      target.getRange('A1').format.font.bold = true;
      target.getRange('A1').format.font.size = 14;
      target.getRange('A2').format.font.color = '#595959';
      target.getRangeByIndexes(after.row, after.column, 1, headings.length).formulas = headingInput(headings);
      if (freezes) target.freezePanes.freezeRows(after.row + 1);
    },
  };
}

function noteOf({ holds }: TableDefinition): string {
  return holds === 'input'
    ? 'Filled in by you. Poolbook reads this table; columns and notes of your own may stand beside it.'
    : 'Written by Poolbook. Each run replaces the rows of its own period.';
}

function makeTable({ sheet, after, definition }: TableWrite): WriteStep {
  return {
    bytes: FRAME_BYTES,
    apply(context) {
      const table = context.workbook.tables.add(`${quoteSheet(sheet)}!${areaAddress(after)}`, true);
      table.name = definition.name;
      table.style = STYLE[definition.holds];
    },
  };
}

function resizeSteps({ table, sheet, before, after }: TableWrite): WriteStep[] {
  const isSame = before !== undefined && before.rows === after.rows && before.columns === after.columns;
  if (table === undefined || isSame) return [];
  return [resizeStep(table.name, sheet, areaAddress(after))];
}

/** The headings of columns that a standing table gets at its right end, before it is made to reach over them. */
function addedHeads({ sheet, headings, before, after }: TableWrite): WriteStep[] {
  if (before === undefined || before.columns === after.columns) return [];
  return cellSteps(sheet, after.row, after.column + before.columns, headingInput(headings.slice(before.columns)));
}

/** Gives a table a new size. */
export function resizeStep(table: string, sheet: string, address: string): WriteStep {
  return {
    bytes: 400,
    apply(context) {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      context.workbook.tables.getItem(table).resize(range);
    },
  };
}

/** Texts longer than this are read in the formula bar. */
const WIDEST_POINTS = 260;

/** Number formats of the rows that are new, and column widths of a table that is. */
function formatSteps(write: TableWrite): WriteStep[] {
  const { sheet, definition, planned, headings, before, after } = write;
  const first = before === undefined ? after.row + 1 : before.row + before.rows;
  const rows = after.row + after.rows - first;
  const added = before === undefined ? headings.length : before.columns;
  if (rows <= 0 && added === headings.length) return [];
  return [
    {
      bytes: FRAME_BYTES + headings.length * 300,
      apply(context) {
        const target = context.workbook.worksheets.getItem(sheet);
        headings.forEach((heading, index) => {
          const column = columnOf(definition, heading, planned.columns);
          if (column === undefined) return;
          const format = formatOf(column);
          const isAdded = index >= added;
          if (rows <= 0 && !isAdded) return;
          const range = isAdded
            ? target.getRangeByIndexes(after.row + 1, after.column + index, after.rows - 1, 1)
            : target.getRangeByIndexes(first, after.column + index, rows, 1);
          // One text for the whole column: Excel takes it for every cell of the range.
          if (format !== 'General') range.numberFormat = format as unknown as string[][];
          if (before !== undefined && !isAdded) return;
          range.format.columnWidth = widthOf(column, longestText(planned, heading));
          if (definition.holds === 'input') offerWords(range, column);
        });
      },
    },
  ];
}

/** A list to choose from where a column knows its words. It offers and never stops: `check` names what is not known. */
function offerWords(range: Excel.Range, { words }: ColumnDefinition): void {
  if (words === undefined) return;
  range.dataValidation.rule = { list: { inCellDropDown: true, source: words.join(',') } };
  range.dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
}

/** A run is at a time of day; every other date is a day. */
function formatOf({ name, kind }: ColumnDefinition): string {
  return name === 'When' || name === 'Last written' ? 'dd/mm/yyyy hh:mm' : FORMATS[kind];
}

/** The width of a column in points: wide enough for its heading and its texts, up to a limit. */
function widthOf(column: ColumnDefinition, longestText: number): number {
  if (column.name === 'What to do' || column.name === 'Reason' || column.name === 'Why') return WIDEST_POINTS;
  const forTexts = Math.min(WIDEST_POINTS, longestText * 5.5 + 12);
  return Math.max(WIDTHS[column.kind], column.name.length * 6.5 + 20, forTexts);
}

/** The number of letters of the longest text that a column begins with; the first rows tell enough. */
function longestText({ columns, rows }: PlannedTable, heading: string): number {
  const at = columns.indexOf(heading);
  return rows.slice(0, 500).reduce((longest, row) => {
    const cell = row[at];
    return cell !== undefined && 'text' in cell ? Math.max(longest, cell.text.length) : longest;
  }, 0);
}
