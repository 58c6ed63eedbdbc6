/*
 * How work is packed into requests: as few as fit under Excel's limit of 5 MB each. The only file with `sync` in a loop,
 * because a request per 5 MB is the point of it.
 */
import { type Area, type SheetArea } from './address';
import { BatchRefused } from './host';

/** Excel on the web refuses a request or a response above 5 MB; the smaller reading of that is taken. */
export const REQUEST_LIMIT_BYTES = 5_000_000;
/** What we fill of it: the rest is for the envelope around the cells. */
const TARGET_BYTES = REQUEST_LIMIT_BYTES * 0.94;
const TOO_LARGE = new Set(['ResponsePayloadSizeLimitExceeded', 'RequestPayloadSizeLimitExceeded']);

/** A cell as Excel gives it in `values` or `formulas`. */
export type CellScalar = string | number | boolean;

/** Which property of the cells is wanted. */
export type CellProperty = 'values' | 'formulas' | 'numberFormat';

/** Cells to read. `bytesPerRow` is what a row is expected to weigh as JSON, where that is known. */
export interface ReadRequest extends SheetArea {
  readonly properties: readonly CellProperty[];
  readonly bytesPerRow?: number;
}

/** What was read, one grid per property asked for. */
export type ReadAnswer = Partial<Record<CellProperty, CellScalar[][]>>;

/** Told after each request how many rows have been read; answers true to stop. */
export type ReadWatcher = (rowsDone: number, rowsTotal: number) => boolean;

/** Thrown when the user cancelled; nothing was written. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

// A cell of a table of ours whose width is not known yet: a word or two. Ledgers bring their own measure.
const USUAL_CELL_BYTES = 40;

/** The JSON weight of a grid in bytes, as it crosses to Excel. */
export function gridBytes(grid: readonly (readonly unknown[])[]): number {
  return new TextEncoder().encode(JSON.stringify(grid)).length;
}

interface Piece {
  readonly index: number;
  readonly area: Area;
}

/**
 * Reads several rectangles in as few requests as the size limit allows, in order.
 *
 * The rows of each next request are sized by the widest request seen so far; a response that Excel still finds too large
 * is asked for again in halves. `values` that come back as null (Excel's answer to too many cells) end the batch.
 *
 * @returns one answer per request, grids whole.
 */
export async function readAreas(
  context: Excel.RequestContext,
  requests: readonly ReadRequest[],
  watch?: ReadWatcher,
): Promise<ReadAnswer[]> {
  const answers: ReadAnswer[] = requests.map(({ properties }) =>
    Object.fromEntries(properties.map((property) => [property, []])),
  );
  const rowBytes = requests.map((r) => r.bytesPerRow ?? r.columns * r.properties.length * USUAL_CELL_BYTES);
  const rowsDone = requests.map(() => 0);
  const rowsTotal = requests.reduce((sum, { rows }) => sum + rows, 0);
  let shrink = 1;
  for (;;) {
    const pieces = nextPieces(requests, rowsDone, rowBytes, shrink);
    if (pieces.length === 0) return answers;
    const ranges = pieces.map((piece) => loadPiece(context, requests[piece.index] as ReadRequest, piece.area));
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per 5 MB is what this loop is for
      await context.sync();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      const rows = pieces.reduce((sum, { area }) => sum + area.rows, 0);
      if (typeof code !== 'string' || !TOO_LARGE.has(code) || rows <= 1) throw error;
      shrink *= 2;
      continue;
    }
    pieces.forEach((piece, at) => {
      const request = requests[piece.index] as ReadRequest;
      const bytes = takePiece(request, piece, ranges[at] as Excel.Range, answers[piece.index] as ReadAnswer);
      rowsDone[piece.index] = (rowsDone[piece.index] ?? 0) + piece.area.rows;
      if (piece.area.rows > 0)
        rowBytes[piece.index] = measuredRowBytes(rowBytes[piece.index] ?? 0, bytes, piece.area.rows);
    });
    if (
      watch?.(
        rowsDone.reduce((sum, rows) => sum + rows, 0),
        rowsTotal,
      ) === true
    )
      throw new Cancelled();
  }
}

// After enough rows their own mean is trusted; a handful says little about the rest.
function measuredRowBytes(expected: number, bytes: number, rows: number): number {
  const mean = (bytes / rows) * 1.02;
  return rows >= 1000 ? mean : Math.max(expected, mean);
}

function nextPieces(
  requests: readonly ReadRequest[],
  rowsDone: readonly number[],
  rowBytes: readonly number[],
  shrink: number,
): Piece[] {
  const pieces: Piece[] = [];
  let room = TARGET_BYTES / shrink;
  for (const [index, request] of requests.entries()) {
    const done = rowsDone[index] ?? 0;
    const left = request.rows - done;
    if (left <= 0) continue;
    const perRow = Math.max(1, rowBytes[index] ?? 1);
    const rows = Math.min(left, Math.max(pieces.length === 0 ? 1 : 0, Math.floor(room / perRow)));
    if (rows === 0) break;
    pieces.push({ index, area: { row: request.row + done, column: request.column, rows, columns: request.columns } });
    room -= rows * perRow;
    if (rows < left) break;
  }
  return pieces;
}

function loadPiece(context: Excel.RequestContext, request: ReadRequest, area: Area): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(request.sheet);
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  if (request.properties.includes('values')) range.load('values');
  if (request.properties.includes('formulas')) range.load('formulas');
  if (request.properties.includes('numberFormat')) range.load('numberFormat');
  return range;
}

function takePiece(request: ReadRequest, piece: Piece, range: Excel.Range, answer: ReadAnswer): number {
  let bytes = 0;
  for (const property of request.properties) {
    const grid = range[property] as CellScalar[][] | null;
    if (grid === null) {
      const message = `Excel gave no ${property} for rows ${piece.area.row + 1} to ${piece.area.row + piece.area.rows} of ${request.sheet}.`;
      throw new BatchRefused({ code: 'ValuesNull', message });
    }
    bytes += gridBytes(grid);
    const whole = answer[property];
    if (whole) for (const row of grid) whole.push(row);
  }
  return bytes;
}

/** One change to the workbook, and what it weighs as JSON. */
export interface WriteStep {
  readonly bytes: number;
  apply(context: Excel.RequestContext): void;
}

/**
 * Carries out steps in order, several to a request, none above the size limit.
 *
 * @param watch - Told after each request how many bytes have gone; it cannot stop the writing.
 */
export async function writeSteps(
  context: Excel.RequestContext,
  steps: readonly WriteStep[],
  watch?: (done: number, total: number) => void,
): Promise<void> {
  const total = steps.length;
  let used = 0;
  for (const [index, step] of steps.entries()) {
    if (used > 0 && used + step.bytes > TARGET_BYTES) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per 5 MB is what this loop is for
      await context.sync();
      watch?.(index, total);
      used = 0;
    }
    step.apply(context);
    used += step.bytes;
  }
  await context.sync();
  watch?.(total, total);
}

/** How many rows of a grid fit into one request. */
export function rowsPerRequest(bytes: number, rows: number): number {
  return Math.max(1, Math.floor((TARGET_BYTES * 0.98) / Math.max(1, bytes / Math.max(1, rows))));
}
