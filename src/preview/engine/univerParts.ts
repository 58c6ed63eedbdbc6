/*
 * The parts of Univer that the engine is built from. They are handed in, because Node and the page take them from different
 * presets of the same packages (`preset-sheets-node-core`, `preset-sheets-core`), and two copies would not know each other.
 */
import type * as Core from '@univerjs/core';
import type * as Formula from '@univerjs/preset-sheets-node-core';

/** Members of `@univerjs/core`. */
export type CoreParts = Pick<
  typeof Core,
  'IUniverInstanceService' | 'Univer' | 'UniverInstanceType' | 'LocaleType' | 'LogLevel'
>;

/** Members that both presets pass on from Univer's formula engine. */
export type FormulaParts = Pick<
  typeof Formula,
  | 'ALL_IMPLEMENTED_FUNCTIONS_SET'
  | 'ArrayValueObject'
  | 'BaseFunction'
  | 'BaseReferenceObject'
  | 'BooleanValueObject'
  | 'CELL_INVERTED_INDEX_CACHE'
  | 'ErrorType'
  | 'ErrorValueObject'
  | 'FORMULA_REF_TO_ARRAY_CACHE'
  | 'FormulaDataModel'
  | 'ICalculateFormulaService'
  | 'IFormulaRuntimeService'
  | 'IFunctionService'
  | 'LexerTreeBuilder'
  | 'NullValueObject'
  | 'NumberValueObject'
  | 'StringValueObject'
  | 'UniverFormulaEnginePlugin'
  | 'functionLookup'
>;

/** Everything the engine needs of Univer. */
export type UniverParts = CoreParts & FormulaParts;
