/*
 * A share as sentences of findings need it.
 */
import { readNumber } from '../money/exact';

/** Per cent of a fraction, exactly. @example percentText(0.95) -> '95%' */
export function percentText(fraction: number): string {
  return `${String(readNumber(fraction).times(100).toNumber())}%`;
}
