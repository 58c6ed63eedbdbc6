/*
 * Decides whether a row without code, date and reference is a total of the rows around it. It is one only if its amount
 * equals theirs: the rows since an earlier total or since the beginning, or the rows below it up to the next such row or
 * the end. A row that does not call itself a total and equals just one other row is no total: it may be a second posting
 * of the same amount whose code is missing. Any other row stays a row of the ledger.
 *
 * Source: design section 4, Nothing dropped, nothing twice.
 */

/** A row with an amount, in the order of the ledger. `candidate`: nothing but its amount speaks for it. */
export interface AmountRow {
  /** Which row of the block it is. */
  readonly index: number;
  readonly pence: number;
  readonly debitPence: number;
  readonly creditPence: number;
  readonly bothFilled: boolean;
  readonly candidate: boolean;
  /** The row says that it is a total. */
  readonly isCalledTotal: boolean;
}

/** A total and the first and last row of the block it totals. */
export interface TotalFound {
  readonly first: number;
  readonly last: number;
}

/** What a total must equal: the net, and for a debit and credit pair with both filled each of the two. */
function sumKey(pence: number, debitPence: number, bothFilled: boolean): string {
  return bothFilled ? `${String(pence)} ${String(debitPence)}` : String(pence);
}

function checkedTotal(total: AmountRow, first: AmountRow, last: AmountRow): TotalFound | undefined {
  const isOneRow = first.index === last.index;
  return isOneRow && !total.isCalledTotal ? undefined : { first: first.index, last: last.index };
}

class RunningSums {
  private pence = 0;
  private debitPence = 0;
  private readonly rows: AmountRow[] = [];
  /** For each running sum at which a group could have begun, the latest row it began with. */
  private readonly begins = new Map<string, number>();

  constructor() {
    this.markBeginning();
  }

  add(row: AmountRow): void {
    this.rows.push(row);
    this.pence += row.pence;
    this.debitPence += row.debitPence;
  }

  markBeginning(): void {
    this.begins.set(sumKey(this.pence, 0, false), this.rows.length);
    this.begins.set(sumKey(this.pence, this.debitPence, true), this.rows.length);
  }

  /** The rows above that the row totals. */
  totalledBy(row: AmountRow): TotalFound | undefined {
    const key = sumKey(this.pence - row.pence, this.debitPence - row.debitPence, row.bothFilled);
    const from = this.begins.get(key);
    const first = from === undefined ? undefined : this.rows[from];
    const last = this.rows.at(-1);
    return first && last ? checkedTotal(row, first, last) : undefined;
  }
}

/** The rows below that the row at `at` totals: up to the next candidate, or all of them. */
function totalsBelow(rows: readonly AmountRow[], at: number): TotalFound | undefined {
  const total = rows[at];
  if (!total) return undefined;
  let pence = 0;
  let debitPence = 0;
  let first: AmountRow | undefined;
  let last: AmountRow | undefined;
  const fits = (): boolean => pence === total.pence && (!total.bothFilled || debitPence === total.debitPence);
  for (const row of rows.slice(at + 1)) {
    if (row.candidate) {
      if (first && last && fits()) return checkedTotal(total, first, last);
      continue;
    }
    pence += row.pence;
    debitPence += row.debitPence;
    first ??= row;
    last = row;
  }
  return first && last && fits() ? checkedTotal(total, first, last) : undefined;
}

/** How many totals above their rows are looked for; each look reads the rest of the ledger once. */
const MOST_LOOKS_BELOW = 200;

/**
 * The totals among the rows, by block row; a candidate that is not in it stays a row of the ledger, and counts in the
 * totals that follow it.
 *
 * @example rows 40, 60, candidate 100, 30, 20, candidate 50, candidate 150: all three are totals
 */
export function findTotals(rows: readonly AmountRow[]): ReadonlyMap<number, TotalFound> {
  const found = new Map<number, TotalFound>();
  const sums = new RunningSums();
  let looks = 0;
  rows.forEach((row, at) => {
    let total: TotalFound | undefined;
    if (row.candidate) {
      total = sums.totalledBy(row);
      if (!total && looks < MOST_LOOKS_BELOW) {
        looks += 1;
        total = totalsBelow(rows, at);
      }
    }
    if (total) {
      found.set(row.index, total);
      sums.markBeginning();
    } else {
      sums.add(row);
    }
  });
  return found;
}
