/*
 * What the partners of each pool that settles are exposed to: every line over budget for the year by so much, shared by the
 * line's own rule. The question is `src/pool/exposure`; nothing here is a forecast.
 */
import { fail, succeed, type Result } from '../../money/result';
import { type BorneLine, exposureOf } from '../../pool/exposure';
import { shareLine } from '../../pool/riskRule';
import type { Finding } from '../../workbook/finding';
import { placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { StatementRow } from '../reconcile/statementModel';
import type { PoolExposure } from './partnerStatement';
import { LINE_TYPES, type PoolToSettle, type SettleLine } from './poolToSettle';
import { capsOf } from './riskRules';

/** A row of the joint statement, as far as it is asked. */
type Budgeted = Pick<StatementRow, 'line' | 'partner' | 'annualBudgetPence'>;

/**
 * The exposures of the pools in their order, revenue and capital apart; what cannot be shared is left out and told.
 *
 * @param partners - Their names, in the order that the lines' figures follow. @param stated - The joint statement.
 */
export function exposuresOf(
  pools: readonly PoolToSettle[],
  partners: readonly string[],
  stated: readonly Budgeted[],
): {
  readonly exposures: readonly PoolExposure[];
  readonly findings: readonly Finding[];
} {
  const exposures: PoolExposure[] = [];
  const findings: Finding[] = [];
  for (const pool of pools.filter(({ settles }) => settles)) {
    for (const type of LINE_TYPES) {
      const lines = pool.lines.filter((line) => line.type === type);
      if (lines.length === 0) continue;
      const budgets = lines.map(({ line }) => annualBudgets(line, partners, stated));
      const found = exposureOf(budgets, (line, spentPence) => overspend(lines[line], budgets[line] ?? [], spentPence));
      const isCapped = lines.some(({ rule }) => capsOf(rule) > 0);
      if (found.ok) exposures.push({ pool: pool.pool, type, isCapped, exposures: found.value });
      else findings.push(notKnown(pool, found.problem.kind === 'line' ? found.problem.line : undefined));
    }
  }
  return { exposures, findings };
}

interface LineProblem {
  readonly kind: 'line';
  readonly line: SettleLine | undefined;
}

/** What each partner is to spend on a line in the year. */
function annualBudgets(line: string, partners: readonly string[], stated: readonly Budgeted[]): readonly number[] {
  const ofLine = stated.filter((row) => row.line === line);
  return partners.map((name) => ofLine.find(({ partner }) => partner === name)?.annualBudgetPence ?? 0);
}

function overspend(
  line: SettleLine | undefined,
  budgetPence: readonly number[],
  ownPence: readonly number[],
): Result<BorneLine, LineProblem> {
  if (line === undefined) return fail({ kind: 'line', line });
  const { rule, underspend } = line.rule;
  // Nothing is underspent here, so nothing is returned by these weights.
  const shared = shareLine({ budgetPence, ownPence, rule, underspend, returnWeights: budgetPence });
  return shared.ok ? succeed(shared.value) : fail({ kind: 'line', line });
}

function notKnown({ pool }: PoolToSettle, line: SettleLine | undefined): Finding {
  const place = line === undefined ? {} : { place: placeOf(line.rule.row, 'Risk rule'), line: line.line };
  return settleFinding('exposure not known', { ...place, detail: { pool, line: line?.line ?? '' } });
}
