/*
 * A short mark of what was read, so that a later look can say whether a ledger has changed since the run. It is not a
 * safeguard against someone who wants to deceive; it finds changes, in 64 bits.
 */
import type { CellValue } from './cells';

// Looked up once: where the add-in runs in a realm of its own (headless), every look at a global is slow.
const { imul } = Math;

/** Takes values in order and gives their mark. */
export interface Fingerprint {
  add(value: CellValue): void;
  /** Sixteen hexadecimal digits. */
  hex(): string;
}

/** A mark that depends on every value, on its type and on the order. @example an empty one -> 'cbf29ce484222325' */
export function startFingerprint(): Fingerprint {
  // Two 32-bit lanes with different multipliers; a 64-bit product would need BigInt for every character. They are kept
  // in a typed array between values, and in locals within one: a captured variable would be boxed at every character.
  const lanes = new Int32Array([0xcbf29ce4, 0x84222325]);
  return {
    add(value) {
      let high = lanes[0] ?? 0;
      let low = lanes[1] ?? 0;
      const text = value === null ? '' : String(value);
      const kind = typeof value === 'number' ? 1 : typeof value === 'boolean' ? 2 : 3;
      for (let at = -1; at <= text.length; at += 1) {
        const code = at < 0 ? kind : at < text.length ? text.charCodeAt(at) : 0x1f;
        high = imul(high ^ code, 0x01000193);
        low = imul(low ^ code, 0x85ebca6b);
        low ^= low >>> 13;
      }
      lanes[0] = high;
      lanes[1] = low;
    },
    hex() {
      const part = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
      return part(lanes[0] ?? 0) + part(lanes[1] ?? 0);
    },
  };
}
