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
import type { PoolExposure } from './partnerStatement';
import type { PoolToSettle, SettleLine } from './settleRows';

const TYPES = ['revenue', 'capital'] as const;

/** The exposures of the pools in their order, revenue and capital apart; what cannot be shared is left out and told. */
export function exposuresOf(pools: readonly PoolToSettle[]): {
  readonly exposures: readonly PoolExposure[];
  readonly findings: readonly Finding[];
} {
  const exposures: PoolExposure[] = [];
  const findings: Finding[] = [];
  for (const pool of pools.filter(({ settles }) => settles)) {
    for (const type of TYPES) {
      const lines = pool.lines.filter((line) => line.type === type);
      if (lines.length === 0) continue;
      const found = exposureOf(
        lines.map(({ annualBudgetPence }) => annualBudgetPence),
        (line, spentPence) => overspend(pool, lines[line], spentPence),
      );
      if (found.ok) exposures.push({ pool: pool.pool, type, exposures: found.value });
      else findings.push(notKnown(pool, found.problem.kind === 'line' ? found.problem.line : undefined));
    }
  }
  return { exposures, findings };
}

interface LineProblem {
  readonly kind: 'line';
  readonly line: SettleLine | undefined;
}

function overspend(
  pool: PoolToSettle,
  line: SettleLine | undefined,
  ownPence: readonly number[],
): Result<BorneLine, LineProblem> {
  if (line === undefined) return fail({ kind: 'line', line });
  const { annualBudgetPence: budgetPence, rule } = line;
  const { underspend } = rule;
  const returnWeights = pool.moneyContributions ?? budgetPence;
  const shared = shareLine({ budgetPence, ownPence, rule: rule.rule, underspend, returnWeights });
  return shared.ok ? succeed(shared.value) : fail({ kind: 'line', line });
}

function notKnown({ pool }: PoolToSettle, line: SettleLine | undefined): Finding {
  const place = line === undefined ? {} : { place: placeOf(line.rule.row, 'Risk rule'), line: line.line };
  return settleFinding('exposure not known', { ...place, detail: { pool, line: line?.line ?? '' } });
}
