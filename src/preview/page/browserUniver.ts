/*
 * Univer's parts as the page loads them: from the preset with the grid, so that engine and grid are of one copy.
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
} from '@univerjs/preset-sheets-core';
import type { UniverParts } from '../engine/univerParts';

/** What the engine needs of Univer, in the page. */
export const BROWSER_UNIVER: UniverParts = {
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
