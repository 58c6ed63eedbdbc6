/*
 * One cell as XML, with its last value beside its formula, so that readers without the add-in show figures.
 */
import { areaAddress, cellAddress } from '../book/address';
import { type Cell, CellError, type CellValue } from '../book/values';
import { arrayForm, formArea } from './arrayFormula';
import { encodeFormula } from './encodeFormula';
import { encodeCharacters, escapeXml } from './xmlText';
import { startTag } from './xmlTree';

/** What a cell needs to know of its surroundings. */
export interface CellSetting {
  /** The prefix of the sheet's elements, with its colon. */
  readonly prefix: string;
  readonly tableName?: string | undefined;
  /** The value of `cm` that means a dynamic array; asked for only when one is written. */
  readonly dynamicMark: () => string;
}

/** A cell's `<c>` element. `styleIndex` 0 is left out. */
export function cellXml(
  row: number,
  column: number,
  cell: Readonly<Cell>,
  styleIndex: number,
  setting: CellSetting,
): string {
  const formula = cell.formula === undefined ? undefined : formulaXml(row, column, cell, setting);
  return cellElement(row, column, cell, styleIndex, setting.prefix, formula?.xml, formula?.mark);
}

/** The `<c>` element around a formula element that is already there; `mark` is its `cm`. */
export function cellElement(
  row: number,
  column: number,
  cell: Readonly<Cell>,
  styleIndex: number,
  prefix: string,
  formula: string | undefined,
  mark: string | undefined,
): string {
  const isConstant = formula === undefined && cell.spilledFrom === undefined;
  const { type, text } = storedValue(cell.value, isConstant);
  const name = `${prefix}c`;
  const attributes = {
    r: cellAddress(row, column),
    s: styleIndex === 0 ? undefined : String(styleIndex),
    t: type,
    cm: mark,
  };
  if (formula === undefined && text === undefined) return startTag(name, attributes, true);
  const value = text === undefined ? '' : valueXml(type, text, prefix);
  return `${startTag(name, attributes)}${formula ?? ''}${value}</${name}>`;
}

/** The `<f>` element of a cell, and the value of `cm` where it needs one. */
function formulaXml(
  row: number,
  column: number,
  cell: Readonly<Cell>,
  setting: CellSetting,
): { readonly xml: string; readonly mark: string | undefined } {
  const form = arrayForm(cell);
  const text = storedFormula(cell.formula ?? '', setting.tableName, form.kind !== 'plain');
  const name = `${setting.prefix}f`;
  const isArray = form.kind !== 'plain';
  const tag = startTag(name, {
    t: isArray ? 'array' : undefined,
    ref: isArray ? areaAddress(formArea(form, row, column)) : undefined,
  });
  const mark = form.kind === 'dynamic' ? setting.dynamicMark() : undefined;
  return { xml: `${tag}${escapeXml(text)}</${name}>`, mark };
}

/** A formula as stored, without its `=` and not yet escaped for XML. */
export function storedFormula(formula: string, tableName: string | undefined, isArray: boolean): string {
  return encodeCharacters(encodeFormula(formula.replace(/^=/, ''), { tableName, isArray }));
}

/** A value's type and text in a file. Text typed by a user is kept in the cell itself, results of formulas as `str`. */
function storedValue(value: CellValue, isConstant: boolean): { type: string | undefined; text: string | undefined } {
  if (value === null) return { type: undefined, text: undefined };
  if (typeof value === 'number') return { type: undefined, text: numberText(value) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  if (value instanceof CellError) return { type: 'e', text: storedError(value) };
  return { type: isConstant ? 'inlineStr' : 'str', text: encodeCharacters(value) };
}

function valueXml(type: string | undefined, text: string, prefix: string): string {
  const space = needsSpace(text) ? ' xml:space="preserve"' : '';
  const escaped = escapeXml(text);
  if (type === 'inlineStr') return `<${prefix}is><${prefix}t${space}>${escaped}</${prefix}t></${prefix}is>`;
  return `<${prefix}v${space}>${escaped}</${prefix}v>`;
}

/** The shortest decimal that reads back as the same number; never −0. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/**
 * The errors of dynamic arrays are newer than the format: Excel itself stores them as #VALUE! and finds them again when it
 * recalculates on opening. A result still awaited is missing.
 */
function storedError({ code }: CellError): string {
  if (code === '#SPILL!' || code === '#CALC!') return '#VALUE!';
  return code === '#BUSY!' ? '#N/A' : code;
}

function needsSpace(text: string): boolean {
  return /^\s|\s$|[\n\t]| {2}/.test(text);
}
