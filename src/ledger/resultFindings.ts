/*
 * The findings of a reconciliation that need figures: unmapped codes, control totals, rows of other times, and the
 * differences between partners. It works nothing out; it only says what was found.
 */
import { financialYearOf } from './financialYear';
import { ledgerFinding, placeOf, type LedgerFinding } from './findings';
import { isUnproven } from './match/pairItem';
import type { PartnerRows } from './match/matchPartners';
import type { PairItem } from './differences';
import type { PartnerControl, UnmappedCode } from './reconcileResult';
import type { Tally } from './tally';

/** Rows of other times, and a month without any row. */
export function tallyFindings(partner: string, tally: Tally, period: string): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const { laterRows, laterPence, earlierRows, earlierPence, rowsInMonth } = tally;
  if (laterRows > 0) {
    findings.push(ledgerFinding('later rows', { partner, leftPence: laterPence, detail: { rows: laterRows } }));
  }
  if (earlierRows > 0) {
    const detail = { rows: earlierRows, year: financialYearOf(period) };
    findings.push(ledgerFinding('earlier rows', { partner, leftPence: earlierPence, detail }));
  }
  if (rowsInMonth === 0) findings.push(ledgerFinding('no rows in month', { partner }));
  return findings;
}

/** The trial balance against the ledger. */
export function controlFindings({
  partner,
  figures,
  controlTotalPence,
  differencePence,
}: PartnerControl): LedgerFinding[] {
  if (!figures || controlTotalPence === null || differencePence === null || differencePence === 0) return [];
  const { ledgerTotalPence } = figures;
  return [
    ledgerFinding('control total differs', {
      partner,
      leftPence: ledgerTotalPence,
      rightPence: controlTotalPence,
      differencePence,
    }),
  ];
}

/** One finding for each code that no rule fits, at the first row that has it. */
export function unmappedFindings(unmapped: readonly UnmappedCode[]): LedgerFinding[] {
  const withoutRule = unmapped.filter(({ hasRule }) => !hasRule);
  return withoutRule.map(({ partner, code, rows, amountPence, first }) =>
    ledgerFinding('code unmapped', {
      partner,
      place: placeOf(first),
      leftPence: amountPence,
      detail: { code, rows },
    }),
  );
}

/** Rows with a partner that is not received: nothing to compare them with. */
export function notComparedFindings(received: readonly PartnerRows[], missing: readonly string[]): LedgerFinding[] {
  return received.flatMap(({ partner, between }) =>
    missing.flatMap((other) => {
      const rows = between.filter(({ counterparty, timing }) => counterparty === other && timing === 'to date');
      const leftPence = rows.reduce((sum, { line }) => sum + line.amountPence, 0);
      const detail = { other, rows: rows.length };
      return rows.length === 0 ? [] : [ledgerFinding('pair not compared', { partner, leftPence, detail })];
    }),
  );
}

/** What two partners do not agree about; what agrees needs no finding. */
export function itemFindings(items: readonly PairItem[], withoutLedger: ReadonlySet<string>): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  for (const item of items) {
    const { cause, leftPartner, rightPartner, reference, leftPence, rightPence, differencePence, reason } = item;
    if (cause === 'agrees' || cause === 'reversal' || differencePence === 0) continue;
    const first = item.left[0] ?? item.right[0];
    // A partner of a hosted pool without a ledger has no entry that could be missing.
    if (!first || [leftPartner, rightPartner].some((partner) => withoutLedger.has(partner))) continue;
    // The left figure is the left partner's, even where the only row is the other one's.
    const figures = { partner: leftPartner, place: placeOf(first), reference, leftPence, rightPence, differencePence };
    if (rightPartner === '') {
      findings.push(ledgerFinding('counterparty unknown', { ...figures, detail: { code: first.code } }));
      continue;
    }
    const [evidence] = item.evidence;
    const detail = {
      cause,
      other: rightPartner,
      reason,
      rows: item.left.length + item.right.length,
      ...(evidence ? { evidenceSheet: evidence.sheet, evidenceRow: evidence.row, evidenceMonth: evidence.month } : {}),
    };
    const kind = isUnproven(cause) && reason === '' ? 'pair difference' : 'pair explained';
    findings.push(ledgerFinding(kind, { ...figures, detail }));
  }
  return findings;
}
