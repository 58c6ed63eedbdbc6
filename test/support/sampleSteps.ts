/*
 * What a finance lead does to a sample between runs, through Office.js alone, so that the same steps run in Node and, sent
 * as text, in the pane's frame in a browser. Each step stands by itself: it may use nothing but `Excel` and its arguments.
 */

/**
 * The samples, the month each is reconciled for, how many months of its year that is, and whether Poolbook's input tables
 * are filled in already, so that no model is built first.
 */
export const SAMPLES = [
  { file: 'derby-shadow-pool-2008-09.xlsx', period: '2008-09', months: 6, isFilledIn: false },
  { file: 'leicester-learning-disability-2004-05.xlsx', period: '2004-12', months: 9, isFilledIn: false },
  { file: 'leeds-mental-health-2012-13.xlsx', period: '2012-06', months: 3, isFilledIn: false },
  { file: 'derby-shadow-pool-agreed-2008-09.xlsx', period: '2008-09', months: 6, isFilledIn: true },
  { file: 'leicester-learning-disability-agreed-2004-05.xlsx', period: '2004-12', months: 9, isFilledIn: true },
  { file: 'leeds-mental-health-agreed-2012-13.xlsx', period: '2012-06', months: 3, isFilledIn: true },
  { file: 'equipment-consortium-2001-02.xlsx', period: '2001-06', months: 3, isFilledIn: true },
] as const;

/** One row of the statement: pounds as the cells show them. */
export interface StatementRow {
  readonly line: string;
  readonly partner: string;
  readonly annualBudget: number;
  readonly budgetToDate: number;
  readonly actualToDate: number;
  readonly varianceToDate: number;
}

/** The statement's rows of a period. */
export function readStatement(period: string): Promise<StatementRow[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem('PoolStatement').getRange().load('values');
    await context.sync();
    const [headings = [], ...rows] = range.values as (string | number)[][];
    const column = (name: string): number => headings.indexOf(name);
    return rows
      .filter((row) => row[column('Period')] === period)
      .map((row) => ({
        line: String(row[column('Line')]),
        partner: String(row[column('Partner')]),
        annualBudget: Number(row[column('Annual budget')]),
        budgetToDate: Number(row[column('Budget to date')]),
        actualToDate: Number(row[column('Actual to date')]),
        varianceToDate: Number(row[column('Variance to date')]),
      }));
  });
}

/** Raises the first budget of the model by an amount; returns whose it was. */
export function raiseFirstBudget(byPounds: number): Promise<{ line: string; partner: string }> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('PoolBudgets');
    const range = table.getRange().load('values');
    await context.sync();
    const [headings = [], first = []] = range.values as (string | number)[][];
    const at = headings.indexOf('Amount');
    range.getCell(1, at).values = [[Number(first[at]) + byPounds]];
    await context.sync();
    return { line: String(first[headings.indexOf('Line')]), partner: String(first[headings.indexOf('Partner')]) };
  });
}

/** Raises the first amount of the first ledger named in PoolSources; returns whose ledger it is. */
export function raiseFirstPosting(byPounds: number): Promise<string> {
  return Excel.run(async (context) => {
    const sources = context.workbook.tables.getItem('PoolSources').getRange().load('values');
    await context.sync();
    const [headings = [], first = []] = sources.values as string[][];
    const where = String(first[headings.indexOf('Table')]);
    const amount = String(first[headings.indexOf('Amount')]).split(';')[0];
    const parts = /^'?(.*?)'?!(.*)$/.exec(where);
    const heading = parts
      ? context.workbook.worksheets.getItem(parts[1] ?? '').getRange(parts[2] ?? '')
      : context.workbook.tables.getItem(where).getHeaderRowRange();
    heading.load('values');
    await context.sync();
    const cell = heading
      .getOffsetRange(1, 0)
      .getCell(0, (heading.values[0] as string[]).indexOf(amount ?? ''))
      .load('values');
    await context.sync();
    cell.values = [[Number(cell.values[0]?.[0]) + byPounds]];
    await context.sync();
    return String(first[headings.indexOf('Partner')]);
  });
}
