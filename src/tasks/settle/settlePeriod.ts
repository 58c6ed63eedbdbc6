/*
 * A period settled: every amount split, each agreement's balances, and the payments that clear them. From what was read to
 * figures; planning tables is `settlementTables` and `settleSplitTable`.
 */
import { comparable } from '../../ledger/cells';
import { type SettledAgreement, type SplitAmount, cashAgreement, settleAgreements } from '../../pool/settlement';
import type { Finding } from '../../workbook/finding';
import { settleFinding } from '../../workbook/settleFindings';
import { SPLIT_ROWS } from '../../workbook/splitFormulas';
import { type SharedProject, splitRows } from '../share/splitRows';
import { paidInRow } from './givenRows';
import { type PaymentGroup, paymentGroups } from './paymentGroups';
import { type PoolToSettle, type SettleSplitRow, typeFor } from './poolToSettle';
import { type SettleBasis, basisOf, isOf } from './settleBasis';
import type { SettleInputs } from './settleInputs';
import { besideFindings, capFindings, offsetFindings, referredFindings, rowFinding } from './settleNotes';
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
  readonly basis: SettleBasis;
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
    ...inputs.cash.map((cash) => paidInRow({ ...cash, pool: '' }, cashAgreement(cash.hostName), cash.receivedPence)),
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
    const isOwn = typeFor(agreement.settlesFor) !== undefined;
    const shadowUntil = (isOwn ? pool?.shadowUntil?.period : undefined) ?? '';
    return { agreement, hostName, shadowUntil, mayKeep, basis: basisOf(agreement, pool, rows) };
  });
  const { groups, problems } = paymentGroups(parts, inputs);
  return {
    rows,
    amounts,
    parts,
    groups,
    findings: [
      ...besideFindings(inputs),
      ...capFindings(inputs),
      ...offsetFindings(rows),
      ...referredFindings(rows),
      ...problems,
    ],
  };
}

function poolOf({ pools }: SettleInputs, name: string): PoolToSettle | undefined {
  return pools.find(({ pool }) => comparable(pool) === comparable(name));
}

/** A pool's own figures have a row for what stays in it where a line's underspend is carried forward. */
function isKeeping(pool: PoolToSettle | undefined, settlesFor: string): boolean {
  const type = typeFor(settlesFor);
  return pool?.lines.some((line) => line.type === type && line.rule.underspend === 'carried forward') === true;
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
