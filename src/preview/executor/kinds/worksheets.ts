/*
 * Excel.WorksheetCollection.
 */
import type { Book } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { refusal } from '../hostError';
import { defineKind, NOTHING, type Maker } from '../kind';
import { requireNewSheetName, requireOpenStructure } from '../nameRules';
import { worksheet } from './worksheet';

function found(book: Book, key: string): Sheet {
  const sheet = book.sheet(key);
  if (sheet === undefined) throw refusal('ItemNotFound');
  return sheet;
}

function freshName(book: Book): string {
  for (let number = book.sheets.length + 1; ; number++) {
    if (book.sheet(`Sheet${number}`) === undefined) return `Sheet${number}`;
  }
}

const visible = (book: Book, only: boolean): readonly Sheet[] =>
  only ? book.sheets.filter(({ visibility }) => visibility === 'Visible') : book.sheets;

/** The sheets of the workbook, in their order. */
export const worksheets: Maker<Book> = defineKind<Book>({
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map(worksheet),
  item: (book, args) => worksheet(found(book, args.text(0))),
  methods: {
    Add: (book, args) => {
      const name = args.optionalText(0) ?? freshName(book);
      requireOpenStructure(book);
      requireNewSheetName(book, name);
      return worksheet(book.addSheet(name));
    },
    GetItem: (book, args) => worksheet(found(book, args.text(0))),
    GetItemOrNullObject: (book, args) => {
      const sheet = book.sheet(args.text(0));
      return sheet ? worksheet(sheet) : NOTHING;
    },
    GetActiveWorksheet: (_book, _args, host) => worksheet(host.activeSheet),
    GetFirst: (book, args) => {
      const [sheet] = visible(book, args.truth(0, false));
      return sheet && worksheet(sheet);
    },
    GetLast: (book, args) => {
      const sheet = visible(book, args.truth(0, false)).at(-1);
      return sheet && worksheet(sheet);
    },
    GetCount: (book, args) => visible(book, args.truth(0, false)).length,
  },
});
