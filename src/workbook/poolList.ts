/*
 * The first sheet of ours, `Pool`: every table of the model in use, with a link to it and its state. It plans rows like
 * any other table; only the links are its own.
 */
import { type PlannedTable, numberCell, textCell } from './plan';
import type { WriteStep } from './requests';
import { POOL_TABLE } from './schema';
import { quoteSheet } from './address';
import type { TableWrite } from './tableWrite';

const LISTED = POOL_TABLE.columns.map(({ name }) => name);

/** What one run did to one table. */
export interface ListedTable {
  readonly write: TableWrite;
  readonly rows: number;
}

/** The rows of the list for the tables a run writes. */
export function planPoolList(written: readonly TableWrite[], period: string | undefined, when: Date): PlannedTable {
  return {
    table: POOL_TABLE.name,
    action: 'update',
    columns: LISTED,
    note: 'Every table Poolbook uses in this workbook. Click a name to go to it.',
    rows: written.map(({ definition, after }) => [
      textCell(definition.name),
      textCell(definition.title),
      textCell(definition.holds === 'input' ? 'you' : 'Poolbook'),
      numberCell(after.rows - 1),
      textCell(definition.holds === 'output' ? period : undefined),
      numberCell(excelTime(when)),
    ]),
  };
}

/** A clock time as Excel counts it: days since 1900, in the local time a user reads on the wall. */
export function excelTime(when: Date): number {
  const local = when.getTime() - when.getTimezoneOffset() * 60_000;
  return Math.round((local / 86_400_000 + 25_569) * 86_400) / 86_400;
}

/** Makes the name of every listed table a link to its first cell. `list` is the list's own change. */
export function linkSteps(list: TableWrite, written: readonly TableWrite[]): WriteStep[] {
  const nameAt = list.headings.indexOf('Table');
  return list.input.flatMap((cells, index) => {
    const name = typeof cells[nameAt] === 'string' ? cells[nameAt].replace(/^'/, '') : '';
    const target = written.find(({ definition }) => definition.name === name);
    if (target === undefined) return [];
    const documentReference = `${quoteSheet(target.sheet)}!A${target.after.row + 1}`;
    return [
      {
        bytes: 500,
        apply(context: Excel.RequestContext) {
          const sheet = context.workbook.worksheets.getItem(list.sheet);
          const cell = sheet.getRangeByIndexes(list.area.row + index, list.area.column + nameAt, 1, 1);
          cell.hyperlink = { documentReference, textToDisplay: name, screenTip: target.definition.title };
        },
      },
    ];
  });
}
