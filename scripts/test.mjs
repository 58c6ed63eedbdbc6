/* `npm test`: installs what is missing, builds, and runs every test, those in a real browser included. */
import process from 'node:process';

import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, ensureInstalled, run } from './ensure.mjs';

ensureInstalled();
const browser = ensureBrowser();
ensureBuilt('addin', 'preview', 'headless', 'server');
run(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
  loud: true,
  env: { POOLBOOK_BROWSER: browser },
});
