/*
 * Contributions that would be counted twice where a workbook has several pools. Not lines, codes or ledgers that stand twice:
 * those are refused where their tables are read.
 *
 * Source: the same money counted in two totals (Communities and Local Government Committee 2015, domain brief d).
 */
import { comparable } from '../../ledger/cells';
import { consolidationFinding } from '../../workbook/consolidationFindings';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';

/**
 * The same partner, year, kind of funding, source and amount in two pools. Without a source two equal sums say nothing.
 *
 * @example £50,000.00 of Joint finance to City LD, and again to County LD -> one finding at the second
 */
export function contributionsTwice(model: Pick<ModelReading, 'tables'>): Finding[] {
  const first = new Map<string, TypedRow>();
  return rowsOf(model, 'PoolContributions').flatMap((row): Finding[] => {
    const key = keyOf(row);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    if (earlier === undefined || textOf(row, 'Source') === '') return [];
    const [pool, other] = [textOf(row, 'Pool'), textOf(earlier, 'Pool')];
    if (comparable(pool) === comparable(other)) return [];
    const detail = { pool, other, row: earlier.row + 1, text: textOf(row, 'Source') };
    const leftPence = numberOf(row, 'Amount') ?? 0;
    const facts = { place: placeOf(row, 'Amount'), partner: textOf(row, 'Partner'), leftPence, detail };
    return [consolidationFinding('contribution in two pools', facts)];
  });
}

function keyOf(row: TypedRow): string {
  const words = ['Partner', 'Year', 'Funding', 'Source'].map((column) => comparable(textOf(row, column)));
  return [...words, numberOf(row, 'From') ?? 0, numberOf(row, 'Amount') ?? 0].join('\u0001');
}
