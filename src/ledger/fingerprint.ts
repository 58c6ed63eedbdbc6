/*
 * A short mark of what was read, so that a later look can say whether a ledger has changed since the run. It is not a
 * safeguard against someone who wants to deceive; it finds changes, in 64 bits.
 */
import type { CellValue } from './cells';

/** Takes values in order and gives their mark. */
export interface Fingerprint {
  add(value: CellValue): void;
  /** Sixteen hexadecimal digits. */
  hex(): string;
}

/** A mark that depends on every value, on its type and on the order. @example an empty one -> 'cbf29ce484222325' */
export function startFingerprint(): Fingerprint {
  // Two 32-bit lanes with different multipliers; a 64-bit product would need BigInt for every character.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const mix = (code: number): void => {
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  };
  return {
    add(value) {
      const text = value === null ? '' : String(value);
      mix(typeof value === 'number' ? 1 : typeof value === 'boolean' ? 2 : 3);
      for (let at = 0; at < text.length; at += 1) mix(text.charCodeAt(at));
      mix(0x1f);
    },
    hex() {
      const part = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
      return part(high) + part(low);
    },
  };
}
