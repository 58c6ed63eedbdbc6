/*
 * Excel.RangeFormat with its fill, font, borders and protection: how cells look, and how wide their columns are.
 */
import type { CellStyle } from '../../book/values';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type Maker } from '../kind';
import { borders } from './borders';
import { changeLooks, lookProperty, sharedLook } from './looks';
import { colourOf, truthOf, wordOf } from './propertyValues';
import { autofitColumns, columnPoints, setColumnPoints } from '../cells/columnWidth';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom'] as const;

const tellColumns = ({ sheet, area }: RangeTarget, host: Host): void =>
  host.book.changed({ kind: 'structure', sheet, area });

/** The look of a range. */
export const rangeFormat: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'RangeFormat',
  properties: {
    WrapText: lookProperty('wrapText', false, truthOf),
    HorizontalAlignment: lookProperty('horizontal', 'General', (value) => wordOf(value, HORIZONTAL)),
    VerticalAlignment: lookProperty('vertical', 'Bottom', (value) => wordOf(value, VERTICAL)),
    IndentLevel: lookProperty('indent', 0, (value) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 250)
        throw refusal('InvalidArgument');
      return value;
    }),
    ColumnWidth: {
      get: columnPoints,
      set: (target, points, host) => {
        setColumnPoints(target, points);
        tellColumns(target, host);
      },
    },
  },
  links: {
    Fill: (target) => rangeFill(target),
    Font: (target) => rangeFont(target),
    Borders: (target) => borders(target),
    Protection: (target) => formatProtection(target),
  },
  methods: {
    AutofitColumns: (target, _args, host) => {
      autofitColumns(target);
      tellColumns(target, host);
    },
    // Row heights are not kept: rows fit their text by themselves.
    AutofitRows: (target, _args, host) => tellColumns(target, host),
  },
});

const rangeFill: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'RangeFill',
  properties: {
    Color: {
      get: (target) => sharedLook(target, (style) => style.fill ?? '#FFFFFF') ?? '',
      set: (target, value) => {
        const fill = colourOf(value);
        changeLooks(target, (style) => ({ ...style, fill }));
      },
    },
  },
  methods: { Clear: (target) => changeLooks(target, withoutFill) },
});

function withoutFill(style: CellStyle): CellStyle {
  const rest: { -readonly [K in keyof CellStyle]: CellStyle[K] } = { ...style };
  delete rest.fill;
  return rest;
}

const rangeFont: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'RangeFont',
  properties: {
    Bold: lookProperty('bold', false, truthOf),
    Italic: lookProperty('italic', false, truthOf),
    Underline: {
      get: (target) => {
        const underline = sharedLook(target, (style) => style.underline ?? false);
        return underline === null ? null : underline ? 'Single' : 'None';
      },
      set: (target, value) => {
        const underline = wordOf(value, ['None', 'Single']) === 'Single';
        changeLooks(target, (style) => ({ ...style, underline }));
      },
    },
    Color: lookProperty('fontColor', '#000000', colourOf),
    Name: lookProperty('fontName', 'Calibri', (value) => {
      if (typeof value !== 'string' || value === '') throw refusal('InvalidArgument');
      return value;
    }),
    Size: lookProperty('fontSize', 11, (value) => {
      if (typeof value !== 'number' || value < 1 || value > 409) throw refusal('InvalidArgument');
      return value;
    }),
  },
});

const formatProtection: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'FormatProtection',
  properties: { Locked: lookProperty('locked', true, truthOf) },
});
