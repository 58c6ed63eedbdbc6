/*
 * What would be counted twice, or in no pool, where a workbook has several: one ledger read for two partners, one
 * contribution given to two pools, a line without a pool. It looks at the input tables only; the figures are checked by
 * `consolidation`.
 *
 * Source: the same money counted in both partners' totals (Communities and Local Government Committee 2015, domain brief d).
 */
import { comparable } from '../../ledger/cells';
import { consolidationFinding } from '../../workbook/consolidationFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { findLedger } from '../../workbook/sources';
import { sheetAddress } from '../../workbook/address';

/** Everything that is there twice. */
export function doubleCounts(model: ModelReading): Finding[] {
  return [...contributionsTwice(model), ...ledgersTwice(model)];
}

/** The first row of each key, by which a later one is told. */
function repeated(rows: readonly TypedRow[], keyOf: (row: TypedRow) => string | undefined): [TypedRow, TypedRow][] {
  const first = new Map<string, TypedRow>();
  return rows.flatMap((row): [TypedRow, TypedRow][] => {
    const key = keyOf(row);
    const earlier = key === undefined ? undefined : first.get(key);
    if (key !== undefined && earlier === undefined) first.set(key, row);
    return earlier === undefined ? [] : [[row, earlier]];
  });
}

/** The same partner, year, kind of funding, source and amount in two pools. Without a source two equal sums say nothing. */
function contributionsTwice(model: ModelReading): Finding[] {
  const keyOf = (row: TypedRow): string | undefined => {
    if (textOf(row, 'Source') === '') return undefined;
    const words = ['Partner', 'Year', 'Funding', 'Source'].map((column) => comparable(textOf(row, column)));
    return [...words, numberOf(row, 'From') ?? 0, numberOf(row, 'Amount') ?? 0].join('\u0001');
  };
  return repeated(rowsOf(model, 'PoolContributions'), keyOf).flatMap(([row, earlier]): Finding[] => {
    const pools = [textOf(row, 'Pool'), textOf(earlier, 'Pool')] as const;
    if (comparable(pools[0]) === comparable(pools[1])) return [];
    const detail = { pool: pools[0], other: pools[1], row: earlier.row + 1, text: textOf(row, 'Source') };
    const leftPence = numberOf(row, 'Amount') ?? 0;
    const facts = { place: placeOf(row, 'Amount'), partner: textOf(row, 'Partner'), leftPence, detail };
    return [consolidationFinding('contribution in two pools', facts)];
  });
}

/** The same block and the same amounts, whoever the rows say they belong to. */
function ledgersTwice(model: ModelReading): Finding[] {
  const keyOf = (row: TypedRow): string | undefined => {
    const found = findLedger(model.shape, textOf(row, 'Table'), placeOf(row, 'Table'));
    if ('kind' in found) return undefined;
    const columns = ['Amount', 'Code'].map((column) => comparable(textOf(row, column)));
    return [sheetAddress(found.area), ...columns].join('\u0001');
  };
  return repeated(rowsOf(model, 'PoolSources'), keyOf).map(([row, earlier]) => {
    const detail = { table: textOf(row, 'Table'), other: textOf(earlier, 'Partner'), row: earlier.row + 1 };
    return consolidationFinding('ledger counted twice', {
      place: placeOf(row, 'Table'),
      partner: textOf(row, 'Partner'),
      detail,
    });
  });
}
