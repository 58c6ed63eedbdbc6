/*
 * Range.clear: contents, looks, links, or all of them.
 */
import { afterContentWritten } from './tableCells';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { intersection } from '../rangeMath';
import { requireWritable } from './writable';

const WHAT = new Set(['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents']);

/** Clears a range. A table keeps its shape; its header cells get default names. @throws as a write does */
export function clearRange(range: RangeTarget, what: string, host: Host): void {
  if (!WHAT.has(what)) throw refusal('InvalidArgument');
  requireWritable(range);
  const { sheet, area } = range;
  const contents = what === 'All' || what === 'Contents' || what === 'ResetContents';
  const looks = what === 'All' || what === 'Formats' || what === 'RemoveHyperlinks';
  const used = sheet.usedArea(true);
  const part = used && intersection(used, area);
  if (part) {
    for (let row = part.row; row < part.row + part.rows; row++) {
      for (let column = part.column; column < part.column + part.columns; column++) {
        if (sheet.cell(row, column) === undefined) continue;
        if (contents) sheet.setContent(row, column, null);
        if (looks) sheet.setStyle(row, column, undefined);
      }
    }
  }
  if (what !== 'Contents' && what !== 'Formats') removeLinks(range);
  if (contents) afterContentWritten(range, host);
  host.markWritten();
  sheet.tellChanged(area);
}

function removeLinks({ sheet, area }: RangeTarget): void {
  const left = sheet.hyperlinks.filter(
    ({ row, column }) => intersection(area, { row, column, rows: 1, columns: 1 }) === undefined,
  );
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...left);
}
