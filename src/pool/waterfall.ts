/*
 * An overspend met from sources in an agreed order: offsets, then a risk pool, then uncommitted schemes. Not a sharing
 * rule: what is left at the end is reported, and another rule shares it.
 *
 * Source: the over- and underspend clause "underspends in either pool, then the risk pool, then cut uncommitted schemes,
 * then outside the pool", https://www.markettransfer.info/clause/over-and-underspends/_1.
 */

/** What each step gives, in the order given, and what no step could meet. All in whole units. */
export interface Waterfall {
  readonly drawnUnits: readonly number[];
  readonly leftUnits: number;
}

/**
 * Draws an amount from each step in order, as far as each one reaches.
 *
 * An amount of nothing, or an underspend, draws nothing and is left as it is. The draws and what is left always total
 * the amount.
 *
 * @param amountUnits - Whole units; + is an overspend to be met.
 * @param availableUnits - What each step holds, in order; none negative.
 * @example drawDown(£900.00, [£500.00, £300.00]) -> drawn £500.00 and £300.00, left £100.00
 */
export function drawDown(amountUnits: number, availableUnits: readonly number[]): Waterfall {
  let leftUnits = amountUnits;
  const drawnUnits = availableUnits.map((available) => {
    const drawn = Math.max(0, Math.min(leftUnits, available));
    leftUnits -= drawn;
    return drawn;
  });
  return { drawnUnits, leftUnits };
}
