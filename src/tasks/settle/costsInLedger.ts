/*
 * Posts and cases that the ledger of who pays them does not hold: they are taken out of their line all the same, so that the
 * line seems underspent by what was never in it. It moves no balance; the ledger may lag behind, or the row may be wrong.
 */
import { comparable } from '../../ledger/cells';
import { sum } from '../../pool/perPartner';
import type { Finding } from '../../workbook/finding';
import { placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettleInputs } from './settleInputs';

/**
 * A finding for each line and partner whose ledger holds less on the line than its posts and cases there cost.
 *
 * @example a nurse of £40,000.00 a year employed by the PCT, to June; its ledger has nothing on Homes -> £10,000.00 beside £0.00
 */
export function costsNotInLedger({ pools, partners }: Pick<SettleInputs, 'pools' | 'partners'>): readonly Finding[] {
  return pools.flatMap(({ lines, costs }) =>
    lines.flatMap((line) =>
      partners.flatMap(({ partner }, at): Finding[] => {
        const paid = costs.filter((cost) => cost.paidBy === at && comparable(cost.line) === comparable(line.line));
        const leftPence = sum(paid.map((cost) => cost.costPence - cost.shadowPence));
        const rightPence = line.ownPence[at] ?? 0;
        if (leftPence <= 0 || rightPence >= leftPence) return [];
        const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
        const place = placeOf(line.rule.row, 'Line');
        return [
          settleFinding('costs not in ledger', {
            partner,
            line: line.line,
            place,
            ...amounts,
            detail: { line: line.line },
          }),
        ];
      }),
    ),
  );
}
