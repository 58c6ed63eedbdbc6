/*
 * Compiles src/ledger and bench/reconcile.ts and runs it: `node bench/reconcile.mjs`, or with row counts,
 * `node bench/reconcile.mjs 100000 1000000`. It needs nothing but the project's own packages.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = `${here}node_modules/.cache/poolbook-reconcile/`;
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const compiled = spawnSync(process.execPath, [compiler, '-p', `${here}tsconfig.reconcile.json`], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(1);
// The project's packages are modules; what was just compiled is not.
writeFileSync(`${cache}package.json`, '{ "type": "commonjs" }');
createRequire(import.meta.url)(`${cache}bench/reconcile.js`);
