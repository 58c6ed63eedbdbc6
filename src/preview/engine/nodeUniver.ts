/*
 * Univer's parts as Node loads them: from the preset that needs no page.
 */
import { IUniverInstanceService, LocaleType, LogLevel, Univer, UniverInstanceType } from '@univerjs/core';
import {
  ALL_IMPLEMENTED_FUNCTIONS_SET,
  ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  BooleanValueObject,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
  functionLookup,
  ICalculateFormulaService,
  IFormulaRuntimeService,
  IFunctionService,
  LexerTreeBuilder,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  UniverFormulaEnginePlugin,
} from '@univerjs/preset-sheets-node-core';
import type { UniverParts } from './univerParts';

/** What the engine needs of Univer, in Node. */
export const NODE_UNIVER: UniverParts = {
  ALL_IMPLEMENTED_FUNCTIONS_SET,
  ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  BooleanValueObject,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
  functionLookup,
  ICalculateFormulaService,
  IFormulaRuntimeService,
  IFunctionService,
  LexerTreeBuilder,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  Univer,
  UniverFormulaEnginePlugin,
  UniverInstanceType,
};
