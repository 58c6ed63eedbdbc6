/*
 * The tables of a save: parts changed, added and taken away, and the relationships of sheets to them.
 */
import { type Book, type Table } from '../book/book';
import { type Sheet } from '../book/sheet';
import { tableState } from './baseline';
import { CONTENT_TYPES } from './dialect';
import { type PackageDraft } from './draft';
import { type XlsxPackage } from './openXlsx';
import { changedTableXml, newTableXml } from './writeTable';

/** Brings the table parts of a package in line with a workbook. */
export class TableSave {
  private readonly newParts = new Map<Table, string>();

  constructor(
    private readonly book: Book,
    private readonly source: XlsxPackage,
    private readonly draft: PackageDraft,
  ) {}

  /** Writes the parts; returns, for each sheet whose set of tables changed, all of its tables. */
  write(): Map<Sheet, Table[]> {
    const { baseline } = this.source;
    const changed = new Set<Sheet>();
    const usedIds = new Set(this.book.tables.filter(({ sourcePart }) => sourcePart).map(({ id }) => id));
    for (const table of this.book.tables) {
      const part = table.sourcePart;
      if (part !== undefined && baseline.tables.has(part)) {
        if (baseline.tables.get(part) === tableState(table)) continue;
        this.draft.setText(part, changedTableXml(this.draft.text(part), table, part));
        continue;
      }
      let id = Math.max(1, table.id);
      while (usedIds.has(id)) id++;
      usedIds.add(id);
      const xml = newTableXml(table, id, this.draft.dialect);
      this.newParts.set(table, this.draft.addPart('xl/tables/table#.xml', CONTENT_TYPES.table, xml));
      changed.add(table.sheet);
    }
    for (const sheet of this.dropLost()) changed.add(sheet);
    return new Map([...changed].map((sheet) => [sheet, this.book.tables.filter((table) => table.sheet === sheet)]));
  }

  /** The relationship of each table to its sheet, made where there is none; those of lost tables are taken away. */
  idsFor(sheetPart: string, tables: readonly Table[]): string[] {
    const known = this.source.parts.relationships(sheetPart).filter(({ type }) => type === 'table');
    const kept = new Set(tables.map(({ sourcePart }) => sourcePart));
    this.draft.removeRelationships(sheetPart, ({ type, target }) => type === 'table' && !kept.has(target));
    return tables.map((table) => {
      const part = this.newParts.get(table) ?? table.sourcePart ?? '';
      const id = known.find(({ target }) => target === part)?.id;
      return id ?? this.draft.addRelationship(sheetPart, 'table', part);
    });
  }

  /** Takes away the parts of tables that are gone; returns the sheets they stood on. */
  private dropLost(): Sheet[] {
    const kept = new Set(this.book.tables.map(({ sourcePart }) => sourcePart));
    return [...this.source.baseline.tables.keys()]
      .filter((part) => !kept.has(part))
      .flatMap((part) => {
        this.draft.removePart(part);
        return this.book.sheets.filter(({ sourcePart }) => this.ownsTable(sourcePart, part));
      });
  }

  private ownsTable(sheetPart: string | undefined, tablePart: string): boolean {
    if (sheetPart === undefined) return false;
    return this.source.parts.relationships(sheetPart).some(({ target }) => target === tablePart);
  }
}
