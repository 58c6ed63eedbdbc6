/*
 * An .xlsx as a package: its parts by name and how they refer to each other (ECMA-376 part 2). It knows nothing of cells.
 */
import { refuse } from './fault';
import { type XlsxLimits } from './limits';
import { decodeXml, encodingOf } from './xmlText';
import { childrenOf, parseTree, type XmlNode } from './xmlTree';
import { inflateEntry, readZip, type ZipEntry } from './zipRead';

/** How one part refers to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `styles`, `hyperlink`. */
  readonly type: string;
  /** A part's name, or the address as written when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a package, read-only. Names have no leading `/` and are found in any case, as Excel finds them. */
export class PackageParts {
  private readonly byName = new Map<string, ZipEntry>();
  private readonly inflated = new Map<string, Uint8Array>();

  constructor(
    readonly entries: readonly ZipEntry[],
    readonly limits: XlsxLimits,
  ) {
    for (const entry of entries) {
      const name = partName(entry.name);
      if (this.byName.has(key(name))) refuse({ kind: 'duplicate-part', part: name });
      this.byName.set(key(name), entry);
    }
  }

  has(part: string): boolean {
    return this.entry(part) !== undefined;
  }

  /** A part's entry, also when its name was written with `%20` for a space. */
  entry(part: string): ZipEntry | undefined {
    return this.byName.get(key(part)) ?? this.byName.get(key(decodedName(part)));
  }

  /** A part's bytes, unpacked whole and kept; for small parts. */
  bytes(part: string, neededBy: string): Uint8Array {
    const held = this.inflated.get(key(part));
    if (held) return held;
    const bytes = this.unpack(part, neededBy);
    if (bytes.length < 4_000_000) this.inflated.set(key(part), bytes);
    return bytes;
  }

  /** A part's text, unpacked whole. */
  text(part: string, neededBy: string): string {
    return decodeXml(this.bytes(part, neededBy), part);
  }

  /** A part as a tree. */
  tree(part: string, neededBy: string): XmlNode {
    return parseTree(this.text(part, neededBy), part);
  }

  /** Hands on a part's text piece by piece, never holding it whole; for sheets and strings. */
  stream(part: string, neededBy: string, take: (text: string) => void): void {
    const entry = this.entry(part) ?? refuse({ kind: 'missing-part', part, neededBy });
    let decoder: TextDecoder | undefined;
    inflateEntry(entry, this.limits, (piece) => {
      decoder ??= new TextDecoder(encodingOf(piece, part));
      take(decoder.decode(piece, { stream: true }));
    });
    if (decoder) take(decoder.decode());
  }

  /** The relationships of a part; of the package itself for ''. None if it has no such file. */
  relationships(part: string): Relationship[] {
    const file = relationshipsPart(part);
    if (!this.has(file)) return [];
    return childrenOf(this.tree(file, part || 'the package'), 'Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        type: /[^/]*$/.exec(attributes['Type'] ?? '')?.[0] ?? '',
        target: external ? target : resolveTarget(part, target),
        external,
      };
    });
  }

  private unpack(part: string, neededBy: string): Uint8Array {
    const entry = this.entry(part) ?? refuse({ kind: 'missing-part', part, neededBy });
    // Room is made as the pieces come, not by the declared size, which may be a lie.
    const pieces: Uint8Array[] = [];
    let size = 0;
    inflateEntry(entry, this.limits, (piece) => {
      pieces.push(piece);
      size += piece.length;
    });
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}

/** Opens the archive of a package. */
export function openParts(bytes: Uint8Array, limits: XlsxLimits): PackageParts {
  return new PackageParts(readZip(bytes, limits), limits);
}

/** The name of the file that holds a part's relationships. @example -> 'xl/_rels/workbook.xml.rels' */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part that a relationship's target names: from the root (`/xl/…`) or from the folder of `source`. */
export function resolveTarget(source: string, target: string): string {
  const clean = target.replaceAll('\\', '/').replace(/[#?].*$/, '');
  const from = clean.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') from.pop();
    else if (step !== '.' && step !== '') from.push(step);
  }
  return from.join('/');
}

/** A part's name as the archive gives it, cleaned; refuses one that would climb out of the package. */
function partName(raw: string): string {
  const name = raw.replaceAll('\\', '/').replace(/^\/+/, '');
  if (name === '' || name.includes('\0') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')) {
    refuse({ kind: 'unsafe-part-name', part: raw });
  }
  return name;
}

function key(part: string): string {
  return part.toLowerCase();
}

function decodedName(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % is part of the name
  }
}
