/*
 * Which financial year some words or months speak of. It looks at texts and months given to it, at no cells.
 */
import { startYearOf, yearLabel } from '../../ledger/financialYear';

const YEAR = /\b(20\d\d)\s*[/\-–]\s*(\d{4}|\d{2})\b/;

/** The financial year some text names. @example yearIn('Budget 2026-27') -> '2026/27' */
export function yearIn(text: string): string | undefined {
  const found = YEAR.exec(text);
  const start = Number(found?.[1]);
  return found && Number(found[2]) % 100 === (start + 1) % 100 ? yearLabel(start) : undefined;
}

/** The financial year most of some months lie in. @example mainYear(['2026-04', '2026-05']) -> '2026/27' */
export function mainYear(months: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const month of months) {
    const year = yearLabel(startYearOf(month));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
