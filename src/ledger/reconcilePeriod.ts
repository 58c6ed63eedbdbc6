/*
 * The reconciliation of a month, from the cells of the ledgers to controls, matches, bridges and findings. It calls the
 * parts in order and adds up nothing itself; it reads no workbook and writes nothing.
 *
 * Source: design sections 4 and 6.
 */
import { actualsOf, unmappedCodes } from './actuals';
import { adjustmentsToDate } from './adjustments';
import { jointBridge, ledgerBridge, pairBridges } from './bridge';
import { prepareCodeRules } from './codeRules';
import { controlFigures, extractFigures, missingControl, receivedControl } from './control';
import { ledgerFinding, type LedgerFinding } from './findings';
import { startFingerprint } from './fingerprint';
import type { UnreadableRow } from './ledgerLine';
import { findDoublePayments } from './match/doublePayments';
import { matchPartners, type PartnerRows } from './match/matchPartners';
import { partnerNames, type PartnerNames } from './partnerNames';
import { readLedger, type LedgerReading } from './readLedger';
import type { PeriodEntry, ReconcileInputs } from './reconcileInputs';
import type { ActualFigures, PartnerControl, ReconcileResult, UnmappedCode } from './reconcileResult';
import { controlFindings, itemFindings, notComparedFindings, tallyFindings, unmappedFindings } from './resultFindings';
import { tallyLedger, type Tally } from './tally';

/** Amounts whose sizes together stay below this can be added in any order without losing a penny. */
const LARGEST_SIZE_PENCE = 999_999_999_999_999;

/** One partner with everything found out about it. `tally` is null when its figures are missing. */
interface PartnerState {
  readonly partner: string;
  readonly control: PartnerControl;
  readonly tally: Tally | null;
  readonly actuals: readonly ActualFigures[];
  readonly unmapped: readonly UnmappedCode[];
}

/** One ledger, with the partner it belongs to, or undefined when `PoolPartners` does not have it. */
interface ReadSource {
  readonly partner: string | undefined;
  readonly holds: 'transactions' | 'balances to date';
  readonly reading: LedgerReading;
}

/** Reads each ledger once: one that is named a second time would count twice. */
function readSources(
  { sources, period }: ReconcileInputs,
  names: PartnerNames,
  findings: LedgerFinding[],
): ReadSource[] {
  const seen = new Map<string, string>();
  const read: ReadSource[] = [];
  for (const { definition, block } of sources) {
    const partner = names.find(definition.partner);
    const where = `${block.sheet}\n${String(block.row)}\n${String(block.column)}`;
    const other = seen.get(where);
    if (other !== undefined) {
      const place = { sheet: block.sheet, row: block.row, column: block.column };
      const detail = { table: definition.table, other };
      findings.push(ledgerFinding('ledger twice', { partner: definition.partner, place, detail }));
      continue;
    }
    seen.set(where, definition.partner);
    const reading = readLedger({ ...definition, partner: partner ?? definition.partner }, block, period);
    read.push({ partner, holds: definition.holds, reading });
  }
  return read;
}

function periodEntryOf(
  partner: string,
  { periods, period }: ReconcileInputs,
  names: PartnerNames,
): PeriodEntry | undefined {
  return periods.find((entry) => entry.period === period && names.find(entry.partner) === partner);
}

/** Names in the input tables that mean nobody. A rule's or an adjustment's unknown partner is reported where it is read. */
function unknownPartners({ sources, periods }: ReconcileInputs, names: PartnerNames): LedgerFinding[] {
  const unknown = new Set<string>();
  for (const { definition } of sources)
    if (!names.find(definition.partner)) unknown.add(`PoolSources\n${definition.partner}`);
  for (const { partner } of periods) if (!names.find(partner)) unknown.add(`PoolPeriods\n${partner}`);
  return [...unknown].map((each) => {
    const [table = '', name = ''] = each.split('\n');
    return ledgerFinding('partner unknown', { detail: { name, table } });
  });
}

/** Everything that is the same for all partners. */
interface Ready {
  readonly inputs: ReconcileInputs;
  readonly names: PartnerNames;
  readonly rules: ReturnType<typeof prepareCodeRules>;
  readonly adjustments: ReturnType<typeof adjustmentsToDate>;
  readonly read: readonly ReadSource[];
  readonly findings: LedgerFinding[];
}

/** Why a partner has no figures, or null when it has. */
function missingFinding(partner: string, sources: readonly ReadSource[], ready: Ready): LedgerFinding | null {
  const { period } = ready.inputs;
  const entry = periodEntryOf(partner, ready.inputs, ready.names);
  if (entry?.status === 'not received') return ledgerFinding('not received', { partner, period });
  if (sources.length === 0) return ledgerFinding('partner without ledger', { partner, period });
  // An extract without a row is not a ledger of nought, unless the user says that the month has come.
  const isEmpty = sources.every(({ reading }) => reading.lines.length === 0 && reading.source.unreadable.length === 0);
  if (isEmpty && !entry) return ledgerFinding('not received', { partner, period });
  // The headings' own findings say what to do.
  return sources.some(({ reading }) => reading.columns === null)
    ? ledgerFinding('not received', { partner, period })
    : null;
}

function reconcilePartner(partner: string, ready: Ready): PartnerState {
  const { inputs, names, rules, adjustments, findings } = ready;
  const sources = ready.read.filter((source) => source.partner === partner);
  const entry = periodEntryOf(partner, inputs, names);
  const controlTotalPence = entry?.controlTotalPence ?? null;
  const missing = missingFinding(partner, sources, ready);
  const nothing = { partner, tally: null, actuals: [], unmapped: [] };
  if (missing) {
    findings.push(missing);
    return { ...nothing, control: missingControl(partner, 'not received', controlTotalPence) };
  }
  const status = entry?.status ?? 'open';
  const lines = sources.map(({ holds, reading }) => ({ holds, lines: reading.lines }));
  const others = inputs.partners.filter((each) => each.partner !== partner);
  const onlyOther = others.length === 1 ? (others[0]?.partner ?? '') : '';
  const tally = tallyLedger(partner, lines, inputs.period, rules, names, onlyOther);
  const unreadable: readonly UnreadableRow[] = sources.flatMap(({ reading }) => reading.source.unreadable);
  if (tally.sizePence > LARGEST_SIZE_PENCE) {
    findings.push(ledgerFinding('total too large', { partner, period: inputs.period }));
    return { ...nothing, control: missingControl(partner, status, controlTotalPence) };
  }
  const actuals = actualsOf(partner, tally, adjustments.byLine, inputs.lines);
  const figures = controlFigures(tally.toDatePence, actuals);
  const extract = extractFigures(tally, unreadable);
  const control = receivedControl(partner, status, figures, extract, controlTotalPence);
  const unmapped = unmappedCodes(partner, tally);
  findings.push(...tallyFindings(partner, tally, inputs.period), ...controlFindings(control));
  for (const finding of unmappedFindings(unmapped)) findings.push(finding);
  return { partner, control, tally, actuals, unmapped };
}

/** One mark for all inputs: the ledgers' own marks and every input table. */
function fingerprintOf(inputs: ReconcileInputs, read: readonly ReadSource[]): string {
  const mark = startFingerprint();
  mark.add(inputs.period);
  mark.add(inputs.tolerancePence ?? 0);
  for (const { reading } of read) mark.add(reading.source.fingerprint);
  const tables: readonly (readonly object[])[] = [
    inputs.partners,
    inputs.codes,
    inputs.lines,
    inputs.periods,
    inputs.adjustments,
  ];
  for (const table of tables) {
    mark.add(table.length);
    // Where a row stands in its sheet is not part of what it says.
    for (const row of table) for (const [name, value] of Object.entries(row)) if (name !== 'place') mark.add(value as string | number | null); // prettier-ignore
  }
  return mark.hex();
}

/**
 * Reconciles one month.
 *
 * For every partner received: in pool + excluded + between partners + unmapped + adjustments = ledger total to date. Every
 * bridge ends at its To. Every row to date between two partners who are received is in exactly one item. A partner not received has no figures,
 * and the joint total then says that it is incomplete.
 *
 * @throws Error when `period` is not a month 'YYYY-MM'; callers check it first.
 * @example reconcilePeriod({ period: '2026-06', partners, sources, codes, lines, periods: [], adjustments: [] })
 */
export function reconcilePeriod(inputs: ReconcileInputs): ReconcileResult {
  const { period } = inputs;
  const names = partnerNames(inputs.partners);
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
  const states = inputs.partners.map(({ partner }) => reconcilePartner(partner, ready));

  const received: PartnerRows[] = [];
  for (const { partner, tally } of states) {
    if (tally) received.push({ partner, between: tally.between, own: tally.own });
  }
  const items = matchPartners(received, inputs.tolerancePence ?? 0, inputs.reasons ?? new Map());
  const controls = states.map(({ control }) => control);
  const joint = jointBridge(controls);
  const missing = controls.filter(({ figures }) => figures === null).map(({ partner }) => partner);
  // Joined, not pushed: a hundred thousand arguments are more than a call can take.
  const allFindings = findings.concat(
    notComparedFindings(received, missing),
    itemFindings(items),
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
    findings: allFindings.map((finding) => ({ ...finding, period })),
    fingerprint: fingerprintOf(inputs, read),
  };
}
