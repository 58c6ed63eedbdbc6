/*
 * The checksum of the zip format (CRC-32), over bytes that come in pieces. It says nothing about who made a file.
 */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** A running CRC-32. @example new Crc().add(bytes of 'abc').value -> 0x352441c2 */
export class Crc {
  private state = 0xffffffff;

  /** Takes the next bytes. */
  add(bytes: Uint8Array): this {
    let state = this.state;
    for (const byte of bytes) state = (state >>> 8) ^ (TABLE[(state ^ byte) & 255] ?? 0);
    this.state = state;
    return this;
  }

  /** The checksum so far, 0 to 2^32 - 1. */
  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0;
  }
}
