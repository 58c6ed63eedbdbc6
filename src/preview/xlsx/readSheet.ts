/*
 * One worksheet of a file into the workbook: its cells by way of CellReader, and what belongs to the sheet as a whole.
 */
import { parseArea } from '../book/address';
import { type Hyperlink, type Sheet } from '../book/sheet';
import { MAX_COLUMNS } from '../book/values';
import { colourOf } from './colours';
import { type PackageParts, type Relationship } from './package';
import { type CellContext, CellReader } from './readCells';
import { readValidation } from './readValidation';
import { openSheetParser, type SheetListener } from './sheetEvents';
import { flag, relationId } from './xmlTree';

/** Widths beyond this column are those of empty columns: a file may state them for all 16,384. */
const WIDTH_COLUMNS = 1024;

/** Reads a sheet's part; returns the relationship ids of its tables. */
export function readSheet(
  parts: PackageParts,
  part: string,
  sheet: Sheet,
  context: CellContext,
  theme: readonly string[],
): string[] {
  const cells = new CellReader(sheet, context);
  const whole = new WholeSheet(sheet, parts.relationships(part), context, theme);
  const parser = openSheetParser(part, {
    cell: (raw) => cells.take(raw),
    rowStart: (row, attributes) => {
      if (flag(attributes['hidden'])) sheet.hiddenRows.add(row);
    },
    section: (local, attributes) => whole.section(local, attributes),
    inside: (path, attributes) => whole.inside(path, attributes),
    insideEnd: (path, text) => whole.insideEnd(path, text),
  });
  parts.stream(part, 'the workbook', (text) => parser.write(text));
  parser.close();
  cells.finish();
  return whole.tableIds;
}

/** Takes what is not a cell: view, columns, merges, links, validations, protection, tables. */
class WholeSheet implements SheetListener {
  readonly tableIds: string[] = [];
  private views = 0;
  private nextColumn = 0;
  private validation: Readonly<Record<string, string>> = {};
  private formulas: [string, string] = ['', ''];

  constructor(
    private readonly sheet: Sheet,
    private readonly relationships: readonly Relationship[],
    private readonly context: CellContext,
    private readonly theme: readonly string[],
  ) {}

  section(local: string, attributes: Readonly<Record<string, string>>): void {
    if (local === 'sheetProtection') this.sheet.isProtected = flag(attributes['sheet']);
  }

  inside(path: readonly string[], attributes: Readonly<Record<string, string>>): void {
    switch (path.join('/')) {
      case 'sheetPr/tabColor':
        return this.takeTabColour(attributes);
      case 'sheetViews/sheetView':
        if (this.views++ === 0) this.sheet.showGridlines = flag(attributes['showGridLines'], true);
        return;
      case 'sheetViews/sheetView/pane':
        return this.takePane(attributes);
      case 'cols/col':
        return this.takeColumns(attributes);
      case 'mergeCells/mergeCell': {
        const area = parseArea(attributes['ref'] ?? '');
        if (area) this.sheet.merges.push(area);
        return;
      }
      case 'hyperlinks/hyperlink':
        return this.takeLink(attributes);
      case 'dataValidations/dataValidation':
        this.validation = attributes;
        this.formulas = ['', ''];
        return;
      case 'tableParts/tablePart':
        this.tableIds.push(relationId(attributes) ?? '');
    }
  }

  insideEnd(path: readonly string[], text: string): void {
    const local = path.join('/');
    if (local === 'dataValidations/dataValidation/formula1') this.formulas[0] = text;
    else if (local === 'dataValidations/dataValidation/formula2') this.formulas[1] = text;
    else if (local === 'dataValidations/dataValidation') {
      this.sheet.validations.push(...readValidation(this.validation, this.formulas, this.context.functionNames));
    }
  }

  private takeTabColour(attributes: Readonly<Record<string, string>>): void {
    const node = {
      name: '',
      local: '',
      attributes,
      children: [],
      text: '',
      start: 0,
      openEnd: 0,
      closeStart: 0,
      end: 0,
    };
    this.sheet.tabColor = colourOf(node, this.theme) ?? '';
  }

  private takePane(attributes: Readonly<Record<string, string>>): void {
    if (this.views !== 1 || !/^frozen/.test(attributes['state'] ?? '')) return;
    this.sheet.frozenRows = Number(attributes['ySplit'] ?? 0);
    this.sheet.frozenColumns = Number(attributes['xSplit'] ?? 0);
  }

  private takeColumns(attributes: Readonly<Record<string, string>>): void {
    const width = Number(attributes['width'] ?? NaN);
    const isHidden = flag(attributes['hidden']);
    const from = Math.max(Number(attributes['min'] ?? 1) - 1, this.nextColumn);
    const end = Math.min(Number(attributes['max'] ?? 0), isHidden ? MAX_COLUMNS : WIDTH_COLUMNS);
    for (let column = from; column < end; column++) {
      if (isHidden) this.sheet.hiddenColumns.add(column);
      if (column < WIDTH_COLUMNS && Number.isFinite(width)) this.sheet.columnWidths.set(column, width);
    }
    // Spans follow each other from left to right; one that goes back would be read over and over.
    if (end > this.nextColumn) this.nextColumn = end;
  }

  private takeLink(attributes: Readonly<Record<string, string>>): void {
    const link = readLink(attributes, this.relationships);
    if (link) this.sheet.hyperlinks.push(link);
  }
}

/** The link of a `<hyperlink>`; one over several cells is that of the first. */
export function readLink(
  attributes: Readonly<Record<string, string>>,
  relationships: readonly Relationship[],
): Hyperlink | undefined {
  const area = parseArea(attributes['ref'] ?? '');
  if (!area) return undefined;
  const { location, tooltip } = attributes;
  const target = relationships.find(({ id }) => id === relationId(attributes))?.target;
  return {
    row: area.row,
    column: area.column,
    ...(target === undefined ? {} : { address: target }),
    ...(location === undefined ? {} : { documentReference: location }),
    ...(tooltip === undefined ? {} : { screenTip: tooltip }),
  };
}
