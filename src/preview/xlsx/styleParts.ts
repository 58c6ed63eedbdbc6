/*
 * The pieces of a cell format as XML: font, fill, borders, alignment, protection. Each is built upon the piece the format
 * had, and only when the look of it differs.
 */
import { type CellStyle } from '../book/values';
import { startTag, type XmlNode } from './xmlTree';

/** The order of a font's elements as Excel writes them, and insists on. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** A font that differs from the one before; undefined when it does not. */
export function fontXml(
  style: CellStyle,
  was: CellStyle,
  base: XmlNode | undefined,
  text: string,
  prefix: string,
): string | undefined {
  const keys = ['fontName', 'fontSize', 'bold', 'italic', 'underline', 'fontColor'] as const;
  if (keys.every((key) => (style[key] ?? false) === (was[key] ?? false))) return undefined;
  const pieces = new Map<string, string>();
  for (const node of base?.children ?? []) pieces.set(node.local, text.slice(node.start, node.end));
  const set = (local: string, attributes: Record<string, string> | undefined): void => {
    if (attributes === undefined) pieces.delete(local);
    else pieces.set(local, startTag(prefix + local, attributes, true));
  };
  if ((style.bold ?? false) !== (was.bold ?? false)) set('b', style.bold ? {} : undefined);
  if ((style.italic ?? false) !== (was.italic ?? false)) set('i', style.italic ? {} : undefined);
  if ((style.underline ?? false) !== (was.underline ?? false)) set('u', style.underline ? {} : undefined);
  if (style.fontSize !== undefined && style.fontSize !== was.fontSize) set('sz', { val: String(style.fontSize) });
  if (style.fontColor !== was.fontColor) set('color', colourAttributes(style.fontColor));
  if (style.fontName !== undefined && style.fontName !== was.fontName) {
    set('name', { val: style.fontName });
    // A theme's font or family would win over the name.
    for (const local of ['family', 'charset', 'scheme']) set(local, undefined);
  }
  const inner = FONT_ORDER.map((local) => pieces.get(local) ?? '').join('');
  return `<${prefix}font>${inner}</${prefix}font>`;
}

/** A fill that differs; '' for none, undefined when it is the same. */
export function fillXml(style: CellStyle, was: CellStyle, prefix: string): string | undefined {
  if (style.fill === was.fill) return undefined;
  if (style.fill === undefined || style.fill === '') return '';
  const colour = startTag(`${prefix}fgColor`, colourAttributes(style.fill) ?? {}, true);
  const pattern = `<${prefix}patternFill patternType="solid">${colour}<${prefix}bgColor indexed="64"/></${prefix}patternFill>`;
  return `<${prefix}fill>${pattern}</${prefix}fill>`;
}

const BORDER_STYLES: Readonly<Record<string, string>> = {
  Continuous: 'thin',
  Double: 'double',
  Dot: 'dotted',
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  SlantDashDot: 'slantDashDot',
};

/** Borders that differ; sides that stay keep the weight they have in the file. */
export function borderXml(
  style: CellStyle,
  was: CellStyle,
  base: XmlNode | undefined,
  text: string,
  prefix: string,
): string | undefined {
  const same = (side: 'left' | 'right' | 'top' | 'bottom'): boolean => {
    const [now, before] = [style.borders?.[side], was.borders?.[side]];
    return now?.style === before?.style && now?.color?.toUpperCase() === before?.color?.toUpperCase();
  };
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  if (sides.every(same)) return undefined;
  const kept = (local: string): string => {
    const node = base?.children.find((candidate) => candidate.local === local);
    return node === undefined ? `<${prefix}${local}/>` : text.slice(node.start, node.end);
  };
  const drawn = sides.map((side) => {
    if (same(side)) return kept(side);
    const line = style.borders?.[side];
    if (line === undefined || line.style === 'None') return `<${prefix}${side}/>`;
    const colour = startTag(`${prefix}color`, colourAttributes(line.color) ?? { auto: '1' }, true);
    const tag = startTag(prefix + side, { style: BORDER_STYLES[line.style] ?? 'thin' });
    return `${tag}${colour}</${prefix}${side}>`;
  });
  return `${startTag(`${prefix}border`, base?.attributes ?? {})}${drawn.join('')}${kept('diagonal')}</${prefix}border>`;
}

/** A piece inside a cell format, and whether it differs from before. */
interface InnerPiece {
  readonly xml: string;
  readonly changed: boolean;
}

/** Alignment, upon what the format had. */
export function alignmentXml(style: CellStyle, was: CellStyle, base: XmlNode | undefined, prefix: string): InnerPiece {
  const changes: Record<string, string | undefined> = { ...base?.attributes };
  let changed = false;
  const set = (name: string, now: unknown, before: unknown, value: string | undefined): void => {
    if (now === before) return;
    changes[name] = value;
    changed = true;
  };
  const horizontal = style.horizontal === 'General' ? undefined : style.horizontal;
  set('horizontal', horizontal, was.horizontal, horizontal?.toLowerCase());
  const vertical = style.vertical === 'Bottom' ? undefined : style.vertical;
  set('vertical', vertical, was.vertical === 'Bottom' ? undefined : was.vertical, vertical?.toLowerCase());
  set('wrapText', style.wrapText ?? false, was.wrapText ?? false, style.wrapText ? '1' : undefined);
  set('indent', style.indent ?? 0, was.indent ?? 0, style.indent ? String(style.indent) : undefined);
  const some = Object.values(changes).some((value) => value !== undefined);
  return { xml: some ? startTag(`${prefix}alignment`, changes, true) : '', changed };
}

/** Protection, upon what the format had. */
export function protectionXml(style: CellStyle, was: CellStyle, base: XmlNode | undefined, prefix: string): InnerPiece {
  const changed = (style.locked ?? true) !== (was.locked ?? true);
  const attributes = { ...base?.attributes, ...(changed ? { locked: (style.locked ?? true) ? '1' : '0' } : {}) };
  const some = Object.keys(attributes).length > 0;
  return { xml: some ? startTag(`${prefix}protection`, attributes, true) : '', changed };
}

function colourAttributes(colour: string | undefined): Record<string, string> | undefined {
  const rgb = /^#?([0-9a-fA-F]{6})$/.exec(colour ?? '')?.[1];
  return rgb === undefined ? undefined : { rgb: `FF${rgb.toUpperCase()}` };
}
