/*
 * Everything a settlement is made of, read from the model and from the figures of the reconciled month: pools with their
 * lines, rules, contributions, posts and cases. No amount is split here.
 */
import { comparable } from '../../ledger/cells';
import { contributionsOf } from '../../pool/contributions';
import { broughtForward, inKindToDate } from '../../pool/contributionsToDate';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { settleFinding } from '../../workbook/settleFindings';
import type { SplitPartner } from '../../workbook/splitFormulas';
import type { StatementPeriod } from '../reconcile/period';
import { splitPartners } from '../share/projectInputs';
import { type ContributionRow, contributionRows, contributionWeights } from './contributionInputs';
import { type CaseRow, type PostRow, placementCases, staffPosts } from './costInputs';
import { lineInForce, lineRule } from './riskRules';
import type { PoolToSettle, SettleLine } from './poolToSettle';
import {
  cashFrom,
  holdersOf,
  type HostCash,
  hostsOf,
  type ReconciledMonth,
  receivedBy,
  sharedHosts,
} from './reconciledMonth';
import { costsOf, withCosts } from './settleCosts';
import { sinceShadow } from './shadowMonths';
import { type SettledPool, settledPools } from './settledPools';
import { waterfallFindings, waterfallOf } from './waterfall';

/** A period ready to be settled. */
export interface SettleInputs {
  readonly period: StatementPeriod;
  readonly partners: readonly SplitPartner[];
  readonly pools: readonly PoolToSettle[];
  /** Cash by host for hosts of several pools, whose ledgers do not say for which pool it came. */
  readonly cash: readonly HostCash[];
  /** What each host received from each partner, by host, without what it paid back. */
  readonly received: ReadonlyMap<string, readonly number[]>;
  /** Every row of PoolContributions, whatever its pool and year. */
  readonly contributions: readonly ContributionRow[];
  /** Every post and case to date, whatever its pool. */
  readonly costs: readonly (PostRow | CaseRow)[];
  readonly findings: readonly Finding[];
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
  const costs = [...posts.rows, ...cases.rows];
  const all = withCosts(pools, costs);
  const [hosts, holders] = [hostsOf(all), holdersOf(all)];
  const read = all.map((pool): PoolToSettle => {
    const funds = fundsOf(contributions, pool, period, names);
    const read = pool.settles ? linesOf({ model, partners, period, month, pool, funds }) : { lines: [], findings: [] };
    const lines = sinceShadow(model, pool, read.lines, names);
    const waterfall = pool.settles ? waterfallOf(model, pool.pool, period.monthEnd) : undefined;
    findings.push(...read.findings, ...lines.findings, ...waterfallFindings(waterfall, lines.lines));
    const isAlone = all.filter(({ settles, host }) => settles && host === pool.host).length === 1;
    const holdsCash = pool.settles && pool.host !== undefined;
    return {
      ...pool,
      ...funds,
      broughtForwardPence: holdsCash ? funds.broughtForwardPence : undefined,
      lines: lines.lines,
      ...(waterfall === undefined ? {} : { waterfall }),
      costs: costsOf(pool, period, month, posts.rows, cases.rows),
      paidInPence: holdsCash && isAlone ? receivedBy(month, pool.hostName, names, holders) : undefined,
    };
  });
  const cash = sharedHosts(all, month, names, hosts);
  const received = new Map(hosts.map((host) => [host, cashFrom(month, host, names)]));
  return { period, partners, pools: read, cash, received, contributions, costs, findings };
}

type Funds = Pick<PoolToSettle, 'contributions' | 'moneyContributions' | 'inKindPence' | 'broughtForwardPence'>;

function fundsOf(
  rows: readonly ContributionRow[],
  { pool }: SettledPool,
  { year, monthEnd, months }: StatementPeriod,
  names: readonly string[],
): Funds {
  const at = { pool, year, monthEnd, months };
  const weights = contributionWeights(rows, at, names);
  if (contributionsOf(rows, at).length === 0) {
    return { ...weights, inKindPence: undefined, broughtForwardPence: undefined };
  }
  const unlessNone = (pence: readonly number[]): readonly number[] | undefined =>
    pence.some((each) => each !== 0) ? pence : undefined;
  return {
    ...weights,
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
