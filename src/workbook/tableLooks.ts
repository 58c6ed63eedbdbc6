/*
 * How a table of ours looks: number formats by column, widths, lists to choose from. It writes no figure and no text.
 */
import type { PlannedTable } from './plan';
import type { WriteStep } from './requests';
import { type ColumnDefinition, columnOf } from './schema';
import type { TableWrite } from './tableWrite';

const STEP_BYTES = 2000;
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

/** Texts longer than this are read in the formula bar. */
const WIDEST_POINTS = 260;

/** Number formats of the rows that are new, and column widths of a table that is. */
export function formatSteps(write: TableWrite): WriteStep[] {
  const { sheet, definition, planned, headings, before, after } = write;
  const first = before === undefined ? after.row + 1 : before.row + before.rows;
  const rows = after.row + after.rows - first;
  const added = before === undefined ? headings.length : before.columns;
  if (rows <= 0 && added === headings.length) return [];
  return [
    {
      bytes: STEP_BYTES + headings.length * 300,
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
