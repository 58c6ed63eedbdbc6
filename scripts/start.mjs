/* `npm start`: installs what is missing, builds, and serves the preview with a sample workbook open. */
import { spawn } from 'node:child_process';
import process from 'node:process';

import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt('addin', 'preview', 'server');
const server = spawn(process.execPath, ['build/server.cjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
