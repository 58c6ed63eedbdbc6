/*
 * Every column of every input table, with what nobody may mean in it: each is told, in the very cell where the column does
 * not say otherwise here. The columns come from the schema, so that a new one cannot be left out.
 */
import { checkMonth } from '../../src/tasks/check';
import { type StatementPeriod, statementPeriod } from '../../src/tasks/reconcile/period';
import { type ReconcileReading, readReconcile } from '../../src/tasks/reconcile/readReconcile';
import type { Finding } from '../../src/workbook/finding';
import { modelOf } from '../../src/workbook/readModel';
import type { CellScalar } from '../../src/workbook/requests';
import { type ColumnDefinition, INPUT_TABLES } from '../../src/workbook/schema';
import type { TableCells } from '../../src/workbook/tableCells';
import { describeFinding } from '../../src/words/findings';
import type { TestHost } from '../support/host';
import { EVERYTHING } from './everyTable';
import { quiet } from './fixture';
import { PERIOD, day, openPool, runReconcileTask, runSettle } from './settle/fixture';

jest.setTimeout(300_000);

/** Text that is nobody's name and no figure. */
const NOBODY = 'Nobody At All';

/** What a cell of each kind may not hold. */
const WRONG: Readonly<Record<ColumnDefinition['kind'], readonly CellScalar[]>> = {
  text: [NOBODY, '#N/A'],
  choice: ['perhaps', 42, true, '#N/A'],
  money: ['abc', '12,0', true, 0.005, 1e16, '#N/A'],
  number: ['abc', true, '#N/A'],
  date: ['soon', '31/02/2026', true, -5, day(4, 1) + 0.5, 3e6, '#N/A'],
  period: ['2026-13', 'June', true, day(6, 1), '1999-01', '#N/A'],
};

/** Columns of text in which anything is right: nothing is looked up by it. */
const ANY_TEXT = new Set([
  'PoolPartners[Known as]',
  'PoolArrangements[Service line]',
  'PoolArrangements[Area]',
  'PoolArrangements[Phase]',
  'PoolLines[Description]',
  'PoolBudgets[Reason]',
  'PoolForecasts[Reason]',
  'PoolPeriods[Taken from]',
  'PoolPeriods[Agreed by]',
  'PoolAdjustments[Reason]',
  'PoolAdjustments[By]',
  'PoolStaff[Profession]',
  // Names that the row itself gives, and that nothing else has to name.
  'PoolContributions[Source]',
  'PoolGrants[Grant]',
  'PoolProjects[Item]',
  'PoolStaff[Post]',
  'PoolPlacements[Case]',
]);

/** Names that are told where they are used: another name there would be as right as any. A ledger's headings are in it. */
const TOLD_WHERE_USED = new Set([
  'PoolPartners[Partner]',
  'PoolPartners[Short name]',
  'PoolPartners[Part of]',
  'PoolArrangements[Pool]',
  'PoolShares[Set]',
  'PoolLines[Line]',
  'PoolProfiles[Profile]',
  'PoolCodes[Code]',
  'PoolProjects[Project]',
  ...['Period', 'Date', 'Code', 'Counterparty', 'Reference', 'Amount', 'VAT'].map((name) => `PoolSources[${name}]`),
]);

const month = statementPeriod(PERIOD) as StatementPeriod;
let host: TestHost;
let reading: ReconcileReading;
let known: ReadonlySet<string>;

beforeAll(async () => {
  host = await openPool(EVERYTHING);
  await runReconcileTask();
  await runSettle();
  reading = await read();
  known = new Set(checkMonth(reading, month).findings.map(keyOf));
});

function read(): Promise<ReconcileReading> {
  return host.run((context) => readReconcile(context, quiet));
}

function keyOf({ kind, place, partner, detail }: Finding): string {
  return JSON.stringify([kind, place?.sheet, place?.row, place?.column, partner, detail]);
}

/** That a run is out of date says nothing of what is wrong. */
const FOLLOWS = new Set(['inputs changed', 'ledger changed', 'figure differs', 'row missing', 'row unknown', 'settled balance moved', 'exposure out of date']); // prettier-ignore

/** What is told with one cell changed that is not told without. */
async function told(cells: TableCells, row: number, at: number, value: CellScalar): Promise<Finding[]> {
  const { findings } = checkMonth(await changedBy(cells, row, at, value), month);
  return findings.filter((finding) => !FOLLOWS.has(finding.kind) && !known.has(keyOf(finding)));
}

/** The workbook with one cell changed. What PoolSources says decides what is read, so there it is typed in and read again. */
async function changedBy(
  { name, sheet, row: top, column: left, values }: TableCells,
  row: number,
  at: number,
  value: CellScalar,
): Promise<ReconcileReading> {
  if (name === 'PoolSources') {
    const cells = host.book.sheet(sheet);
    cells?.setContent(top + row, left + at, value);
    const changed = await read();
    cells?.setContent(top + row, left + at, values[row]?.[at] ?? '');
    return changed;
  }
  const changed = values.map((cells, index) =>
    index === row ? cells.map((cell, each) => (each === at ? value : cell)) : cells,
  );
  const tables = [...reading.model.cells.values()].map((cells) =>
    cells.name === name ? { ...cells, values: changed } : cells,
  );
  return { ...reading, model: modelOf(reading.model.shape, tables) };
}

test('the workbook as it is says nothing of a cell that is wrong', () => {
  const errors = checkMonth(reading, month).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => describeFinding(finding).what)).toEqual([]);
});

const COLUMNS = INPUT_TABLES.flatMap(({ name: table, columns, partnerColumns }) => [
  ...columns.map((column) => ({ table, ...column })),
  ...(partnerColumns === undefined ? [] : [{ table, name: 'City', kind: partnerColumns.kind }]),
]);

test.each(COLUMNS)('$table[$name]', async ({ table, name, kind, ...column }: ColumnDefinition & { table: string }) => {
  const where = `${table}[${name}]`;
  const cells = reading.model.cells.get(table) as TableCells;
  const at = cells.headings.indexOf(name);
  // The first row that fills the column in: a cell that means nothing beside the others of its row is not tried.
  const row = cells.values.findIndex((values) => values[at] !== '' && values[at] !== undefined);
  expect([where, row >= 0 ? 'filled in' : 'blank everywhere']).toEqual([where, 'filled in']);
  const isFree = kind === 'text' && ANY_TEXT.has(where);
  const values = [...(isFree ? ['#N/A'] : WRONG[kind]), ...(column.required === true ? [''] : [])];
  const silent: unknown[] = [];
  for (const value of values) {
    const found = await told(cells, row, at, value);
    const place = { sheet: cells.sheet, row: cells.row + row, column: cells.column + at };
    const isThere = found.some((finding) => JSON.stringify(finding.place) === JSON.stringify(place));
    const isTold = isThere || (value === NOBODY && TOLD_WHERE_USED.has(where) && found.length > 0);
    if (!isTold) silent.push([value, found.map((finding) => `${finding.kind} @ ${JSON.stringify(finding.place)}`)]);
  }
  expect(silent).toEqual([]);
});
