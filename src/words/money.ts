/*
 * Amounts as a person reads them. Only for sentences: nothing here is ever added up or written to a cell.
 */

/**
 * Whole pence as pounds and pence, with thousands and a real minus.
 *
 * @example poundsOf(281156) -> '£2,811.56';  poundsOf(-5) -> '−£0.05'
 */
export function poundsOf(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${pence < 0 ? '−' : ''}£${pounds}.${digits.slice(-2)}`;
}

/** Pounds as they are written, with a real minus. @example poundsWords(-1234.5) -> '−£1,234.50' */
export function poundsWords(pounds: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pounds).replace('-', '−');
}
