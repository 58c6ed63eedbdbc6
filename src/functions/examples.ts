/*
 * Every documented example of every POOL function, gathered: for the help, and for tests that run them through the
 * exported functions, through Office.js and through the grid. Nothing is calculated here.
 */
import { COSTS_EXAMPLES } from './examples/costs';
import type { Example } from './examples/example';
import { SETTLING_EXAMPLES } from './examples/settling';
import { SPLITTING_EXAMPLES } from './examples/splitting';

export {
  FUNCTION_IDS,
  formulaOf,
  type Example,
  type ExampleArgument,
  type ExampleCell,
  type FunctionId,
} from './examples/example';

/** All examples, in the order of the functions' files. */
export const EXAMPLES: readonly Example[] = [...SPLITTING_EXAMPLES, ...COSTS_EXAMPLES, ...SETTLING_EXAMPLES];
