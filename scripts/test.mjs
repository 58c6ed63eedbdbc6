/* `npm test`: installs what is missing, builds, and runs every test, those in a real browser included. */
import { availableParallelism } from 'node:os';
import process from 'node:process';

import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, ensureInstalled, run } from './ensure.mjs';

ensureInstalled();
const browser = ensureBrowser();
ensureBuilt('addin', 'preview', 'headless', 'server');
// Two at a time even on two cores: half of a test's time is spent waiting for an engine or a browser.
const workers = `--maxWorkers=${Math.max(2, availableParallelism())}`;
// The engine makes many short-lived objects: a larger nursery saves a fifth of the time of a calculating test.
const nursery = '--max-semi-space-size=64';
run(process.execPath, [nursery, 'node_modules/jest/bin/jest.js', workers, ...process.argv.slice(2)], {
  loud: true,
  env: { POOLBOOK_BROWSER: browser },
});
