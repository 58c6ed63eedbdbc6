/*
 * The last shadow month that was reconciled, line by line: where its variance fell and what the shares would have been. It
 * reads what the statement shows; nothing of it is ever settled.
 */
import { comparable } from '../../ledger/cells';
import { countedContributions, contributionsOf } from '../../pool/contributions';
import { type LineComparison, wouldHaveBeen } from '../../pool/wouldHaveBeen';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { JOINT } from '../../workbook/statementFormulas';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { contributionRows } from '../settle/contributionInputs';
import { placementCases, staffPosts } from '../settle/costInputs';
import { type LineRule, lineInForce, lineRule } from '../settle/riskRules';
import { splitPartners } from '../share/projectInputs';

/** A line compared, with its rule as it will be in force when the pool begins. */
export interface ComparedLine {
  readonly pool: string;
  readonly line: string;
  readonly type: string;
  readonly ruleText: string;
  readonly underspend: string;
  readonly compared: LineComparison;
}

/** The comparison, and what of it cannot be told. `month` is undefined where no shadow month was reconciled. */
export interface Comparison {
  readonly month: string | undefined;
  readonly partners: readonly SplitPartner[];
  readonly lines: readonly ComparedLine[];
  readonly findings: readonly Finding[];
}

/** Compares the shadow months to date of some pools. @param pools - As comparable text. @param begins - The first month of the pool. */
export function compareShadow(model: ModelReading, pools: ReadonlySet<string>, begins: StatementPeriod): Comparison {
  const partners = splitPartners(model);
  const month = lastShadowMonth(model, begins.period);
  if (month === undefined) {
    const nothing = closingFinding('no shadow month', { detail: { table: 'PoolStatement' } });
    return { month: undefined, partners, lines: [], findings: [nothing] };
  }
  const rows = rowsOf(model, 'PoolStatement').filter(
    (row) => textOf(row, 'Period') === month.period && pools.has(comparable(textOf(row, 'Pool'))),
  );
  const joint = rows.filter((row) => textOf(row, 'Partner') === JOINT);
  const apart = costsApart(model, month, partners);
  const read = joint.map((row) => compareLine({ model, partners, rows, apart, month, begins }, row));
  return {
    month: month.period,
    partners,
    lines: read.flatMap(({ line }) => (line === undefined ? [] : [line])),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** The latest month before the pool begins that was reconciled. */
function lastShadowMonth(model: ModelReading, begins: string): StatementPeriod | undefined {
  const months = rowsOf(model, 'PoolRuns')
    .filter((row) => textOf(row, 'Task') === 'reconcile' && textOf(row, 'Period') < begins)
    .map((row) => textOf(row, 'Period'));
  const last = months.sort().at(-1);
  return last === undefined ? undefined : statementPeriod(last);
}

interface Comparing {
  readonly model: ModelReading;
  readonly partners: readonly SplitPartner[];
  readonly rows: readonly TypedRow[];
  /** Posts and cases on each line, by whose ledger they are in: they settle by themselves, whatever the pool is. */
  readonly apart: ReadonlyMap<string, readonly number[]>;
  readonly month: StatementPeriod;
  readonly begins: StatementPeriod;
}

function compareLine(
  { model, partners, rows, apart, month, begins }: Comparing,
  joint: TypedRow,
): { readonly line?: ComparedLine; readonly findings: readonly Finding[] } {
  const [pool, line] = [textOf(joint, 'Pool'), textOf(joint, 'Line')];
  const figures = (column: string): readonly (number | undefined)[] =>
    partners.map(({ partner }) => {
      const row = rows.find((each) => textOf(each, 'Line') === line && same(textOf(each, 'Partner'), partner));
      // A body that is in no month of the statement has nothing on the line.
      return row === undefined ? 0 : numberOf(row, column);
    });
  const [own, budget, annual] = [figures('Own to date'), figures('Budget to date'), figures('Annual budget')];
  if ([...own, ...budget].includes(undefined)) {
    const facts = { period: month.period, line, place: placeOf(joint, 'Own to date'), detail: { line } };
    return { findings: [closingFinding('shadow line incomplete', facts)] };
  }
  const row = lineInForce(model, line, begins.monthEnd);
  if (row === undefined) return { findings: [] };
  const contributions = contributionsIn(model, pool, begins, partners);
  const rule = lineRule({ model, partners, monthEnd: begins.monthEnd, contributions }, pool, line, row);
  const costs = apart.get(comparable(line));
  const compared = wouldHaveBeen({
    budgetPence: budget.map((pence) => pence ?? 0),
    ownPence: own.map((pence, at) => (pence ?? 0) - (costs?.[at] ?? 0)),
    rule: rule.rule,
    underspend: rule.underspend,
    returnWeights: contributions ?? annual.map((pence) => pence ?? 0),
  });
  if (!compared.ok) {
    const facts = { line, place: placeOf(row, 'Risk rule'), detail: { line } };
    const none = rule.findings.length > 0 ? [] : [closingFinding('shadow line not shared', facts)];
    return { findings: [...rule.findings, ...none] };
  }
  return { line: comparedLine(pool, line, textOf(joint, 'Type'), rule, compared.value), findings: ruleFindings(rule) };
}

function comparedLine(
  pool: string,
  line: string,
  type: string,
  rule: LineRule,
  compared: LineComparison,
): ComparedLine {
  const ruleText = textOf(rule.row, 'Risk rule') || 'where it falls';
  return { pool, line, type, ruleText, underspend: rule.underspend, compared };
}

/** A blank rule means that nothing would be shared: in a pool that is to share, it needs a look. */
function ruleFindings({ row, findings }: LineRule): readonly Finding[] {
  if (textOf(row, 'Risk rule') !== '') return findings;
  const line = textOf(row, 'Line');
  return [closingFinding('pool without rule', { line, place: placeOf(row, 'Risk rule'), detail: { line } })];
}

/** What counts of a pool's contributions, as the pool begins; undefined where it has none for the year. */
function contributionsIn(
  model: ModelReading,
  pool: string,
  { year, monthEnd }: StatementPeriod,
  partners: readonly SplitPartner[],
): readonly number[] | undefined {
  const rows = contributionRows(model);
  const at = { pool, year, monthEnd };
  if (contributionsOf(rows, at).length === 0) return undefined;
  return countedContributions(rows, at, partners.map(({ partner }) => partner)); // prettier-ignore
}

function costsApart(
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
