/*
 * Finds a Chrome, Edge or Chromium on this machine; installs Debian's Chromium where that can be done without asking,
 * and otherwise says in one sentence what to run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { say } from './ensure.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'chrome',
];

function places() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  );
  return [
    process.env.POOLBOOK_BROWSER,
    ...(process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ];
}

/** The path of a browser of the Chromium family, or undefined. */
export function findBrowser() {
  return places().find((place) => place !== undefined && existsSync(place));
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** A browser's path, installing one if need be. Ends the program with one sentence if there is none. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (canInstall()) {
    say('Installing Chromium (apt-get install chromium) ...');
    const stdio = ['ignore', 'ignore', 2];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio,
      env,
    });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  say(
    'The tests need Chrome, Edge or Chromium: install one (on Debian or Ubuntu: "sudo apt-get install chromium"), or set POOLBOOK_BROWSER to its path.',
  );
  return process.exit(1);
}
