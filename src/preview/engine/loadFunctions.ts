/*
 * The built functions bundle in Node: run in a realm of its own, so that what the add-in ships is what is calculated with.
 * The page does the same in a frame of its own (`src/preview/page`).
 */
import { createContext, runInContext } from 'node:vm';
import { customFunctionsShim } from './customFunctionsShim';
import { type FunctionLibrary, type FunctionMetadata, functionLibrary } from './functionLibrary';

/**
 * Evaluates the bundle and joins it to its metadata.
 *
 * @param bundleText - `dist/functions.js`, unmodified.
 * @param metadataJson - `dist/functions.json`, as text.
 * @returns The functions by name (`POOL.SPLIT`).
 * @throws If the bundle does not run or lacks a function of the metadata.
 */
export function loadFunctions(bundleText: string, metadataJson: string): FunctionLibrary {
  const shim = customFunctionsShim();
  const realm: Record<string, unknown> = { CustomFunctions: shim.CustomFunctions, console };
  realm['self'] = realm['window'] = realm['globalThis'] = realm;
  runInContext(bundleText, createContext(realm), { filename: 'functions.js' });
  const metadata = JSON.parse(metadataJson) as { readonly functions: readonly FunctionMetadata[] };
  return functionLibrary(shim, metadata);
}
