/*
 * Reads a zip archive: its directory, and one entry at a time, in pieces. It does not trust a size the file declares,
 * and it never writes to a disk.
 */
import { Inflate } from 'fflate';
import { Crc } from './crc';
import { refuse } from './fault';
import { type XlsxLimits } from './limits';

/** One file inside the archive; `packed` is its bytes as stored. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** DOS date and time as one number, date in the upper half. */
  readonly stamp: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MAX_COMMENT = 65_535;
const SLICE = 65_536;

/**
 * The entries of an archive, in the order of its directory, folders left out.
 *
 * @throws XlsxFault for a damaged archive, one with too many parts, or one that says it is over the limit.
 */
export function readZip(bytes: Uint8Array, limits: XlsxLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset: start, count } = directory(view);
  if (count > limits.parts) refuse({ kind: 'too-many-parts', parts: count, limit: limits.parts });
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (!(at + 46 <= bytes.length) || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      refuse({ kind: 'broken-zip', detail: 'cut off' });
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (view.getUint16(at + 8, true) & 0x800) !== 0);
    if (!name.endsWith('/')) {
      const entry = entryAt(bytes, view, at, name, nameLength, extraLength);
      total += entry.size;
      if (total > limits.totalBytes) refuse({ kind: 'too-large', limitBytes: limits.totalBytes });
      entries.push(entry);
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Unpacks one entry, handing on each piece as it comes.
 *
 * Stops as soon as the entry gives more than it declares or than the limits allow: a "zip bomb" is never held whole.
 */
export function inflateEntry(entry: ZipEntry, limits: XlsxLimits, take: (piece: Uint8Array) => void): void {
  const crc = new Crc();
  let size = 0;
  const receive = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > limits.partBytes) refuse({ kind: 'too-large', limitBytes: limits.partBytes, part: entry.name });
    // Small parts are allowed any ratio: a megabyte of spaces harms nobody.
    if (size > 1_000_000 && size > entry.packed.length * limits.ratio) {
      refuse({ kind: 'inflates-too-much', part: entry.name, packedBytes: entry.packed.length, ratio: limits.ratio });
    }
    if (size > entry.size) refuse({ kind: 'broken-zip', detail: 'size', part: entry.name });
    crc.add(piece);
    take(piece);
  };
  if (entry.method === 0) receive(entry.packed);
  else if (entry.method === 8) inflate(entry, receive);
  else refuse({ kind: 'broken-zip', detail: 'method', part: entry.name });
  if (size !== entry.size) refuse({ kind: 'broken-zip', detail: 'cut off', part: entry.name });
  if (crc.value !== entry.crc) refuse({ kind: 'broken-zip', detail: 'checksum', part: entry.name });
}

function inflate(entry: ZipEntry, receive: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => {
    if (piece.length > 0) receive(piece);
  });
  for (let at = 0; at < entry.packed.length || at === 0; at += SLICE) {
    const slice = entry.packed.subarray(at, at + SLICE);
    try {
      stream.push(slice, at + SLICE >= entry.packed.length);
    } catch (error) {
      // fflate's own errors carry a numeric code; a fault of ours passes through unchanged.
      if (typeof (error as { code?: unknown }).code !== 'number') throw error;
      refuse({ kind: 'broken-zip', detail: 'cut off', part: entry.name });
    }
  }
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  name: string,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  if ((view.getUint16(at + 8, true) & 1) !== 0) refuse({ kind: 'broken-zip', detail: 'encrypted part', part: name });
  const wide = zip64Fields(view, at, nameLength, extraLength);
  const packedSize = wide.packed ?? view.getUint32(at + 20, true);
  const local = wide.offset ?? view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) {
    refuse({ kind: 'broken-zip', detail: 'cut off', part: name });
  }
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > bytes.length) refuse({ kind: 'broken-zip', detail: 'cut off', part: name });
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: wide.size ?? view.getUint32(at + 24, true),
    packed: bytes.subarray(from, from + packedSize),
    stamp: view.getUint32(at + 12, true),
  };
}

/** Sizes that do not fit 32 bits stand in an extra field, each only where its own field is full of ones. */
function zip64Fields(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): { size?: number; packed?: number; offset?: number } {
  const end = Math.min(at + 46 + nameLength + extraLength, view.byteLength - 28);
  for (let field = at + 46 + nameLength; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const take = (): number => Number(view.getBigUint64((next += 8) - 8, true));
    const wide: { size?: number; packed?: number; offset?: number } = {};
    if (view.getUint32(at + 24, true) === 0xffffffff) wide.size = take();
    if (view.getUint32(at + 20, true) === 0xffffffff) wide.packed = take();
    if (view.getUint32(at + 42, true) === 0xffffffff) wide.offset = take();
    return wide;
  }
  return {};
}

function directory(view: DataView): { offset: number; count: number } {
  const lowest = Math.max(0, view.byteLength - 22 - MAX_COMMENT);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== 0xffff) {
      refuse({ kind: 'broken-zip', detail: 'split' });
    }
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return count === 0xffff || offset === 0xffffffff ? directory64(view, at) : { offset, count };
  }
  return refuse({ kind: 'broken-zip', detail: 'no directory' });
}

function directory64(view: DataView, end: number): { offset: number; count: number } {
  const at = end >= 20 ? Number(view.getBigUint64(end - 20 + 8, true)) : Infinity;
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_END_64) {
    refuse({ kind: 'broken-zip', detail: 'no directory' });
  }
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

function nameOf(raw: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(raw);
  return Array.from(raw, (byte) => String.fromCharCode(byte)).join('');
}
