/*
 * The task `promote`: a shadow pool becomes a pool from the first day of a month. It proposes the rows of PoolArrangements
 * and shows what the shares would have been; it shares nothing, and no month before the first ever settles.
 *
 * Source: Derby 2008, supporting information 1.4; Leicester 2004, 5.5 (shadowing from December, live on 1 April).
 */
import { parseMonth, serialOf } from '../../ledger/calendar';
import { comparable } from '../../ledger/cells';
import { sheetAddress } from '../../workbook/address';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { fingerprintOf } from '../../workbook/fingerprint';
import { planBlockers } from '../../workbook/inTheWay';
import type { PlannedTable } from '../../workbook/plan';
import { type ModelReading, readModel, rowsOf } from '../../workbook/readModel';
import { placeOf, textOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import { dateText } from '../../workbook/dateText';
import { planRunRows } from '../runRows';
import { checkTables } from '../model/checkProposal';
import { planTables } from '../model/planTables';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { readOnly } from '../readOnly';
import type { ModelProposal, Progress, Task, TaskPlan, TaskRequest } from '../task';
import { compareShadow } from './comparison';
import { type ArrangementRow, inForceOn, proposePooled } from './shadowPools';
import { promoteTotals } from './totals';

/** The task. */
export const promote: Task = { name: 'promote', plan };

/** What is wrong elsewhere is `check`'s to say; these are read here. */
const READ = ['PoolPartners', 'PoolArrangements', 'PoolLines', 'PoolShares'];

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  progress.report(0, 1, 'Reading the arrangements');
  const asked = request.period ?? '';
  const begins = statementPeriod(asked);
  const base = { task: 'promote', ...(asked === '' ? {} : { period: asked }) } as const;
  if (begins === undefined) {
    const blockers = [workbookFinding('period not given', { detail: { text: asked } })];
    return { ...base, reads: [], totals: {}, findings: [], blockers };
  }
  const model = await readOnly((context) => readModel(context));
  const reads = model.blocks
    .filter(({ what }) => READ.includes(what))
    .map(({ what, area }) => ({ where: sheetAddress(area), what, rows: rowsOf(model, what).length }));
  const wrong = [...model.frames, ...model.inputs].filter(isRead);
  const firstDay = firstDayOf(asked);
  const inForce = inForceOn(model, firstDay);
  const shadows = inForce.filter(({ kind }) => kind === 'shadow');
  // Of rows that cannot be read it is not known whether one is a shadow pool.
  const missing = wrong.length === 0 && shadows.length === 0 ? [noShadow(model, inForce, firstDay)] : [];
  const blockers = [...wrong, ...missing];
  if (blockers.length > 0) return { ...base, reads, totals: {}, findings: [], blockers };

  const comparison = compareShadow(model, new Set(shadows.map(({ pool }) => pool)), begins);
  const proposal = request.proposal ?? proposePooled(model, shadows, firstDay);
  const findings = [...willHappen(proposal, shadows, begins, firstDay), ...comparison.findings];
  const planned = await planPooled(model, proposal, begins);
  return { ...base, reads, totals: promoteTotals(asked, comparison), findings, proposal, ...planned };
}

function isRead({ severity, place, detail }: Finding): boolean {
  if (severity !== 'error') return false;
  if (place === undefined) return READ.includes(String(detail?.['table'] ?? ''));
  return READ.some((table) => definitionOf(table).sheet === place.sheet);
}

function firstDayOf(period: string): number {
  const { year, month } = parseMonth(period) ?? { year: 1900, month: 1 };
  return serialOf({ year, month, day: 1 });
}

/** Why there is nothing to promote: a pool that is pooled already, or no shadow pool at all. */
function noShadow(model: ModelReading, inForce: readonly ArrangementRow[], firstDay: number): Finding {
  if (rowsOf(model, 'PoolArrangements').length === 0)
    return workbookFinding('table missing', { detail: { table: 'PoolArrangements' } });
  const pooled = inForce.find(({ kind }) => kind === 'pooled');
  const date = dateText(firstDay);
  if (pooled === undefined) return closingFinding('no shadow pool', { detail: { table: 'PoolArrangements', date } });
  const detail = { pool: textOf(pooled.row, 'Pool'), date };
  return closingFinding('pooled already', { place: placeOf(pooled.row, 'Kind'), detail });
}

/** What will be from when, in words: the months before never settle. */
function willHappen(
  proposal: ModelProposal,
  shadows: readonly ArrangementRow[],
  begins: StatementPeriod,
  firstDay: number,
): readonly Finding[] {
  const kept = proposal.tables.flatMap(({ rows }) => rows.filter(({ keep }) => keep));
  const names = [...new Set(shadows.map(({ row }) => textOf(row, 'Pool')))];
  const isYearsStart = begins.months === 1;
  const date = dateText(firstDay);
  return names.flatMap((pool): Finding[] => {
    const rows = kept.filter(({ cells }) => comparable(String(cells['Pool'] ?? '')) === comparable(pool));
    if (rows.length === 0) return [];
    const host = rows.map(({ cells }) => String(cells['Host'] ?? '')).find((name) => name !== '') ?? '';
    const will = closingFinding('pool will settle', { detail: { pool, date, text: host, period: begins.period } });
    const inYear = closingFinding('pool begins within year', {
      detail: { pool, date, year: begins.year, period: begins.previous },
    });
    return isYearsStart ? [will] : [inYear, will];
  });
}

async function planPooled(
  model: ModelReading,
  proposal: ModelProposal,
  begins: StatementPeriod,
): Promise<Pick<TaskPlan, 'blockers' | 'workbook'>> {
  const when = new Date();
  const rows = planTables(proposal, new Set(model.cells.keys()));
  if (rows.length === 0) return { blockers: [], workbook: { when, inputs: model.blocks, tables: [] } };
  const tables = [...rows, planRunRows(model, 'promote', when, runRows(model, rows, begins))];
  const wrong = checkTables(rows, model, []).filter(({ severity }) => severity === 'error');
  return {
    blockers: [...wrong, ...(await planBlockers(model.shape, tables, model.cells, readOnly))],
    workbook: { when, inputs: model.blocks, tables },
  };
}

function runRows(model: ModelReading, planned: readonly PlannedTable[], { period }: StatementPeriod) {
  const inputs = fingerprintOf([model.blocks.map(({ what, fingerprint }) => `${what} ${fingerprint}`)]);
  const pools = new Set(
    planned.flatMap(({ columns, rows }) =>
      rows.map((row) => {
        const cell = row[columns.indexOf('Pool')];
        return cell !== undefined && 'text' in cell ? cell.text : '';
      }),
    ),
  );
  const why = `pooled from ${dateText(firstDayOf(period))}: ${[...pools].join(', ')}`;
  return rowsOf(model, 'PoolPartners').map((row) => ({ period, partner: textOf(row, 'Partner'), inputs, why }));
}
