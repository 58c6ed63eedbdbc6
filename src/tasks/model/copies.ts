/*
 * Ledgers that stand in the workbook twice: monthly tabs beside one for the year to date, or a copy kept for safety. Added
 * together they would count every posting twice.
 */
import type { LedgerLine } from '../../ledger/ledgerLine';
import type { Source } from './sources';

/** A source nearly all of whose rows stand in another. */
export interface Copy {
  readonly source: Source;
  readonly of: Source;
  readonly rows: number;
}

const MIN_ROWS = 3;

/** The sources that repeat a larger (or earlier) one. A copy is never the original of another copy. */
export function findCopies(sources: readonly Source[]): readonly Copy[] {
  const counted = sources.map((source) => ({ source, counts: countRows(source.reading.lines) }));
  const bySize = [...counted].sort((a, b) => b.source.reading.lines.length - a.source.reading.lines.length);
  const originals: typeof counted = [];
  const copies: Copy[] = [];
  for (const entry of bySize) {
    const rows = entry.source.reading.lines.length;
    const found =
      rows < MIN_ROWS ? undefined : originals.find((other) => sharedRows(entry.counts, other.counts) >= rows * 0.9);
    if (found) copies.push({ source: entry.source, of: found.source, rows: sharedRows(entry.counts, found.counts) });
    else originals.push(entry);
  }
  return copies;
}

/** Rows that are the same posting: day, reference, code, payee and amount agree. Rows with only an amount say nothing. */
function countRows(lines: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.reference === '' && line.dateSerial === null) continue;
    const key = [
      line.month,
      line.dateSerial ?? '',
      line.reference,
      line.code,
      line.counterparty,
      line.amountPence,
    ].join('\u0001');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sharedRows(few: ReadonlyMap<string, number>, many: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [key, count] of few) shared += Math.min(count, many.get(key) ?? 0);
  return shared;
}
