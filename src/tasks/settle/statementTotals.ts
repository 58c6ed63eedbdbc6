/*
 * The statements of a settled month for the preview and for `--json`, in pounds, from the model alone: grants, each pool's
 * memorandum account, each partner's statement. The form is a contract: `docs/json-output.md`. It works nothing out.
 */
import { GRANT_ROWS } from '../../workbook/grantFormulas';
import { PARTNER_ROWS } from '../../workbook/partnerStatementFormulas';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { pounds } from '../reconcile/cells';
import type { Totals } from '../task';
import type { GrantStatementRow } from './grantStatement';
import type { PoolMemorandumRow } from './memorandumTable';
import type { PartnerStatementRow } from './partnerStatement';
import type { Statements } from './statements';

/**
 * `grants`, `memorandum` and `partnerStatements` of a month.
 *
 * @param partners - In the order that the memorandum's parts have.
 * @example a grant of £40,000.00, all of it applied, minimum £30,000.00 -> grants: [{ available: 40000, applied: 40000,
 *   unspent: 0, minimum: 30000, short: 0, isMinimumMet: true, … }]
 */
export function statementTotals(statements: Statements, partners: readonly SplitPartner[]): Totals {
  const { grants, memorandum, partners: ofPartners } = statements;
  const pools = [...new Set(memorandum.map(({ pool }) => pool))];
  const names = [...new Set(ofPartners.map(({ partner }) => partner))];
  return {
    // null is not stated, because PoolGrants has errors; an empty list is no grants.
    grants: grants === undefined ? null : grants.filter(({ row }) => row === GRANT_ROWS.grant).map(grantTotals),
    memorandum: pools.map((pool) => accountTotals(pool, memorandum.filter((row) => row.pool === pool), partners)), // prettier-ignore
    partnerStatements: names.map((partner) => partnerTotals(partner, ofPartners.filter((row) => row.partner === partner))), // prettier-ignore
  };
}

function grantTotals(row: GrantStatementRow): Record<string, unknown> {
  const { grant, availablePence, eligiblePence, appliedPence, unspentPence, minimumPence, checkPence } = row;
  return {
    pool: grant.pool,
    grant: grant.grant,
    partner: grant.partner,
    available: pounds(availablePence),
    eligibleSpend: pounds(eligiblePence),
    applied: pounds(appliedPence),
    unspent: pounds(unspentPence),
    minimum: pounds(minimumPence),
    short: pounds(checkPence),
    isMinimumMet: minimumPence === null || checkPence === null ? null : checkPence === 0,
  };
}

function accountTotals(
  pool: string,
  rows: readonly PoolMemorandumRow[],
  partners: readonly SplitPartner[],
): Record<string, unknown> {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const known = (row: PoolMemorandumRow, pence: number): number | null => (row.notKnown > 0 ? null : pounds(pence));
  return {
    pool,
    notKnown: rows[0]?.notKnown ?? 0,
    sections: sections.map((section) => ({
      section,
      items: rows
        .filter((row) => row.section === section)
        .map((row) => ({
          item: row.item,
          kind: row.row,
          partners: partners.map(({ partner }, at) => ({ partner, amount: known(row, row.partsPence[at] ?? 0) })),
          total: known(row, row.totalPence),
          priorYear: pounds(row.priorPence),
          check: known(row, row.checkPence),
        })),
    })),
  };
}

/** Rows of an exposure and of all agreements together are no part of any one agreement. */
const BESIDE: ReadonlySet<string> = new Set([PARTNER_ROWS.all, PARTNER_ROWS.exposure, PARTNER_ROWS.referred]);

function partnerTotals(partner: string, rows: readonly PartnerStatementRow[]): Record<string, unknown> {
  const ofAgreements = rows.filter(({ row }) => !BESIDE.has(row));
  const keyOf = ({ pool, section }: PartnerStatementRow): string => `${pool}\u0001${section}`;
  const exposures = rows.filter(({ row }) => row === PARTNER_ROWS.exposure || row === PARTNER_ROWS.referred);
  return {
    partner,
    agreements: [...new Set(ofAgreements.map(keyOf))].map((key) => {
      const mine = ofAgreements.filter((row) => keyOf(row) === key);
      return {
        pool: mine[0]?.pool ?? '',
        section: mine[0]?.section ?? '',
        for: mine[0]?.settlesFor ?? '',
        rows: mine.map(({ item, row, line, amountPence }) => ({ item, kind: row, line, amount: pounds(amountPence) })),
      };
    }),
    toSettle: pounds(rows.find(({ row }) => row === PARTNER_ROWS.all)?.amountPence ?? 0),
    exposure: exposures.map(({ pool, section, item, row, percent, amountPence }) => ({
      pool,
      section,
      item,
      kind: row,
      percent,
      amount: pounds(amountPence),
    })),
  };
}
