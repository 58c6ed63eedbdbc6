/*
 * The looks of cells as a file lists them, each cell format as one `CellStyle` that remembers its number in the file.
 * Conditional formats and named styles are not read: a save leaves them as they are.
 */
import { type CellStyle } from '../book/values';
import { colourOf } from './colours';
import { builtInFormat } from './numberFormats';
import { child, childrenOf, flag, type XmlNode } from './xmlTree';

/** The cell formats of a file by their number; format 0 without a look of its own is undefined. */
export type CellStyles = readonly (CellStyle | undefined)[];

type Borders = NonNullable<CellStyle['borders']>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the `styleSheet` element. */
export function readStyles(root: XmlNode | undefined, theme: readonly string[]): CellStyles {
  const fonts = childrenOf(child(root, 'fonts'), 'font');
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => fillOf(fill, theme));
  const borders = childrenOf(child(root, 'borders'), 'border').map((border) => bordersOf(border, theme));
  const formats = new Map<number, string>();
  for (const { attributes } of childrenOf(child(root, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
  }
  const usual = fontOf(fonts[0], theme);
  return childrenOf(child(root, 'cellXfs'), 'xf').map((xf, index) => {
    const style: Mutable<CellStyle> = { sourceXf: index };
    const format = Number(xf.attributes['numFmtId'] ?? 0);
    const formatText = formats.get(format) ?? builtInFormat(format);
    if (formatText !== undefined && formatText !== 'General') style.numberFormat = formatText;
    addFont(style, fontOf(fonts[Number(xf.attributes['fontId'] ?? 0)], theme), usual);
    const fill = fills[Number(xf.attributes['fillId'] ?? 0)];
    if (fill !== undefined) style.fill = fill;
    const border = borders[Number(xf.attributes['borderId'] ?? 0)];
    if (border !== undefined) style.borders = border;
    addAlignment(style, child(xf, 'alignment'));
    if (flag(child(xf, 'protection')?.attributes['locked'], true) === false) style.locked = false;
    if (flag(xf.attributes['quotePrefix'])) style.quotePrefix = true;
    return index === 0 && Object.keys(style).length === 1 ? undefined : style;
  });
}

interface Font {
  readonly name?: string | undefined;
  readonly size?: number | undefined;
  readonly color?: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

function fontOf(node: XmlNode | undefined, theme: readonly string[]): Font {
  const size = child(node, 'sz')?.attributes['val'];
  const underline = child(node, 'u');
  return {
    name: child(node, 'name')?.attributes['val'],
    size: size === undefined ? undefined : Number(size),
    color: colourOf(child(node, 'color'), theme),
    bold: isOn(child(node, 'b')),
    italic: isOn(child(node, 'i')),
    underline: underline !== undefined && underline.attributes['val'] !== 'none',
  };
}

/** Name, size and colour are given only where they differ from the workbook's usual font (font 0). */
function addFont(style: Mutable<CellStyle>, font: Font, usual: Font): void {
  if (font.name !== undefined && font.name !== usual.name) style.fontName = font.name;
  if (font.size !== undefined && font.size !== usual.size) style.fontSize = font.size;
  if (font.color !== undefined && font.color !== usual.color) style.fontColor = font.color;
  if (font.bold) style.bold = true;
  if (font.italic) style.italic = true;
  if (font.underline) style.underline = true;
}

function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && flag(node.attributes['val'], true);
}

function fillOf(node: XmlNode, theme: readonly string[]): string | undefined {
  const pattern = child(node, 'patternFill');
  if (pattern?.attributes['patternType'] !== 'solid') return undefined;
  return colourOf(child(pattern, 'fgColor'), theme);
}

/** The Office.js names of a file's lines. Weights are one in the workbook; the file keeps its own. */
const BORDER_STYLES: Readonly<Record<string, string>> = {
  hair: 'Continuous',
  thin: 'Continuous',
  medium: 'Continuous',
  thick: 'Continuous',
  double: 'Double',
  dotted: 'Dot',
  dashed: 'Dash',
  mediumDashed: 'Dash',
  dashDot: 'DashDot',
  mediumDashDot: 'DashDot',
  dashDotDot: 'DashDotDot',
  mediumDashDotDot: 'DashDotDot',
  slantDashDot: 'SlantDashDot',
};

function bordersOf(node: XmlNode, theme: readonly string[]): Borders | undefined {
  const borders: Mutable<Borders> = {};
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    // Left and right are called start and end in the strict form of the format.
    const edge = child(node, side) ?? child(node, side === 'left' ? 'start' : side === 'right' ? 'end' : side);
    const style = BORDER_STYLES[edge?.attributes['style'] ?? 'none'];
    if (style === undefined) continue;
    const color = colourOf(child(edge, 'color'), theme);
    borders[side] = color === undefined ? { style } : { style, color };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

const HORIZONTAL: Readonly<Record<string, NonNullable<CellStyle['horizontal']>>> = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
};
const VERTICAL: Readonly<Record<string, NonNullable<CellStyle['vertical']>>> = { top: 'Top', center: 'Center' };

function addAlignment(style: Mutable<CellStyle>, node: XmlNode | undefined): void {
  if (!node) return;
  const horizontal = HORIZONTAL[node.attributes['horizontal'] ?? ''];
  if (horizontal !== undefined) style.horizontal = horizontal;
  const vertical = VERTICAL[node.attributes['vertical'] ?? ''];
  if (vertical !== undefined) style.vertical = vertical;
  const indent = Number(node.attributes['indent'] ?? 0);
  if (indent > 0) style.indent = indent;
  if (flag(node.attributes['wrapText'])) style.wrapText = true;
}
