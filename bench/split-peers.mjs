/*
 * What a split is measured against: the bare arithmetic without any check, and other libraries' ways to share an amount.
 * All take whole pence and whole-number weights.
 */

import Big from 'big.js';
import { Decimal } from 'decimal.js';
import DecimalLight from 'decimal.js-light';
import { allocate, dinero, toSnapshot } from 'dinero.js';
import { GBP } from 'dinero.js/currencies';
import DineroOne from 'dinero.js-1';
import hareNiemeyer from 'hare-niemeyer';

/** Largest remainder in doubles and nothing else: no checks, no sign of a bad input. */
export function bareKernel(amount, weights) {
  const partners = weights.length;
  let total = 0;
  for (let i = 0; i < partners; i++) total += weights[i];
  const size = amount < 0 ? -amount : amount;
  const quotient = Math.floor(size / total);
  const residue = size - quotient * total;
  const shares = new Array(partners);
  const remainders = new Array(partners);
  let left = residue;
  for (let i = 0; i < partners; i++) {
    const product = residue * weights[i];
    const units = Math.floor(product / total);
    remainders[i] = product - units * total;
    shares[i] = quotient * weights[i] + units;
    left -= units;
  }
  for (; left > 0; left--) {
    let next = 0;
    for (let i = 1; i < partners; i++) if (remainders[i] > remainders[next]) next = i;
    remainders[next] = -1;
    shares[next]++;
  }
  if (amount < 0) for (let i = 0; i < partners; i++) shares[i] = 0 - shares[i];
  return shares;
}

/** The bare column kernel with any weights. */
export function bareColumn(amounts, weights, out) {
  const partners = weights.length;
  let total = 0;
  for (let i = 0; i < partners; i++) total += weights[i];
  const remainders = new Float64Array(partners);
  for (let row = 0, at = 0; row < amounts.length; row++, at += partners) {
    const amount = amounts[row];
    const size = amount < 0 ? -amount : amount;
    const quotient = Math.floor(size / total);
    const residue = size - quotient * total;
    let left = residue;
    for (let i = 0; i < partners; i++) {
      const product = residue * weights[i];
      const units = Math.floor(product / total);
      remainders[i] = product - units * total;
      out[at + i] = quotient * weights[i] + units;
      left -= units;
    }
    for (; left > 0; left--) {
      let next = 0;
      for (let i = 1; i < partners; i++) if (remainders[i] > remainders[next]) next = i;
      remainders[next] = -1;
      out[at + next]++;
    }
    if (amount < 0) for (let i = 0; i < partners; i++) out[at + i] = 0 - out[at + i];
  }
  return out;
}

/** The bare column kernel with constant weights: a table of the shares of each residue. */
export function bareTable(amounts, weights, out) {
  const partners = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Float64Array(total * partners);
  for (let residue = 0; residue < total; residue++) table.set(bareKernel(residue, weights), residue * partners);
  for (let row = 0, at = 0; row < amounts.length; row++) {
    const amount = amounts[row];
    const size = amount < 0 ? -amount : amount;
    const quotient = Math.floor(size / total);
    let from = (size - quotient * total) * partners;
    if (amount < 0) for (let i = 0; i < partners; i++) out[at++] = 0 - (quotient * weights[i] + table[from++]);
    else for (let i = 0; i < partners; i++) out[at++] = quotient * weights[i] + table[from++];
  }
  return out;
}

/** Row arrays in pounds, as `range.values` wants them, from shares that lie row after row. */
export function bareRows(shares, partners) {
  const rows = new Array(shares.length / partners);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const cells = new Array(partners);
    for (let i = 0; i < partners; i++) cells[i] = shares[at++] / 100;
    rows[row] = cells;
  }
  return rows;
}

/** Reads every amount and writes five numbers: no column of shares can be faster. */
export function writeFloor(amounts, partners, out) {
  for (let row = 0, at = 0; row < amounts.length; row++) {
    const amount = amounts[row];
    for (let i = 0; i < partners; i++) out[at++] = amount;
  }
  return out;
}

/** Every share but the last rounded, the last takes the difference: what most do with a decimal library. */
function plug(Library, round) {
  return (amount, weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const whole = new Library(amount);
    let rest = whole;
    return weights.map((weight, i) => {
      const share = i === weights.length - 1 ? rest : round(whole.times(weight).div(total));
      rest = rest.minus(share);
      return Number(share);
    });
  };
}

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** name -> (amount in whole pence, weights) => shares in whole pence. */
export const peers = {
  'dinero.js 2.0.2 allocate': (amount, weights) =>
    allocate(dinero({ amount, currency: GBP }), [...weights]).map((share) => toSnapshot(share).amount),
  'dinero.js 1.9.1 allocate': (amount, weights) =>
    DineroOne({ amount, currency: 'GBP' })
      .allocate(weights)
      .map((share) => share.getAmount()),
  'decimal.js 10.6.0 + plug': plug(Decimal, (share) => share.toDecimalPlaces(0)),
  'decimal.js-light 2.5.1 + plug': plug(DecimalLight, (share) => share.toDecimalPlaces(0)),
  'big.js 7.0.1 + plug': plug(Big, (share) => share.round(0)),
  'hare-niemeyer 3.0.0': (amount, weights) => {
    const votes = Object.fromEntries(weights.map((weight, i) => [keys[i], weight]));
    const seats = hareNiemeyer(votes, amount);
    return weights.map((_, i) => seats[keys[i]] ?? 0);
  },
};
