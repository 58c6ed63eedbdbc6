/*
 * What formulas read, worked out once. Univer makes the list of what a filled-down formula reads anew for every range in it,
 * and keeps a range as often as the formula names it; with hundreds of ranges per formula that took a third of a calculation.
 * It changes no figure, only what is worked out.
 */
import type { ICalculateFormulaService } from '@univerjs/preset-sheets-node-core';
import type { IUnitRange } from '@univerjs/core';

/** A formula that is like an earlier one of its column: what it reads is that one's, moved. */
interface MovedFormula {
  readonly rangeList: readonly IUnitRange[];
}

/** What is private in Univer: it gathers what each formula reads. */
interface Generator {
  _createVirtualFDtree(tree: unknown, item: unknown): MovedFormula;
  _getRangeListByNode(node: unknown): Promise<IUnitRange[]>;
}

/** Makes the engine keep what a formula reads, each range once. */
export function readRangesOnce(service: ICalculateFormulaService): void {
  const { _formulaDependencyGenerator: generator } = service as unknown as {
    readonly _formulaDependencyGenerator: Generator;
  };
  const create = generator._createVirtualFDtree.bind(generator);
  generator._createVirtualFDtree = (tree, item) => keepRanges(create(tree, item));
  const rangesOf = generator._getRangeListByNode.bind(generator);
  generator._getRangeListByNode = async (node) => unique(await rangesOf(node));
}

/** Moves the ranges when they are first asked for: by then those of the formula it is like are known. */
function keepRanges(formula: MovedFormula): MovedFormula {
  const moved = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(formula), 'rangeList')?.get;
  if (moved === undefined) return formula;
  let kept: readonly IUnitRange[] | undefined;
  Object.defineProperty(formula, 'rangeList', {
    get: () => (kept ??= moved.call(formula) as readonly IUnitRange[]),
    configurable: true,
  });
  return formula;
}

function unique(ranges: readonly IUnitRange[]): IUnitRange[] {
  const found = new Map<string, IUnitRange>();
  for (const each of ranges) found.set(keyOf(each), each);
  return [...found.values()];
}

function keyOf({ unitId, sheetId, range }: IUnitRange): string {
  const { startRow, endRow, startColumn, endColumn, startAbsoluteRefType, endAbsoluteRefType } = range;
  return [unitId, sheetId, startRow, endRow, startColumn, endColumn, startAbsoluteRefType, endAbsoluteRefType].join();
}
