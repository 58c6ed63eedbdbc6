/*
 * The statement of grants of a month in pence: per grant a row for each line it may pay for, then a row for the grant. The
 * rule is `src/pool/grants`; `grantTable` makes cells of it.
 */
import { comparable } from '../../ledger/cells';
import { type AppliedGrant, applyGrants, inTurn } from '../../pool/grants';
import { GRANT_ROWS } from '../../workbook/grantFormulas';
import type { StatementPeriod } from '../reconcile/period';
import type { StatementLine } from '../reconcile/statementModel';
import type { GrantRow } from './grantRows';

/** What the statement of grants is made of. */
export interface GrantInputs {
  readonly period: StatementPeriod;
  /** The lines in scope at the month's end. */
  readonly lines: readonly Pick<StatementLine, 'line' | 'pool'>[];
  readonly grants: readonly GrantRow[];
  /** Joint spending to date by comparable line; null or absent is not known. */
  readonly spend: ReadonlyMap<string, number | null>;
}

/** One row. null is a blank cell: missing is not zero. */
export interface GrantStatementRow {
  readonly row: (typeof GRANT_ROWS)[keyof typeof GRANT_ROWS];
  readonly grant: GrantRow;
  /** '' in the row of the grant. */
  readonly line: string;
  readonly grantedPence: number;
  readonly availablePence: number | null;
  readonly spendPence: number | null;
  readonly usedPence: number | null;
  readonly eligiblePence: number | null;
  readonly appliedPence: number | null;
  readonly unspentPence: number | null;
  readonly minimumPence: number | null;
  /** What is short of the minimum, + what must still be spent. */
  readonly checkPence: number | null;
  /** Lines of the pool whose spending is not known. */
  readonly notKnown: number;
}

/** The lines a grant may pay for, in its order: of its own pool and in scope. */
export function linesOfGrant({ pool, lines: named }: GrantRow, lines: GrantInputs['lines']): readonly string[] {
  const own = lines.filter((line) => comparable(line.pool) === comparable(pool));
  if (named.length === 0) return own.map(({ line }) => line);
  return named.flatMap((name) => own.find(({ line }) => comparable(line) === comparable(name))?.line ?? []);
}

/** The rows of a month: pools in the order of PoolGrants, in each its grants of the year in their turn. */
export function grantStatement({ period, lines, grants, spend }: GrantInputs): readonly GrantStatementRow[] {
  const pools = new Map<string, GrantRow[]>();
  for (const grant of grants) {
    if (grant.year !== period.year) continue;
    const pool = comparable(grant.pool);
    pools.set(pool, [...(pools.get(pool) ?? []), grant]);
  }
  return [...pools.values()].flatMap((ofPool) => poolRows(ofPool, lines, spend));
}

function poolRows(
  grants: readonly GrantRow[],
  lines: GrantInputs['lines'],
  spend: GrantInputs['spend'],
): GrantStatementRow[] {
  const named = grants.map((grant) => linesOfGrant(grant, lines));
  const spendOf = (line: string): number | null => spend.get(comparable(line)) ?? null;
  const notKnown = named.flat().filter((line) => spendOf(line) === null).length;
  const position = new Map(lines.map(({ line }, at) => [line, at]));
  const given = grants.map((grant, at) => ({
    ...grant,
    availablePence: grantedPence(grant),
    lines: (named[at] ?? []).map((line) => position.get(line) ?? 0),
  }));
  const applied =
    notKnown > 0
      ? undefined
      : applyGrants(
          given,
          lines.map(({ line }) => spendOf(line) ?? 0),
        );
  return inTurn(grants.map(({ order }) => order)).flatMap((at, turn) => {
    const grant = grants[at];
    if (grant === undefined) return [];
    return rowsOfGrant(grant, named[at] ?? [], applied?.[turn], { spendOf, notKnown });
  });
}

function rowsOfGrant(
  grant: GrantRow,
  lines: readonly string[],
  applied: AppliedGrant | undefined,
  { spendOf, notKnown }: { readonly spendOf: (line: string) => number | null; readonly notKnown: number },
): GrantStatementRow[] {
  const granted = grantedPence(grant);
  const base = { grant, grantedPence: granted, notKnown };
  const ofLines = lines.map((line, at): GrantStatementRow => {
    const taken = applied?.lines[at];
    return {
      ...base,
      row: GRANT_ROWS.line,
      line,
      availablePence: taken?.availablePence ?? null,
      spendPence: spendOf(line),
      usedPence: taken?.usedPence ?? null,
      eligiblePence: taken?.eligiblePence ?? null,
      appliedPence: taken?.appliedPence ?? null,
      unspentPence: taken === undefined ? null : taken.availablePence - taken.appliedPence,
      minimumPence: null,
      checkPence: null,
    };
  });
  const ofGrant: GrantStatementRow = {
    ...base,
    row: GRANT_ROWS.grant,
    line: '',
    availablePence: granted,
    spendPence: null,
    usedPence: null,
    eligiblePence: applied?.eligiblePence ?? null,
    appliedPence: applied?.appliedPence ?? null,
    unspentPence: applied?.unspentPence ?? null,
    minimumPence: grant.minimumPence,
    checkPence: applied?.shortPence ?? null,
  };
  return [...ofLines, ofGrant];
}

function grantedPence({ amountPence, broughtForwardPence }: GrantRow): number {
  return amountPence + broughtForwardPence;
}
