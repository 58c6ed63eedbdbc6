/*
 * The host answers every Excel member that the add-in's source uses: found with the compiler, not by running it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { supportedMembers } from '../../../src/preview/executor/supportedMembers';

const ROOT = join(__dirname, '../../..');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** `Range.values` and the place it is used, for every member of an Excel class. */
function membersUsed(files: readonly string[]): Map<string, string> {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['office-js', 'custom-functions-runtime'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const used = new Map<string, string>();
  for (const file of program.getSourceFiles()) {
    if (!files.includes(file.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) note(node, file);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return used;

  function note(node: ts.PropertyAccessExpression, file: ts.SourceFile): void {
    const declaration = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
    const owner = declaration?.parent;
    if (!owner || !ts.isClassDeclaration(owner) || !owner.name) return;
    if (!declaration.getSourceFile().fileName.includes('@types/office-js')) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    used.set(`${owner.name.text}.${node.name.text}`, `${file.fileName.slice(ROOT.length + 1)}:${line}`);
  }
}

test('every Excel member in the source of the add-in is one the host has', () => {
  const members = supportedMembers();
  const used = membersUsed([...sources('src/workbook'), ...sources('src/tasks'), ...sources('src/taskpane')]);
  const classes = new Set([...members.keys(), 'RequestContext', 'ClientObject', 'TrackedObjects']);
  expect(used.size).toBeGreaterThan(20);
  const unknown = [...used].filter(([member]) => {
    const [kind = '', name = ''] = member.split('.');
    if (kind === 'RequestContext' || kind === 'ClientRequestContext')
      return !['workbook', 'sync', 'trackedObjects'].includes(name);
    if (kind === 'ClientObject' || kind === 'TrackedObjects') return false;
    return !classes.has(kind) || !members.get(kind)?.has(name);
  });
  expect(unknown).toEqual([]);
}, 60_000);

test.each([
  ['Workbook', ['worksheets', 'tables', 'names', 'application', 'getSelectedRange', 'getActiveCell']],
  ['Application', ['calculationMode', 'suspendApiCalculationUntilNextSync', 'suspendScreenUpdatingUntilNextSync']],
  ['WorksheetCollection', ['items', 'add', 'getItem', 'getItemOrNullObject', 'getActiveWorksheet']],
  [
    'Worksheet',
    [
      'id',
      'name',
      'visibility',
      'activate',
      'getRange',
      'getRangeByIndexes',
      'getUsedRangeOrNullObject',
      'tables',
      'names',
      'charts',
      'protection',
      'freezePanes',
      'onChanged',
      'showGridlines',
      'tabColor',
    ],
  ],
  ['WorksheetProtection', ['protected']],
  ['WorksheetFreezePanes', ['freezeRows']],
  [
    'Range',
    [
      'address',
      'rowIndex',
      'columnIndex',
      'rowCount',
      'columnCount',
      'values',
      'valueTypes',
      'formulas',
      'numberFormat',
      'hasSpill',
      'getCell',
      'getResizedRange',
      'getOffsetRange',
      'getIntersectionOrNullObject',
      'getSpillParentOrNullObject',
      'getSpillingToRangeOrNullObject',
      'getMergedAreasOrNullObject',
      'clear',
      'select',
      'load',
      'track',
      'untrack',
      'format',
      'dataValidation',
      'hyperlink',
    ],
  ],
  ['RangeFormat', ['fill', 'font', 'wrapText', 'columnWidth', 'autofitColumns', 'horizontalAlignment', 'borders']],
  [
    'Table',
    [
      'id',
      'name',
      'worksheet',
      'getRange',
      'getHeaderRowRange',
      'getDataBodyRange',
      'resize',
      'style',
      'columns',
      'showTotals',
    ],
  ],
  ['TableColumnCollection', ['items', 'add', 'getItem']],
  ['NamedItem', ['name', 'value', 'type', 'getRangeOrNullObject']],
  ['ChartCollection', ['add']],
])('%s has the members the project agreed on', (kind, names) => {
  const members = supportedMembers().get(kind);
  expect(names.filter((name) => !members?.has(name))).toEqual([]);
});
