/*
 * How many requests a task sends: the same for a hundred rows and for ten thousand, and for large ledgers only as many as
 * blocks of 5 MB need.
 */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { writePlan } from '../../src/workbook/writer';
import { COUNCIL_ROWS, day, openPool, PCT, quiet } from './fixture';

function rows(count: number): (string | number | null)[][] {
  return Array.from({ length: count }, (_, at) => [
    day(4 + (at % 3), 1 + (at % 28)),
    at % 2 === 0 ? 'A100' : 'A200',
    `Supplier number ${at % 97} of the county`,
    `INV ${100000 + at}`,
    (at % 1000) + 0.37,
  ]);
}

async function requests(count: number): Promise<{ plan: number; write: number; check: number }> {
  const host = await openPool({}, count === 0 ? COUNCIL_ROWS : rows(count));
  const start = host.requests;
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  const planned = host.requests;
  const result = await writePlan(plan.workbook!);
  if (!result.ok) throw new Error(JSON.stringify(result));
  const written = host.requests;
  await check.plan({ period: '2026-06' }, quiet);
  return { plan: planned - start, write: written - planned, check: host.requests - written };
}

test('a hundred rows and ten thousand take the same number of requests', async () => {
  const few = await requests(100);
  const many = await requests(10_000);
  expect(many).toEqual(few);
  expect(few.plan).toBeLessThanOrEqual(5);
  expect(few.write).toBeLessThanOrEqual(6);
});

test('a large ledger is read in blocks under 5 MB, at most a quarter more of them than the least', async () => {
  const count = 120_000;
  const host = await openPool({}, rows(count));
  const start = host.requests;
  await reconcile.plan({ period: '2026-06' }, quiet);
  const sent = host.log.filter(({ number }) => number > start);
  expect(sent.filter(({ error }) => error !== undefined)).toEqual([]);
  for (const { requestBytes, responseBytes } of sent) {
    expect(requestBytes).toBeLessThan(5_000_000);
    expect(responseBytes).toBeLessThan(5_000_000);
  }
  const blocks = sent.filter(({ responseBytes }) => responseBytes > 500_000);
  const bytes = blocks.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  expect(blocks.length).toBeLessThanOrEqual(Math.ceil(Math.ceil(bytes / 5_000_000) * 1.25));
}, 120_000);

test('rows that grow wide further down are read in smaller blocks, and nothing is lost', async () => {
  const narrow = rows(20_000);
  const wide = narrow.map((row, at) =>
    at < 5000 ? row : [row[0]!, row[1]!, `${'x'.repeat(400)} ${at}`, row[3]!, row[4]!],
  );
  const host = await openPool({}, wide);
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  const totals = plan.totals as unknown as { partners: { rowsRead: number }[] };
  expect(totals.partners[0]!.rowsRead).toBe(20_000);
  for (const { responseBytes, error } of host.log)
    if (error === undefined) expect(responseBytes).toBeLessThan(5_000_000);
}, 120_000);

test('differences above 5 MB are written in blocks, and every row is there', async () => {
  const count = 30_000;
  // Charges to the other partner that it has not booked: each is a row of PoolMatches of its own.
  const charges = rows(count).map((row) => [row[0]!, row[1]!, PCT, row[3]!, row[4]!]);
  const host = await openPool({}, charges);
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  const matches = plan.workbook!.tables.find(({ table }) => table === 'PoolMatches')!.rows.length;
  expect(matches).toBeGreaterThanOrEqual(count);
  const result = await writePlan(plan.workbook!);
  expect(result.ok).toBe(true);
  for (const { requestBytes, responseBytes, error } of host.log) {
    expect(error).toBeUndefined();
    expect(Math.max(requestBytes, responseBytes)).toBeLessThan(5_000_000);
  }
  // More than one request can hold: the rows went in several.
  expect(host.log.reduce((sum, { requestBytes }) => sum + requestBytes, 0)).toBeGreaterThan(5_000_000);
  expect(host.log.filter(({ requestBytes }) => requestBytes > 1_000_000).length).toBeGreaterThan(1);
  expect(host.book.table('PoolMatches')!.area.rows).toBe(matches + 1);
}, 120_000);
