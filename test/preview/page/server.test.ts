/*
 * The preview's server: what it gives, what it does not, and to whom.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listen } from '../../../src/preview/server/listen';
import { localPane } from '../../../src/preview/server/localPane';
import { previewServer } from '../../../src/preview/server/previewServer';

const project = mkdtempSync(join(tmpdir(), 'poolbook-'));
const files: Record<string, string> = {
  'build/preview/index.html': '<p>page</p>',
  'dist/taskpane.html': '<head><script src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script></head>',
  'dist/functions.json': '{}',
  'assets/samples/derby-shadow-pool-2008-09.xlsx': 'PK',
  'assets/samples/data/derby.json': '{}',
  'package.json': '{"name":"secret"}',
  'build/secret.js': 'secret',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}
const server = previewServer(project);
let port = 0;
beforeAll(async () => {
  port = Number(new URL(await listen(server, 3300)).port);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(project, { recursive: true });
});

/** Asks with the path as it is: `fetch` would tidy `..` away. */
function ask(
  path: string,
  options: { method?: string; host?: string } = {},
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = options.host === undefined ? {} : { host: options.host };
    const asked = request({ port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: String(response.headers['content-type']), text }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

test.each([
  ['/', 'text/html; charset=utf-8', '<p>page</p>'],
  ['/index.html?sample=x', 'text/html; charset=utf-8', '<p>page</p>'],
  ['/addin/functions.json', 'application/json; charset=utf-8', '{}'],
  [
    '/samples/derby-shadow-pool-2008-09.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'PK',
  ],
  [
    '/samples.json',
    'application/json; charset=utf-8',
    '[{"file":"derby-shadow-pool-2008-09.xlsx","title":"Derby shadow pool 2008/09"}]',
  ],
])('%s is given', async (path, type, text) => {
  await expect(ask(path)).resolves.toEqual({ status: 200, type, text });
});

test.each([
  '/../package.json',
  '/addin/../package.json',
  '/addin/..%2f..%2fpackage.json',
  '/samples/../../package.json',
  '/../secret.js',
  '/package.json',
  '/nothing.js',
  '/samples/data/none.json',
  '/addin/',
])('%s is not', async (path) => {
  const { status, text } = await ask(path);
  expect(status).toBe(404);
  expect(text).not.toContain('secret');
});

test('only reading is possible, and only under this computer’s own names', async () => {
  await expect(ask('/', { method: 'POST' })).resolves.toMatchObject({ status: 405 });
  await expect(ask('/', { host: 'elsewhere.example' })).resolves.toMatchObject({ status: 403 });
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
});

test('the pane’s page loads Office.js from this computer, and nothing else of it changes', async () => {
  const { text } = await ask('/addin/taskpane.html?_host_Info=x');
  expect(text).toBe('<head><script src="trust.js"></script><script src="../officejs/office.js"></script></head>');
  expect(() => localPane('<head></head>')).toThrow('does not load Office.js');
});

test('a port that is taken is passed over', async () => {
  const second = previewServer(project);
  await expect(listen(second, port)).resolves.toBe(`http://localhost:${port + 1}/`);
  await new Promise((done) => second.close(done));
});
