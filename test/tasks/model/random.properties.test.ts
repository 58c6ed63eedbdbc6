/*
 * Two random ledgers at a time: an unattended first run either totals each to the penny, or an error names what is missing.
 * In every case the parts make the whole.
 */
import { firstRun } from './grids';
import { lookFindings } from '../../../src/tasks/model/notes';
import { randomLedger } from './randomWorkbook';
import { COUNCIL_CODES, COUNCIL_PAYEES, NHS_CODES, NHS_PAYEES } from './postings';

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const WORKBOOKS = Number(process.env['POOLBOOK_RANDOM_WORKBOOKS'] ?? 150);

test(`${WORKBOOKS} random workbooks`, () => {
  const wrong: string[] = [];
  let exact = 0;
  for (let seed = 1; seed <= WORKBOOKS; seed++) {
    const ledgers = [
      { ...randomLedger(seed, 'Council ledger', COUNCIL, COUNCIL_CODES, [...COUNCIL_PAYEES, NHS]), owner: COUNCIL },
      { ...randomLedger(seed + 100000, 'ICB', NHS, NHS_CODES, [...NHS_PAYEES, COUNCIL]), owner: NHS },
    ];
    const { look, result } = firstRun(
      ledgers.map(({ grid }) => grid),
      '2026-06',
    );
    const errors = [...lookFindings(look, [], []), ...result.findings].filter(({ severity }) => severity === 'error');
    for (const { owner, pence, drawn } of ledgers) {
      const figures = result.controls.find(({ partner }) => partner === owner)?.figures;
      if (figures?.ledgerTotalPence === pence && figures.unmappedPence === 0 && errors.length === 0) exact++;
      else if (errors.length === 0 || process.env['POOLBOOK_RANDOM_SHOW']) {
        wrong.push(
          `${seed} ${owner}: ${String(figures?.ledgerTotalPence)} for ${pence}, unmapped ${String(figures?.unmappedPence)}; ${drawn}; ${errors
            .map(({ kind, detail }) => `${kind} ${JSON.stringify(detail)}`)
            .slice(0, 2)
            .join('; ')}`,
        );
      }
      if (figures) {
        const { inPoolPence, excludedPence, betweenPence, unmappedPence, ledgerTotalPence } = figures;
        expect(inPoolPence + excludedPence + betweenPence + unmappedPence).toBe(ledgerTotalPence);
      }
    }
  }
  expect(wrong).toEqual([]);
  // Errors are honest, but a product that only makes errors is none.
  expect(exact).toBeGreaterThanOrEqual(WORKBOOKS * 2 * 0.97);
});
