/* Postings for tests: made from a seed, in whole pence, so that a sum of them is independent of any sheet they are written on. */

export interface Posting {
  /** '2026-06-03'. */
  readonly date: string;
  readonly reference: string;
  readonly payee: string;
  readonly code: string;
  readonly codeName: string;
  readonly account: string;
  readonly narrative: string;
  readonly pence: number;
}

/** A generator of numbers from 0 to 1 that always gives the same ones for a seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Codes {
  readonly code: string;
  readonly name: string;
}

interface Options {
  readonly seed: number;
  readonly rows: number;
  readonly codes: readonly Codes[];
  readonly payees: readonly string[];
  /** Months of 2026/27 to spread over, 4 = April. */
  readonly months?: readonly number[];
  readonly referencePrefix?: string;
}

const DETAILS = [
  'Package',
  'Placement wk',
  'Agency cover',
  'Equipment order',
  'Day centre',
  'Transport',
  'Respite stay',
  'Assessment',
];

/** Postings of 2026/27; one in eight is a credit. */
export function postings({
  seed,
  rows,
  codes,
  payees,
  months = [4, 5, 6],
  referencePrefix = 'INV',
}: Options): readonly Posting[] {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  return Array.from({ length: rows }, (_unused, index): Posting => {
    const month = pick(months);
    const { code, name } = pick(codes);
    const size = 1 + Math.floor(next() * 900000);
    return {
      date: `${month >= 4 ? 2026 : 2027}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`,
      reference: `${referencePrefix}${String(10000 + index)}`,
      payee: pick(payees),
      code,
      codeName: name,
      account: pick(['4100', '4200', '5100']),
      narrative: `${pick(DETAILS)} ${Math.floor(next() * 9999)}`,
      pence: next() < 0.125 ? -size : size,
    };
  });
}

/** The sum of postings up to a month, in pence, straight from the postings. */
export function sumTo(list: readonly Posting[], period: string): number {
  return list.filter(({ date }) => date.slice(0, 7) <= period).reduce((sum, { pence }) => sum + pence, 0);
}

/** Pounds as a number, as a ledger's cell holds them. */
export const pounds = (pence: number): number => pence / 100;

/** Pounds as text with thousands: `1,234.56`, minus in front. */
export function poundsText(pence: number): string {
  const digits = (Math.abs(pence) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return pence < 0 ? `-${digits}` : digits;
}

export const COUNCIL_CODES: readonly Codes[] = [
  { code: 'A1001', name: 'Residential care' },
  { code: 'A1002', name: 'Supported living' },
  { code: 'A1003', name: 'Day services' },
  { code: 'A1004', name: 'Direct payments' },
];
export const NHS_CODES: readonly Codes[] = [
  { code: '730112', name: 'Continuing healthcare' },
  { code: '730113', name: 'Community nursing' },
  { code: '730114', name: 'Speech and language therapy' },
];
export const COUNCIL_PAYEES = [
  'Ashgrove Care Ltd',
  'Beechway Homes',
  'Clover Support CIC',
  'Dale Transport',
  'Elm Agency Ltd',
];
export const NHS_PAYEES = ['Fernhill Nursing Ltd', 'Gate Pharmacy', 'Hollow Therapy LLP', 'Ivy Community Services'];
