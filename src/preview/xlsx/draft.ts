/*
 * A package on its way out: the parts of the file as they were, and what a save replaces, adds and takes away. It keeps
 * content types and relationships right; what the parts say is the callers' business.
 */
import { type Dialect, prefixOf } from './dialect';
import { type PackageParts, relationshipsPart, type Relationship } from './package';
import { encodeXml } from './xmlText';
import { childrenOf, parseTree, startTag, TextEdits } from './xmlTree';
import { packEntry, writeZip } from './zipWrite';

const TYPES_PART = '[Content_Types].xml';
const RELATIONSHIPS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The kinds of relationship a save may add. */
export type RelationshipType = 'worksheet' | 'table' | 'styles' | 'sheetMetadata' | 'hyperlink';

/** The package being written. */
export class PackageDraft {
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(
    private readonly parts: PackageParts,
    readonly dialect: Dialect,
  ) {}

  has(part: string): boolean {
    return !this.removed.has(part) && (this.changed.has(part) || this.parts.has(part));
  }

  /** A part's text as it will be written. */
  text(part: string): string {
    return this.changed.get(part) ?? this.parts.text(part, 'the workbook');
  }

  /** Replaces a part's text. The caller has seen that it differs. */
  setText(part: string, text: string): void {
    this.changed.set(part, text);
  }

  /**
   * Adds a part under the first free number; a pattern that starts without one has it only when the plain name is taken.
   *
   * @example addPart('xl/tables/table#.xml', …) -> 'xl/tables/table3.xml'
   */
  addPart(pattern: string, contentType: string, text: string): string {
    const isNumbered = /(?:sheet|table)#/.test(pattern);
    let number = isNumbered ? 1 : 0;
    const named = (): string => pattern.replace('#', number === 0 ? '' : String(number));
    while (this.parts.has(named()) || this.changed.has(named())) number++;
    const part = named();
    this.changed.set(part, text);
    const types = this.text(TYPES_PART);
    const root = parseTree(types, TYPES_PART);
    const override = startTag(
      `${prefixOf(root.name)}Override`,
      { PartName: `/${part}`, ContentType: contentType },
      true,
    );
    const edits = new TextEdits();
    edits.append(root, override);
    this.setText(TYPES_PART, edits.apply(types));
    return part;
  }

  /** Takes a part away, with its relationships and its content type. */
  removePart(part: string): void {
    for (const gone of [part, relationshipsPart(part)]) {
      this.removed.add(gone);
      this.changed.delete(gone);
    }
    const types = this.text(TYPES_PART);
    const edits = new TextEdits();
    for (const node of childrenOf(parseTree(types, TYPES_PART), 'Override')) {
      if (node.attributes['PartName']?.toLowerCase() === `/${part.toLowerCase()}`) edits.remove(node);
    }
    this.setText(TYPES_PART, edits.apply(types));
  }

  /** The relationships of a part as they were read. */
  relationships(part: string): Relationship[] {
    return this.parts.relationships(part);
  }

  /** Adds a relationship from `source` to a part, or to an address outside; returns its id. */
  addRelationship(source: string, type: RelationshipType, target: string, external = false): string {
    const file = relationshipsPart(source);
    const before = this.has(file)
      ? this.text(file)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS_NS}"></Relationships>`;
    const root = parseTree(before, file);
    const taken = new Set(childrenOf(root, 'Relationship').map(({ attributes }) => attributes['Id']));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const edits = new TextEdits();
    const attributes = {
      Id: id,
      Type: `${this.dialect.relationships}/${type}`,
      Target: external ? target : relativeTarget(source, target),
      TargetMode: external ? 'External' : undefined,
    };
    edits.append(root, startTag(root.name.replace(/Relationships$/, 'Relationship'), attributes, true));
    this.removed.delete(file);
    this.setText(file, edits.apply(before));
    return id;
  }

  /** Takes away the relationships of a part that `unwanted` picks. */
  removeRelationships(source: string, unwanted: (relationship: Relationship) => boolean): void {
    const file = relationshipsPart(source);
    if (!this.has(file)) return;
    const ids = new Set(
      this.relationships(source)
        .filter(unwanted)
        .map(({ id }) => id),
    );
    const before = this.text(file);
    const edits = new TextEdits();
    for (const node of childrenOf(parseTree(before, file), 'Relationship')) {
      if (ids.has(node.attributes['Id'] ?? '')) edits.remove(node);
    }
    if (!edits.isEmpty) this.setText(file, edits.apply(before));
  }

  /** The bytes of the archive: unchanged parts as they came in, in their order, then the new ones. */
  toBytes(): Uint8Array {
    const pending = new Map(this.changed);
    const gone = new Set([...this.removed].map((part) => part.toLowerCase()));
    const entries = this.parts.entries.flatMap((entry) => {
      const part = entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
      if (gone.has(part.toLowerCase())) return [];
      const name = [...pending.keys()].find((changed) => this.parts.entry(changed) === entry);
      if (name === undefined) return [entry];
      const text = pending.get(name) ?? '';
      pending.delete(name);
      return [packEntry(entry.name, encodeXml(text))];
    });
    const added = [...pending].map(([name, text]) => packEntry(name, encodeXml(text)));
    return writeZip([...entries, ...added]);
  }
}

/** A target as most programs write it. @example ('xl/worksheets/sheet1.xml', 'xl/tables/table1.xml') -> '../tables/table1.xml' */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
