/*
 * The program `npm start` starts: serves the preview on this computer only, and prints its address.
 */
import { dirname, resolve } from 'node:path';
import { listen } from './listen';
import { previewServer } from './previewServer';

const FIRST_PORT = 3100;

const project = resolve(dirname(process.argv[1] ?? ''), '..');
const address = await listen(previewServer(project), FIRST_PORT);
process.stdout.write(`Poolbook preview: ${address}\nPress Ctrl+C to stop.\n`);
