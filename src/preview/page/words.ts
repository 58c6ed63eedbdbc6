/*
 * Every sentence of the preview page. The pane beside the grid has its own.
 */

/** What the page says. */
export const PAGE_WORDS = {
  notExcel: 'This is Poolbook’s preview, not Excel. Check what matters in Excel before you rely on it.',
  keys: 'F6 moves between buttons, grid and pane.',
  opening: (name: string) => `Opening ${name} …`,
  opened: (name: string) => `${name} is open.`,
  saved: (name: string) => `Saved as ${name}, in your downloads.`,
  newWorkbook: 'A new workbook is open.',
  sampleMissing: (name: string) => `The sample ${name} could not be fetched. Is the preview still running (npm start)?`,
  failed: (reason: string) =>
    `The preview stopped on a fault of its own: ${reason}. Reload the page; save first if you can.`,
  refused:
    'The preview does not insert, delete, move, rename or merge. Do that in Excel, and open the workbook here again.',
  manyFormulas: (count: number) =>
    `This workbook has ${count.toLocaleString('en-GB')} formulas. Above 10,000 the preview is slow; Excel is not.`,
  losesChanges: 'The changes since the last save will be lost. Open another workbook all the same?',
  errorAt: (where: string, code: string, sentence: string) => `${where} shows ${code}. ${sentence}`,
  circular:
    'A formula leads back to itself, directly or through others: the figures of these formulas mean nothing. Excel names the cells.',
  valuesKept: (count: number) =>
    count === 1
      ? 'One formula needs Excel and keeps the value it had in the file.'
      : `${count} formulas need Excel and keep the values they had in the file.`,
  errorTitle: 'Error',
  errorHint: 'Select the cell: the line above the grid says why.',
  spill: 'Its result needs more cells than are free: clear the cells below and beside it, or move it out of the table.',
  fromElsewhere: 'The error comes from a cell or a function inside the formula: look at the cells it reads.',
} as const;
