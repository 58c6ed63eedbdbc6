/*
 * Tells the add-in that cells changed, as Excel does after an edit: `worksheet.onChanged`. Recalculated cells are not
 * told, as in Excel.
 */
import { areaAddress } from '../book/address';
import type { BookChange } from '../book/book';
import type { Host } from '../executor/host';
import type { RichApiEntry } from './loadOffice';

/** Office.js's own numbers: the category of workbook events, and the event of changed cells. */
const EVENT_CATEGORY = 65_536;
const WORKSHEET_CHANGED = 10;

/** The event for a change, or undefined when nobody is to be told of it. */
export function changeEvent({ kind, sheet, area }: BookChange, host: Host): RichApiEntry | undefined {
  if (kind !== 'cells' || !sheet || !area || host.isApplying || !host.watchedSheets.has(sheet.id)) return undefined;
  const details = {
    address: areaAddress(area),
    changeType: 'RangeEdited',
    source: 'Local',
    worksheetId: sheet.id,
    shiftDirection: 'None',
  };
  return {
    messageCategory: EVENT_CATEGORY,
    messageType: WORKSHEET_CHANGED,
    targetId: sheet.id,
    message: JSON.stringify(details),
  };
}

/**
 * Sends an event for every change from now on, after the request or edit that made it.
 * @returns The function that stops it.
 */
export function sendEvents(host: Host, send: (entry: RichApiEntry) => void): () => void {
  return host.book.onChange((change) => {
    const event = changeEvent(change, host);
    if (event !== undefined) setTimeout(() => send(event), 0);
  });
}
