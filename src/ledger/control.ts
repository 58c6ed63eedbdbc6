/*
 * The control of one partner: where its ledger total to date went, and whether the trial balance agrees. Nothing may be
 * missing and nothing may count twice: the five parts total the ledger, exactly.
 *
 * Source: design sections 4 (PoolControl; Nothing dropped; Missing is not zero) and 6.
 */
import type { UnreadableRow } from './ledgerLine';
import type { PeriodStatus } from './reconcileInputs';
import type { ActualFigures, ControlFigures, ExtractFigures, PartnerControl } from './reconcileResult';
import type { Tally } from './tally';

/** The five parts of a partner's ledger total, from its figures by line. */
export function controlFigures(ledgerTotalPence: number, actuals: readonly ActualFigures[]): ControlFigures {
  let inPoolPence = 0;
  let excludedPence = 0;
  let betweenPence = 0;
  let unmappedPence = 0;
  let adjustmentPence = 0;
  for (const figures of actuals) {
    betweenPence += figures.betweenPence;
    adjustmentPence += figures.adjustmentPence;
    if (figures.target === 'line') inPoolPence += figures.ownPence + figures.adjustmentPence;
    else if (figures.target === 'excluded') excludedPence += figures.ownPence;
    else unmappedPence += figures.ownPence;
  }
  return {
    ledgerTotalPence,
    inPoolPence,
    excludedPence,
    betweenPence,
    unmappedPence,
    adjustmentsPence: 0 - adjustmentPence,
  };
}

/** What else the extract holds: rows of other times, and rows that could not be read. */
export function extractFigures(tally: Tally, unreadable: readonly UnreadableRow[]): ExtractFigures {
  const unplaced = unreadable.filter(({ why }) => why === 'period');
  const unplacedPence = unplaced.reduce((sum, row) => sum + (row.amountPence ?? 0), 0);
  return {
    rows: tally.rows + unreadable.length,
    extractPence: tally.extractPence + unplacedPence,
    laterPence: tally.laterPence,
    laterRows: tally.laterRows,
    earlierPence: tally.earlierPence,
    earlierRows: tally.earlierRows,
    unplacedPence,
    unplacedRows: unplaced.length,
    unreadableRows: unreadable.length - unplaced.length,
  };
}

/** A partner whose figures are there. `differencePence` is ledger less control total. */
export function receivedControl(
  partner: string,
  status: PeriodStatus,
  figures: ControlFigures,
  extract: ExtractFigures,
  controlTotalPence: number | null,
): PartnerControl {
  const differencePence = controlTotalPence === null ? null : figures.ledgerTotalPence - controlTotalPence;
  return { partner, status, figures, extract, controlTotalPence, differencePence };
}

/** A partner whose period has not come: every figure is missing, none is nought. */
export function missingControl(
  partner: string,
  status: PeriodStatus,
  controlTotalPence: number | null,
): PartnerControl {
  return { partner, status, figures: null, extract: null, controlTotalPence, differencePence: null };
}
