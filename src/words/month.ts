/*
 * A month as a person reads it. In the workbook it stays year-month, so that it sorts; a sentence says its name, because
 * 2008-09 on its own reads as a financial year.
 */

/** The month in words. @example monthWords('2026-06') -> 'June 2026' */
export function monthWords(period: string): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
}
