/*
 * The rows of PoolPartners, PoolProjects and PoolProjectShares proposed from a project's cost on a user's sheet. The user
 * corrects them before anything is written.
 */
import { comparable } from '../../ledger/cells';
import { sectorOf } from '../../ledger/recogniseOrganisation';
import { itemReason, partnerReason, sharerReason } from '../../words/projectReasons';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { shortNames } from '../model/shortNames';
import type { ModelProposal, ProposedRow } from '../task';
import type { FoundProject } from './findProject';

/** The proposal for a project that was found; partners and groups that are listed already are not proposed again. */
export function proposeProjects(found: FoundProject, model: Pick<ModelReading, 'tables'>): ModelProposal {
  const listed = rowsOf(model, 'PoolPartners');
  const known = new Set(listed.flatMap((row) => [textOf(row, 'Partner'), textOf(row, 'Part of')]).map(comparable));
  const names = found.sharers.map(({ name }) => name).filter((name) => !known.has(comparable(name)));
  // Together with those listed, so that no two are alike.
  const all = [...listed.map((row) => textOf(row, 'Partner')), ...names];
  const short = shortNames(
    all,
    listed.map((row) => textOf(row, 'Short name')),
  ).slice(listed.length);
  const hasYear = found.year !== '';
  return {
    tables: [
      {
        table: 'PoolPartners',
        rows: names.map(
          (name, at): ProposedRow => ({
            cells: { Partner: name, Sector: sectorOf(name) ?? null, 'Short name': short[at] ?? name },
            why: partnerReason(found.sheet),
            confidence: 'likely',
            keep: true,
          }),
        ),
      },
      {
        table: 'PoolProjects',
        rows: found.items.map(
          (item, at): ProposedRow => ({
            cells: {
              Project: found.project,
              Year: hasYear ? found.year : null,
              Item: item.name,
              'Annual cost': item.amount,
              Cap: at === found.items.findIndex(({ isLower }) => !isLower) ? found.cap : null,
            },
            why: itemReason(found.sheet, item.isLower, hasYear),
            confidence: 'likely',
            keep: !item.isLower,
          }),
        ),
      },
      {
        table: 'PoolProjectShares',
        rows: found.sharers.map(
          ({ name, treatment, amount }): ProposedRow => ({
            cells: { Project: found.project, Partner: name, Treatment: treatment, Amount: amount },
            why: sharerReason(found.sheet, treatment),
            confidence: 'sure',
            keep: true,
          }),
        ),
      },
    ],
  };
}
