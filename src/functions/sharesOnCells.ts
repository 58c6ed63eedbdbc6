/*
 * The work behind POOL.SHARESON: lists of shares from cells, the shares in force to cells. Which list is in force is
 * decided in src/pool/sharesOn.
 */
import { sameName, sharesOn, type SharesOnProblem, type ShareRow } from '../pool/sharesOn';
import type { Refusal } from '../words/refusal';
import { missingValue, negative } from '../words/refusals';
import * as words from '../words/ruleRefusals';
import { nameAt } from './partners';
import { isLeftOut, placeIn, readLine, readSingle, sideBySide, withoutZeroFoot, type Line } from './readCells';
import { dateIn, nameIn, numberIn, readDate } from './readValues';
import { orRefuse, refuse } from './refuse';
import { lieAs } from './spill';

/** The shares in force on a date, one row for each partner of the set. */
export function sharesOnCells(
  date: unknown,
  lists: readonly [unknown, unknown, unknown],
  sets: unknown,
  set: unknown,
): number[][] {
  const day = readDate('Date', date);
  const lines = [readLine('Partners', lists[0]), readLine('From', lists[1]), readLine('Shares', lists[2])];
  const setLine = readLine('Sets', sets);
  const wanted = nameIn(readSingle('Set', set), { argument: 'Set' });
  const hasSets = !isLeftOut(setLine);
  if (wanted !== undefined && !hasSets) refuse(words.setsMissing({ argument: 'Sets' }));
  const [partners, from, shares, setsBeside] = withoutZeroFoot(sideBySide(hasSets ? [...lines, setLine] : lines));
  if (!partners || !from || !shares) return [];
  const chosen = rowsOfSet(partners, setsBeside, wanted);
  const rows = chosen.map((row) => shareRow(row, partners, from, shares));
  const result = orRefuse(sharesOn(day, rows), (problem) => sharesOnRefusal(problem, day, chosen, partners));
  return lieAs(
    partners,
    result.map(({ share }) => share),
  );
}

/** The numbers of the rows that belong to the set; without a name all rows must be of one set. */
function rowsOfSet(partners: Line, sets: Line | undefined, wanted: string | undefined): readonly number[] {
  const all = [...partners.cells.keys()];
  if (!sets) return all;
  const names = sets.cells.map((cell, row) => nameIn(cell, placeIn(sets, row)) ?? '');
  if (wanted === undefined) {
    const distinct = [...new Map(names.map((name) => [sameName(name), name])).values()];
    return distinct.length > 1 ? refuse(words.setMissing({ argument: 'Set' }, distinct)) : all;
  }
  const chosen = all.filter((row) => sameName(names[row] ?? '') === sameName(wanted));
  return chosen.length > 0 ? chosen : refuse(words.setUnknown({ argument: 'Set' }, wanted));
}

function shareRow(row: number, partners: Line, from: Line, shares: Line): ShareRow {
  const partner = nameAt(partners, row);
  const share = numberIn(shares.cells[row] ?? null, placeIn(shares, row));
  if (share < 0)
    refuse(negative(placeIn(shares, row), share, 'A share cannot be negative. Type 0 for a partner that has left.'));
  return { partner, fromDate: dateIn(from.cells[row] ?? null, placeIn(from, row)), share };
}

function sharesOnRefusal(problem: SharesOnProblem, day: number, chosen: readonly number[], partners: Line): Refusal {
  const placeOf = (row: number) => placeIn(partners, chosen[row] ?? 0);
  switch (problem.kind) {
    case 'no-rows':
      return missingValue({ argument: 'Partners' }, 'Point to the partners, dates and shares of the lists.');
    case 'none-in-force':
      return words.noneInForce({ argument: 'Date' }, day, problem.firstDate);
    case 'not-whole':
      return words.sharesNotWhole({ argument: 'Shares' }, problem.fromDate, problem.totalShare);
    case 'partner-twice': {
      const name = String(partners.cells[chosen[problem.row] ?? 0] ?? '');
      return words.nameTwice(placeOf(problem.row), name, placeOf(problem.earlierRow));
    }
  }
}
