/*
 * The first sheet of ours, `Pool`: every table of the model in use, with a link to it and its state. It plans rows like
 * any other table; only the links are its own.
 */
import { type PlannedTable, numberCell, textCell } from './plan';
import type { WriteStep } from './requests';
import { tablesInUse } from './ours';
import { type TableDefinition, POOL_TABLE, definitionOf } from './schema';
import type { WorkbookShape } from './shape';
import { quoteSheet } from './address';
import type { TableWrite } from './tableWrite';

const LISTED = POOL_TABLE.columns.map(({ name }) => name);

/** A table of the list: where it stands, how many rows it has, and whether this run writes it. */
export interface ListedTable {
  readonly definition: TableDefinition;
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly isWritten: boolean;
}

/** The tables to list: those a run writes, and the user's own that it leaves alone, whoever made them. */
export function tablesToList(written: readonly TableWrite[], shape: WorkbookShape): readonly ListedTable[] {
  const names = new Set(written.map(({ definition }) => definition.name));
  return [
    ...written.map(
      ({ definition, sheet, after }): ListedTable => ({
        definition,
        sheet,
        headerRow: after.row,
        rows: after.rows - 1,
        isWritten: true,
      }),
    ),
    ...[...tablesInUse(shape)].flatMap(([name, { sheet, area, body }]): ListedTable[] => {
      const definition = definitionOf(name);
      if (names.has(name) || definition.holds !== 'input') return [];
      return [{ definition, sheet, headerRow: area.row, rows: body.rows, isWritten: false }];
    }),
  ];
}

/** The rows of the list; of a table that the run leaves alone it is not known when it was written. */
export function planPoolList(listed: readonly ListedTable[], period: string | undefined, when: Date): PlannedTable {
  return {
    table: POOL_TABLE.name,
    action: 'update',
    columns: LISTED,
    note: 'Every table Poolbook uses in this workbook. Click a name to go to it.',
    rows: listed.map(({ definition, rows, isWritten }) => [
      textCell(definition.name),
      textCell(definition.title),
      textCell(definition.holds === 'input' ? 'you' : 'Poolbook'),
      numberCell(rows),
      textCell(definition.holds === 'output' ? period : undefined),
      numberCell(isWritten ? excelTime(when) : undefined),
    ]),
  };
}

/** A clock time as Excel counts it: days since 1900, in the local time a user reads on the wall. */
export function excelTime(when: Date): number {
  const local = when.getTime() - when.getTimezoneOffset() * 60_000;
  return Math.round((local / 86_400_000 + 25_569) * 86_400) / 86_400;
}

/** Makes the name of every listed table a link to its first cell. `list` is the list's own change. */
export function linkSteps(list: TableWrite, listed: readonly ListedTable[]): WriteStep[] {
  const nameAt = list.headings.indexOf('Table');
  return list.input.flatMap((cells, index) => {
    const name = typeof cells[nameAt] === 'string' ? cells[nameAt].replace(/^'/, '') : '';
    const target = listed.find(({ definition }) => definition.name === name);
    if (target === undefined) return [];
    const documentReference = `${quoteSheet(target.sheet)}!A${target.headerRow + 1}`;
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
