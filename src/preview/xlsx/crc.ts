/*
 * The checksum of the zip format (CRC-32), over bytes that come in pieces. It says nothing about who made a file.
 */

/** Four tables: the first is the usual one, the others carry a byte over one to three more, so that four go at once. */
const [TABLE_0, TABLE_1, TABLE_2, TABLE_3] = tables();

function tables(): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let rest = index;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  const over = (table: Uint32Array): Uint32Array => table.map((crc) => (crc >>> 8) ^ (first[crc & 255] ?? 0));
  const second = over(first);
  const third = over(second);
  return [first, second, third, over(third)];
}

/** A running CRC-32. @example new Crc().add(bytes of 'abc').value -> 0x352441c2 */
export class Crc {
  private state = 0xffffffff;

  /** Takes the next bytes. */
  add(bytes: Uint8Array): this {
    let state = this.state;
    let at = 0;
    for (const end = bytes.length - 3; at < end; at += 4) {
      state ^=
        byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24);
      state =
        entry(TABLE_3, state & 255) ^
        entry(TABLE_2, (state >>> 8) & 255) ^
        entry(TABLE_1, (state >>> 16) & 255) ^
        entry(TABLE_0, state >>> 24);
    }
    for (; at < bytes.length; at++) state = (state >>> 8) ^ entry(TABLE_0, (state ^ byteAt(bytes, at)) & 255);
    this.state = state;
    return this;
  }

  /** The checksum so far, 0 to 2^32 - 1. */
  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0;
  }
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function entry(table: Uint32Array, index: number): number {
  return table[index] ?? 0;
}
