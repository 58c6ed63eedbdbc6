/*
 * The last shadow month that was reconciled, line by line: where its variance fell and what the shares would have been. It
 * reads what the statement shows; nothing of it is ever settled.
 */
import { comparable } from '../../ledger/cells';
import { sum } from '../../pool/perPartner';
import type { LineToShare } from '../../pool/riskRule';
import { type LineComparison, wouldHaveBeen } from '../../pool/wouldHaveBeen';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { placeOf, textOf } from '../../workbook/readTable';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { JOINT } from '../../workbook/statementFormulas';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { returnWeights } from '../settle/poolToSettle';
import type { LineRule } from '../settle/riskRules';
import { waterfallOffsets, waterfallOf } from '../settle/waterfall';
import { splitPartners } from '../share/projectInputs';
import { type ShadowLine, costsApart, readLine } from './shadowLines';

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
  const read = joint.map((row) => readLine({ model, partners, rows, apart, month, begins }, row));
  const known = read.flatMap(({ line }) => (line === undefined ? [] : [line]));
  const compared = offsetsOf(model, known, begins).map(({ line, offsetPence }) =>
    compareLine(line, { ...line.given, offsetPence, returnWeights: returnsOf(known, line) }),
  );
  return {
    month: month.period,
    partners,
    lines: compared.flatMap(({ line }) => (line === undefined ? [] : [line])),
    findings: [...read, ...compared].flatMap(({ findings }) => findings),
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

/** What would have met each line's variance first, or it others': within its pool and type, as the steps will be in force. */
function offsetsOf(
  model: ModelReading,
  lines: readonly ShadowLine[],
  { monthEnd }: StatementPeriod,
): readonly { readonly line: ShadowLine; readonly offsetPence: number }[] {
  const parts = new Map<string, ShadowLine[]>();
  for (const line of lines) {
    const key = `${comparable(line.pool)}\u0001${line.type}`;
    parts.set(key, [...(parts.get(key) ?? []), line]);
  }
  const offsets = new Map<ShadowLine, number>();
  for (const part of parts.values()) {
    const found = waterfallOffsets(
      waterfallOf(model, part[0]?.pool ?? '', monthEnd),
      part.map(({ line, given }) => ({
        line,
        rule: given.rule,
        variancePence: sum(given.ownPence) - sum(given.budgetPence),
      })),
    );
    if (found.ok) part.forEach((line, at) => offsets.set(line, found.value[at]?.offsetPence ?? 0));
  }
  return lines.map((line) => ({ line, offsetPence: offsets.get(line) ?? 0 }));
}

/** By what an underspend of a line would be returned: the same as in a settlement. */
function returnsOf(lines: readonly ShadowLine[], { pool, type, moneyContributions }: ShadowLine): readonly number[] {
  const ofPool = lines.filter((line) => comparable(line.pool) === comparable(pool));
  const budgets = ofPool.map((line) => ({ type: line.type, budgetPence: line.given.budgetPence }));
  return returnWeights({ moneyContributions, lines: budgets }, type);
}

function compareLine(
  { pool, line, type, rule }: ShadowLine,
  given: LineToShare,
): { readonly line?: ComparedLine; readonly findings: readonly Finding[] } {
  const compared = wouldHaveBeen(given);
  if (!compared.ok) {
    const facts = { line, place: placeOf(rule.row, 'Risk rule'), detail: { line } };
    const none = rule.findings.length > 0 ? [] : [closingFinding('shadow line not shared', facts)];
    return { findings: [...rule.findings, ...none] };
  }
  return { line: comparedLine(pool, line, type, rule, compared.value), findings: ruleFindings(rule) };
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
