/*
 * What is said of a settled period's rows: what could not be shared, what no cap covers, what stands beside a line.
 */
import { comparable } from '../../ledger/cells';
import { sum } from '../../pool/perPartner';
import { agreementFinding } from '../../workbook/agreementFindings';
import type { Finding } from '../../workbook/finding';
import { placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettleLine, SettleRowProblem, SettleSplitRow } from './poolToSettle';
import { capsOf } from './riskRules';
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

/**
 * Lists with caps that several lines of a pool use: a cap is for each line, and a reader may take it for one sum.
 *
 * @example three lines under a list with one cap of £300.00 -> 300.00 on each, 900.00 together
 */
export function capFindings({ pools }: SettleInputs): Finding[] {
  return pools.flatMap(({ pool, lines }) => {
    const bySet = new Map<string, SettleLine[]>();
    for (const line of lines) {
      const set = comparable(textOf(line.rule.row, 'Risk rule'));
      if (capsOf(line.rule) > 0) bySet.set(set, [...(bySet.get(set) ?? []), line]);
    }
    return [...bySet.values()].flatMap(([first, ...others]): Finding[] => {
      if (first === undefined || others.length === 0) return [];
      const { row } = first.rule;
      const coveredPence = capsOf(first.rule);
      const allPence = sum([first, ...others].map(({ rule }) => capsOf(rule)));
      return [
        settleFinding('caps for each line', {
          place: placeOf(row, 'Risk rule'),
          leftPence: coveredPence,
          rightPence: allPence,
          differencePence: allPence - coveredPence,
          detail: { set: textOf(row, 'Risk rule'), pool, lines: others.length + 1 },
        }),
      ];
    });
  });
}

/**
 * What underspends meet before anything is shared, pool by pool, revenue and capital apart.
 *
 * @example £900.00 over, £850.00 of it met by three lines -> left 900.00, right 850.00, difference 50.00
 */
export function offsetFindings(rows: readonly SettleSplitRow[]): Finding[] {
  const parts = new Map<string, SettleSplitRow[]>();
  for (const row of rows) {
    const key = `${row.pool}\u0001${row.type}`;
    if (row.offset !== undefined) parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return [...parts.values()].flatMap((part): Finding[] => {
    const offsets = part.flatMap(({ offset }) => offset ?? []);
    const given = offsets.map(({ offsetPence }) => offsetPence).filter((pence) => pence > 0);
    if (given.length === 0) return [];
    const leftPence = sum(offsets.map(({ toMeetPence }) => toMeetPence));
    const rightPence = sum(given);
    const detail = { pool: part[0]?.pool ?? '', type: part[0]?.type ?? '', count: given.length };
    const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
    return [agreementFinding('overspends met', { ...amounts, detail })];
  });
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
        detail: { line: row.line, ...((row.offset?.offsetPence ?? 0) > 0 ? { met: 'yes' } : {}) },
      }),
    ];
  });
}
