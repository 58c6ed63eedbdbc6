/*
 * The preview's small file server: the page, the built add-in, Office.js from the installed package, and the samples. It
 * changes one file on its way, the pane's page, because Office.js must come from this computer and trust this page.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { localPane, TRUST_SCRIPT } from './localPane';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What each first part of an address stands for, from the project's folder. */
const FOLDERS: Readonly<Record<string, string>> = {
  addin: 'dist',
  officejs: 'node_modules/@microsoft/office-js/dist',
  samples: 'assets/samples',
};
const PAGE = 'build/preview';

/** The server, not yet listening. @param project - The project's folder, built. */
export function previewServer(project: string): Server {
  return createServer((request, response) => {
    try {
      answer(project, request, response);
    } catch (error) {
      send(response, 500, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error));
    }
  });
}

function answer(project: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(response, 405, 'text/plain; charset=utf-8', 'Only reading is possible here.');
    return;
  }
  // A page elsewhere may point a name of its own at this computer; only our own names are answered.
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? '')) {
    send(response, 403, 'text/plain; charset=utf-8', 'This server answers to localhost only.');
    return;
  }
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (path === '/samples.json') send(response, 200, TYPES['.json'] ?? '', JSON.stringify(samples(project)));
  else if (path === '/addin/trust.js') send(response, 200, TYPES['.js'] ?? '', TRUST_SCRIPT);
  else if (path === '/addin/taskpane.html') sendPane(project, response);
  else sendFile(fileOf(project, path), response);
}

function sendPane(project: string, response: ServerResponse): void {
  const file = join(project, 'dist/taskpane.html');
  if (!existsSync(file))
    send(response, 404, 'text/plain; charset=utf-8', 'The add-in is not built. Run "npm run build".');
  else send(response, 200, TYPES['.html'] ?? '', localPane(readFileSync(file, 'utf8')));
}

/** The file an address means, or undefined when it leads out of the folders served. */
export function fileOf(project: string, path: string): string | undefined {
  const [, first = '', ...rest] = path.split('/');
  const folder = FOLDERS[first];
  const root = join(project, folder ?? PAGE);
  const inside = folder === undefined ? path.slice(1) || 'index.html' : rest.join('/');
  const file = normalize(join(root, inside));
  return file.startsWith(root + sep) && !inside.includes('\0') ? file : undefined;
}

function sendFile(file: string | undefined, response: ServerResponse): void {
  const type = file === undefined ? undefined : TYPES[extname(file)];
  if (file === undefined || type === undefined || !existsSync(file) || !statSync(file).isFile()) {
    send(response, 404, 'text/plain; charset=utf-8', 'Not found.');
    return;
  }
  response.writeHead(200, headers(type));
  createReadStream(file).pipe(response);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, headers(type));
  response.end(text);
}

function headers(type: string): Record<string, string> {
  return { 'Content-Type': type, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
}

/** The samples by file name, with a title made from it. @example derby-shadow-pool-2008-09.xlsx -> Derby shadow pool 2008/09 */
function samples(project: string): { file: string; title: string }[] {
  const folder = join(project, 'assets/samples');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));
  return files.sort().map((file) => {
    const words = file
      .replace(/\.xlsx$/, '')
      .replace(/[-_]+/g, ' ')
      .replace(/\b(\d{4}) (\d{2})$/, '$1/$2');
    return { file, title: words.charAt(0).toUpperCase() + words.slice(1) };
  });
}
