/*
 * The task `model`: looks at the workbook, proposes the input tables with a reason for every row, and plans the writing of
 * what is kept. It reads; the writer writes. Where tables are asked for by name it adds those instead (`addTables`).
 */
import { penceToPounds, sumPence } from '../../money/exact';
import { sheetAddress } from '../../workbook/address';
import type { Finding } from '../../workbook/finding';
import type { PlannedTable } from '../../workbook/plan';
import { type ModelReading, readModel } from '../../workbook/readModel';
import { Cancelled } from '../../workbook/requests';
import { type ScannedWorkbook, scanWorkbook } from '../../workbook/scan';
import { INPUT_TABLES } from '../../workbook/schema';
import { findTargets } from '../../workbook/tableWrite';
import { readOnly } from '../readOnly';
import type { ModelProposal, PlannedRead, Progress, Task, TaskPlan, TaskRequest, Totals } from '../task';
import { planAdded } from './addTables';
import { checkTables } from './checkProposal';
import { knownPartners, withoutKnown } from './existing';
import { type Look, lookAtWorkbook } from './look';
import { isKept } from './kept';
import { lookFindings } from './notes';
import type { Part } from './parts';
import { monthsOf } from './periods';
import { planTables } from './planTables';
import { proposeTables } from './propose';
import { settledLedgers } from './settled';
import { widenOnTheWay } from './widen';

/** The task. */
export const model: Task = { name: 'model', plan };

interface Reading {
  readonly model: ModelReading;
  readonly scan: ScannedWorkbook;
}

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  if (request.add !== undefined) return planAdded(request.add, request.period, progress);
  const { model: reading, scan } = await readOnly((context) => read(context, progress));
  progress.report(0, 1, 'Looking for ledgers, budgets and codes');
  const period = request.period === undefined ? {} : { period: request.period };
  const look = lookAtWorkbook(scan.sheets, {
    partners: knownPartners(reading),
    settled: settledLedgers(reading),
    ...period,
  });
  const proposal = request.proposal ?? withoutKnown(proposeTables(look), reading);
  const proposed = planTables(proposal, new Set(reading.cells.keys()));
  const widened = widenOnTheWay(reading, proposed);
  const tables = [...proposed, ...widened.tables];
  const sheetNames = scan.sheets.map(({ sheet }) => sheet);
  const found = lookFindings(look, scan.hidden, sheetNames);
  const isEmpty =
    look.sources.length === 0 && !namesALedger(proposal) && reading.tables.get('PoolSources') === undefined;
  progress.report(1, 1, 'Looking for ledgers, budgets and codes');
  return {
    task: 'model',
    ...period,
    reads: readsOf(look),
    totals: totalsOf(look, proposal),
    findings: [
      ...found.filter(({ kind }) => !(isEmpty && kind === 'no ledger found')),
      ...(isEmpty ? [] : widened.findings),
      ...reading.inputs,
    ],
    blockers: [
      ...(isEmpty ? found.filter(({ kind }) => kind === 'no ledger found') : []),
      ...blockersOf(tables, reading, scan),
    ],
    proposal,
    workbook: { tables: isEmpty ? [] : tables, inputs: reading.blocks, when: new Date(), ...period },
  };
}

/** Whether the user, or a look, keeps a row that says where a ledger stands: without one there is nothing to model. */
function namesALedger({ tables }: ModelProposal): boolean {
  return tables.some(({ table, rows }) => table === 'PoolSources' && rows.some(({ keep }) => keep));
}

/** Five requests, more only for cells above 5 MB. @throws Cancelled when the user stopped it */
async function read(context: Excel.RequestContext, progress: Progress): Promise<Reading> {
  const reading = await readModel(context);
  if (progress.isCancelled()) throw new Cancelled();
  const scan = await scanWorkbook(context, reading.shape, (done, total) => {
    progress.report(done, total, 'Reading the sheets');
    return progress.isCancelled();
  });
  return { model: reading, scan };
}

/** What stops the writing: damaged tables of ours, names taken, protected sheets, and rows that break the tables' rules. */
function blockersOf(tables: readonly PlannedTable[], reading: ModelReading, scan: ScannedWorkbook): readonly Finding[] {
  const inputs = new Set(INPUT_TABLES.map(({ name }) => name));
  const frames = reading.frames.filter(
    ({ severity, detail }) => severity === 'error' && inputs.has(String(detail?.['table'] ?? '')),
  );
  const targets = findTargets(reading.shape, tables).blockers;
  const checks = checkTables(tables, reading, scan.sheets).filter(({ severity }) => severity === 'error');
  const all = [...frames, ...targets, ...checks];
  const keyOf = ({ kind, place, detail }: Finding) => JSON.stringify([kind, place, detail]);
  return all.filter((finding, index) => all.findIndex((other) => keyOf(other) === keyOf(finding)) === index);
}

const KIND_WORDS: readonly (readonly [keyof Look['parts'], string])[] = [
  ['budgets', 'Budget'],
  ['codeLists', 'List of codes'],
  ['partnerLists', 'List of partners'],
  ['controls', 'Control totals'],
];

function readsOf(look: Look): readonly PlannedRead[] {
  const read = (part: Part, what: string): PlannedRead => ({ where: areaOf(part), what, rows: part.filledRows });
  const ledgers = look.partners.flatMap((partner) => [
    ...partner.ledgers.map((part) => read(part, `Ledger of ${partner.name}`)),
    ...partner.balances.map((part) => read(part, `Balances of ${partner.name}`)),
  ]);
  const others = KIND_WORDS.flatMap(([kind, what]) =>
    (look.parts[kind] as readonly Part[]).map((part) => read(part, what)),
  );
  return [...ledgers, ...others];
}

function areaOf({ block }: Part): string {
  const rows = block.lastRow - block.headerRow + 1;
  const columns = block.lastColumn - block.firstColumn + 1;
  return sheetAddress({ sheet: block.sheet, row: block.headerRow, column: block.firstColumn, rows, columns });
}

/** Per partner what its kept ledgers add up to, all months; and how many rows are proposed for each table. */
function totalsOf(look: Look, proposal: ModelProposal): Totals {
  const partners = look.partners.map((partner) => {
    const own = look.sources.filter(
      (source) => source.partner === partner && isKept(source, look.copies, look.obstacles),
    );
    const lines = own.flatMap(({ reading }) => reading.lines);
    const total = sumPence(lines.map(({ amountPence }) => amountPence));
    const months = [...monthsOf(own).keys()];
    return {
      partner: partner.name,
      ledgers: own.map(({ definition }) => definition.table),
      rows: lines.length,
      unreadable: own.reduce((sum, { reading }) => sum + reading.source.unreadable.length, 0),
      ledgerTotal: total.ok ? penceToPounds(total.value) : null,
      firstMonth: months[0] ?? null,
      lastMonth: months.at(-1) ?? null,
    };
  });
  const proposed = Object.fromEntries(
    proposal.tables.map(({ table, rows }) => [table, rows.filter(({ keep }) => keep).length]),
  );
  return { partners, proposed };
}
