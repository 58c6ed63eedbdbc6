/*
 * Gives each look of a cell its number in the styles part. Numbers the file has are kept; a look that is new is appended,
 * built upon the format it was derived from, so that what the workbook in memory does not know of it is not lost.
 */
import { type CellStyle } from '../book/values';
import { prefixOf } from './dialect';
import { type CellStyles } from './readStyles';
import { alignmentXml, borderXml, fillXml, fontXml, protectionXml } from './styleParts';
import { builtInFormatId, FIRST_OWN_FORMAT } from './numberFormats';
import { child, childrenOf, parseTree, startTag, TextEdits, type XmlNode } from './xmlTree';

/** The order Excel insists on (CT_Stylesheet), as far as lists can be added here. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'];

const SEEDS: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font/>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border/>'],
  cellXfs: ['<xf/>'],
};

/** The styles part while a save runs. */
export class StyleWriter {
  private readonly root: XmlNode;
  private readonly prefix: string;
  private readonly known = new Map<string, number>();
  private readonly added = new Map<string, string[]>();
  private readonly formats = new Map<string, number>();
  private readonly items = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    private readonly text: string,
    part: string,
    private readonly styles: CellStyles,
  ) {
    this.root = parseTree(text, part);
    this.prefix = prefixOf(this.root.name);
    for (const { attributes } of childrenOf(child(this.root, 'numFmts'), 'numFmt')) {
      this.formats.set(attributes['formatCode'] ?? '', Number(attributes['numFmtId']));
    }
  }

  /** The number of a look; 0 for none. */
  indexOf(style: CellStyle | undefined): number {
    if (style === undefined) return 0;
    const source = style.sourceXf;
    if (source !== undefined && source < this.styles.length && this.styles[source] === style) return source;
    const key = styleKey(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const unchanged =
      source !== undefined && this.styles[source] !== undefined && styleKey(this.styles[source]) === key;
    const index = unchanged
      ? source
      : this.addFormat(style, source !== undefined && source < this.styles.length ? source : 0);
    this.known.set(key, index);
    return index;
  }

  /** The part's text with what was added; undefined when nothing was. */
  finish(): string | undefined {
    if (this.added.size === 0) return undefined;
    const edits = new TextEdits();
    for (const [local, items] of this.added) {
      const list = child(this.root, local);
      const name = this.prefix + local;
      if (list) edits.append(list, items.join(''), { count: String(list.children.length + items.length) });
      else {
        const at = this.placeOf(local);
        const all = [...this.seeds(local), ...items];
        edits.replace(at, at, `<${name} count="${all.length}">${all.join('')}</${name}>`);
      }
    }
    return edits.apply(this.text);
  }

  private addFormat(style: CellStyle, source: number): number {
    const base = childrenOf(child(this.root, 'cellXfs'), 'xf')[source];
    const was = this.styles[source] ?? {};
    const own = base?.attributes ?? { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' };
    const changes: Record<string, string | undefined> = {};
    if (style.numberFormat !== was.numberFormat) {
      changes['numFmtId'] = String(this.formatId(style.numberFormat ?? 'General'));
      changes['applyNumberFormat'] = '1';
    }
    const item = (list: string, local: string, id: string): XmlNode | undefined => {
      return childrenOf(child(this.root, list), local)[Number(own[id] ?? 0)];
    };
    const font = fontXml(style, was, item('fonts', 'font', 'fontId'), this.text, this.prefix);
    if (font !== undefined) this.point(changes, 'fontId', 'applyFont', this.add('fonts', font));
    const fill = fillXml(style, was, this.prefix);
    if (fill !== undefined) this.point(changes, 'fillId', 'applyFill', fill === '' ? 0 : this.add('fills', fill));
    const border = borderXml(style, was, item('borders', 'border', 'borderId'), this.text, this.prefix);
    if (border !== undefined) this.point(changes, 'borderId', 'applyBorder', this.add('borders', border));
    const alignment = alignmentXml(style, was, child(base, 'alignment'), this.prefix);
    if (alignment.changed) changes['applyAlignment'] = '1';
    const protection = protectionXml(style, was, child(base, 'protection'), this.prefix);
    if (protection.changed) changes['applyProtection'] = '1';
    changes['quotePrefix'] = style.quotePrefix ? '1' : undefined;
    const inner = alignment.xml + protection.xml;
    const tag = startTag(`${this.prefix}xf`, { ...own, ...changes }, inner === '');
    return this.add('cellXfs', inner === '' ? tag : `${tag}${inner}</${this.prefix}xf>`);
  }

  private point(changes: Record<string, string | undefined>, id: string, apply: string, index: number): void {
    changes[id] = String(index);
    changes[apply] = '1';
  }

  /** The number of an item of a list: one the file has, such as an earlier run of ours left, else appended, once. */
  private add(list: string, xml: string): number {
    const there = this.itemsOf(list).get(xml);
    if (there !== undefined) return there;
    const before = child(this.root, list)?.children.length ?? this.seeds(list).length;
    const items = this.added.get(list) ?? [];
    this.added.set(list, items);
    const same = items.indexOf(xml);
    return before + (same >= 0 ? same : items.push(xml) - 1);
  }

  /** The items of a list of the file by their text, each with the number of its first. */
  private itemsOf(list: string): ReadonlyMap<string, number> {
    const known = this.items.get(list);
    if (known) return known;
    const found = new Map<string, number>();
    for (const [index, { start, end }] of (child(this.root, list)?.children ?? []).entries()) {
      const xml = this.text.slice(start, end);
      if (!found.has(xml)) found.set(xml, index);
    }
    this.items.set(list, found);
    return found;
  }

  /** What a list must begin with where the file has none: its first items have a meaning of their own. */
  private seeds(list: string): readonly string[] {
    return (SEEDS[list] ?? []).map((xml) =>
      xml.replaceAll('<', `<${this.prefix}`).replaceAll(`<${this.prefix}/`, `</${this.prefix}`),
    );
  }

  /** Where a list goes that is not there yet: after the last of those before it. */
  private placeOf(list: string): number {
    const rank = LISTS.indexOf(list);
    const before = this.root.children.filter(({ local }) => LISTS.indexOf(local) >= 0 && LISTS.indexOf(local) < rank);
    return before.at(-1)?.end ?? this.root.openEnd;
  }

  private formatId(format: string): number {
    const id = builtInFormatId(format) ?? this.formats.get(format);
    if (id !== undefined) return id;
    const next = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.values()) + 1;
    this.formats.set(format, next);
    this.add('numFmts', startTag(`${this.prefix}numFmt`, { numFmtId: String(next), formatCode: format }, true));
    return next;
  }
}

/** A style as text that is the same for the same look, whatever the order of its members. */
export function styleKey(style: CellStyle): string {
  return JSON.stringify(style, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
