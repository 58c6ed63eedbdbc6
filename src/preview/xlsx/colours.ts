/*
 * The colours of a file (theme, index, red-green-blue, lightened or darkened) as `#RRGGBB`. Best effort: a colour that
 * cannot be told is left out, and the file keeps its own.
 */
import { type PackageParts } from './package';
import { child, type XmlNode } from './xmlTree';

/** The order of theme colours in `theme="…"`, which is not their order in the theme part. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** The 64 indexed colours (ECMA-376 part 1, 18.8.27); the first eight are repeated. */
const INDEXED =
  (
    '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
    '800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
    '000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
    '3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333'
  ).match(/.{6}/g) ?? [];

/** A theme's twelve colours, `RRGGBB` each, in the order `theme="…"` counts them. */
export function readTheme(parts: PackageParts, part: string | undefined): readonly string[] {
  if (part === undefined || !parts.has(part)) return OFFICE_THEME;
  const scheme = child(parts.tree(part, 'the workbook'), 'themeElements', 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const colour = child(scheme, name)?.children[0]?.attributes;
    return (colour?.['lastClr'] ?? colour?.['val'] ?? OFFICE_THEME[index] ?? '000000').toUpperCase();
  });
}

/** The colour of a `<color>`-like element as `#RRGGBB`; undefined for none, automatic, or unknown. */
export function colourOf(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const { rgb, theme: themed, indexed, tint } = node.attributes;
  const base =
    rgb !== undefined ? rgb.slice(-6) : themed !== undefined ? theme[Number(themed)] : INDEXED[Number(indexed ?? -1)];
  if (base === undefined || !/^[0-9a-fA-F]{6}$/.test(base)) return undefined;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** Lightens (tint above 0) or darkens a colour in its lightness, hue and saturation kept (18.8.19). */
function tinted(rgb: string, tint: number): string {
  if (!tint) return rgb;
  const parts = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts;
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // Moving each channel towards white or black by the same chroma keeps hue and saturation.
  const saturation = high === low ? 0 : (high - low) / (1 - Math.abs(2 * light - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const channel = (value: number): number =>
    high === low ? wanted : wanted + chroma * ((value - low) / (high - low) - 0.5);
  return parts
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, channel(value))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}
