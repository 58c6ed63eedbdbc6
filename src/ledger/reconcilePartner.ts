/*
 * One partner's part of a reconciliation: whether its month has come, where its ledger total went, and what each line
 * holds. It compares nothing with other partners.
 */
import { actualsOf, unmappedCodes } from './actuals';
import type { adjustmentsToDate } from './adjustments';
import type { CodeRules } from './codeRules';
import { controlFigures, extractFigures, missingControl, receivedControl } from './control';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { UnreadableRow } from './ledgerLine';
import type { PartnerNames } from './partnerNames';
import type { ReadSource } from './readSources';
import type { PeriodEntry, ReconcileInputs } from './reconcileInputs';
import type { ActualFigures, PartnerControl, UnmappedCode } from './reconcileResult';
import { controlFindings, tallyFindings, unmappedFindings } from './resultFindings';
import { tallyLedger, type Tally } from './tally';

/** Amounts whose sizes together stay below this can be added in any order without losing a penny. */
const LARGEST_SIZE_PENCE = 999_999_999_999_999;

/** One partner with everything found out about it. `tally` is null when its figures are missing. */
export interface PartnerState {
  readonly partner: string;
  readonly control: PartnerControl;
  readonly tally: Tally | null;
  readonly actuals: readonly ActualFigures[];
  readonly unmapped: readonly UnmappedCode[];
}

function periodEntryOf(
  partner: string,
  { periods, period }: ReconcileInputs,
  names: PartnerNames,
): PeriodEntry | undefined {
  return periods.find((entry) => entry.period === period && names.find(entry.partner) === partner);
}

/** Everything that is the same for all partners. */
export interface Ready {
  readonly inputs: ReconcileInputs;
  readonly names: PartnerNames;
  readonly rules: CodeRules;
  readonly adjustments: ReturnType<typeof adjustmentsToDate>;
  readonly read: readonly ReadSource[];
  readonly findings: LedgerFinding[];
}

/** Why a partner has no figures, or null when it has. */
function missingFinding(partner: string, sources: readonly ReadSource[], ready: Ready): LedgerFinding | null {
  const { period } = ready.inputs;
  const entry = periodEntryOf(partner, ready.inputs, ready.names);
  if (entry?.status === 'not received') return ledgerFinding('not received', { partner, period });
  const isHosted = ready.inputs.partners.some((each) => each.partner === partner && each.isHosted === true);
  if (sources.length === 0) return isHosted ? null : ledgerFinding('partner without ledger', { partner, period });
  // An extract without a row is not a ledger of nought, unless the user says that the month has come.
  const isEmpty = sources.every(({ reading }) => reading.lines.length === 0 && reading.source.unreadable.length === 0);
  if (isEmpty && !entry) return ledgerFinding('not received', { partner, period });
  // The headings' own findings say what to do.
  return sources.some(({ reading }) => reading.columns === null)
    ? ledgerFinding('not received', { partner, period })
    : null;
}

/** One partner's control, figures by line and unmapped codes; what there is to say goes to `ready.findings`. */
export function reconcilePartner(partner: string, ready: Ready): PartnerState {
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
  // Of a partner whose money is all in its host's ledger no month can be empty.
  if (sources.length > 0) findings.push(...tallyFindings(partner, tally, inputs.period), ...controlFindings(control));
  for (const finding of unmappedFindings(unmapped)) findings.push(finding);
  return { partner, control, tally, actuals, unmapped };
}
