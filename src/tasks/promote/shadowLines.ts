/*
 * A shadow pool's lines as the statement of its last month shows them, each with the rule it will have when the pool begins.
 * What the rule would have made of them is `comparison`.
 */
import { comparable } from '../../ledger/cells';
import type { LineToShare } from '../../pool/riskRule';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';
import { contributionRows, contributionWeights } from '../settle/contributionInputs';
import { placementCases, staffPosts } from '../settle/costInputs';
import type { LineType } from '../settle/poolToSettle';
import { type LineRule, lineInForce, lineRule } from '../settle/riskRules';

/** What the lines are read from. */
export interface Comparing {
  readonly model: ModelReading;
  readonly partners: readonly SplitPartner[];
  readonly rows: readonly TypedRow[];
  /** Posts and cases on each line, by whose ledger they are in: they settle by themselves, whatever the pool is. */
  readonly apart: ReadonlyMap<string, readonly number[]>;
  readonly month: StatementPeriod;
  readonly begins: StatementPeriod;
}

/** A line as it stood in the shadow month, with its rule as it will be in force. */
export interface ShadowLine {
  readonly pool: string;
  readonly line: string;
  readonly type: LineType;
  readonly rule: LineRule;
  /** Without what an underspend is returned by: where there are no contributions that is the budget of all lines of the type. */
  readonly given: Omit<LineToShare, 'returnWeights'>;
  /** What the pool's contributions in money will be; undefined where it has none for the year. */
  readonly moneyContributions: readonly number[] | undefined;
}

/** Reads a line; what of it cannot be told is a finding. @param joint - Its row for all partners in PoolStatement. */
export function readLine(
  { model, partners, rows, apart, month, begins }: Comparing,
  joint: TypedRow,
): { readonly line?: ShadowLine; readonly findings: readonly Finding[] } {
  const [pool, line] = [textOf(joint, 'Pool'), textOf(joint, 'Line')];
  const figures = (column: string): readonly (number | undefined)[] =>
    partners.map(({ partner }) => {
      const row = rows.find((each) => textOf(each, 'Line') === line && same(textOf(each, 'Partner'), partner));
      // A body that is in no month of the statement has nothing on the line.
      return row === undefined ? 0 : numberOf(row, column);
    });
  const [own, budget] = [figures('Own to date'), figures('Budget to date')];
  if ([...own, ...budget].includes(undefined)) {
    const facts = { period: month.period, line, place: placeOf(joint, 'Own to date'), detail: { line } };
    return { findings: [closingFinding('shadow line incomplete', facts)] };
  }
  const row = lineInForce(model, line, begins.monthEnd);
  if (row === undefined) return { findings: [] };
  const names = partners.map(({ partner }) => partner);
  const funds = contributionWeights(contributionRows(model), { ...begins, pool }, names);
  const { contributions, moneyContributions } = funds;
  const rule = lineRule({ model, partners, monthEnd: begins.monthEnd, contributions }, pool, line, row);
  const costs = apart.get(comparable(line));
  const given: ShadowLine['given'] = {
    budgetPence: budget.map((pence) => pence ?? 0),
    ownPence: own.map((pence, at) => (pence ?? 0) - (costs?.[at] ?? 0)),
    rule: rule.rule,
    underspend: rule.underspend,
  };
  const type = textOf(joint, 'Type') === 'capital' ? 'capital' : 'revenue';
  return { line: { pool, line, type, rule, given, moneyContributions }, findings: [] };
}

/** What posts and cases on each line cost to the month's end, by whose ledger they are in; by line as comparable text. */
export function costsApart(
  model: ModelReading,
  month: StatementPeriod,
  partners: readonly SplitPartner[],
): ReadonlyMap<string, readonly number[]> {
  const apart = new Map<string, number[]>();
  for (const { line, paidBy, costPence } of [...staffPosts(model, month).rows, ...placementCases(model, month).rows]) {
    const key = comparable(line);
    const costs = apart.get(key) ?? partners.map(() => 0);
    costs[paidBy] = (costs[paidBy] ?? 0) + costPence;
    apart.set(key, costs);
  }
  return apart;
}

function same(left: string, right: string): boolean {
  return comparable(left) === comparable(right);
}
