/*
 * A period settled: every amount split, each agreement's balances, and the payments that clear them. From what was read to
 * figures; planning tables is `settlementTables` and `settleSplitTable`.
 */
import { comparable } from '../../ledger/cells';
import {
  type PaymentProblem,
  type SettledAgreement,
  type SplitAmount,
  paymentsOf,
  settleAgreements,
} from '../../pool/settlement';
import type { Transfer } from '../../pool/transfers';
import type { Finding } from '../../workbook/finding';
import { type TypedRow, placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { SETTLE_ROWS, type SettleRow } from '../../workbook/settleSplitFormulas';
import { SPLIT_ROWS } from '../../workbook/splitFormulas';
import { type SharedProject, splitRows } from '../share/splitRows';
import type { SettleInputs } from './settleInputs';
import { paidInRow } from './givenRows';
import { type PoolToSettle, type SettleRowProblem, type SettleSplitRow, budgetsOf } from './poolToSettle';
import { poolRows } from './settleRows';

/** One agreement settled, with the host its payments run through. */
export interface SettledPart {
  readonly agreement: SettledAgreement;
  readonly hostName: string;
  /** The last month before the pool settled, '' where it settled from 1 April. */
  readonly shadowUntil: string;
  /** Lines of it may keep an underspend in the pool. */
  readonly mayKeep: boolean;
  /** What each partner's parts are made from, by the column of PoolSettlement; of other agreements none. */
  readonly basis: Readonly<Partial<Record<BasisColumn, readonly number[]>>>;
}

/** The payments through one host, or of one pool without a host. */
export interface PaymentGroup {
  /** '' where the host holds several pools. */
  readonly pool: string;
  readonly hostName: string;
  readonly payments: readonly Transfer[];
}

/** An amount that is settled. */
export interface SettledAmount extends SplitAmount {
  readonly line?: string;
}

/** Everything a run settles. `findings` with an error: nothing can be written. */
export interface SettledPeriod {
  readonly rows: readonly SettleSplitRow[];
  /** Everything that is settled, projects included; of a line where it is a line's. */
  readonly amounts: readonly SettledAmount[];
  readonly parts: readonly SettledPart[];
  readonly groups: readonly PaymentGroup[];
  readonly findings: readonly Finding[];
}

/** @param projects - Those of the year, where the period is its March. */
export function settlePeriod(inputs: SettleInputs, projects: readonly SharedProject[]): SettledPeriod {
  const findings: Finding[] = [];
  const rows: SettleSplitRow[] = [];
  for (const pool of inputs.pools) {
    const read = poolRows(pool);
    if (read.ok) rows.push(...read.value);
    else findings.push(rowFinding(read.problem));
  }
  rows.push(
    ...inputs.cash.map((cash) =>
      paidInRow({ ...cash, pool: '' }, `contributions to ${cash.hostName}`, cash.receivedPence),
    ),
  );
  if (findings.length > 0) return { rows, amounts: [], parts: [], groups: [], findings };

  const sided = rows.flatMap((row): SettledAmount[] => (row.side === '' ? [] : [{ ...row, side: row.side }]));
  const amounts = [...sided, ...projectAmounts(projects, inputs)];
  const settled = settleAgreements(amounts, inputs.partners.length);
  if (!settled.ok) return { rows, amounts, parts: [], groups: [], findings: [settleFinding('settlement too large')] };
  const parts = settled.value.map((agreement): SettledPart => {
    const pool = poolOf(inputs, agreement.pool);
    const hostName = rows.find((row) => isOf(row, agreement))?.hostName ?? pool?.hostName ?? '';
    const mayKeep = isKeeping(pool, agreement.settlesFor);
    const isOwn = agreement.settlesFor.startsWith('pool');
    const shadowUntil = (isOwn ? pool?.shadowUntil?.period : undefined) ?? '';
    return { agreement, hostName, shadowUntil, mayKeep, basis: basisOf(agreement, pool, rows) };
  });
  const { groups, problems } = paymentGroups(parts, inputs);
  return {
    rows,
    amounts,
    parts,
    groups,
    findings: [...besideFindings(inputs), ...referredFindings(rows), ...problems],
  };
}

/** The columns of PoolSettlement that the rows of PoolSplit lean on. */
export type BasisColumn =
  | 'Budget to date'
  | 'In ledger'
  | 'In shadow months'
  | 'Contribution'
  | 'Contribution in money'
  | 'Weight'
  | 'Received'
  | 'Brought forward'
  | 'Given in kind'
  | 'Above caps';

function basisOf(
  agreement: SettledAgreement,
  pool: PoolToSettle | undefined,
  rows: readonly SettleSplitRow[],
): SettledPart['basis'] {
  const partsOf = (kind: SettleRow): readonly number[] =>
    rows.find((row) => row.row === kind && isOf(row, agreement))?.partsPence ?? [];
  const received = { Received: partsOf(SETTLE_ROWS.paidIn) };
  if (pool === undefined || !agreement.settlesFor.startsWith('pool')) return received;
  const budget = budgetsOf(pool, agreement.settlesFor === 'pool capital' ? 'capital' : 'revenue');
  return {
    ...received,
    'Budget to date': budget,
    'In ledger': partsOf(SETTLE_ROWS.inLedgers),
    'In shadow months': partsOf(SETTLE_ROWS.shadow),
    Contribution: pool.contributions ?? [],
    'Contribution in money': pool.moneyContributions ?? [],
    Weight: pool.moneyContributions ?? budget,
    'Brought forward': partsOf(SETTLE_ROWS.broughtForward),
    'Given in kind': partsOf(SETTLE_ROWS.inKind),
    'Above caps': partsOf(SETTLE_ROWS.referred),
  };
}

function isOf(row: { readonly pool: string; readonly settlesFor: string }, agreement: SettledAgreement): boolean {
  return comparable(row.pool) === comparable(agreement.pool) && row.settlesFor === agreement.settlesFor;
}

function poolOf({ pools }: SettleInputs, name: string): PoolToSettle | undefined {
  return pools.find(({ pool }) => comparable(pool) === comparable(name));
}

/** A pool's own figures have a row for what stays in it where a line's underspend is carried forward. */
function isKeeping(pool: PoolToSettle | undefined, settlesFor: string): boolean {
  const type = settlesFor === 'pool capital' ? 'capital' : 'revenue';
  return (
    (settlesFor === 'pool' || settlesFor === 'pool capital') &&
    pool?.lines.some((line) => line.type === type && line.rule.underspend === 'carried forward') === true
  );
}

/** A project whose payers are known: what was agreed, what is above the cap and stays with who paid, and what was paid. */
function projectAmounts(projects: readonly SharedProject[], { partners }: SettleInputs): SplitAmount[] {
  return projects.flatMap((project) => {
    const { input, shares } = project;
    if (shares.payments === undefined) return [];
    const base = { pool: input.pool, settlesFor: input.project };
    const partsOf = (row: string): readonly number[] =>
      splitRows(project, partners).find((each) => each.row === row)?.partsPence ?? [];
    return [
      { ...base, side: 'agreed', partsPence: partsOf(SPLIT_ROWS.shared) },
      { ...base, side: 'variance', partsPence: partsOf(SPLIT_ROWS.above) },
      { ...base, side: 'paid direct', partsPence: partsOf(SPLIT_ROWS.paid) },
    ];
  });
}

/** All agreements of one host together; those without a host pool by pool. */
function paymentGroups(
  parts: readonly SettledPart[],
  inputs: SettleInputs,
): { readonly groups: readonly PaymentGroup[]; readonly problems: readonly Finding[] } {
  const { partners } = inputs;
  const byKey = new Map<string, SettledPart[]>();
  for (const part of parts) {
    const key = part.hostName === '' ? `pool ${comparable(part.agreement.pool)}` : `host ${comparable(part.hostName)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  const problems: Finding[] = [];
  const groups = [...byKey.values()].map((group): PaymentGroup => {
    const hostName = group[0]?.hostName ?? '';
    const pools = new Set(group.map(({ agreement }) => agreement.pool));
    const pool = pools.size === 1 ? ([...pools][0] ?? '') : '';
    const host = partners.findIndex(({ partner }) => partner === hostName);
    const payments = paymentsOf(
      group.map(({ agreement }) => agreement),
      host < 0 ? undefined : host,
    );
    if (!payments.ok) problems.push(paymentFinding(payments.problem, pool, poolOf(inputs, pool)?.row));
    return { pool, hostName, payments: payments.ok ? payments.value : [] };
  });
  return { groups, problems };
}

function paymentFinding(problem: PaymentProblem, pool: string, row: TypedRow | undefined): Finding {
  if (problem.kind === 'kept-without-host') {
    const place = row === undefined ? {} : { place: placeOf(row, 'Host') };
    return settleFinding('kept without host', { leftPence: problem.keptPence, ...place, detail: { pool } });
  }
  // Every side of a pool totals what it must, so a rest can only be one of size.
  return settleFinding('settlement too large');
}

function rowFinding(problem: SettleRowProblem): Finding {
  if (problem.kind === 'line') {
    const { line, rule } = problem.line;
    const facts = { place: placeOf(rule.row, 'Risk rule'), line, detail: { text: line, why: problem.why } };
    return settleFinding('no weights to share by', facts);
  }
  return settleFinding('no weights to share by', { detail: { text: problem.pool, why: problem.why } });
}

/** Lines of pools that settle from which posts or cases were taken out: their budget must be for the rest only. */
function besideFindings({ pools }: SettleInputs): Finding[] {
  return pools.flatMap(({ lines, costs }) =>
    lines.flatMap((line): Finding[] => {
      const beside = costs.filter((cost) => comparable(cost.line) === comparable(line.line));
      const costPence = beside.reduce((sum, cost) => sum + cost.costPence - cost.shadowPence, 0);
      if (costPence === 0) return [];
      const budgetPence = line.budgetPence.reduce((sum, pence) => sum + pence, 0);
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

function referredFindings(rows: readonly SettleSplitRow[]): Finding[] {
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
