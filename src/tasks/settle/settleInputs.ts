/*
 * Everything a settlement is made of, read from the model and from the figures of the reconciled month: pools with their
 * lines, rules, contributions, posts and cases. No amount is split here.
 */
import { comparable } from '../../ledger/cells';
import type { ReconcileResult } from '../../ledger/reconcileResult';
import { contributionsOf, countedContributions } from '../../pool/contributions';
import { broughtForward, inKindToDate } from '../../pool/contributionsToDate';
import { yearDays } from '../../pool/projectItems';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { numberOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';
import type { StatementRow } from '../reconcile/statementModel';
import { splitPartners } from '../share/projectInputs';
import { type ContributionRow, contributionRows } from './contributionInputs';
import { type CaseRow, type PostRow, costAt, placementCases, staffPosts } from './costInputs';
import { lineInForce, lineRule } from './riskRules';
import type { PoolToSettle, SettleCost, SettleLine } from './poolToSettle';
import { sinceShadow } from './shadowMonths';
import { type SettledPool, settledPools } from './settledPools';

/** A period ready to be settled. */
export interface SettleInputs {
  readonly period: StatementPeriod;
  readonly partners: readonly SplitPartner[];
  readonly pools: readonly PoolToSettle[];
  /** Cash by host for hosts of several pools, whose ledgers do not say for which pool it came. */
  readonly cash: readonly HostCash[];
  readonly findings: readonly Finding[];
}

/** What a host received from each partner. */
export interface HostCash {
  readonly hostName: string;
  readonly host: number;
  readonly receivedPence: readonly number[];
}

/** The reconciled month. */
export interface ReconciledMonth {
  readonly statement: readonly StatementRow[];
  /** From one partner to another: what the far end says. */
  readonly bridges: readonly Pick<ReconcileResult['bridges'][number], 'bridge' | 'from' | 'to' | 'toPence'>[];
}

/** Reads it all; what stops the settlement is among the findings as an error. */
export function settleInputs(model: ModelReading, period: StatementPeriod, month: ReconciledMonth): SettleInputs {
  const partners = splitPartners(model);
  const names = partners.map(({ partner }) => partner);
  const { pools, findings: ofPools } = settledPools(model, partners, period);
  const contributions = contributionRows(model);
  const posts = staffPosts(model, period);
  const cases = placementCases(model, period);
  const findings: Finding[] = [...ofPools, ...posts.findings, ...cases.findings];
  const all = withCosts(pools, [...posts.rows, ...cases.rows]);
  const read = all.map((pool): PoolToSettle => {
    const funds = fundsOf(contributions, pool, period, names);
    const read = pool.settles ? linesOf({ model, partners, period, month, pool, funds }) : { lines: [], findings: [] };
    const lines = sinceShadow(model, pool, read.lines, names);
    findings.push(...read.findings, ...lines.findings);
    const isAlone = all.filter(({ settles, host }) => settles && host === pool.host).length === 1;
    const holdsCash = pool.settles && pool.host !== undefined;
    return {
      ...pool,
      ...funds,
      broughtForwardPence: holdsCash ? funds.broughtForwardPence : undefined,
      lines: lines.lines,
      costs: costsOf(pool, period, month, posts.rows, cases.rows),
      paidInPence: holdsCash && isAlone ? receivedBy(month, pool.hostName, names) : undefined,
    };
  });
  return { period, partners, pools: read, cash: sharedHosts(all, month, names), findings };
}

/** Pools of PoolArrangements, and pools that only posts or cases name. */
function withCosts(pools: readonly SettledPool[], rows: readonly (PostRow | CaseRow)[]): readonly SettledPool[] {
  const known = new Set(pools.map(({ pool }) => comparable(pool)));
  const others = new Map(rows.map(({ pool }) => [comparable(pool), pool]));
  const more = [...others].filter(([key]) => !known.has(key));
  return [
    ...pools,
    ...more.map(([, pool]): SettledPool => ({ pool, kind: 'none', settles: false, hostName: '', host: undefined })),
  ];
}

type Funds = Pick<PoolToSettle, 'contributions' | 'moneyContributions' | 'inKindPence' | 'broughtForwardPence'>;

function fundsOf(
  rows: readonly ContributionRow[],
  { pool }: SettledPool,
  { year, monthEnd, months }: StatementPeriod,
  names: readonly string[],
): Funds {
  const at = { pool, year, monthEnd, months };
  if (contributionsOf(rows, at).length === 0) {
    return {
      contributions: undefined,
      moneyContributions: undefined,
      inKindPence: undefined,
      broughtForwardPence: undefined,
    };
  }
  const unlessNone = (pence: readonly number[]): readonly number[] | undefined =>
    pence.some((each) => each !== 0) ? pence : undefined;
  return {
    contributions: countedContributions(rows, at, names),
    moneyContributions: countedContributions(rows.filter(({ funding }) => funding !== 'in kind'), at, names), // prettier-ignore
    inKindPence: unlessNone(inKindToDate(rows, at, names)),
    broughtForwardPence: unlessNone(broughtForward(rows, at, names)),
  };
}

interface PoolReading {
  readonly model: ModelReading;
  readonly partners: readonly SplitPartner[];
  readonly period: StatementPeriod;
  readonly month: ReconciledMonth;
  readonly pool: SettledPool;
  readonly funds: Funds;
}

/** The lines of a pool that the statement shows, each with its rule. */
function linesOf({ model, partners, period, month, pool, funds }: PoolReading): {
  readonly lines: readonly SettleLine[];
  readonly findings: readonly Finding[];
} {
  const { monthEnd, year } = period;
  const rows = month.statement.filter((row) => comparable(row.pool) === comparable(pool.pool));
  const names = [...new Set(rows.map(({ line }) => line))];
  const findings: Finding[] = [];
  if (rows.some(({ budgetToDatePence }) => budgetToDatePence === null)) {
    findings.push(settleFinding('settle without budget', { detail: { year, table: 'PoolBudgets' } }));
  }
  const lines = names.flatMap((line): SettleLine[] => {
    const row = lineInForce(model, line, monthEnd);
    if (row === undefined) return [];
    const rule = lineRule({ model, partners, monthEnd, contributions: funds.contributions }, pool.pool, line, row);
    findings.push(...rule.findings);
    const ofLine = rows.filter((each) => each.line === line);
    const figure = (key: 'budgetToDatePence' | 'ownToDatePence'): readonly number[] =>
      partners.map(({ partner }) => ofLine.find((each) => each.partner === partner)?.[key] ?? 0);
    return [
      {
        line,
        type: ofLine[0]?.type ?? 'revenue',
        rule,
        budgetPence: figure('budgetToDatePence'),
        ownPence: figure('ownToDatePence'),
        shadowOwnPence: partners.map(() => 0),
      },
    ];
  });
  return { lines, findings };
}

/** The posts and cases of a pool, in the order of their tables. */
function costsOf(
  { pool, shadowUntil }: SettledPool,
  period: StatementPeriod,
  { statement }: ReconciledMonth,
  posts: readonly PostRow[],
  cases: readonly CaseRow[],
): readonly SettleCost[] {
  const { first } = yearDays(Number(period.year.slice(0, 4)));
  const common = (
    { row, line, name, costPence, paidBy, partsPence }: PostRow | CaseRow,
    table: 'PoolStaff' | 'PoolPlacements',
  ): Omit<SettleCost, 'settlesFor'> => {
    const [from, to] = [numberOf(row, 'From'), numberOf(row, 'To')];
    return {
      line,
      type: statement.find((each) => comparable(each.line) === comparable(line))?.type ?? 'revenue',
      item: name,
      itemFrom: from,
      start: Math.max(from ?? 0, first),
      end: Math.min(to ?? period.monthEnd, period.monthEnd),
      costPence,
      shadowPence: shadowUntil === undefined ? 0 : costAt(table, row, shadowUntil.monthEnd),
      paidBy,
      partsPence,
    };
  };
  const ofPool = (cost: PostRow | CaseRow): boolean => comparable(cost.pool) === comparable(pool);
  return [
    ...posts
      .filter(ofPool)
      .map((post) => ({ ...common(post, 'PoolStaff'), settlesFor: 'staff', funder: post.funder }) as const),
    ...cases.filter(ofPool).map((each) => ({ ...common(each, 'PoolPlacements'), settlesFor: 'placements' }) as const),
  ];
}

/** What a host's ledger says it received as contributions, per partner. */
function receivedBy({ bridges }: ReconciledMonth, host: string, names: readonly string[]): readonly number[] {
  return names.map((name) =>
    bridges
      .filter(({ bridge, from, to }) => bridge === 'contributions' && from === name && to === host)
      .reduce((sum, { toPence }) => sum + toPence, 0),
  );
}

/** Hosts that hold more than one pool that settles. */
function sharedHosts(
  pools: readonly SettledPool[],
  month: ReconciledMonth,
  names: readonly string[],
): readonly HostCash[] {
  const hosts = [...new Set(pools.flatMap(({ settles, host }) => (settles && host !== undefined ? [host] : [])))];
  return hosts
    .filter((host) => pools.filter((pool) => pool.settles && pool.host === host).length > 1)
    .map((host) => {
      const hostName = names[host] ?? '';
      return { host, hostName, receivedPence: receivedBy(month, hostName, names) };
    });
}
