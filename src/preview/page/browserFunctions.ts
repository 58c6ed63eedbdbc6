/*
 * The built functions bundle in the page: run in a hidden frame of its own, so that the pane's frame and this page are left
 * alone. Node does the same with a vm realm (`src/preview/engine/loadFunctions.ts`).
 */
import { customFunctionsShim } from '../engine/customFunctionsShim';
import { type FunctionLibrary, type FunctionMetadata, functionLibrary } from '../engine/functionLibrary';

/** functions.json as far as it is used here. */
export interface FunctionsJson {
  readonly functions: readonly FunctionMetadata[];
}

/** The add-in's functions and their metadata. */
export interface LoadedFunctions {
  readonly library: FunctionLibrary;
  readonly metadata: FunctionsJson;
}

/** Fetches and runs the bundle. @param base - The folder of the built add-in, ending in `/`. */
export async function loadBrowserFunctions(base: string): Promise<LoadedFunctions> {
  const response = await fetch(`${base}functions.json`);
  if (!response.ok) throw new Error(`functions.json: ${response.status} ${response.statusText}`);
  const metadata = (await response.json()) as FunctionsJson;
  const shim = customFunctionsShim();
  await runInFrame(`${base}functions.js`, { CustomFunctions: shim.CustomFunctions });
  return { library: functionLibrary(shim, metadata), metadata };
}

/** Runs a script in a hidden frame with a few globals; the frame stays, because its functions live in it. */
function runInFrame(source: string, globals: Readonly<Record<string, unknown>>): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Functions of the add-in';
  document.body.append(frame);
  const view = frame.contentWindow;
  const inside = frame.contentDocument;
  if (!view || !inside) return Promise.reject(new Error('A frame for the functions could not be made.'));
  Object.assign(view, globals);
  return new Promise((resolve, reject) => {
    const script = inside.createElement('script');
    script.src = new URL(source, document.baseURI).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} could not be loaded`));
    inside.body.append(script);
  });
}
