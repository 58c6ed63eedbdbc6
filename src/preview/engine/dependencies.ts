/*
 * What formulas read, worked out once. Univer makes the list of what a filled-down formula reads anew for every range in it,
 * keeps a range as often as the formula names it, and adds all ranges of all formulas to its index again at each calculation,
 * so that every change to a workbook took longer than the one before. It changes no figure, only what is worked out.
 */
import type { ICalculateFormulaService } from '@univerjs/preset-sheets-node-core';
import type { IUnitRange } from '@univerjs/core';

/** A formula that is like an earlier one of its column: what it reads is that one's, moved. */
interface MovedFormula {
  readonly rangeList: readonly IUnitRange[];
}

/** What is private in Univer: its index of who reads which cells. */
interface Index {
  addDependencyRTreeCache(formula: IndexedFormula): void;
  /** Forgets all formulas, and begins to number them from 0. */
  reset(): void;
}

interface IndexedFormula {
  readonly treeId: number;
  /** Functions such as OFFSET, whose ranges may be others at each calculation. */
  readonly addressFunctionNodes?: readonly unknown[];
}

/** What is private in Univer: it gathers what each formula reads. */
interface Generator {
  readonly _dependencyManagerService: Index;
  _createVirtualFDtree(tree: unknown, item: unknown): MovedFormula;
  _getRangeListByNode(node: unknown): Promise<IUnitRange[]>;
}

/**
 * Makes the engine keep what a formula reads, each range once.
 *
 * @returns What to call when other formulas are loaded: it empties the index.
 */
export function readRangesOnce(service: ICalculateFormulaService): () => void {
  const { _formulaDependencyGenerator: generator } = service as unknown as {
    readonly _formulaDependencyGenerator: Generator;
  };
  const create = generator._createVirtualFDtree.bind(generator);
  generator._createVirtualFDtree = (tree, item) => keepRanges(create(tree, item));
  const rangesOf = generator._getRangeListByNode.bind(generator);
  generator._getRangeListByNode = async (node) => unique(await rangesOf(node));
  return indexOnce(generator._dependencyManagerService);
}

/** A formula keeps its number until others are loaded, and with it what it reads. */
function indexOnce(index: Index): () => void {
  const known = new Set<number>();
  const add = index.addDependencyRTreeCache.bind(index);
  index.addDependencyRTreeCache = (formula) => {
    const moves = (formula.addressFunctionNodes?.length ?? 0) > 0;
    if (known.has(formula.treeId) && !moves) return;
    known.add(formula.treeId);
    add(formula);
  };
  return () => {
    known.clear();
    index.reset();
  };
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
