/*
 * Makes sure that what a command needs is there: the packages of the lock file, a fresh build, a browser. It installs
 * only what is missing, and says what it does on standard error, so that standard output stays the command's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Says something to the person at the keyboard. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a command in the project's folder; its output goes to standard error. Ends the program if it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', options.loud === true ? 'inherit' : 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, ...options.env },
  });
  if (result.status !== 0) {
    say(`Stopped: "${[command, ...args].join(' ')}" ended with code ${result.status ?? String(result.signal)}.`);
    process.exit(result.status ?? 1);
  }
}

/** Installs the packages of package-lock.json if they are missing or older than it. */
export function ensureInstalled() {
  const mark = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing packages (npm ci), about half a minute ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** What each build makes and from which folders it is made. */
const BUILDS = {
  addin: { makes: 'dist/taskpane.html', of: ['src', 'assets/icons', 'manifest.xml'], without: ['src/preview'] },
  preview: { makes: 'build/preview/index.html', of: ['src/preview'], without: [] },
  headless: { makes: 'build/headless.cjs', of: ['src/preview', 'src/tasks/task.ts'], without: [] },
  server: { makes: 'build/server.cjs', of: ['src/preview'], without: [] },
};

/** Builds what is missing or older than its sources. @param names - keys of BUILDS */
export function ensureBuilt(...names) {
  const stale = names.filter((name) => isStale(BUILDS[name]));
  if (stale.length === 0) return;
  say(`Building ${stale.join(', ')} ...`);
  run(process.execPath, [
    'node_modules/webpack-cli/bin/cli.js',
    '--mode',
    'production',
    ...stale.flatMap((name) => ['--config-name', name]),
  ]);
  // A file that comes out as it was is not written again, and would look stale for ever.
  const now = new Date();
  for (const name of stale) utimesSync(path.join(root, BUILDS[name].makes), now, now);
}

function isStale({ makes, of, without }) {
  const made = path.join(root, makes);
  if (!existsSync(made)) return true;
  const time = statSync(made).mtimeMs;
  return ['package.json', 'webpack.config.js', 'tsconfig.json', ...of].some((source) => newest(source, without) > time);
}

function newest(relative, without) {
  if (without.includes(relative)) return 0;
  const full = path.join(root, relative);
  if (!existsSync(full)) return 0;
  const stat = statSync(full);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(full).map((name) => newest(`${relative}/${name}`, without)));
}
