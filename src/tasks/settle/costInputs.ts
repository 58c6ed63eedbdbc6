/*
 * The rows of PoolStaff and PoolPlacements as settlement takes them: each with its pool, its cost to date and every
 * partner's part. What a row may hold was checked before (`staffRules`, `placementRules`); a row refused there is left out.
 */
import { comparable } from '../../ledger/cells';
import type { CostToDate } from '../../pool/costToDate';
import { type PlacementProblem, type RatePer, placementToDate } from '../../pool/placements';
import type { ItemBasis } from '../../pool/projectItems';
import { type FundedPost, postCost } from '../../pool/staff';
import { costFinding } from '../../workbook/costFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import type { StatementPeriod } from '../reconcile/period';
import { linesInForce } from '../reconcile/statementInputs';

/** A row of either table with its figures; partners by their number in PoolPartners, from 0. */
export interface CostRow<Basis extends string> {
  readonly row: TypedRow;
  /** The line as it is written in PoolLines, and the pool it is in at the month's end. */
  readonly line: string;
  readonly pool: string;
  /** The post, or the case. */
  readonly name: string;
  readonly costPence: number;
  /** The days that count and the part of the rate; undefined where the row has no day in the year to date. */
  readonly part: CostToDate<Basis> | undefined;
  readonly paidBy: number;
  /** Per partner in the order of PoolPartners; they total the cost. */
  readonly partsPence: readonly number[];
}

/** A post: its employer is `paidBy`, its funder has the whole part. */
export interface PostRow extends CostRow<ItemBasis>, FundedPost {}

/** A placement. */
export type CaseRow = CostRow<RatePer>;

/** The rows in the order of the table, and what was found. */
export interface CostReading<Row> {
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

/** The posts of PoolStaff, to the month's end. */
export function staffPosts(model: ModelReading, period: StatementPeriod): CostReading<PostRow> {
  return costRows(model, period, 'PoolStaff', (row, partnerAt, partners) => {
    const [employer, funder] = [partnerAt(textOf(row, 'Employer')), partnerAt(textOf(row, 'Funder'))];
    const [wte, ratePence] = [numberOf(row, 'WTE'), numberOf(row, 'Rate')];
    if (employer < 0 || funder < 0 || wte === undefined || ratePence === undefined) return undefined;
    const cost = postCost({ wte, ratePence, ...datesOf(row) }, period.monthEnd);
    if (!cost.ok) return 'cost too large';
    const costPence = cost.value?.costPence ?? 0;
    const heads = numberOf(row, 'Heads');
    return {
      name: textOf(row, 'Post'),
      costPence,
      part: cost.value,
      paidBy: employer,
      partsPence: partners.map((_partner, at) => (at === funder ? costPence : 0)),
      employer,
      funder,
      wte,
      ...(heads === undefined ? {} : { heads }),
    };
  });
}

/** The cases of PoolPlacements, to the month's end. */
export function placementCases(model: ModelReading, period: StatementPeriod): CostReading<CaseRow> {
  const columns = model.tables.get('PoolPlacements')?.partnerColumns ?? [];
  return costRows(model, period, 'PoolPlacements', (row, partnerAt, partners) => {
    const paidBy = partnerAt(textOf(row, 'Paid by'));
    const per = textOf(row, 'Per') as RatePer;
    const ratePence = numberOf(row, 'Rate');
    if (paidBy < 0 || textOf(row, 'Per') === '' || ratePence === undefined) return undefined;
    const clientIncomePence = numberOf(row, 'Client income') ?? 0;
    const weights = columns.map(({ shortName }) => numberOf(row, shortName) ?? 0);
    const found = placementToDate({ ratePence, per, clientIncomePence, weights, ...datesOf(row) }, period.monthEnd);
    if (!found.ok) return isTooLarge(found.problem) ? 'cost too large' : undefined;
    const parts = new Map(columns.map(({ shortName }, at) => [comparable(shortName), found.value.partsPence[at] ?? 0]));
    return {
      name: textOf(row, 'Case'),
      costPence: found.value.cost?.costPence ?? 0,
      part: found.value.cost,
      paidBy,
      partsPence: partners.map((partner) => parts.get(comparable(textOf(partner, 'Short name'))) ?? 0),
    };
  });
}

function isTooLarge(problem: PlacementProblem): boolean {
  return problem.kind === 'too-large' || (problem.kind === 'weights' && problem.problem.kind === 'too-large');
}

function datesOf(row: TypedRow): { readonly from?: number; readonly to?: number } {
  const [from, to] = [numberOf(row, 'From'), numberOf(row, 'To')];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/**
 * What a post or a case comes to by the end of another month of the year; 0 where it has no day by then.
 *
 * @param row - A row of PoolStaff or PoolPlacements whose cost to date could be worked out.
 */
export function costAt(row: TypedRow, monthEnd: number): number {
  const ratePence = numberOf(row, 'Rate') ?? 0;
  if (row.table === 'PoolStaff') {
    const post = postCost({ wte: numberOf(row, 'WTE') ?? 0, ratePence, ...datesOf(row) }, monthEnd);
    return post.ok ? (post.value?.costPence ?? 0) : 0;
  }
  const clientIncomePence = numberOf(row, 'Client income') ?? 0;
  const rate = { ratePence, per: textOf(row, 'Per') as RatePer, clientIncomePence, weights: [1] };
  const found = placementToDate({ ...rate, ...datesOf(row) }, monthEnd);
  return found.ok ? (found.value.cost?.costPence ?? 0) : 0;
}

/** What every row has beside its figures. */
type Placed = Pick<CostRow<string>, 'row' | 'line' | 'pool'>;

/** Each row with its line's pool. A row with no day in the year to date needs no pool, and without one is left out. */
function costRows<Figures extends { readonly part: unknown }>(
  model: ModelReading,
  period: StatementPeriod,
  table: 'PoolStaff' | 'PoolPlacements',
  figuresOf: (
    row: TypedRow,
    partnerAt: (name: string) => number,
    partners: readonly TypedRow[],
  ) => Figures | 'cost too large' | undefined,
): CostReading<Placed & Figures> {
  const lines = new Map(linesInForce(model, period).map((line) => [comparable(line.line), line]));
  const partners = rowsOf(model, 'PoolPartners');
  const numbers = new Map(partners.map((row, at) => [comparable(textOf(row, 'Partner')), at]));
  const partnerAt = (name: string): number => numbers.get(comparable(name)) ?? -1;
  const findings: Finding[] = [];
  const rows = rowsOf(model, table).flatMap((row): (Placed & Figures)[] => {
    const figures = figuresOf(row, partnerAt, partners);
    if (figures === undefined) return [];
    if (figures === 'cost too large') {
      const detail = { table, name: textOf(row, table === 'PoolStaff' ? 'Post' : 'Case') };
      findings.push(costFinding('cost too large', { period: period.period, place: placeOf(row, 'Rate'), detail }));
      return [];
    }
    const line = lines.get(comparable(textOf(row, 'Line')));
    if (line !== undefined && line.pool !== '') return [{ row, line: line.line, pool: line.pool, ...figures }];
    if (figures.part === undefined) return [];
    const facts = { period: period.period, place: placeOf(row, 'Line'), line: textOf(row, 'Line') };
    findings.push(costFinding('cost line without pool', { ...facts, detail: { table, text: textOf(row, 'Line') } }));
    return [];
  });
  return { rows, findings };
}
