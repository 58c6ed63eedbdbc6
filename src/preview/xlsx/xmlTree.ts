/*
 * A small XML part as a tree whose nodes know where they stand in the text, and edits of that text by position.
 * Nothing that is not edited is written anew, so an unknown element or attribute is never lost. Sheets are not read so:
 * they are streamed.
 */
import { type SaxesParser } from 'saxes';
import { refuse } from './fault';
import { openParser } from './xmlParser';
import { escapeAttribute, localName } from './xmlText';

/** An element. Positions count characters of the part's text; `openEnd` is just after the start tag's `>`. */
export interface XmlNode {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** The text directly inside. */
  text: string;
  readonly start: number;
  readonly openEnd: number;
  /** Where the end tag begins; equal to `openEnd` when the element is `<a/>`. */
  closeStart: number;
  end: number;
}

/** The root element of a part. @throws XlsxFault when it is not well-formed, or declares entities. */
export function parseTree(text: string, part: string): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  const parser: SaxesParser = openParser(part);
  parser.on('opentag', (tag) => {
    const end = parser.position;
    const node: XmlNode = {
      name: tag.name,
      local: localName(tag.name),
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: '',
      start: text.lastIndexOf('<', end - 1),
      openEnd: end,
      closeStart: end,
      end,
    };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  const addText = (piece: string): void => {
    const node = open.at(-1);
    if (node) node.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const node = open.pop();
    if (!node || tag.isSelfClosing) return;
    node.end = parser.position;
    node.closeStart = text.lastIndexOf('<', node.end - 1);
  });
  parser.write(text).close();
  return root ?? refuse({ kind: 'broken-xml', part, line: 1, column: 1, detail: 'it holds no element' });
}

/** The first child of a name, and so on down a path. */
export function child(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const local of path) at = at?.children.find((candidate) => candidate.local === local);
  return at;
}

/** Every child of a name. */
export function childrenOf(node: XmlNode | undefined, local: string): XmlNode[] {
  return node?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** The value of a `…:id` attribute, whatever prefix the file gives to relationships. */
export function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  for (const [name, value] of Object.entries(attributes)) if (/^[^:]+:id$/.test(name)) return value;
  return undefined;
}

/** An attribute that is a truth: `1`, `true`, `on`; `fallback` when it is not there. */
export function flag(value: string | undefined, fallback = false): boolean {
  return value === undefined ? fallback : value === '1' || value === 'true' || value === 'on';
}

/** A start tag written out. @example startTag('row', { r: '1' }, true) -> '<row r="1"/>' */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  selfClosing = false,
): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeAttribute(value)}"`;
  }
  return tag + (selfClosing ? '/>' : '>');
}

/** Edits of one text, by position; applied together, from the last to the first. */
export class TextEdits {
  private readonly edits: { start: number; end: number; text: string }[] = [];

  /** Puts `text` in place of what stands from `start` to `end`; for equal positions, in the order of the calls. */
  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  /** Changes attributes of an element, keeping the others and their order; `undefined` takes one away. */
  setAttributes(node: XmlNode, changes: Readonly<Record<string, string | undefined>>): void {
    const selfClosing = node.end === node.openEnd;
    this.replace(node.start, node.openEnd, startTag(node.name, { ...node.attributes, ...changes }, selfClosing));
  }

  /** Adds text as the last content of an element, opening it up if it is `<a/>`. */
  append(node: XmlNode, text: string, changes: Readonly<Record<string, string | undefined>> = {}): void {
    const tag = startTag(node.name, { ...node.attributes, ...changes });
    if (node.end === node.openEnd) {
      this.replace(node.start, node.end, `${tag}${text}</${node.name}>`);
      return;
    }
    if (Object.keys(changes).length > 0) this.replace(node.start, node.openEnd, tag);
    this.replace(node.closeStart, node.closeStart, text);
  }

  /** Takes an element out. */
  remove(node: XmlNode): void {
    this.replace(node.start, node.end, '');
  }

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  /** The text with every edit made. */
  apply(text: string): string {
    const ordered = this.edits.map((edit, order) => ({ ...edit, order }));
    // What is inserted at a place comes before what replaces the text that begins there.
    const replaces = ({ start, end }: { start: number; end: number }): number => (end > start ? 1 : 0);
    ordered.sort((a, b) => a.start - b.start || replaces(a) - replaces(b) || a.order - b.order);
    const pieces: string[] = [];
    let at = 0;
    for (const edit of ordered) {
      pieces.push(text.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    pieces.push(text.slice(at));
    return pieces.join('');
  }
}
