/*
 * The work behind POOL.RECONCILE: two lists from cells, their differences to cells. The matching is in src/ledger; between
 * partners, whose signs are opposite, the task in the pane is used.
 */
import { penceToPounds, readUnit } from '../money/exact';
import type { MatchSide } from '../ledger/match/matchRows';
import { reconcileLists, type ListDifference, type ListDifferenceKind } from '../ledger/reconcileLists';
import { badUnit, tooMany } from '../words/refusals';
import { isBlankOrZero, readLine, readSingle, sideBySide, withoutZeroFoot, type Cell } from './readCells';
import { amountsIn, limitIn } from './readValues';
import { orRefuse, refuse } from './refuse';

const HEADING = ['Kind', 'Left row', 'Right row', 'Reference', 'Left', 'Right', 'Difference'];
const MOST_ROWS = 20_000;
const MOST_DIFFERENCES = 5000;
const USE_THE_PANE = 'Use Reconcile in the Poolbook pane, which takes whole ledgers.';

const KIND_WORDS: Readonly<Record<ListDifferenceKind, string>> = {
  'within tolerance': 'within tolerance',
  amount: 'amount difference',
  sign: 'sign error',
  duplicate: 'duplicate',
  'only in left': 'only in left',
  'only in right': 'only in right',
};

/** A heading row, then a row for each difference; the differences total left less right. */
export function reconcileCells(
  left: readonly [refs: unknown, amounts: unknown],
  right: readonly [refs: unknown, amounts: unknown],
  tolerance: unknown,
): (string | number)[][] {
  const place = { argument: 'Tolerance' };
  const penny = orRefuse(readUnit(0.01), () => badUnit(place, 0.01));
  const tolerancePence = limitIn(readSingle('Tolerance', tolerance), place, penny, 'Type a tolerance of 0 or more.');
  const differences = reconcileLists(
    readSide('Left', left, (amounts) => amountsIn(amounts, penny)),
    readSide('Right', right, (amounts) => amountsIn(amounts, penny)),
    tolerancePence,
  );
  if (differences.length > MOST_DIFFERENCES) {
    refuse(tooMany({ argument: 'Left references' }, differences.length, MOST_DIFFERENCES, 'differences', USE_THE_PANE));
  }
  return [HEADING, ...differences.map(differenceRow)];
}

function readSide(
  side: 'Left' | 'Right',
  [refs, amounts]: readonly [unknown, unknown],
  inPence: (amounts: ReturnType<typeof readLine>) => number[],
): MatchSide {
  const lines = [readLine(`${side} references`, refs), readLine(`${side} amounts`, amounts)];
  const [references, sums] = withoutZeroFoot(sideBySide(lines));
  if (!references || !sums) return { references: [], amountsPence: [] };
  if (references.cells.length > MOST_ROWS) {
    refuse(tooMany({ argument: references.argument }, references.cells.length, MOST_ROWS, 'rows', USE_THE_PANE));
  }
  return { references: references.cells.map(referenceText), amountsPence: inPence(sums) };
}

function referenceText(cell: Cell): string {
  return isBlankOrZero(cell) ? '' : String(cell).trim();
}

function differenceRow(difference: ListDifference): (string | number)[] {
  const { kind, leftRow, rightRow, reference, leftPence, rightPence, differencePence } = difference;
  return [
    KIND_WORDS[kind],
    leftRow === null ? '' : leftRow + 1,
    rightRow === null ? '' : rightRow + 1,
    reference,
    leftPence === null ? '' : penceToPounds(leftPence),
    rightPence === null ? '' : penceToPounds(rightPence),
    penceToPounds(differencePence),
  ];
}
