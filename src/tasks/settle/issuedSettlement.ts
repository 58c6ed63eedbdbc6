/*
 * The settlement of a closed month against what it would be now: each partner's share due as issued, now, and the gap. A
 * settlement that is not closed is another matter: its formulas follow, and `settle` refuses what has changed.
 */
import { shareProject } from '../../pool/projects';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { settlementFormulas } from '../../workbook/settlementFormulas';
import { closedPeriods } from '../close/closed';
import { compareTable, isIssuedIn } from '../reconcile/compareTable';
import type { StatementPeriod } from '../reconcile/period';
import type { ReconcileRun } from '../reconcile/runReconcile';
import { projectInputs } from '../share/projectInputs';
import type { SharedProject } from '../share/splitRows';
import { type SettleInputs, settleInputs } from './settleInputs';
import { settlePeriod } from './settlePeriod';
import { settlementTablesOf } from './splitTables';
import { settlementFigures, settlementRows } from './settlementTables';

/** What moved since the settlement was issued; nothing where it cannot be worked out now, which has findings of its own. */
export function issuedSettlement(model: ModelReading, run: ReconcileRun, period: StatementPeriod): Finding[] {
  const cells = model.cells.get('PoolSettlement');
  if (cells === undefined) return [];
  const closed = closedPeriods(model);
  const inputs = settleInputs(model, period, { statement: run.statement, bridges: run.result.bridges });
  const calculated = Object.keys(settlementFormulas(inputs.partners, settlementTablesOf(model)));
  const compared = { cells, period: period.period, calculated, closed };
  if (!isIssuedIn(compared)) return [];
  const settled = settlePeriod(inputs, projectsOf(model, inputs, period));
  if ([...inputs.findings, ...settled.findings].some(({ severity }) => severity === 'error')) return [];
  return compareTable({
    ...compared,
    keyColumns: ['Pool', 'Partner', 'For'],
    expected: settlementRows(settled.parts, inputs.partners).map((row) => ({
      key: [row.pool, row.name, row.settlesFor],
      figures: settlementFigures(row),
    })),
  });
}

function projectsOf(model: ModelReading, { partners }: SettleInputs, { period }: StatementPeriod): SharedProject[] {
  if (!model.cells.has('PoolProjects') || !model.cells.has('PoolProjectShares')) return [];
  return projectInputs(model, partners).projects.flatMap((input) => {
    const shares = input.period === period ? shareProject(input.given) : undefined;
    return shares?.ok === true ? [{ input, shares: shares.value }] : [];
  });
}
