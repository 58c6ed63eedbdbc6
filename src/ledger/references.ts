/*
 * When two references mean the same document: spaces, punctuation, case, leading zeros and document prefixes do not
 * count. It compares characters in place, because a ledger has as many references as rows and a new string for each
 * would cost more than the match itself.
 *
 * Source: design section 6.
 */

/** Words in front of a document's number. They are dropped only before a digit, or when nothing else follows. */
const PREFIXES = [
  'INV', 'INVOICE', 'INVNO', 'INVOICENO', 'SI', 'SIN', 'PI', 'PIN', 'TAXINVOICE',
  'CN', 'CR', 'CRN', 'CREDIT', 'CREDITNOTE', 'SCN', 'PCN', 'DN', 'DEBITNOTE',
  'RCH', 'RECH', 'RECHARGE', 'IDT', 'PO', 'SO', 'ORD', 'ORDER', 'GRN',
  'REF', 'REFERENCE', 'DOC', 'DOCNO', 'NO', 'NUM', 'NR',
  'JNL', 'JRN', 'JOURNAL', 'JV', 'JE', 'GL', 'ACC', 'ACCR', 'ACCRUAL',
  'BACS', 'CHAPS', 'CHQ', 'CHEQUE', 'PAY', 'PYMT', 'PAYMENT', 'RMT', 'REM', 'RECEIPT', 'RCPT',
] as const; // prettier-ignore

/** Words people type where there is no reference. */
const NO_REFERENCE = ['NA', 'NONE', 'NIL', 'NULL', 'TBC', 'TBA', 'VARIOUS', 'UNKNOWN', 'BLANK', 'NOREF'] as const;

const LONGEST_PREFIX = 10;
const ZERO = 48;
const NINE = 57;

/** Letters packed into one number, five bits each, so that a prefix is looked up without making a string. */
function pack(word: string): number {
  let packed = 0;
  for (let index = 0; index < word.length; index += 1) packed = packed * 32 + (word.charCodeAt(index) - 64);
  return packed;
}

const PREFIX_NUMBERS = new Set(PREFIXES.map(pack));
const NO_REFERENCE_NUMBERS = new Set(NO_REFERENCE.map(pack));

/** The character as it is compared: digits, capital letters and everything beyond ASCII as they are; 0 does not count. */
function counted(code: number): number {
  if (code >= ZERO && code <= NINE) return code;
  if (code >= 97 && code <= 122) return code - 32;
  if (code >= 65 && code <= 90) return code;
  // No-break and typographic spaces and dashes do not count; other letters do.
  if (code < 192 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff || code === 0x2212)
    return 0;
  return code;
}

/**
 * Where the number of a reference begins: behind punctuation, prefixes and leading zeros. At the end: no reference. Zeros
 * alone stand for none, but behind a prefix they are number 0: a series may begin with INV-0000.
 */
function startOf(text: string): number {
  const end = text.length;
  let start = 0;
  let zero = end;
  let isPrefixed = false;
  for (;;) {
    while (start < end) {
      const code = counted(text.charCodeAt(start));
      if (code !== 0 && code !== ZERO) break;
      if (code === ZERO) zero = start;
      start += 1;
    }
    let packed = 0;
    let letters = 0;
    let at = start;
    for (; at < end && letters <= LONGEST_PREFIX + 5; at += 1) {
      const code = counted(text.charCodeAt(at));
      if (code === 0) continue;
      if (code < 65 || code > 90) break;
      packed = packed * 32 + (code - 64);
      letters += 1;
    }
    if (letters === 0) return start === end && isPrefixed ? zero : start;
    zero = end;
    const isWhole = at >= end;
    if (isWhole && (NO_REFERENCE_NUMBERS.has(packed) || PREFIX_NUMBERS.has(packed))) return end;
    const next = isWhole ? 0 : text.charCodeAt(at);
    if (letters > LONGEST_PREFIX || !PREFIX_NUMBERS.has(packed) || next < ZERO || next > NINE) {
      // 'REF INV 12' has two prefixes in a row: try the first word alone.
      const first = firstWordEnd(text, start);
      if (first === 0 || first >= at) return start;
      start = first;
      isPrefixed = true;
      continue;
    }
    start = at;
    isPrefixed = true;
  }
}

/** The end of the first word when that word is a prefix with more letters after a gap, else 0. */
function firstWordEnd(text: string, start: number): number {
  let packed = 0;
  let at = start;
  for (; at < text.length && at - start <= LONGEST_PREFIX; at += 1) {
    const code = counted(text.charCodeAt(at));
    if (code < 65 || code > 90) break;
    packed = packed * 32 + (code - 64);
  }
  return at < text.length && counted(text.charCodeAt(at)) === 0 && PREFIX_NUMBERS.has(packed) ? at : 0;
}

/** The reference as it is compared; '' when there is none. @example normalReference('Inv. no 00123/A') -> '123A' */
export function normalReference(text: string): string {
  let normal = '';
  for (let at = startOf(text); at < text.length; at += 1) {
    const code = counted(text.charCodeAt(at));
    if (code !== 0) normal += String.fromCharCode(code);
  }
  return normal;
}

/** A hash of the reference as it is compared, 0 when there is none (and never 0 otherwise). */
export function referenceHash(text: string): number {
  let hash = 0x811c9dc5;
  let length = 0;
  for (let at = startOf(text); at < text.length; at += 1) {
    const code = counted(text.charCodeAt(at));
    if (code === 0) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
    length += 1;
  }
  if (length === 0) return 0;
  // FNV's low bits alone cluster for numbers that follow each other; the table takes the low bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash === 0 ? 1 : hash;
}

/** True when two references, neither of them empty, are the same document. */
export function sameReference(left: string, right: string): boolean {
  if (left === right) return true;
  let at = startOf(left);
  let to = startOf(right);
  for (;;) {
    let code = 0;
    let other = 0;
    while (at < left.length && (code = counted(left.charCodeAt(at))) === 0) at += 1;
    while (to < right.length && (other = counted(right.charCodeAt(to))) === 0) to += 1;
    if (at >= left.length || to >= right.length) return at >= left.length && to >= right.length;
    if (code !== other) return false;
    at += 1;
    to += 1;
  }
}
