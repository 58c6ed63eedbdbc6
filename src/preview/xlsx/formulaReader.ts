/*
 * What the `<f>` of a cell says, in Excel's words: shared formulas written out for each cell of the group, arrays with
 * their reach. Used to read a file and, on saving, to see whether a formula is still the one in the file.
 */
import { parseArea } from '../book/address';
import { type Cell } from '../book/values';
import { decodeFormula, type FunctionNames } from './decodeFormula';
import { type FormulaToken, formulaTokens } from './formulaTokens';
import { showIntersections } from './intersections';
import { type RawCell } from './sheetEvents';
import { shiftTokens } from './shiftFormula';
import { decodeCharacters } from './xmlText';

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly tokens: readonly FormulaToken[];
}

/** Reads the formulas of one sheet, in the order of its cells. */
export class FormulaReader {
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly functionNames: FunctionNames,
    /** The values of `cm` that mean a dynamic array. */
    private readonly dynamicMarks: ReadonlySet<string>,
  ) {}

  /** The formula and reach of a cell; `waits` when its shared formula has not come yet: read it again at the end. */
  read(raw: RawCell): Cell & { readonly waits?: true } {
    const { t: kind, ref, si } = raw.formulaAttributes ?? {};
    // A what-if table (`dataTable`) has no formula: its values are shown, and the file keeps it.
    if (kind === 'dataTable') return { value: null };
    const decoded = decodeFormula(decodeCharacters(raw.formula), this.functionNames);
    const text = kind === 'array' ? decoded : showIntersections(decoded);
    if (kind === 'shared' && si !== undefined) {
      if (text !== '' && !this.shared.has(si)) {
        this.shared.set(si, { row: raw.row, column: raw.column, tokens: formulaTokens(text) });
      }
      const master = this.shared.get(si);
      if (text === '' && master === undefined) return { value: null, waits: true };
      const own =
        text !== '' || !master ? text : shiftTokens(master.tokens, raw.row - master.row, raw.column - master.column);
      return { value: null, formula: `=${own}` };
    }
    if (text === '') return { value: null };
    const cell: Cell = { value: null, formula: `=${text}` };
    if (kind !== 'array') return cell;
    const { rows, columns } = (ref === undefined ? undefined : parseArea(ref)) ?? { rows: 1, columns: 1 };
    if (!this.dynamicMarks.has(raw.attributes['cm'] ?? '')) cell.spill = { rows, columns, legacy: true };
    else if (rows * columns > 1) cell.spill = { rows, columns };
    return cell;
  }
}
