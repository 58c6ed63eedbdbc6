/*
 * Excel.Workbook: the root every request starts from.
 */
import type { Book } from '../../book/book';
import { defineKind, type Maker } from '../kind';
import { application } from './application';
import { names } from './names';
import { range } from './range';
import { tables } from './tables';
import { worksheets } from './worksheets';

/** The workbook. */
export const workbook: Maker<Book> = defineKind<Book>({
  name: 'Workbook',
  links: {
    Worksheets: (book) => worksheets(book),
    Tables: (book) => tables({ book, sheet: undefined }),
    Names: (book) => names({ book, sheet: undefined }),
    Application: (_book, host) => application(host),
    Protection: (book) => protection(book),
  },
  methods: {
    GetSelectedRange: (_book, _args, host) => range(host.selected),
    GetActiveCell: (_book, _args, host) => {
      const { sheet, area } = host.selected;
      return range({ sheet, area: { ...area, rows: 1, columns: 1 } });
    },
    _RemoveReference: (_book, args, host) => host.forget(args.text(0)),
    _RemoveAllReferences: (_book, _args, host) => host.references.clear(),
  },
});

const protection: Maker<Book> = defineKind<Book>({
  name: 'WorkbookProtection',
  properties: { Protected: { get: ({ isStructureProtected }) => isStructureProtected } },
});
