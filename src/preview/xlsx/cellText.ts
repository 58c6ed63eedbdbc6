/*
 * A cell's value between the text of a file and the workbook in memory: numbers, dates, truths, errors.
 */
import { CellError, type CellValue, type ErrorCode } from '../book/values';
import { decodeCharacters } from './xmlText';

const ERRORS: readonly ErrorCode[] = [
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
];

/** What the text of `<v>` means for a cell's type (`t`). A shared text without an index is empty. */
export function readValue(type: string, text: string, strings: readonly string[], uses1904: boolean): CellValue {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'str' || type === 'inlineStr') return decodeCharacters(text);
  if (text === '') return null;
  if (type === 'b') return text.trim() === '1' || text.trim().toLowerCase() === 'true';
  // Errors that are not known here (#FIELD!, #GETTING_DATA) are shown as wrong input; the file keeps its own.
  if (type === 'e') return new CellError(ERRORS.find((code) => code === text.trim()) ?? '#VALUE!');
  if (type === 'd') return serialOf(text.trim(), uses1904) ?? text;
  const number = Number(text);
  return Number.isFinite(number) && text.trim() !== '' ? number : text;
}

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 calendar as it is after its 29 February 1900, which never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;
const ISO_TIME = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/;

/** The serial number of an ISO date, time or both. @example serialOf('2008-09-30', false) -> 39721 */
export function serialOf(iso: string, uses1904: boolean): number | undefined {
  const time = ISO_TIME.exec(iso);
  if (time) return dayPart(time[1], time[2], time[3]);
  const parts = ISO.exec(iso);
  if (!parts) return undefined;
  const midnight = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const days = (midnight - (uses1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
  // Before 1 March 1900 Excel counts a day less, because it believes in 29 February 1900.
  const serial = !uses1904 && days < 61 ? days - 1 : days;
  return serial + dayPart(parts[4], parts[5], parts[6]);
}

function dayPart(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
