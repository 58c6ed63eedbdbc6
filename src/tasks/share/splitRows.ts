/*
 * The rows of PoolSplit for one project and year, as figures in pence: its items, what is shared, each group again, what is
 * above the cap, and who paid and owes. The figures come from `src/pool/projects`; formulas give the same ones live.
 */
import type { ProjectShares } from '../../pool/projects';
import { SPLIT_ROWS, type SplitPartner, type SplitRow } from '../../workbook/splitFormulas';
import type { NamedSharer, ProjectInput } from './projectInputs';

/** A project with its figures. */
export interface SharedProject {
  readonly input: ProjectInput;
  readonly shares: ProjectShares;
}

/** One row: what it is, its amount, and each partner's part; null is a blank cell. */
export interface SplitFigures {
  readonly row: SplitRow;
  readonly what: string;
  readonly amountPence: number;
  /** Per partner in the order of PoolPartners; undefined where the row has no parts. */
  readonly partsPence?: readonly number[];
  /** The number of the item, from 0, of an item's row. */
  readonly item?: number;
  /** The group of a group's row. */
  readonly sharer?: NamedSharer;
}

/** The rows of a project in a year, in the order they stand. */
export function splitRows(
  { input, shares }: SharedProject,
  partners: readonly SplitPartner[],
): readonly SplitFigures[] {
  const name = `${input.project} ${input.year}`;
  const { payments } = shares;
  const items = input.given.items.map(
    (item, at): SplitFigures => ({
      row: SPLIT_ROWS.item,
      what: item.name,
      amountPence: shares.items[at]?.amountPence ?? 0,
      item: at,
    }),
  );
  const groups = input.sharers.flatMap((sharer, at): SplitFigures[] => {
    if (!sharer.isGroup || input.given.sharers[at]?.treatment.kind === 'none') return [];
    const members = new Set(input.given.sharers[at]?.members.map(({ partner }) => partner));
    return [
      {
        row: SPLIT_ROWS.within,
        what: `${name}: ${sharer.name}`,
        amountPence: shares.sharerPence[at] ?? 0,
        partsPence: partners.map((_partner, number) => (members.has(number) ? (shares.sharePence[number] ?? 0) : 0)),
        sharer,
      },
    ];
  });
  const above: SplitFigures = {
    row: SPLIT_ROWS.above,
    what: `${name}: above the cap`,
    amountPence: shares.aboveCapPence,
    ...(payments === undefined ? {} : { partsPence: payments.aboveCapPence }),
  };
  return [
    ...items,
    { row: SPLIT_ROWS.shared, what: name, amountPence: shares.sharedPence, partsPence: shares.sharePence },
    ...groups,
    // Always: a cap typed later in the sheet must not make a part of the cost vanish.
    above,
    ...(payments === undefined
      ? []
      : [
          {
            row: SPLIT_ROWS.paid,
            what: `${name}: paid`,
            amountPence: shares.costPence,
            partsPence: payments.paidPence,
          },
          { row: SPLIT_ROWS.settle, what: `${name}: to settle`, amountPence: 0, partsPence: payments.balancePence },
        ]),
  ];
}
