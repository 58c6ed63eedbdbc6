/*
 * Which lines of a pool meet its overspends first, read from PoolWaterfall at the month's end, and what that comes to line by
 * line. The rule is `src/pool/offsets`; what may be typed there is `workbook/waterfallRules`.
 */
import { comparable } from '../../ledger/cells';
import { type Result, succeed } from '../../money/result';
import type { SplitProblem } from '../../money/split';
import { listInForce } from '../../pool/listInForce';
import { type Offset, offsetLines } from '../../pool/offsets';
import type { RiskRule } from '../../pool/riskRule';
import { agreementFinding } from '../../workbook/agreementFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';

/** The steps of a pool in force on a day. */
export interface WaterfallInForce {
  readonly fromDate: number;
  /** By line, as comparable text. Step 0: the line takes no part. */
  readonly steps: ReadonlyMap<string, { readonly step: number; readonly row: TypedRow }>;
}

/** A line as far as the steps ask. */
export interface WaterfallLine {
  readonly line: string;
  readonly rule: RiskRule;
  /** Before anything meets it. */
  readonly variancePence: number;
}

/** A line's part in the steps; `ownPence` is its variance before, `fromDate` 0 where the pool has no steps. */
export interface LineOffset extends Offset {
  readonly ownPence: number;
  readonly fromDate: number;
  readonly step: number;
}

/** The steps of a pool; undefined where none are in force. */
export function waterfallOf(
  model: Pick<ModelReading, 'tables'>,
  pool: string,
  monthEnd: number,
): WaterfallInForce | undefined {
  const rows = rowsOf(model, 'PoolWaterfall')
    .filter((row) => comparable(textOf(row, 'Pool')) === comparable(pool))
    .map((row) => ({ row, fromDate: numberOf(row, 'From') ?? 0 }));
  const inForce = listInForce(monthEnd, rows);
  const [first] = inForce;
  if (first === undefined) return undefined;
  const steps = inForce.map(
    ({ row }) => [comparable(textOf(row, 'Line')), { step: numberOf(row, 'Step') ?? 0, row }] as const,
  );
  return { fromDate: first.fromDate, steps: new Map(steps) };
}

/**
 * What the steps make of a pool's lines of one type. Overspends are met where a list shares them: what one partner bears by
 * name, or where it falls, is nobody else's.
 */
export function waterfallOffsets(
  waterfall: WaterfallInForce | undefined,
  lines: readonly WaterfallLine[],
): Result<readonly LineOffset[], SplitProblem> {
  const stepOf = ({ line }: WaterfallLine): number | undefined => waterfall?.steps.get(comparable(line))?.step;
  const offsets = offsetLines(
    lines.map((line) => ({
      variancePence: line.variancePence,
      // Where it falls an underspend is each partner's own: a step that names such a line is refused.
      step: line.rule.kind === 'where it falls' ? 0 : (stepOf(line) ?? 0),
      isMet: waterfall !== undefined && line.rule.kind === 'set' && stepOf(line) !== 0,
    })),
  );
  if (!offsets.ok) return offsets;
  const { value } = offsets;
  return succeed(
    lines.flatMap((line, at): LineOffset[] => {
      const offset = value[at];
      if (offset === undefined) return [];
      return [{ ...offset, ownPence: line.variancePence, fromDate: waterfall?.fromDate ?? 0, step: stepOf(line) ?? 0 }];
    }),
  );
}

/** Steps that name a line whose variance stays where it falls: that underspend is each partner's own. */
export function waterfallFindings(
  waterfall: WaterfallInForce | undefined,
  lines: readonly { readonly line: string; readonly rule: { readonly rule: RiskRule } }[],
): Finding[] {
  if (waterfall === undefined) return [];
  return lines.flatMap(({ line, rule }): Finding[] => {
    const entry = waterfall.steps.get(comparable(line));
    if (entry === undefined || entry.step === 0 || rule.rule.kind !== 'where it falls') return [];
    const facts = { place: placeOf(entry.row, 'Line'), line, detail: { line, step: entry.step } };
    return [agreementFinding('waterfall where it falls', facts)];
  });
}
