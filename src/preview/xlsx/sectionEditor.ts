/*
 * The sections of a sheet's text beside its cells (view, columns, merges …): finding, changing, replacing and adding them
 * in the order Excel insists on. What they say is the callers' business.
 */
import { areaAddress, parseArea } from '../book/address';
import { type Sheet } from '../book/sheet';
import { SECTION_ORDER } from './sheetSections';
import { parseTree, type TextEdits, type XmlNode } from './xmlTree';

/** Where a section stands in the text. */
export interface Section {
  readonly local: string;
  readonly start: number;
  end: number;
}

/** Replaces, changes or adds sections of a sheet. */
export class SectionEditor {
  constructor(
    private readonly text: string,
    private readonly sections: readonly Section[],
    private readonly edits: TextEdits,
    private readonly prefix: string,
  ) {}

  /** A section as a tree; its positions count from the section's own start. */
  node(local: string): XmlNode | undefined {
    const section = this.sections.find((candidate) => candidate.local === local);
    return section && parseTree(this.text.slice(section.start, section.end), local);
  }

  /** The text of a node of such a tree. */
  slice(local: string, node: XmlNode): string {
    const start = this.sections.find((candidate) => candidate.local === local)?.start ?? 0;
    return this.text.slice(start + node.start, start + node.end);
  }

  /** Puts a section's text in place of the one there, or in its place in the order. */
  put(local: string, xml: string): void {
    const section = this.sections.find((candidate) => candidate.local === local);
    if (section) this.edits.replace(section.start, section.end, xml);
    else if (xml !== '') {
      const at = this.placeOf(local);
      this.edits.replace(at, at, xml);
    }
  }

  /** Edits inside a section, which is made empty first where there is none. */
  edit(local: string, change: (node: XmlNode) => TextEdits): void {
    const section = this.sections.find((candidate) => candidate.local === local);
    const text = section
      ? this.text.slice(section.start, section.end)
      : `<${this.prefix}${local}></${this.prefix}${local}>`;
    this.put(local, change(parseTree(text, local)).apply(text));
  }

  /** Makes the sheet's stated size wide enough for the cells that changed, where it states one. */
  dimension(sheet: Sheet): void {
    const node = this.node('dimension');
    const stated = parseArea(node?.attributes['ref'] ?? '');
    if (!node || !stated) return;
    const rows = [...sheet.changedCells.keys(), stated.row, stated.row + stated.rows - 1];
    const columns = [stated.column, stated.column + stated.columns - 1];
    for (const changed of sheet.changedCells.values()) columns.push(Math.max(...changed), Math.min(...changed));
    const [top, bottom] = extremes(rows);
    const [left, right] = extremes(columns);
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    if (areaAddress(area) === areaAddress(stated)) return;
    this.put('dimension', `<${this.prefix}dimension ref="${areaAddress(area)}"/>`);
  }

  private placeOf(local: string): number {
    const rank = SECTION_ORDER.indexOf(local);
    const before = this.sections.filter((section) => SECTION_ORDER.indexOf(section.local) < rank).at(-1);
    return before?.end ?? this.sections[0]?.start ?? this.text.lastIndexOf('</');
  }
}

/** The smallest and largest of some numbers; a loop, as a call takes no hundred thousand arguments. */
function extremes(numbers: readonly number[]): [smallest: number, largest: number] {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < smallest) smallest = number;
    if (number > largest) largest = number;
  }
  return [smallest, largest];
}
