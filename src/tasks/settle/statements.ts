/*
 * The statements of a settled month as figures: grants, each pool's memorandum account, each partner's statement. They show
 * what was settled and settle nothing themselves; `planStatements` makes tables of them.
 */
import { comparable } from '../../ledger/cells';
import { isAboutGrants, grantFindings } from '../../workbook/grantRules';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { settleFinding } from '../../workbook/settleFindings';
import { linesInForce } from '../reconcile/statementInputs';
import type { StatementRow } from '../reconcile/statementModel';
import { exposuresOf } from './exposures';
import { grantLineProblems, grantMoneyProblems } from './grantProblems';
import { grantRows, jointSpend } from './grantRows';
import { type GrantStatementRow, grantStatement } from './grantStatement';
import { fundingRows } from './memorandumInputs';
import { type PoolMemorandumRow, memorandum, priorTotals } from './memorandumTable';
import { type PartnerStatementRow, partnerStatement } from './partnerStatement';
import type { SettleInputs } from './settleInputs';
import type { SettledPeriod } from './settlePeriod';
import { settledRowsOf } from './settledRows';

/** The statements of a month. */
export interface Statements {
  /** Undefined where PoolGrants has errors: a statement of half the grants would mislead whoever gave them. */
  readonly grants: readonly GrantStatementRow[] | undefined;
  readonly memorandum: readonly PoolMemorandumRow[];
  readonly partners: readonly PartnerStatementRow[];
  /** What is to be said of the month; none of it stops the settlement. Cells of PoolGrants are told by themselves. */
  readonly findings: readonly Finding[];
}

/** The statements of a settlement. @param stated - The rows of the joint statement of the month. */
export function statementsOf(
  model: ModelReading,
  inputs: SettleInputs,
  settled: SettledPeriod,
  stated: readonly StatementRow[],
): Statements {
  const { period, partners } = inputs;
  const names = partners.map(({ partner }) => partner);
  const rows = settledRowsOf(settled.parts.map(({ agreement }) => agreement), names); // prettier-ignore
  const pools = inputs.pools.filter(({ settles }) => settles).map(({ pool }) => pool);
  const account = { period, partners, pools, funding: fundingRows(model), stated, settled: rows };
  const { exposures, findings } = exposuresOf(inputs.pools, names, stated);
  const grants = grantsOf(model, inputs, stated);
  return {
    grants: grants.rows,
    memorandum: memorandum(account, priorTotals(model, period)),
    partners: partnerStatement({ partners: names, settled: rows, splits: settled.amounts, exposures }),
    findings: [...grants.findings, ...findings],
  };
}

function grantsOf(
  model: ModelReading,
  { period }: SettleInputs,
  stated: readonly StatementRow[],
): { readonly rows: readonly GrantStatementRow[] | undefined; readonly findings: readonly Finding[] } {
  const grants = grantRows(model);
  if (grants.length === 0) return { rows: [], findings: [] };
  const given = { period, lines: linesInForce(model, period), grants, spend: jointSpend(stated) };
  const ofCells = [...model.inputs.filter(isAboutGrants), ...grantFindings(model.tables)];
  // A line that PoolLines does not have is told with its cell: it is not one that has left the pool.
  const unknown = ofCells.flatMap(({ kind, line = '' }) =>
    kind === 'grant line not listed' ? [comparable(line)] : [],
  );
  const ofLines = grantLineProblems(given).filter(
    ({ line = '' }) => line === '' || !unknown.includes(comparable(line)),
  );
  const count = [...ofCells, ...ofLines].filter(({ severity }) => severity === 'error').length;
  if (count > 0) {
    return { rows: undefined, findings: [...ofLines, settleFinding('grants not stated', { detail: { count } })] };
  }
  const rows = grantStatement(given);
  return { rows, findings: [...ofLines, ...grantMoneyProblems(given, rows)] };
}
