/*
 * Excel.NamedItemCollection and NamedItem: defined names, of the workbook or of one sheet. Tables are not among them.
 */
import type { Book, DefinedName } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import type { Arguments } from '../arguments';
import { refusal } from '../hostError';
import { defineKind, NOTHING, type Maker } from '../kind';
import { fullAddress, referredRange } from '../rangeMath';
import { range } from './range';

interface NamesTarget {
  readonly book: Book;
  readonly sheet: Sheet | undefined;
}

const all = ({ book, sheet }: NamesTarget): DefinedName[] => book.names.filter(({ scope }) => scope === sheet?.name);

/** What a name stands for: a range or a plain value, told by its formula; anything else is called by Excel's `String`. */
function typeOf(name: DefinedName, target: ReturnType<typeof referredRange>): string {
  if (target !== undefined) return 'Range';
  const text = name.formula.slice(1);
  if (/^-?\d+$/.test(text)) return 'Integer';
  if (/^-?\d*\.\d+$/.test(text)) return 'Double';
  if (/^(TRUE|FALSE)$/i.test(text)) return 'Boolean';
  return /#REF!|^#/.test(text) ? 'Error' : 'String';
}

function valueOf(name: DefinedName, address: string | undefined): string | number | boolean {
  if (address !== undefined) return address;
  const text = name.formula.slice(1);
  if (/^-?\d*\.?\d+$/.test(text)) return Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return /^TRUE$/i.test(text);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : name.formula;
}

const namedItem: Maker<DefinedName> = defineKind<DefinedName>({
  name: 'NamedItem',
  id: ({ name }) => name,
  properties: {
    Name: { get: ({ name }) => name },
    Formula: { get: ({ formula }) => formula },
    Visible: { get: ({ visible }) => visible },
    Scope: { get: ({ scope }) => (scope === undefined ? 'Workbook' : 'Worksheet') },
    Type: { get: (name, host) => typeOf(name, referredRange(name.formula, host)) },
    Value: {
      get: (name, host) => {
        const target = referredRange(name.formula, host);
        return valueOf(name, target && fullAddress(target));
      },
    },
  },
  methods: {
    GetRange: (name, _args, host) => {
      const target = referredRange(name.formula, host);
      if (target === undefined) throw refusal('InvalidOperation');
      return range(target);
    },
    GetRangeOrNullObject: (name, _args, host) => {
      const target = referredRange(name.formula, host);
      return target ? range(target) : NOTHING;
    },
  },
});

function find(target: NamesTarget, args: Arguments): DefinedName | undefined {
  const wanted = args.text(0).toLowerCase();
  return all(target).find(({ name }) => name.toLowerCase() === wanted);
}

function found(target: NamesTarget, args: Arguments): DefinedName {
  const name = find(target, args);
  if (name === undefined) throw refusal('ItemNotFound');
  return name;
}

/** The defined names of a workbook or of a sheet. */
export const names: Maker<NamesTarget> = defineKind<NamesTarget>({
  name: 'NamedItemCollection',
  items: (target) => all(target).map(namedItem),
  item: (target, args) => namedItem(found(target, args)),
  methods: {
    GetItem: (target, args) => namedItem(found(target, args)),
    GetItemOrNullObject: (target, args) => {
      const name = find(target, args);
      return name ? namedItem(name) : NOTHING;
    },
    GetCount: (target) => all(target).length,
  },
});
