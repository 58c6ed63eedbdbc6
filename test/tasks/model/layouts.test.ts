/*
 * Every layout for the council beside every layout for the NHS body: a first run without a user must total each ledger to the
 * penny, with nothing unmapped. The expected sums come from the postings, not from the sheets.
 */
import { firstRun } from './grids';
import { LAYOUTS } from './corpus/layouts';
import { COUNCIL_CODES, COUNCIL_PAYEES, NHS_CODES, NHS_PAYEES, postings, sumTo } from './postings';

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const council = postings({ seed: 1, rows: 180, codes: COUNCIL_CODES, payees: [...COUNCIL_PAYEES, NHS] });
const nhs = postings({ seed: 2, rows: 140, codes: NHS_CODES, payees: [...NHS_PAYEES, COUNCIL], referencePrefix: 'SI' });

const names = Object.keys(LAYOUTS);
const pairs = names.map((name, index) => [name, names[(index + 3) % names.length] as string] as const);

describe.each(pairs)('council as %s, NHS as %s', (left, right) => {
  const sheets = [LAYOUTS[left]!('Council GL', COUNCIL, council), LAYOUTS[right]!('ICB extract', NHS, nhs)];
  const { proposal, result } = firstRun(sheets, '2026-06');
  const controlOf = (partner: string) => result.controls.find((control) => control.partner === partner);

  test('finds the two partners by name', () => {
    const partners = proposal.tables
      .find(({ table }) => table === 'PoolPartners')
      ?.rows.map(({ cells }) => cells['Partner']);
    expect(partners).toEqual([COUNCIL, NHS]);
  });

  test.each([
    [COUNCIL, sumTo(council, '2026-06')],
    [NHS, sumTo(nhs, '2026-06')],
  ])('%s totals %d pence', (partner, pence) => {
    expect(controlOf(partner)?.figures?.ledgerTotalPence).toBe(pence);
  });

  test('nothing is unmapped, and the parts make the whole', () => {
    expect(result.unmapped).toEqual([]);
    for (const { figures } of result.controls) {
      const {
        inPoolPence = 0,
        excludedPence = 0,
        betweenPence = 0,
        unmappedPence = 0,
        ledgerTotalPence,
      } = figures ?? {};
      expect(inPoolPence + excludedPence + betweenPence + unmappedPence).toBe(ledgerTotalPence);
      expect(betweenPence).not.toBe(0);
    }
  });

  test('no finding is an error', () => {
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
