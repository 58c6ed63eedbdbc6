/*
 * The largest-remainder split in doubles, for few partners and a total weight that needs no BigInt: the one loop that
 * single splits and columns both run. It checks nothing; split.ts and column.ts decide when it may be used.
 */

/** Up to so many partners, looking for the largest remainder again and again is quicker than sorting. */
export const FEW_PARTNERS = 24;

// One array used again for every split. A split is synchronous, so nobody else sees it half used.
const remainders = new Float64Array(FEW_PARTNERS);

/**
 * Writes the shares of each amount into `out`, row after row.
 *
 * With size = q x W + r, a share's whole units are q x w + floor(r x w / W). Every product is a safe integer, and so
 * r x w / W, if it is no whole number, is further below the next one than a division of doubles can err. A negative
 * amount is split as its size with the sign put back.
 *
 * @param amounts - Whole units of at most 15 digits; not -0.
 * @param weights - Whole numbers, 0 or more and not -0; the first `partners` of them count, at most {@link FEW_PARTNERS}.
 * @param total - The weights' total, above 0 and at most `MAX_DOUBLE_TOTAL`.
 * @example splitRowsByLargestRemainder([100, -100], [2, 3, 1], 3, 6, out) writes 33, 50, 17, -33, -50, -17
 */
export function splitRowsByLargestRemainder(
  amounts: Float64Array,
  weights: Float64Array,
  partners: number,
  total: number,
  out: Float64Array,
): void {
  const rest = remainders;
  for (let row = 0, at = 0; row < amounts.length; row++, at += partners) {
    const amount = amounts[row] ?? 0;
    const size = amount < 0 ? -amount : amount;
    const quotient = Math.floor(size / total);
    const residue = size - quotient * total;
    let left = residue;
    for (let i = 0; i < partners; i++) {
      const weight = weights[i] ?? 0;
      const product = residue * weight;
      const units = Math.floor(product / total);
      rest[i] = product - units * total;
      out[at + i] = quotient * weight + units;
      left -= units;
    }
    for (; left > 0; left--) {
      let next = 0;
      let most = -1;
      for (let i = 0; i < partners; i++) {
        const remainder = rest[i] ?? -1;
        if (remainder > most) {
          most = remainder;
          next = i;
        }
      }
      rest[next] = -1;
      out[at + next] = (out[at + next] ?? 0) + 1;
    }
    if (amount < 0) for (let i = at; i < at + partners; i++) out[i] = 0 - (out[i] ?? 0);
  }
}
