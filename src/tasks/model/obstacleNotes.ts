/*
 * What stands in the way of reading a list as a ledger, as findings: headings that are missing, twice, merged or in another
 * row. What was found in ledgers that can be read is in sourceNotes.
 */
import { areaAddress, columnLetters } from '../../workbook/address';
import { type ModelFinding, type ModelFindingKind, modelFinding } from './findings';
import { headerPlace, headingsOf } from './headerPlace';
import type { Part } from './parts';
import type { Obstacle } from './sources';

/** A list that looks like a ledger and has no amounts, or no rows. */
export function troubledFinding(part: Part): ModelFinding {
  const kind = part.problem === 'no rows' ? 'ledger without rows' : 'ledger without amount';
  return modelFinding(kind, { place: headerPlace(part), detail: { headings: headingsOf(part) } });
}

const OBSTACLES: Readonly<Record<Obstacle['kind'], ModelFindingKind>> = {
  'heading twice': 'ledger heading twice',
  'heading blank': 'ledger heading blank',
  'heading above': 'ledger heading above',
  'heading below': 'ledger heading below',
  'no code': 'ledger without code',
  'sign column': 'ledger sign apart',
};

/** A ledger that is not proposed until its headings are put right. */
export function obstacleFinding({ part, kind, column }: Obstacle): ModelFinding {
  const merged =
    column &&
    part.grid.merged.find(
      (area) =>
        area.row === part.block.headerRow && area.column < column.column && area.column + area.columns > column.column,
    );
  const place = column
    ? { sheet: part.block.sheet, row: part.block.headerRow, column: column.column }
    : headerPlace(part);
  const [under] = part.block.below;
  if (kind === 'heading below' && under) {
    const cell = { sheet: part.block.sheet, row: part.block.headerRow + 1, column: under.column };
    return modelFinding('ledger heading below', { place: cell, detail: { heading: under.text } });
  }
  if (kind === 'heading blank' && merged) {
    return modelFinding('ledger heading merged', { place, detail: { address: areaAddress(merged) } });
  }
  const detail = {
    heading: column?.text || column?.above || '',
    column: column ? columnLetters(column.column) : '',
    headings: headingsOf(part),
    amount: part.amount?.columns[0]?.text ?? '',
  };
  return modelFinding(OBSTACLES[kind], { place, detail });
}
