/* Draws assets/icons/poolbook.svg at every size the manifest names. Run by hand after changing the drawing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { ensureBrowser } from './browser.mjs';
import { root } from './ensure.mjs';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];
const drawing = readFileSync(path.join(root, 'assets/icons/poolbook.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: path.join(root, `assets/icons/icon-${size}.png`), omitBackground: true });
}
await browser.close();
