/*
 * The rules of PoolPlacements that need more than one cell, or more than the kind of a cell. Pure: rows in, findings out.
 * Names that are not listed are found by `inputRules`; what a Case is called is never judged.
 */
import { comparable } from '../ledger/cells';
import { costFinding } from './costFindings';
import { overlapFindings, overlaps, rateAndDateFindings } from './costRules';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import type { PartnerColumn, StrangeColumn } from './partnerColumns';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { definitionOf } from './schema';
import { type IsUnread, unreadCells } from './unread';

/** Everything that is wrong in PoolPlacements beyond single cells. */
export function placementFindings(tables: InputReadings): Finding[] {
  const placements = tables.get('PoolPlacements');
  if (placements === undefined) return [];
  const { rows, partnerColumns = [], strangeColumns = [] } = placements;
  const isUnread = unreadCells(placements);
  return [
    ...headingFindings(tables.get('PoolPartners')?.rows ?? [], partnerColumns, strangeColumns),
    ...rows.flatMap((row) => [
      ...rateAndDateFindings(row),
      ...incomeFindings(row),
      ...totalFindings(row),
      ...weightFindings(row, partnerColumns, isUnread),
    ]),
    ...overlapFindings(rows, 'Case'),
    ...linesFindings(rows),
  ];
}

/** A column for every partner, next to each other: a formula takes them as one row of weights. */
function headingFindings(
  partners: readonly TypedRow[],
  columns: readonly PartnerColumn[],
  strangers: readonly StrangeColumn[],
): Finding[] {
  const own = new Set(definitionOf('PoolPlacements').columns.map(({ name }) => comparable(name)));
  const headed = new Set(columns.map(({ shortName }) => comparable(shortName)));
  const ofPartners = partners.flatMap((row): Finding[] => {
    const [partner, shortName] = [textOf(row, 'Partner'), textOf(row, 'Short name')];
    if (shortName === '' || headed.has(comparable(shortName))) return [];
    // A short name that heads a column of the table's own is told where partners are read.
    if (own.has(comparable(shortName))) return [];
    const named = strangers.map(({ heading }) => heading).join(', ');
    const detail = { table: 'PoolPlacements', column: shortName, strangers: named };
    // A column that is nobody's is most likely this partner's, under another name.
    const place = strangers[0] === undefined ? {} : { place: strangers[0].place };
    return [costFinding('partner without column', { partner, ...place, detail })];
  });
  const apart = columns.flatMap((column, at): Finding[] => {
    const before = columns[at - 1];
    if (before === undefined || column.place.column === before.place.column + 1) return [];
    const detail = { column: column.heading, heading: before.heading };
    return [costFinding('partner columns apart', { place: column.place, detail })];
  });
  return [...ofPartners, ...apart];
}

function incomeFindings(row: TypedRow): Finding[] {
  const income = numberOf(row, 'Client income');
  const rate = numberOf(row, 'Rate');
  if (income === undefined) return [];
  const place = placeOf(row, 'Client income');
  if (income < 0) return [costFinding('client income below zero', { place, leftPence: income })];
  if (rate === undefined || rate < 0 || income <= rate) return [];
  const amounts = { leftPence: income, rightPence: rate, differencePence: income - rate };
  return [costFinding('client income above rate', { place, ...amounts, detail: { name: textOf(row, 'Case') } })];
}

function totalFindings(row: TypedRow): Finding[] {
  if (textOf(row, 'Per') !== 'total' || row.values['To'] !== null || numberOf(row, 'From') === undefined) return [];
  return [costFinding('total without end', { place: placeOf(row, 'To'), detail: { name: textOf(row, 'Case') } })];
}

/** A blank weight is 0. A cell that is not a number has its own finding, and says nothing about the others. */
function weightFindings(row: TypedRow, columns: readonly PartnerColumn[], isUnread: IsUnread): Finding[] {
  const weights = columns.map(({ shortName }) => ({ shortName, weight: numberOf(row, shortName) ?? 0 }));
  const below = weights.filter(({ weight }) => weight < 0);
  if (below.length > 0) {
    return below.map(({ shortName, weight }) => {
      const detail = { column: shortName, text: String(weight) };
      return costFinding('weight below zero', { place: placeOf(row, shortName), detail });
    });
  }
  if (weights.some(({ shortName, weight }) => weight > 0 || isUnread(row, shortName))) return [];
  const place = placeOf(row, columns[0]?.shortName ?? 'Paid by');
  return [costFinding('weights all zero', { place, detail: { name: textOf(row, 'Case') } })];
}

/** Two services of one person may stand on two lines; the same service twice would be counted twice. */
function linesFindings(rows: readonly TypedRow[]): Finding[] {
  const onOneLine = new Set(overlaps(rows, ['Line', 'Case']).map(({ row }) => row));
  return overlaps(rows, ['Case'])
    .filter(
      ({ row, earlier }) =>
        !onOneLine.has(row) && comparable(textOf(row, 'Line')) !== comparable(textOf(earlier, 'Line')),
    )
    .map(({ row, earlier }) => {
      const [line, other] = [textOf(row, 'Line'), textOf(earlier, 'Line')];
      const detail = { name: textOf(row, 'Case'), row: earlier.row + 1, line, other };
      return costFinding('case on two lines', { place: placeOf(row, 'Line'), detail });
    });
}
