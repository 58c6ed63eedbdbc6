/*
 * Requests as they stand on the wire, written by hand: the parts of the protocol a program seldom makes Office.js send.
 */
import { Host } from '../../../src/preview/executor/host';
import type { Action, ObjectPath, ResponseBody } from '../../../src/preview/executor/protocol';
import { Wire } from '../../../src/preview/executor/wire';
import { fill, newBook, read } from '../../support/host';

function open(): { wire: Wire; host: Host } {
  const book = newBook('Ledger');
  fill(book.sheets[0]!, 'A1', [['x', 1]]);
  const host = new Host(book);
  return { wire: new Wire(host), host };
}

async function send(
  wire: Wire,
  paths: readonly Omit<ObjectPath, 'Id'>[],
  actions: readonly (Omit<Action, 'Id' | 'Name'> & { readonly Name?: string })[],
): Promise<ResponseBody> {
  const body = {
    ObjectPaths: Object.fromEntries(paths.map((path, index) => [String(index + 1), { Id: index + 1, ...path }])),
    Actions: actions.map((action, index) => ({ Id: 100 + index, Name: '', ...action })),
  };
  const { Body } = await wire.executeAsync('', 0, { Url: '', Headers: {}, Body: JSON.stringify(body) });
  return Body!;
}

const WORKBOOK = { ObjectPathType: 1, Name: '' };
const SHEETS = { ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 };
const LEDGER = { ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['Ledger'] } };
const CELL = { ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A1'] } };
const PATHS = [WORKBOOK, SHEETS, LEDGER, CELL];

test('an update sets several properties at once', async () => {
  const { wire, host } = open();
  const answer = await send(wire, PATHS, [
    { ActionType: 9, ObjectPathId: 4, ObjectState: { values: [['new']], numberFormat: [['@']] } },
  ]);
  expect(answer).toEqual({ Results: [{ ActionId: 100, Value: null }] });
  expect(host.book.sheets[0]?.cell(0, 0)).toEqual({ value: 'new', style: { numberFormat: '@' } });
});

test('a trace does nothing and is answered', async () => {
  const { wire } = open();
  expect(await send(wire, [WORKBOOK], [{ ActionType: 5, ObjectPathId: 0 }])).toEqual({
    Results: [{ ActionId: 100, Value: null }],
  });
});

test('a null object path answers null to everything', async () => {
  const { wire } = open();
  const nothing = { ObjectPathType: 7, Name: '' };
  const child = { ObjectPathType: 4, Name: 'Anything', ParentObjectPathId: 1 };
  const answer = await send(
    wire,
    [nothing, child],
    [
      { ActionType: 1, ObjectPathId: 1 },
      { ActionType: 2, ObjectPathId: 2 },
      { ActionType: 3, Name: 'Delete', ObjectPathId: 2 },
    ],
  );
  expect(answer.Results.map(({ Value }) => Value)).toEqual([null, null, null]);
  expect(answer.Error).toBeUndefined();
});

test('an object is an argument by its path', async () => {
  const { wire } = open();
  const other = { ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['C3'] } };
  const around = {
    ObjectPathType: 3,
    Name: 'GetBoundingRect',
    ParentObjectPathId: 4,
    ArgumentInfo: { Arguments: [null], ReferencedObjectPathIds: [5] },
  };
  const answer = await send(
    wire,
    [...PATHS, other, around],
    [{ ActionType: 2, ObjectPathId: 6, QueryInfo: { Select: ['address'] } }],
  );
  expect(answer.Results[0]?.Value).toEqual({ Address: 'Ledger!A1:C3' });
});

test('a kept range is found by its reference id until it is let go', async () => {
  const { wire } = open();
  const kept = await send(wire, PATHS, [
    { ActionType: 3, Name: '_KeepReference', ObjectPathId: 4 },
    { ActionType: 1, Name: '', ObjectPathId: 4 },
  ]);
  const { _ReferenceId: id } = kept.Results[1]?.Value as { _ReferenceId: string };
  const byId = [{ ObjectPathType: 6, Name: id }];
  const query = [{ ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['values'] } }];
  expect((await send(wire, byId, query)).Results[0]?.Value).toMatchObject({ Values: [['x']] });
  await send(
    wire,
    [WORKBOOK],
    [{ ActionType: 3, Name: '_RemoveReference', ObjectPathId: 1, ArgumentInfo: { Arguments: [id] } }],
  );
  expect((await send(wire, byId, query)).Error).toMatchObject({ Code: 'InvalidReference', ActionIndex: 0 });
});

test('a request that only lets ranges go is not counted; one that only adds a sheet is', async () => {
  const { wire } = open();
  await send(
    wire,
    [WORKBOOK],
    [
      { ActionType: 1, Name: '', ObjectPathId: 1 },
      { ActionType: 3, Name: '_RemoveReference', ObjectPathId: 1, ArgumentInfo: { Arguments: ['ref1'] } },
    ],
  );
  expect(wire.requests).toBe(0);
  const added = { ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['New'] } };
  await send(wire, [WORKBOOK, SHEETS, added], [{ ActionType: 1, ObjectPathId: 3 }]);
  expect(wire.requests).toBe(1);
});

test('a method behind a path is called once a request, however often the path is used', async () => {
  const { wire, host } = open();
  const added = { ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 2, ArgumentInfo: { Arguments: [] } };
  const query = { ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ['name'] } };
  await send(wire, [WORKBOOK, SHEETS, added], [{ ActionType: 1, ObjectPathId: 3 }, query, query]);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(['Ledger', 'Sheet2']);
});

test.each([
  ['a path that is not in the request', [WORKBOOK], { ActionType: 1, ObjectPathId: 9 }, 'InvalidReference'],
  [
    'an object of Office.js that is no part of a workbook',
    [{ ObjectPathType: 2, Name: 'Microsoft.ExcelServices.Skills' }],
    { ActionType: 1, ObjectPathId: 1 },
    'ApiNotFound',
  ],
  ['an action of another kind', PATHS, { ActionType: 4711, ObjectPathId: 4 }, 'NotImplemented'],
  [
    'a path of another kind',
    [WORKBOOK, { ObjectPathType: 4711, Name: 'x', ParentObjectPathId: 1 }],
    { ActionType: 1, ObjectPathId: 2 },
    'NotImplemented',
  ],
  [
    'a property that can only be read',
    PATHS,
    { ActionType: 4, Name: 'Address', ObjectPathId: 4, ArgumentInfo: { Arguments: ['B2'] } },
    'ApiNotFound',
  ],
  [
    'a text where a number must be',
    [...PATHS, { ObjectPathType: 3, Name: 'GetCell', ParentObjectPathId: 4, ArgumentInfo: { Arguments: ['1', '1'] } }],
    { ActionType: 1, ObjectPathId: 5 },
    'InvalidArgument',
  ],
])('%s', async (_why, paths, action, code) => {
  const { wire, host } = open();
  const answer = await send(wire, paths, [action as Omit<Action, 'Id'>]);
  expect(answer).toMatchObject({ Results: [], Error: { Code: code, ActionIndex: 0 } });
  expect(read(host.book.sheets[0]!, 'A1')).toEqual([['x']]);
});

test('the sizes of request and answer are kept in bytes', async () => {
  const { wire } = open();
  await send(wire, PATHS, [{ ActionType: 2, ObjectPathId: 4, QueryInfo: { Select: ['values'] } }]);
  expect(wire.log).toEqual([
    {
      number: 1,
      requestBytes: expect.any(Number),
      responseBytes: Buffer.byteLength('{"Results":[{"ActionId":100,"Value":{"Values":[["x"]]}}]}'),
      actions: 1,
      error: undefined,
    },
  ]);
});
