/*
 * Every reason why a file cannot be opened as a workbook, with the figures, and the sentence for each.
 * It does not decide anything: the readers do, and this says it.
 */

/** Why a file was refused. Sizes are in bytes, rows and columns count from 1. */
export type XlsxProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'not-a-workbook'; readonly looksLike: FileLooks }
  | { readonly kind: 'old-workbook' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'binary-workbook' }
  | { readonly kind: 'broken-zip'; readonly detail: ZipFault; readonly part?: string }
  | { readonly kind: 'unsafe-part-name'; readonly part: string }
  | { readonly kind: 'duplicate-part'; readonly part: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number; readonly part?: string }
  | { readonly kind: 'inflates-too-much'; readonly part: string; readonly packedBytes: number; readonly ratio: number }
  | { readonly kind: 'too-many-parts'; readonly parts: number; readonly limit: number }
  | { readonly kind: 'too-many-cells'; readonly sheet: string; readonly limit: number }
  | { readonly kind: 'missing-part'; readonly part: string; readonly neededBy: string }
  | { readonly kind: 'missing-text'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'no-sheets' }
  | { readonly kind: 'unknown-encoding'; readonly part: string; readonly encoding: string }
  | { readonly kind: 'entities'; readonly part: string }
  | {
      readonly kind: 'broken-xml';
      readonly part: string;
      readonly line: number;
      readonly column: number;
      readonly detail: string;
    }
  | { readonly kind: 'cell-outside'; readonly part: string; readonly address: string };

/** What a file seems to be when it is not a workbook. */
export type FileLooks = 'opendocument' | 'word' | 'powerpoint' | 'zip' | 'pdf' | 'text' | 'web page' | 'unknown';

/** What is wrong with a zip archive. */
export type ZipFault = 'no directory' | 'cut off' | 'checksum' | 'method' | 'size' | 'encrypted part' | 'split';

const LOOKS: Readonly<Record<FileLooks, string>> = {
  opendocument: 'an OpenDocument file',
  word: 'a Word document',
  powerpoint: 'a PowerPoint presentation',
  zip: 'a zip archive without a workbook in it',
  pdf: 'a PDF',
  text: 'plain text, such as a .csv file',
  'web page': 'a web page',
  unknown: 'of a kind not known here',
};

const ZIP_FAULTS: Readonly<Record<ZipFault, string>> = {
  'no directory': 'its list of contents, at the end of the file, is missing',
  'cut off': 'it ends too early',
  checksum: 'the contents do not agree with their checksum',
  method: 'it is packed in a way that workbooks do not use',
  size: 'the contents are not as long as the file says',
  'encrypted part': 'a part of it is locked with a zip password',
  split: 'it is one piece of a split archive',
};

const SAVE_AS = 'Open it in the program that made it and save it as Excel workbook (.xlsx).';

/**
 * The sentence for a problem: what is wrong and what to do. Nothing has been opened or changed when it is shown.
 *
 * @example xlsxProblemText({ kind: 'encrypted' }) -> 'The workbook is locked with a password. …'
 */
export function xlsxProblemText(problem: XlsxProblem): string {
  switch (problem.kind) {
    case 'empty-file':
      return 'The file is empty (0 bytes). Choose another copy of the workbook.';
    case 'not-a-workbook':
      return `The file is not an Excel workbook (.xlsx): it is ${LOOKS[problem.looksLike]}. ${SAVE_AS}`;
    case 'old-workbook':
      return `The file is a workbook of Excel 97-2003 (.xls), which is not read here. ${SAVE_AS}`;
    case 'encrypted':
      return 'The workbook is locked with a password. Open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with Password) and save a copy.';
    case 'binary-workbook':
      return `The file is a binary workbook (.xlsb), which is not read here. ${SAVE_AS}`;
    case 'broken-zip':
      return `${partIn(problem.part)} is damaged: ${ZIP_FAULTS[problem.detail]}. Fetch or save the workbook again and open the new copy.`;
    case 'unsafe-part-name':
      return `The file holds a part named "${problem.part}", which points outside the workbook. No program makes such a name by itself: do not use the file, and ask whoever sent it.`;
    case 'duplicate-part':
      return `The file holds the part "${problem.part}" twice, so it is not clear which one counts. Open it in Excel, let Excel repair it, and save a copy.`;
    case 'too-large':
      return `${partIn(problem.part)} unpacks to more than ${megabytes(problem.limitBytes)}, the most that is opened here. Delete sheets that are not needed, or split the workbook.`;
    case 'inflates-too-much':
      return `The part "${problem.part}" of the file unpacks to more than ${grouped(problem.ratio)} times its ${grouped(problem.packedBytes)} bytes, which no workbook does. It was not opened.`;
    case 'too-many-parts':
      return `The file holds ${grouped(problem.parts)} parts; at most ${grouped(problem.limit)} are opened here. Delete pictures, comments or sheets that are not needed.`;
    case 'too-many-cells':
      return `Up to sheet "${problem.sheet}" the workbook holds more than ${grouped(problem.limit)} cells, the most that is opened here. Delete sheets that are not needed, or split the workbook.`;
    case 'missing-part':
      return `The workbook is incomplete: ${problem.neededBy} names the part "${problem.part}", which is not in the file. Fetch or save the workbook again.`;
    case 'missing-text':
      return `The workbook is incomplete: the text of cell ${problem.address} on sheet "${problem.sheet}" is not in the file's list of texts. Open the workbook in Excel, let Excel repair it, and save a copy.`;
    case 'no-sheets':
      return 'The workbook has no worksheet. Add one in Excel and save it again.';
    case 'unknown-encoding':
      return `The part "${problem.part}" is written in the encoding "${problem.encoding}"; a workbook is UTF-8 or UTF-16. ${SAVE_AS}`;
    case 'entities':
      return `The part "${problem.part}" declares a document type or entities, which workbooks never do and which can be used for harm. It was not opened.`;
    case 'broken-xml':
      return `The part "${problem.part}" is damaged at line ${grouped(problem.line)}, character ${grouped(problem.column)}: ${problem.detail}. Open the workbook in Excel, let Excel repair it, and save a copy.`;
    case 'cell-outside':
      return `The part "${problem.part}" has a cell at "${problem.address}", which lies outside a sheet (A1 to XFD1048576). Open the workbook in Excel, let Excel repair it, and save a copy.`;
  }
}

function partIn(part: string | undefined): string {
  return part === undefined ? 'The file' : `The part "${part}" of the file`;
}

function grouped(count: number): string {
  return Math.floor(count).toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return `${grouped(bytes / 1_000_000)} MB`;
}
