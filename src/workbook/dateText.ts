/*
 * A date as sentences of findings need it.
 */
import { dayOf } from '../ledger/calendar';

/** A date as a sentence needs it, '' for none. @example dateText(38231) -> '01/09/2004' */
export function dateText(serial: number | undefined): string {
  if (serial === undefined || serial === 0) return '';
  const { year, month, day } = dayOf(serial);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
}
