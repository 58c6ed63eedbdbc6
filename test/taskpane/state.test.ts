/* What is open on a screen is kept while it is the same screen, and closed when another comes. */
import { FIRST_STATE, FRESH_LIST, withList, withScreen } from '../../src/taskpane/state';
import { planOf, proposalOf } from './support';

const proposal = { at: 'proposal', plan: planOf({}), proposal: proposalOf('PoolCodes') } as const;
const looking = { ...withList(withScreen(FIRST_STATE, proposal), 'PoolCodes', { search: 'LD' }), notice: 'x' };

test('a search stays while rows are corrected', () => {
  expect(withScreen(looking, { ...proposal }).lists['PoolCodes']).toEqual({ ...FRESH_LIST, search: 'LD' });
});

test('another screen begins fresh', () => {
  expect(withScreen(looking, { at: 'home' })).toEqual({ ...FIRST_STATE, screen: { at: 'home' } });
});
