/*
 * Posts and cases that one partner settles with another while the ledgers hold recharges between the same two: what was
 * invoiced and paid outside the pool would be owed a second time. It compares two figures; it takes nothing out.
 *
 * Source: design section 4 (nothing dropped, nothing twice; recharges between partners are eliminated, so no settled figure
 * holds them) and section 6, bridge 2 (per pair: what A says it charged B, what B says A charged it).
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { Finding } from '../../workbook/finding';
import type { TypedRow } from '../../workbook/readTable';
import { placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { CostRow } from './costInputs';

/** A post or a case: who pays it, and each partner's part of it in whole pence. */
export type CostOfPair = Pick<CostRow<string>, 'row' | 'paidBy' | 'partsPence'>;

/** What the reconciliation says of a pair of partners. */
export type ChargesOfPair = Pick<
  ReconcileResult['bridges'][number],
  'bridge' | 'from' | 'to' | 'fromPence' | 'toPence'
>;

/** What one partner owes another for posts and cases. */
interface Owed {
  readonly payer: string;
  readonly funder: string;
  readonly owedPence: number;
  readonly posts: number;
  readonly cases: number;
  /** The first row it comes from, for the finding's cell. */
  readonly row: TypedRow;
}

/**
 * One finding for each two partners of which one owes the other for posts or cases and has been charged by it too. Charges
 * that both ledgers hold count once: the figure is the payer's, or the funder's where the payer's ledger names no charge.
 *
 * @param partners - Their names, in the order of PoolPartners.
 * @param bridges - Those of the month; only charges count.
 * @returns In the order of the rows; none where nothing is charged between the two.
 * @example a post of £3,867.50 the Trust pays and the PCT owes; both ledgers hold an invoice of £3,800.00 from the Trust to
 *   the PCT -> left £3,867.50, right £3,800.00, difference £67.50, at the post
 */
export function rechargeBesideCosts(
  costs: readonly CostOfPair[],
  partners: readonly string[],
  bridges: readonly ChargesOfPair[],
): readonly Finding[] {
  return owedOf(costs, partners).flatMap(({ payer, funder, owedPence, posts, cases, row }): Finding[] => {
    const charges = bridges.filter(({ bridge, from, to }) => bridge === 'charges' && from === payer && to === funder);
    const saidByPayer = charges.reduce((sum, { fromPence }) => sum + fromPence, 0);
    const saidByFunder = charges.reduce((sum, { toPence }) => sum + toPence, 0);
    const chargedPence = saidByPayer > 0 ? saidByPayer : saidByFunder;
    if (owedPence <= 0 || chargedPence <= 0) return [];
    return [
      settleFinding('recharge beside costs', {
        place: placeOf(row, row.table === 'PoolStaff' ? 'Post' : 'Case'),
        partner: payer,
        leftPence: owedPence,
        rightPence: chargedPence,
        differencePence: owedPence - chargedPence,
        detail: { other: funder, posts, cases, saidByPayer, saidByFunder },
      }),
    ];
  });
}

/** Per payer and funder, everything owed. What a partner pays for itself is owed to nobody. */
function owedOf(costs: readonly CostOfPair[], partners: readonly string[]): readonly Owed[] {
  const owed = new Map<string, Owed>();
  for (const { row, paidBy, partsPence } of costs) {
    for (const [at, pence] of partsPence.entries()) {
      if (at === paidBy || pence === 0) continue;
      const key = `${paidBy} ${at}`;
      const isPost = row.table === 'PoolStaff';
      const known = owed.get(key) ?? {
        payer: partners[paidBy] ?? '',
        funder: partners[at] ?? '',
        owedPence: 0,
        posts: 0,
        cases: 0,
        row,
      };
      owed.set(key, {
        ...known,
        owedPence: known.owedPence + pence,
        posts: known.posts + (isPost ? 1 : 0),
        cases: known.cases + (isPost ? 0 : 1),
      });
    }
  }
  return [...owed.values()];
}
