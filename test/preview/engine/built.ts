/*
 * The add-in's functions as they are built: what Excel would load. Tests that use it need `npm run build` first, which
 * `npm test` does by itself.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BookCalculator } from '../../../src/preview/engine/calculator';
import type { FunctionLibrary } from '../../../src/preview/engine/functionLibrary';
import { loadFunctions } from '../../../src/preview/engine/loadFunctions';
import { NODE_UNIVER } from '../../../src/preview/engine/nodeUniver';
import { UniverEngine } from '../../../src/preview/engine/univerEngine';

const DIST = join(__dirname, '../../../dist');

/** The functions of `dist/`. */
export function builtFunctions(): FunctionLibrary {
  const bundle = join(DIST, 'functions.js');
  if (!existsSync(bundle)) throw new Error('dist/functions.js is missing: run "npm run build" first.');
  return loadFunctions(readFileSync(bundle, 'utf8'), readFileSync(join(DIST, 'functions.json'), 'utf8'));
}

/** A calculator with the add-in's own functions. */
export function builtCalculator(): BookCalculator {
  return new BookCalculator(new UniverEngine(NODE_UNIVER, builtFunctions()));
}
