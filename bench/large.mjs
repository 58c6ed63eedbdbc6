/*
 * A pool of 200 lines and 6 partners over 12 months, run through the headless tasks as a user would: reconcile month by month,
 * settle the year, open it again. `node bench/large.mjs`, or with lines and partners, `node bench/large.mjs 40 6`.
 * It prints seconds per step (opening and saving the file among them), the size of the file and what is said about live cells.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Workbook } from '@cj-tech-master/excelts';

import { addPoolTables } from '../scripts/poolSheets.mjs';
import { ensureBuilt, ensureInstalled, root } from '../scripts/ensure.mjs';

const [lineCount = 200, partnerCount = 6] = process.argv.slice(2).map(Number);
const YEAR = '2026/27';
const numbered = (what, count) => Array.from({ length: count }, (_none, at) => `${what} ${at + 1}`);
const PARTNERS = numbered('Partner', partnerCount);
const LINES = numbered('Line', lineCount);
const MONTHS = Array.from({ length: 12 }, (_none, at) => ({ year: at < 9 ? 2026 : 2027, month: ((at + 3) % 12) + 1 }));
const two = (number) => String(number).padStart(2, '0');
const periodOf = ({ year, month }) => `${year}-${two(month)}`;

/** Amounts that differ by line, month and partner, with pence that do not split evenly. */
const amountOf = (line, month, partner) => (10_037 + ((line * 731 + month * 389 + partner * 97) % 4_999)) / 100;

function inputTables() {
  return {
    PoolPartners: PARTNERS.map((Partner, at) => ({ Partner, 'Short name': `P${at + 1}` })),
    PoolArrangements: [{ Pool: 'Pool', Kind: 'pooled', Host: PARTNERS[0], Settles: 'yes' }],
    PoolShares: PARTNERS.map((Partner) => ({ Pool: 'Pool', Set: 'Risk', Partner, Basis: 'equal' })),
    PoolLines: LINES.map((Line) => ({ Line, Pool: 'Pool', Scope: 'in', 'Risk rule': 'Risk' })),
    PoolBudgets: LINES.flatMap((Line) =>
      PARTNERS.map((Partner) => ({ Line, Partner, Year: YEAR, Kind: 'original', Amount: 1_500 })),
    ),
    PoolSources: PARTNERS.map((Partner) => ({
      Partner,
      Table: `${Partner} ledger!A1:E1`,
      Holds: 'transactions',
      Date: 'Date',
      Code: 'Code',
      Counterparty: 'Counterparty',
      Reference: 'Reference',
      Amount: 'Amount',
    })),
    PoolCodes: PARTNERS.flatMap((Partner) => LINES.map((Line) => ({ Partner, Code: Line, Line }))),
    PoolPeriods: MONTHS.flatMap((month) =>
      PARTNERS.map((Partner) => ({ Period: periodOf(month), Partner, Status: 'open' })),
    ),
  };
}

async function makeWorkbook(file) {
  const workbook = new Workbook();
  PARTNERS.forEach((partner, at) => {
    const sheet = workbook.addWorksheet(`${partner} ledger`);
    sheet.addRow(['Date', 'Code', 'Counterparty', 'Reference', 'Amount']);
    MONTHS.forEach(({ year, month }, ofMonth) =>
      LINES.forEach((line, ofLine) =>
        sheet.addRow([
          new Date(Date.UTC(year, month - 1, 15)),
          line,
          'Supplier',
          `R${ofLine}-${ofMonth}`,
          amountOf(ofLine, ofMonth, at),
        ]),
      ),
    );
  });
  const definitions = JSON.parse(readFileSync(path.join(root, 'assets/samples/data/model/tables.json'), 'utf8'));
  addPoolTables(workbook, definitions, { tables: inputTables() });
  writeFileSync(file, await workbook.xlsx.writeBuffer());
}

/** One headless task: seconds, and what it said about live cells. */
function run(task, input, output, period) {
  const began = performance.now();
  const given = period === undefined ? [] : ['--period', period];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'build/headless.cjs'), task, input, output, ...given, '--json'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status === 2 || status === null) throw new Error(`${task} ${period ?? ''}: ${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  const { findings } = JSON.parse(stdout);
  const said = findings.find(({ kind }) => kind === 'too many live cells');
  const megabytes = statSync(output).size / 1e6;
  console.log(
    `${task} ${period ?? ''}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB${said ? `; ${said.says ?? said.kind}` : ''}`,
  );
}

ensureInstalled();
ensureBuilt('addin', 'headless');
const folder = mkdtempSync(path.join(tmpdir(), 'poolbook-large-'));
try {
  // No task writes into the file it reads.
  let file = path.join(folder, 'inputs.xlsx');
  await makeWorkbook(file);
  const then = (task, period) => {
    const next = path.join(folder, `${task} ${period ?? ''}.xlsx`);
    run(task, file, next, period);
    file = next;
  };
  console.log(`${lineCount} lines, ${partnerCount} partners, ${lineCount * partnerCount * 12} ledger rows`);
  for (const month of MONTHS) then('reconcile', periodOf(month));
  then('settle', '2027-03');
  then('calc');
  then('check', '2027-03');
} finally {
  rmSync(folder, { recursive: true });
}
