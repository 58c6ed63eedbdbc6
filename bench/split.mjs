/*
 * Measures src/money beside the bare arithmetic and beside other libraries, in one run, and says which goals are met.
 * `npm --prefix bench ci`, then `node bench/split.mjs`. Exit 1 when an answer is wrong; a missed goal is printed.
 */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { measure, numbers } from './measure.mjs';
import { bareColumn, bareKernel, bareRows, bareTable, peers, writeFloor } from './split-peers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const compiled = spawnSync(process.execPath, [compiler, '-p', here + 'tsconfig.money.json'], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(1);

const load = createRequire(import.meta.url);
const { splitByWeight, splitPrepared, prepareWeights } = load('./node_modules/.cache/poolbook/money/split.js');
const { columnToRows, splitColumn, toUnitsColumn } = load('./node_modules/.cache/poolbook/money/column.js');
const { splitRunning } = load('./node_modules/.cache/poolbook/money/running.js');
const { readUnit } = load('./node_modules/.cache/poolbook/money/exact.js');

const PER_CENT = [35, 25, 20, 15, 5];
// Too large a total for a table of residues.
const ANY = [352_131, 251_173, 200_317, 154_003, 50_033];
const random = numbers(20260401);
const single = Array.from({ length: 1024 }, () => random(1_000_000) * (random(4) === 0 ? -1 : 1));
const goals = [];
const goal = (what, found, wanted) => goals.push({ what, found, wanted, met: found >= wanted });

const over = (split, list, weights) => () => {
  let kept = 0;
  for (const amount of list) kept += split(amount, weights)[0];
  if (Number.isNaN(kept)) throw new Error('not a number');
  return list.length;
};

// --- One split over five partners ---------------------------------------------------------------------------------
const checked = (amount, weights) => splitByWeight(amount, weights).value;
const perCent = prepareWeights(PER_CENT).value;
const one = {
  'Poolbook splitByWeight, checks included': over(checked, single, PER_CENT),
  'Poolbook splitPrepared': over((amount) => splitPrepared(amount, perCent).value, single, PER_CENT),
  'bare kernel': over(bareKernel, single, PER_CENT),
  ...Object.fromEntries(
    Object.entries(peers).map(([name, split]) => {
      const list = name.startsWith('hare') ? single.map(Math.abs) : single;
      return [name, over(split, list.slice(0, 128), PER_CENT)];
    }),
  ),
};
const ours = 'Poolbook splitByWeight, checks included';
const a1 = measure(one);
print('One split over 35/25/20/15/5', 'splits/s', one, a1, 'dinero.js 2.0.2 allocate');
goal('single split / dinero.js 2', a1.ratio(ours, 'dinero.js 2.0.2 allocate'), 10);
goal('single split / decimal.js + plug', a1.ratio(ours, 'decimal.js 10.6.0 + plug'), 40);
goal('single split / bare kernel', a1.ratio(ours, 'bare kernel'), 0.5);

// --- A column of 1,000,000 x 5 ------------------------------------------------------------------------------------
const ROWS = 1_000_000;
const amounts = Float64Array.from({ length: ROWS }, () => random(1_000_000_000) * (random(4) === 0 ? -1 : 1));
const pounds = Float64Array.from(amounts, (pence) => pence / 100);
const out = new Float64Array(ROWS * 5);
const penny = readUnit(0.01).value;
const any = prepareWeights(ANY).value;
const column = {
  'Poolbook, constant weights (table)': () =>
    splitColumn(amounts, perCent, 'largest-remainder', undefined, out) && ROWS,
  'bare table kernel': () => bareTable(amounts, PER_CENT, out) && ROWS,
  'Poolbook, any weights': () => splitColumn(amounts, any, 'largest-remainder', undefined, out) && ROWS,
  'bare general kernel': () => bareColumn(amounts, ANY, out) && ROWS,
  'Poolbook, running rule': () => splitRunning(amounts, perCent, out) && ROWS,
  'Poolbook, pounds to pence': () => toUnitsColumn(pounds, penny) && ROWS,
  'write floor': () => writeFloor(amounts, 5, out) && ROWS,
  'dinero.js 2.0.2 allocate': over(peers['dinero.js 2.0.2 allocate'], amounts.slice(0, 20_000), ANY),
  'decimal.js 10.6.0 + plug': over(peers['decimal.js 10.6.0 + plug'], amounts.slice(0, 5_000), ANY),
};
const a2 = measure(column, { rounds: 9, milliseconds: 60 });
print('A column of 1,000,000 amounts x 5', 'rows/s', column, a2, 'write floor');
goal(
  'column, constant weights / bare table kernel',
  a2.ratio('Poolbook, constant weights (table)', 'bare table kernel'),
  0.8,
);
goal('column, any weights / bare general kernel', a2.ratio('Poolbook, any weights', 'bare general kernel'), 0.8);
goal('column, any weights / dinero.js 2', a2.ratio('Poolbook, any weights', 'dinero.js 2.0.2 allocate'), 15);
goal('column, any weights / decimal.js + plug', a2.ratio('Poolbook, any weights', 'decimal.js 10.6.0 + plug'), 80);
goal(
  'column, constant weights / dinero.js 2',
  a2.ratio('Poolbook, constant weights (table)', 'dinero.js 2.0.2 allocate'),
  40,
);
goal(
  'column, constant weights / decimal.js + plug',
  a2.ratio('Poolbook, constant weights (table)', 'decimal.js 10.6.0 + plug'),
  200,
);
goal('column, constant weights / write floor', a2.ratio('Poolbook, constant weights (table)', 'write floor'), 0.08);

// --- The same as rows of cells for Excel --------------------------------------------------------------------------
const asRows = {
  'Poolbook, column to number[][]': () => {
    const shares = splitColumn(amounts, perCent, 'largest-remainder', undefined, out).value;
    return columnToRows(shares, 5, penny).length;
  },
  'bare table kernel, then number[][]': () => bareRows(bareTable(amounts, PER_CENT, out), 5).length,
};
const a3 = measure(asRows, { rounds: 9, milliseconds: 60 });
print('The same as rows of cells', 'rows/s', asRows, a3, 'bare table kernel, then number[][]');
goal(
  'column to number[][] / bare',
  a3.ratio('Poolbook, column to number[][]', 'bare table kernel, then number[][]'),
  0.8,
);

// --- Right answers ------------------------------------------------------------------------------------------------
const wrong = countFaults(20_000);
console.log('\n### 20,000 random splits, 2 to 9 partners, weights 0 to 999, three in ten negative\n');
console.log(
  '| who | total not the amount | a share a penny or more from exact | money to a zero weight | not the closest |',
);
console.log('|---|---:|---:|---:|---:|');
for (const [name, faults] of Object.entries(wrong)) console.log(`| ${name} | ${faults.join(' | ')} |`);

console.log('\n### Goals\n\n| goal | measured | wanted | met |\n|---|---:|---:|---|');
for (const { what, found, wanted, met } of goals) {
  console.log(`| ${what} | ${found.toFixed(found < 10 ? 3 : 1)} | >= ${wanted} | ${met ? 'yes' : 'NO'} |`);
}
if (wrong.Poolbook.some((count) => count > 0)) process.exit(1);

function print(title, rate, candidates, result, base) {
  console.log(`\n### ${title}\n\n| who | ${rate} | ratio to ${base} |\n|---|---:|---:|`);
  for (const name of Object.keys(candidates)) {
    const ratio = result.ratio(name, base);
    console.log(
      `| ${name} | ${Math.round(result.rate(name)).toLocaleString('en-GB')} | ${ratio.toFixed(ratio < 10 ? 3 : 1)} |`,
    );
  }
}

/** The four ways to be wrong, counted with whole numbers of 1/W pence. hare-niemeyer gets no negative amounts. */
function countFaults(times) {
  const draw = numbers(99);
  const cases = Array.from({ length: times }, () => {
    const weights = Array.from({ length: 2 + draw(8) }, () => draw(1000));
    weights[draw(weights.length)] += 1;
    return { weights, amount: draw(10_000_000) * (draw(10) < 3 ? -1 : 1) };
  });
  const found = {};
  for (const [name, split] of Object.entries({ Poolbook: checked, ...peers })) {
    const faults = [0, 0, 0, 0];
    for (const { weights, amount } of cases) {
      if (name.startsWith('hare') && amount < 0) continue;
      judge(split(amount, weights), amount, weights).forEach((bad, i) => (faults[i] += bad ? 1 : 0));
    }
    found[name] = faults;
  }
  return found;
}

function judge(shares, amount, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const excess = shares.map((share, i) => share * total - amount * weights[i]);
  const adrift = excess.map(Math.abs).some((off) => off >= total);
  return [
    shares.reduce((sum, share) => sum + share, 0) !== amount,
    adrift,
    shares.some((share, i) => weights[i] === 0 && share !== 0),
    Math.max(...excess) - Math.min(...excess) > total,
  ];
}
