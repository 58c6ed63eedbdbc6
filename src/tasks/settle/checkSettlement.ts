/*
 * A settled month against what the workbook makes of it now: every cell of the settlement and of its statements, balances
 * that have moved since, exposures that are out of date. A month that was never settled is passed over.
 *
 * Source: design section 4 (closed is closed: the issued rows stay, and `check` shows issued, now and the difference).
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import { balanceOf } from '../../pool/settlement';
import { isAboutCosts } from '../../workbook/costRules';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { TableCells } from '../../workbook/tableCells';
import { closedPeriods } from '../close/closed';
import { compareTable, isIssuedIn } from '../reconcile/compareTable';
import type { StatementPeriod } from '../reconcile/period';
import type { ReconcileReading } from '../reconcile/readReconcile';
import { type ReconcileRun, statementOf } from '../reconcile/runReconcile';
import { storedActuals } from '../reconcile/storedFigures';
import { besideSettlement } from './besideSettlement';
import { type CheckedTable, checkedTables } from './checkedTables';
import type { SettledMonth } from './planStatements';
import type { ReconciledMonth } from './reconciledMonth';
import { settleInputs } from './settleInputs';
import { settlePeriod } from './settlePeriod';
import { lastBalance } from './settleRuns';
import { projectsOfMonth, sharedProjects } from './settledProjects';
import { statementsOf } from './statements';
import { storedBridges } from './storedBridges';

/** Everything to say about the settlement of a month; nothing where its ledgers cannot be read, which is told by itself. */
export function checkSettlement(reading: ReconcileReading, run: ReconcileRun, period: StatementPeriod): Finding[] {
  const { model } = reading;
  const isSettled = rowsOf(model, 'PoolSettlement').some((row) => textOf(row, 'Period') === period.period);
  if (!isSettled || run.unread.length > 0) return [];
  // A live month is held against the figures its formulas read, an issued one against what the ledgers give now.
  const stored = worked(model, period, {
    statement: statementOf(reading, run.result, storedActuals(model, run.result), period),
    bridges: storedBridges(model, period.period),
  });
  const now = worked(model, period, { statement: run.statement, bridges: run.result.bridges });
  const closed = closedPeriods(model);
  const isClosed = closed.has(period.period);
  const compared = compareTables(model, period, closed, { stored, now });
  const said = isClosed ? [] : [...stored.findings, ...besides(model, stored, run.result)];
  return [...said, ...compared].map((finding) => ({ ...finding, period: finding.period ?? period.period }));
}

/** A month worked out; `month` is undefined where it cannot be, and the findings say why. */
interface Worked {
  readonly month: SettledMonth | undefined;
  readonly findings: readonly Finding[];
}

function worked(model: ModelReading, period: StatementPeriod, month: ReconciledMonth): Worked {
  const inputs = settleInputs(model, period, month);
  const projects = sharedProjects(model, inputs.partners);
  const settled = settlePeriod(inputs, projectsOfMonth(projects, period.period));
  // Posts and cases are told where their tables are looked at.
  const found = [...inputs.findings, ...settled.findings].filter((finding) => !isAboutCosts(finding));
  if ([...inputs.findings, ...settled.findings].some(({ severity }) => severity === 'error')) {
    return { month: undefined, findings: found };
  }
  const statements = statementsOf(model, inputs, settled, month.statement);
  return { month: { inputs, settled, statements, projects: [] }, findings: [...found, ...statements.findings] };
}

function compareTables(
  model: ModelReading,
  { period }: StatementPeriod,
  closed: ReadonlySet<string>,
  { stored, now }: { readonly stored: Worked; readonly now: Worked },
): Finding[] {
  const [ofStored, ofNow] = [stored, now].map(({ month }) => (month === undefined ? [] : checkedTables(model, month)));
  return (ofNow ?? []).flatMap((current): Finding[] => {
    const cells = ownRows(model.cells.get(current.table), current);
    if (cells === undefined) return [];
    const { keyColumns, calculated, matter } = current;
    const isIssued = isIssuedIn({ cells, period, calculated, closed });
    const expected = isIssued ? current : ofStored?.find(({ table }) => table === current.table);
    if (expected === undefined) return [];
    const comparison = { cells, period, keyColumns, calculated, closed, expected: expected.expected };
    const found = compareTable({ ...comparison, ...(matter === undefined ? {} : { matter }) });
    return current.table === 'PoolPartnerStatement' ? exposuresTold(found) : found;
  });
}

/** The table with the settlement's own rows; a row of another task keeps its place and is passed over. */
function ownRows(cells: TableCells | undefined, { rows }: CheckedTable): TableCells | undefined {
  if (cells === undefined || rows === undefined) return cells;
  const at = cells.headings.indexOf('Row');
  const values = cells.values.map((row) => (rows.includes(String(row[at] ?? '')) ? row : row.map(() => '')));
  return { ...cells, values };
}

/** Exposure is a value that a run works out: where it is another now, one finding per partner says so. */
function exposuresTold(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.flatMap((finding): Finding[] => {
    if (finding.kind !== 'figure differs' || finding.detail?.['column'] !== 'Exposure') return [finding];
    const partner = finding.partner ?? '';
    if (told.has(partner)) return [];
    told.add(partner);
    const { place, leftPence = 0, rightPence = 0, differencePence = 0 } = finding;
    const facts = { partner, leftPence, rightPence, differencePence, ...(place === undefined ? {} : { place }) };
    return [settleFinding('exposure out of date', facts)];
  });
}

/** Balances that are no longer those of the run, and what stands in the ledgers beside them. */
function besides(model: ModelReading, { month }: Worked, result: ReconcileResult): Finding[] {
  if (month === undefined) return [];
  const { inputs, settled } = month;
  const agreements = settled.parts.map(({ agreement }) => agreement);
  const moved = inputs.partners.flatMap(({ partner }, at): Finding[] => {
    const leftPence = lastBalance(model, inputs.period.period, partner);
    const rightPence = balanceOf(agreements, at);
    if (leftPence === undefined || leftPence === rightPence) return [];
    return [
      settleFinding('settled balance moved', {
        partner,
        leftPence,
        rightPence,
        differencePence: rightPence - leftPence,
      }),
    ];
  });
  return [...moved, ...besideSettlement(model, inputs, agreements, result)];
}
