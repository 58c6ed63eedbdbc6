/* The manifest against itself, against functions.json and against the files it names. The schema itself is checked apart. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { DOMParser } from '@xmldom/xmldom';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { validateXML } from 'xmllint-wasm';

const root = path.resolve(__dirname, '../..');
const manifest = new DOMParser().parseFromString(readFileSync(path.join(root, 'manifest.xml'), 'utf8'), 'text/xml');
const elements = Array.from(manifest.getElementsByTagName('*'));
const attributesNamed = (name: string): string[] =>
  elements
    .map((element) => element.getAttribute(name))
    .filter((value): value is string => value !== null && value !== '');

const RESOURCES = ['bt:Image', 'bt:Url', 'bt:String'];
const resources = elements.filter(
  (element) => RESOURCES.includes(element.tagName) && element.getAttribute('id') !== null,
);
const resource = (id: string): string =>
  resources.find((element) => element.getAttribute('id') === id)?.getAttribute('DefaultValue') ?? '';

// Microsoft's schemas are not ours to keep here; where a copy stands beside the project the manifest is held against it.
const schemas = path.resolve(root, '../shared/manifest-schema');
(existsSync(schemas) ? test : test.skip)(
  'the manifest is valid against the schema, where its copy is at hand',
  async () => {
    const files = readdirSync(schemas).filter((name) => name.endsWith('.xsd'));
    const read = (fileName: string) => ({ fileName, contents: readFileSync(path.join(schemas, fileName), 'utf8') });
    const main = 'OfficeAppManifestV1_1.xsd';
    const result = await validateXML({
      xml: { fileName: 'manifest.xml', contents: readFileSync(path.join(root, 'manifest.xml'), 'utf8') },
      schema: [read(main)],
      preload: files.filter((name) => name !== main).map(read),
    });
    expect(result.errors).toEqual([]);
    expect(result.valid).toBe(true);
  },
);

describe('resources', () => {
  test('every resid names a resource', () => {
    const ids = resources.map((element) => element.getAttribute('id'));
    expect(attributesNamed('resid').filter((resid) => !ids.includes(resid))).toEqual([]);
    expect(attributesNamed('resid').length).toBeGreaterThan(20);
  });

  test('every resource is used', () => {
    const used = attributesNamed('resid');
    expect(resources.map((element) => element.getAttribute('id')).filter((id) => !used.includes(id ?? ''))).toEqual([]);
  });

  test('no resid is longer than the 32 characters that Excel allows', () => {
    expect(attributesNamed('resid').filter((resid) => resid.length > 32)).toEqual([]);
  });

  test('short strings fit in 125 characters and long ones in 250', () => {
    const tooLong = resources.filter((element) => {
      const limit = element.parentNode?.nodeName === 'bt:LongStrings' ? 250 : 125;
      return element.tagName === 'bt:String' && (element.getAttribute('DefaultValue') ?? '').length > limit;
    });
    expect(tooLong.map((element) => element.getAttribute('id'))).toEqual([]);
  });
});

describe('icons', () => {
  const named = attributesNamed('DefaultValue').filter((value) => value.endsWith('.png'));

  test('every icon named is in assets/icons, drawn at the size its name says', () => {
    for (const url of named) {
      const file = path.join(root, 'assets/icons', path.basename(url));
      expect([url, existsSync(file)]).toEqual([url, true]);
      const size = Number(/icon-(\d+)\.png$/.exec(url)?.[1]);
      const png = readFileSync(file);
      // A PNG's header holds its width at byte 16 and its height at byte 20.
      expect([url, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([url, size, size]);
    }
  });

  test('every control has the sizes Excel asks for', () => {
    for (const icon of elements.filter((element) => element.tagName === 'Icon')) {
      const sizes = Array.from(icon.getElementsByTagName('bt:Image')).map((image) => image.getAttribute('size'));
      expect(sizes).toEqual(expect.arrayContaining(['16', '32', '80']));
    }
  });
});

describe('shared runtime', () => {
  test('runtime, functions page and function file are one page, or Excel does not share the runtime', () => {
    const resid = (tag: string): string | null | undefined =>
      elements.find((element) => element.tagName === tag)?.getAttribute('resid');
    const page = elements.find((element) => element.tagName === 'Page')?.getElementsByTagName('SourceLocation')[0];
    expect([resid('Runtime'), resid('FunctionFile'), page?.getAttribute('resid')]).toEqual(
      Array(3).fill('Taskpane.Url'),
    );
  });

  test('no action names a TaskpaneId, which a long-lived runtime does not allow', () => {
    expect(elements.filter((element) => element.tagName === 'TaskpaneId')).toEqual([]);
  });

  test('the version is the package’s', () => {
    const version = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
    expect(elements.find((element) => element.tagName === 'Version')?.textContent).toBe(`${version}.0`);
  });
});

describe('custom functions', () => {
  const folder = path.join(root, 'src/functions');
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file))
    .filter((file) => readFileSync(file, 'utf8').includes('@customfunction'));

  test('the namespace is POOL', () => expect(resource('Functions.Namespace')).toBe('POOL'));

  test('the functions are those of the contract, and the built functions.json agrees with the code', async () => {
    const made = await generateCustomFunctionsMetadata(sources, true);
    expect(made.errors).toEqual([]);
    const ids = (JSON.parse(made.metadataJson) as { functions: { id: string; name: string }[] }).functions;
    expect(ids.map(({ id }) => id).sort()).toEqual(CONTRACT);
    expect(ids.map(({ name }) => name).sort()).toEqual(CONTRACT);
    const built = JSON.parse(readFileSync(path.join(root, 'dist/functions.json'), 'utf8')) as {
      functions: { id: string }[];
    };
    expect(built.functions.map(({ id }) => id).sort()).toEqual(CONTRACT);
    const bundle = readFileSync(path.join(root, 'dist/functions.js'), 'utf8');
    const associated = [...bundle.matchAll(/CustomFunctions\.associate\("([A-Z]+)"/g)].map((match) => match[1]);
    expect(associated.sort()).toEqual(CONTRACT);
  });
});

/** The functions of the first release: their ids are final, because saved workbooks hold them. */
const CONTRACT = [
  'BETTERMENT',
  'EQUALSHARE',
  'PRORATA',
  'RECONCILE',
  'RISKSHARE',
  'ROLLFORWARD',
  'SETTLE',
  'SHARE',
  'SHARESON',
  'SPLIT',
  'TRACE',
  'TRANSFERS',
  'WATERFALL',
];
