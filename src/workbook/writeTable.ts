/*
 * The steps that carry out one table's change: its frame, and its cells in blocks. Its looks are `tableLooks`. Used by `writer` only;
 * it calls Excel but decides nothing.
 */
import { type Area, areaAddress, quoteSheet } from './address';
import { type WriteStep, gridBytes, rowsPerRequest } from './requests';
import { type TableDefinition, columnOf } from './schema';
import { firstWorking } from './schema/workings';
import type { TableShape } from './shape';
import { formatSteps } from './tableLooks';
import type { TableWrite } from './tableWrite';
import { type CellInput, asText } from './textCell';
import { headingInput } from './tableWrite';
import { workingsNote } from '../words/workings';

const FRAME_BYTES = 2000;
const STYLE = { input: 'TableStyleLight12', output: 'TableStyleLight9' } as const;
const TAB_COLOUR = '#2F6B5E';
/**
 * What makes a table that is not there yet: its sheet, its frame and looks, its headings; and the columns that formulas name in
 * one that is. Of all tables of a run this comes first: Excel refuses a formula that names a table or a column which is not
 * there, and the formulas of a run name each other's.
 *
 * Headings come last. Should Excel refuse in between, and refuse to have it put back as well, what stands is either a
 * table without a heading of ours, which the next run makes again (`husks`), or one with its looks and all its headings.
 *
 * @param freezes - Keep the headings of a new sheet in view.
 */
export function frameSteps(write: TableWrite, freezes: boolean): WriteStep[] {
  if (write.before !== undefined) return widenSteps(write, write.before);
  return [
    ...(write.makesSheet ? [makeSheet(write)] : []),
    write.table === undefined ? makeTable(write) : remakeTable(write, write.table),
    ...formatSteps(write),
    writeHead(write, freezes),
  ];
}

/**
 * What fills a table: its rows, and of one that stood before its looks and size. One that grows is written first and
 * resized after, so that its new rows are complete when they join it.
 */
export function bodySteps(write: TableWrite): WriteStep[] {
  const cells = cellSteps(write.sheet, write.area.row, write.area.column, write.input);
  if (write.before === undefined) return cells;
  const heads = write.widened === undefined ? addedHeads(write) : [];
  return [...cells, ...heads, ...formatSteps(write), ...resizeSteps(write)];
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

/** Title and note, then the headings: a table takes its column names from its header cells whenever they change. */
function writeHead({ sheet, definition, planned, headings, after }: TableWrite, freezes: boolean): WriteStep {
  return {
    bytes: FRAME_BYTES,
    apply(context) {
      const target = context.workbook.worksheets.getItem(sheet);
      target.getRange('A1:A2').formulas = [[asText(definition.title)], [asText(noteAbove(definition, planned.note))]];
      target.getRange('A1').format.font.bold = true;
      target.getRange('A1').format.font.size = 14;
      target.getRange('A2').format.font.color = '#595959';
      if (freezes) target.freezePanes.freezeRows(after.row + 1);
      target.getRangeByIndexes(after.row, after.column, 1, headings.length).formulas = headingInput(headings);
      // A figure's heading stands over its figures, at the right.
      headings.forEach((heading, index) => {
        const kind = columnOf(definition, heading, planned.columns)?.kind;
        if (kind !== 'money' && kind !== 'number') return;
        target.getRangeByIndexes(after.row, after.column + index, 1, 1).format.horizontalAlignment = 'Right';
      });
    },
  };
}

/** What the table is, and from which column on it is only what its formulas need. */
function noteAbove(definition: TableDefinition, note: string | undefined): string {
  const first = firstWorking(definition.name);
  return `${note ?? noteOf(definition)}${first === undefined ? '' : ` ${workingsNote(first)}`}`;
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

/** A table that was emptied or half made gets its size, its name and its style. */
function remakeTable({ sheet, after, definition }: TableWrite, standing: TableShape): WriteStep {
  return {
    bytes: FRAME_BYTES,
    apply(context) {
      const table = context.workbook.tables.getItem(standing.name);
      table.resize(context.workbook.worksheets.getItem(sheet).getRange(areaAddress(after)));
      if (standing.name !== definition.name) table.name = definition.name;
      table.style = STYLE[definition.holds];
    },
  };
}

function resizeSteps({ table, sheet, before, after, widened }: TableWrite): WriteStep[] {
  const isWide = widened !== undefined || before?.columns === after.columns;
  if (table === undefined || (before?.rows === after.rows && isWide)) return [];
  return [resizeStep(table.name, sheet, areaAddress(after))];
}

/** The headings of columns that a standing table gets at its right end, before it is made to reach over them. */
function addedHeads({ sheet, headings, before, after }: TableWrite): WriteStep[] {
  if (before === undefined || before.columns === after.columns) return [];
  return cellSteps(sheet, after.row, after.column + before.columns, headingInput(headings.slice(before.columns)));
}

/** The columns that formulas of the run name: their headings and what stands in the rows there were, then the table over them. */
function widenSteps(write: TableWrite, before: Area): WriteStep[] {
  const { table, sheet, after, widened } = write;
  if (table === undefined || widened === undefined) return [];
  return [
    ...addedHeads(write),
    ...cellSteps(sheet, before.row + 1, before.column + before.columns, widened),
    resizeStep(table.name, sheet, areaAddress({ ...before, columns: after.columns })),
  ];
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
