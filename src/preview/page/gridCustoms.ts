/*
 * Where the preview's grid differs from Univer's own: commands it does not do, its words about errors, its help for the
 * add-in's functions. Only lists and texts.
 */
import { FunctionType, type IFunctionInfo } from '@univerjs/preset-sheets-core';
import type { FunctionsJson } from './browserFunctions';
import { PAGE_WORDS } from './words';

/** Commands that change the shape of the workbook, which is Excel's to do: formulas and tables would have to follow. */
export const REFUSED = new RegExp(
  `^sheet\\.command\\.(?:${[
    'insert-(?:row|col|multi|range|defined)',
    'remove-(?:row|col|sheet|defined)',
    'delete-range-move',
    'move-(?:rows|cols|range)',
    '(?:add|remove)-worksheet-merge',
    'set-worksheet-(?:name|order|hidden|show)',
    '(?:hide|set)-(?:row|rows|col)-(?:confirm|hidden)',
    'set-(?:defined-name|workbook-name)',
    'copy-(?:sheet|worksheet)',
    'split-text-to-columns',
    '(?:add|delete|set)-(?:range-|worksheet-)?protection',
    'sort-range',
  ].join('|')})`,
);
/** The plus beside the sheets: the preview adds the sheet itself. */
export const ADD_SHEET = 'sheet.command.insert-sheet';

/** Univer's box beside an error says little and hides cells; it is made to point to the line that says why. */
export const ERROR_HINTS = Object.fromEntries(
  ['title', 'divByZero', 'name', 'value', 'num', 'na', 'cycle', 'ref', 'spill', 'calc', 'error', 'connect', 'null'].map(
    (kind) => [kind, kind === 'title' ? PAGE_WORDS.errorTitle : PAGE_WORDS.errorHint],
  ),
);

/** What the grid's formula help says of a function of ours. */
export function functionHelp({
  name,
  description = '',
  parameters,
}: FunctionsJson['functions'][number]): IFunctionInfo {
  return {
    functionName: `POOL.${name}`,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}
