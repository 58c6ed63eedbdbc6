/* `npm run headless`: installs and builds what is missing, then runs a task on a workbook without Excel. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt('addin', 'headless');
// npm runs scripts in the project's folder; file names are meant from where the user called it.
const cwd = process.env.INIT_CWD ?? process.cwd();
const result = spawnSync(process.execPath, [path.join(root, 'build/headless.cjs'), ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
process.exit(result.status ?? 2);
