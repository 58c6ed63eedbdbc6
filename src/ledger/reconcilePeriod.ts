/*
 * The reconciliation of a month, from the cells of the ledgers to controls, matches, bridges and findings. It calls the
 * parts in order and adds up nothing itself; it reads no workbook and writes nothing.
 *
 * Source: design sections 4 and 6.
 */
import { adjustmentsToDate } from './adjustments';
import { jointBridge, ledgerBridge, pairBridges } from './bridge';
import { capFindings } from './capFindings';
import { prepareCodeRules } from './codeRules';
import { ledgerFinding, type LedgerFinding } from './findings';
import { findDoublePayments } from './match/doublePayments';
import { matchPartners, type PartnerRows } from './match/matchPartners';
import { partnerNames } from './partnerNames';
import { fingerprintOfInputs, readSources, unknownPartners } from './readSources';
import type { ReconcileInputs } from './reconcileInputs';
import { reconcilePartner, type Ready } from './reconcilePartner';
import type { ReconcileResult } from './reconcileResult';
import { itemFindings, notComparedFindings } from './resultFindings';

/**
 * Reconciles one month.
 *
 * For every partner received: in pool + excluded + between partners + unmapped + adjustments = ledger total to date. Every
 * bridge ends at its To. Every row to date between two partners who are received is in exactly one item. A partner not
 * received has no figures, and the joint total then says that it is incomplete.
 *
 * @throws Error when `period` is not a month 'YYYY-MM'; callers check it first.
 * @example reconcilePeriod({ period: '2026-06', partners, sources, codes, lines, periods: [], adjustments: [] })
 */
export function reconcilePeriod(inputs: ReconcileInputs): ReconcileResult {
  const { period } = inputs;
  const reporting = inputs.partners.filter(({ reports }) => reports !== false);
  // Its side of a payment stands in no ledger here: eliminating the other side alone would falsify the joint figure.
  const projectsOnly = inputs.partners.filter(({ reports }) => reports === false);
  const names = partnerNames(reporting);
  const rules = prepareCodeRules(inputs.codes, inputs.lines, names);
  const adjustments = adjustmentsToDate(inputs.adjustments, inputs.lines, names, period);
  const twice: LedgerFinding[] = [];
  const read = readSources(inputs, names, twice);
  const findings: LedgerFinding[] = [
    ...names.findings,
    ...twice,
    ...unknownPartners(inputs, names),
    ...rules.findings,
    ...adjustments.findings,
    ...read.flatMap(({ reading }) => reading.findings),
  ];
  const ready: Ready = { inputs, names, rules, adjustments, read, findings };
  const states = reporting.map(({ partner }) => reconcilePartner(partner, ready));

  const withLedger = new Set(read.map(({ partner }) => partner));
  const received: PartnerRows[] = [];
  for (const { partner, tally } of states) {
    if (tally) received.push({ partner, between: tally.between, own: tally.own, hasLedger: withLedger.has(partner) });
  }
  const items = matchPartners(received, inputs.tolerancePence ?? 0, inputs.reasons ?? new Map());
  const withoutLedger = new Set(reporting.map(({ partner }) => partner).filter((partner) => !withLedger.has(partner)));
  const controls = states.map(({ control }) => control);
  const joint = jointBridge(controls);
  const missing = controls.filter(({ figures }) => figures === null).map(({ partner }) => partner);
  // Joined, not pushed: a hundred thousand arguments are more than a call can take.
  const allFindings = findings.concat(
    projectsOnly.map(({ partner }) => ledgerFinding('shares projects only', { partner })),
    notComparedFindings(received, missing),
    itemFindings(items, withoutLedger),
    findDoublePayments(received.map(({ own }) => own)),
  );
  return {
    period,
    sources: read.map(({ reading }) => reading.source),
    controls,
    actuals: states.flatMap(({ actuals }) => actuals),
    unmapped: states.flatMap(({ unmapped }) => unmapped),
    items,
    bridges: [...controls.map(ledgerBridge).filter((bridge) => bridge !== undefined), ...pairBridges(items), joint],
    joint: { complete: missing.length === 0, missing, totalPence: joint.toPence },
    findings: capFindings(allFindings).map((finding) => ({ ...finding, period })),
    fingerprint: fingerprintOfInputs(inputs, read),
  };
}
