/*
 * Range.hyperlink: a link from a cell to a place in this workbook or to an address outside.
 */
import type { Hyperlink } from '../../book/sheet';
import { requireWritable } from '../cells/writable';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { intersection } from '../rangeMath';

/** The link of the first cell, or null. */
export function readHyperlink({ sheet, area }: RangeTarget): unknown {
  const link = sheet.hyperlinks.find(({ row, column }) => row === area.row && column === area.column);
  if (link === undefined) return null;
  const { address, documentReference, screenTip } = link;
  return { address, documentReference, screenTip, textToDisplay: String(sheet.value(area.row, area.column) ?? '') };
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refusal('InvalidArgument');
  return value;
}

/** Links every cell of the range. Excel writes `textToDisplay` as text and draws the cell as a link. */
export function writeHyperlink(range: RangeTarget, value: unknown, host: Host): void {
  if (typeof value !== 'object' || value === null) throw refusal('InvalidArgument');
  requireWritable(range);
  const { sheet, area } = range;
  const sent = value as Record<string, unknown>;
  const address = text(sent['address']);
  const documentReference = text(sent['documentReference']);
  const screenTip = text(sent['screenTip']);
  const shown = text(sent['textToDisplay']);
  if (address === undefined && documentReference === undefined) throw refusal('InvalidArgument');
  const others = sheet.hyperlinks.filter(
    ({ row, column }) => intersection(area, { row, column, rows: 1, columns: 1 }) === undefined,
  );
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...others);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const link: Hyperlink = {
        row,
        column,
        ...(address === undefined ? {} : { address }),
        ...(documentReference === undefined ? {} : { documentReference }),
        ...(screenTip === undefined ? {} : { screenTip }),
      };
      sheet.hyperlinks.push(link);
      // A blank cell shows where the link leads.
      const display = shown ?? (sheet.value(row, column) === null ? (documentReference ?? address) : undefined);
      if (display !== undefined) sheet.setContent(row, column, display);
      sheet.setStyle(row, column, { ...sheet.cell(row, column)?.style, fontColor: '#0563C1', underline: true });
    }
  }
  host.markWritten();
  sheet.tellChanged(area);
}
