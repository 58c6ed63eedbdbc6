/*
 * What of a changed cell can stay as it is in the file: its formula element, or all but its look. The file may say more than
 * the workbook in memory holds (rich text, linked data, attributes of formulas), so what still fits is not written anew.
 */
import { type Cell, CellError, type CellValue } from '../book/values';
import { arrayForm, sameForm } from './arrayFormula';
import { type RawCell } from './sheetEvents';
import { storedFormula } from './writeCell';

/** The file's formula element can stay when it says what the workbook says, in the form it is to be stored in. */
export function keepsFormula(
  raw: RawCell,
  original: Readonly<Cell>,
  cell: Readonly<Cell>,
  tableName: string | undefined,
): boolean {
  if (cell.formula === undefined || cell.formula !== original.formula) return false;
  if (/POOL\./i.test(cell.formula)) {
    // Ours is stored anew unless it is already as Excel would store it.
    const isArray = raw.formulaAttributes?.['t'] === 'array' && raw.attributes['cm'] !== undefined;
    if (!isArray || raw.formula !== storedFormula(cell.formula, tableName, true)) return false;
  }
  if (original.spill === undefined && cell.spill === undefined) return true;
  return sameForm(arrayForm(original), arrayForm(cell));
}

/** Whether the content is what the file has: `shown` is the value of the file's cell. */
export function onlyLookDiffers(raw: RawCell, shown: CellValue, formulaStays: boolean, cell: Readonly<Cell>): boolean {
  const hasFormula = raw.formulaAttributes !== undefined && raw.formulaAttributes['t'] !== 'dataTable';
  if (hasFormula ? !formulaStays : cell.formula !== undefined || cell.spilledFrom !== undefined) return false;
  return sameValue(shown, cell.value);
}

/** A cell's start tag with another style; the same text when it has that one. */
export function withStyle(tag: string, raw: RawCell, style: number): string {
  if (style === Number(raw.attributes['s'] ?? 0)) return tag;
  const attribute = style === 0 ? '' : ` s="${style}"`;
  const old = /\ss=(?:"[^"]*"|'[^']*')/;
  return old.test(tag) ? tag.replace(old, attribute) : tag.replace(/\s*(\/?>)$/, `${attribute}$1`);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return a instanceof CellError && b instanceof CellError ? a.code === b.code : a === b;
}
