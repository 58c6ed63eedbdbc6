/*
 * What is said of a settled period's rows: what could not be shared, what no cap covers, what stands beside a line.
 */
import { comparable } from '../../ledger/cells';
import { sum } from '../../pool/perPartner';
import type { Finding } from '../../workbook/finding';
import { placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettleRowProblem, SettleSplitRow } from './poolToSettle';
import type { SettleInputs } from './settleInputs';

/** Why a pool's rows could not be made. */
export function rowFinding(problem: SettleRowProblem): Finding {
  if (problem.kind === 'line') {
    const { line, rule } = problem.line;
    const facts = { place: placeOf(rule.row, 'Risk rule'), line, detail: { text: line, why: problem.why } };
    return settleFinding('no weights to share by', facts);
  }
  return settleFinding('no weights to share by', { detail: { text: problem.pool, why: problem.why } });
}

/** Lines of pools that settle from which posts or cases were taken out: their budget must be for the rest only. */
export function besideFindings({ pools }: SettleInputs): Finding[] {
  return pools.flatMap(({ lines, costs }) =>
    lines.flatMap((line): Finding[] => {
      const beside = costs.filter((cost) => comparable(cost.line) === comparable(line.line));
      const costPence = sum(beside.map((cost) => cost.costPence - cost.shadowPence));
      if (costPence === 0) return [];
      const budgetPence = sum(line.budgetPence);
      return [
        settleFinding('costs beside line', {
          place: placeOf(line.rule.row, 'Line'),
          line: line.line,
          leftPence: costPence,
          rightPence: budgetPence,
          differencePence: costPence - budgetPence,
          detail: { line: line.line },
        }),
      ];
    }),
  );
}

/** What no cap covers, line by line. */
export function referredFindings(rows: readonly SettleSplitRow[]): Finding[] {
  return rows.flatMap((row): Finding[] => {
    if (row.rule === undefined || row.referredPence === 0) return [];
    return [
      settleFinding('referred upward', {
        place: placeOf(row.rule.row, 'Risk rule'),
        line: row.line,
        leftPence: row.amountPence,
        rightPence: row.amountPence - row.referredPence,
        differencePence: row.referredPence,
        detail: { line: row.line },
      }),
    ];
  });
}
