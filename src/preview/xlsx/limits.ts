/*
 * How large a workbook may be before it is refused. The figures protect the machine that opens it; they are not Excel's.
 */

/** Upper limits; sizes are in bytes after unpacking. */
export interface XlsxLimits {
  /** All parts together. */
  readonly totalBytes: number;
  /** One part: a text of JavaScript holds about half a billion characters. */
  readonly partBytes: number;
  /** Unpacked over packed size, for parts above a megabyte. Sheets of equal rows reach about 200. */
  readonly ratio: number;
  readonly parts: number;
  /** Cells of all sheets together; one costs about 150 bytes once open. */
  readonly cells: number;
}

/** The limits that hold unless the caller gives others. */
export const DEFAULT_LIMITS: XlsxLimits = {
  totalBytes: 1_500_000_000,
  partBytes: 500_000_000,
  ratio: 1_000,
  parts: 20_000,
  cells: 12_000_000,
};
