/*
 * The statement of each partner, in pence: per agreement what it agreed, its part of each line's variance, what it gave, and
 * what it pays or receives; then what it is exposed to. Posts and cases appear as totals by line, never by name: a case is a
 * person, and other partners' cases are not the reader's business.
 *
 * Source: own share statement per partner, line by line (domain brief c); exposure at +1%, +5% and +10% (brief d).
 */
import { comparable } from '../../ledger/cells';
import type { Exposure } from '../../pool/exposure';
import { type Side, isCashAgreement } from '../../pool/settlement';
import { PARTNER_ROWS, type PartnerRowKind } from '../../workbook/partnerStatementFormulas';
import type { SettledRow } from './memorandumInputs';

/** A row of PoolSplit, as far as the statement needs it. */
export interface SplitPart {
  readonly pool: string;
  readonly settlesFor: string;
  readonly side: Side;
  /** '' or left out for what belongs to no line, as what no cap covers. */
  readonly line?: string;
  readonly partsPence: readonly number[];
}

/** What the partners of a pool are exposed to. */
export interface PoolExposure {
  readonly pool: string;
  /** Revenue unless it says so: the two are never added. */
  readonly type?: 'revenue' | 'capital';
  /** Whether any of its lines is shared by a list with caps: then there is a row for what is above them, be it nothing. */
  readonly isCapped: boolean;
  readonly exposures: readonly Exposure[];
}

/** What the statements of a period are made of. */
export interface PartnerStatementInputs {
  /** In the order of PoolPartners, which `partsPence` follow. */
  readonly partners: readonly string[];
  readonly settled: readonly SettledRow[];
  readonly splits: readonly SplitPart[];
  readonly exposures: readonly PoolExposure[];
}

/** One row of a partner's statement. */
export interface PartnerStatementRow {
  readonly partner: string;
  /** Its number from 1. */
  readonly partnerNumber: number;
  readonly pool: string;
  readonly section: string;
  readonly item: string;
  readonly row: PartnerRowKind;
  readonly line: string;
  readonly settlesFor: string;
  readonly side: Side | '';
  readonly percent: number | null;
  readonly amountPence: number;
  /** The amount less the lines above that make it up; null for a row without. */
  readonly checkPence: number | null;
}

/** The statements of all partners, one after the other. */
export function partnerStatement(inputs: PartnerStatementInputs): readonly PartnerStatementRow[] {
  return inputs.partners.flatMap((partner, at) => {
    // A body without any agreement has nothing to be told.
    const settled = inputs.settled.filter((row) => comparable(row.partner) === comparable(partner));
    if (settled.length === 0) return [];
    const all: PartnerStatementRow = {
      ...blankRow(partner, at, ''),
      section: 'All agreements',
      item: 'To pay + / to receive −',
      row: PARTNER_ROWS.all,
      amountPence: settled.reduce((sum, { balancePence }) => sum + balancePence, 0),
    };
    return [
      ...settled.flatMap((row) => agreementRows(row, at, inputs.splits)),
      all,
      ...inputs.exposures.flatMap((exposure) => exposureRows(exposure, partner, at)),
    ];
  });
}

function blankRow(partner: string, at: number, pool: string) {
  const none = { line: '', settlesFor: '', side: '', percent: null, checkPence: null } as const;
  return { partner, partnerNumber: at + 1, pool, ...none };
}

const POOL_ITSELF: Readonly<Record<string, string>> = {
  pool: 'Pool',
  'pool capital': 'Pool capital',
  staff: 'Staff',
  placements: 'Placements',
};
/** Agreements whose agreed sum is made of the costs of lines. */
const BY_LINE = ['staff', 'placements'];

/** Cash that a host of several pools received is an agreement of its own, named after the host. */
function sectionOf(settlesFor: string): string {
  if (isCashAgreement(settlesFor)) return `Cash: ${settlesFor}`;
  return POOL_ITSELF[comparable(settlesFor)] ?? `Project: ${settlesFor}`;
}

function agreementRows(settled: SettledRow, at: number, splits: readonly SplitPart[]): PartnerStatementRow[] {
  const { pool, settlesFor } = settled;
  const base = {
    ...blankRow(settled.partner, at, pool),
    section: sectionOf(settlesFor),
    settlesFor,
  };
  const ofLines = (side: Side, row: PartnerRowKind, item: string, otherwise: string): PartnerStatementRow[] => {
    const parts = splits.filter(
      (split) =>
        split.side === side &&
        comparable(split.pool) === comparable(pool) &&
        comparable(split.settlesFor) === comparable(settlesFor),
    );
    return [...new Set(parts.map(({ line = '' }) => comparable(line)))].map((key) => {
      const mine = parts.filter(({ line = '' }) => comparable(line) === key);
      const line = mine[0]?.line ?? '';
      const amountPence = mine.reduce((sum, { partsPence }) => sum + (partsPence[at] ?? 0), 0);
      return { ...base, side, line, row, item: `${item}: ${line === '' ? otherwise : line}`, amountPence };
    });
  };
  const agreed = BY_LINE.includes(comparable(settlesFor))
    ? ofLines('agreed', PARTNER_ROWS.lineAgreed, 'Cost', 'without a line')
    : [];
  const variances = ofLines('variance', PARTNER_ROWS.lineVariance, 'Variance', 'not of one line');
  const less = (pence: number, rows: readonly PartnerStatementRow[]): number =>
    rows.reduce((left, { amountPence }) => left - amountPence, pence);
  const total = (row: PartnerRowKind, item: string, amountPence: number, checkPence: number | null = null) => ({
    ...base,
    row,
    item,
    amountPence,
    checkPence,
  });
  const isByLine = BY_LINE.includes(comparable(settlesFor));
  return [
    ...agreed,
    total(PARTNER_ROWS.agreed, 'Agreed', settled.agreedPence, isByLine ? less(settled.agreedPence, agreed) : null),
    ...variances,
    total(PARTNER_ROWS.variance, 'Share of variance', settled.variancePence, less(settled.variancePence, variances)),
    total(PARTNER_ROWS.due, 'Share due', settled.duePence),
    total(PARTNER_ROWS.paidIn, 'Paid in', settled.paidInPence),
    total(PARTNER_ROWS.paidDirect, 'Paid direct', settled.paidDirectPence),
    total(PARTNER_ROWS.inKind, 'In kind', settled.inKindPence),
    total(PARTNER_ROWS.kept, 'Carried forward', settled.carriedForwardPence),
    total(PARTNER_ROWS.toPay, 'To pay', Math.max(0, settled.balancePence)),
    total(PARTNER_ROWS.toReceive, 'To receive', Math.max(0, 0 - settled.balancePence)),
  ];
}

function exposureRows(
  { pool, type, isCapped, exposures }: PoolExposure,
  partner: string,
  at: number,
): PartnerStatementRow[] {
  const base = { ...blankRow(partner, at, pool), section: type === 'capital' ? 'Exposure, capital' : 'Exposure' };
  return exposures.flatMap(({ percent, partsPence, referredPence }) => {
    const over = `${String(percent)}% over budget for the year`;
    const borne: PartnerStatementRow = {
      ...base,
      row: PARTNER_ROWS.exposure,
      item: `Borne at ${over}`,
      percent,
      amountPence: partsPence[at] ?? 0,
    };
    // Whether the row is there hangs on the lists alone, so that another budget changes its figure and not the statement's rows.
    if (!isCapped) return [borne];
    // The pool's, not the partner's: what its caps leave open is every partner's business.
    const item = `Above all caps, borne by nobody yet, at ${over}`;
    return [borne, { ...base, row: PARTNER_ROWS.referred, item, percent, amountPence: referredPence }];
  });
}
