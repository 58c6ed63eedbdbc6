/*
 * The figures of a period as PoolActuals holds them, for comparing the statement with what it should show: the ledgers
 * may have changed since the run, and that is another finding.
 */
import { controlFigures } from '../../ledger/control';
import type { ActualFigures, ReconcileResult, Target } from '../../ledger/reconcileResult';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import { TREATMENTS } from '../../workbook/statementFormulas';

const TARGETS: Readonly<Record<string, Target>> = {
  [TREATMENTS.inPool]: 'line',
  [TREATMENTS.between]: 'line',
  [TREATMENTS.excluded]: 'excluded',
  [TREATMENTS.unmapped]: 'unmapped',
};

/** PoolActuals of a period, with the adjustments as PoolAdjustments has them now. */
export function storedActuals(model: ModelReading, result: ReconcileResult): ActualFigures[] {
  const stored = rowsOf(model, 'PoolActuals')
    .filter((row) => textOf(row, 'Period') === result.period)
    .map((row): ActualFigures => {
      const treatment = textOf(row, 'Treatment');
      const pence = numberOf(row, 'Amount') ?? 0;
      const isBetween = treatment === TREATMENTS.between;
      return {
        ...NO_FIGURES,
        partner: textOf(row, 'Partner'),
        line: textOf(row, 'Line'),
        target: TARGETS[treatment] ?? 'unmapped',
        ownPence: isBetween ? 0 : pence,
        betweenPence: isBetween ? pence : 0,
      };
    });
  const adjusted = result.actuals
    .filter(({ adjustmentPence }) => adjustmentPence !== 0)
    .map(
      ({ partner, line, target, adjustmentPence }): ActualFigures => ({
        ...NO_FIGURES,
        partner,
        line,
        target,
        adjustmentPence,
      }),
    );
  return [...stored, ...adjusted];
}

const NO_FIGURES = {
  ownPence: 0,
  betweenPence: 0,
  adjustmentPence: 0,
  monthOwnPence: 0,
  monthBetweenPence: 0,
  monthAdjustmentPence: 0,
  rows: 0,
};

/** The controls that PoolControl should show, from the stored figures. */
export function storedControls(
  actuals: readonly ActualFigures[],
  result: ReconcileResult,
): ReconcileResult['controls'] {
  return result.controls.map((control) => {
    if (control.figures === null) return control;
    const mine = actuals.filter(({ partner }) => partner === control.partner);
    const total = mine.reduce((sum, { ownPence, betweenPence }) => sum + ownPence + betweenPence, 0);
    const { controlTotalPence } = control;
    return {
      ...control,
      figures: controlFigures(total, mine),
      differencePence: controlTotalPence === null ? null : total - controlTotalPence,
    };
  });
}
