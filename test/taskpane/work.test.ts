/* Work behind the progress screen: whatever it throws becomes a sentence, and Cancel never loses corrections. */
import type { Pane } from '../../src/taskpane/pane';
import { cancelWork, work } from '../../src/taskpane/actions/work';
import { FIRST_STATE, type Proposal, type Screen, withScreen } from '../../src/taskpane/state';
import { planOf, proposalOf } from './support';

/** The part of the pane that work uses, with every screen it showed. */
function fakePane(): { pane: Pane; screens: Screen[] } {
  const screens: Screen[] = [];
  const pane = {
    state: FIRST_STATE,
    isCancelled: false,
    tasks: () => Promise.resolve({}),
    show(screen: Screen) {
      this.state = withScreen(this.state, screen);
      screens.push(screen);
    },
  };
  return { pane: pane as unknown as Pane, screens };
}

const foreseen = Object.assign(new Error('Stopped. Nothing was written.'), { name: 'TaskStopped' });

test.each([
  ['a stop that was foreseen says its own sentence', foreseen, /^Stopped\. Nothing was written\.$/],
  ['a fault says what to do', new TypeError('x is undefined'), /x is undefined.*Look at the workbook/],
  ['even something thrown that is no error', 'broken', /broken/],
])('%s', async (_why, thrown, sentence) => {
  const { pane, screens } = fakePane();
  await work(pane, { title: 'Check', canCancel: true, way: { again: 'check' }, run: () => Promise.reject(thrown) });
  expect(screens.at(-1)).toEqual({ at: 'stopped', again: 'check', sentence: expect.stringMatching(sentence) });
});

test('the first screen of work says what it is and has begun', async () => {
  const { pane, screens } = fakePane();
  await work(pane, { title: 'Check', canCancel: true, run: () => Promise.resolve() });
  expect(screens[0]).toMatchObject({ at: 'working', title: 'Check', done: 0, canCancel: true });
});

test('progress is drawn, and Cancel is seen by the task', async () => {
  const { pane, screens } = fakePane();
  await work(pane, {
    title: 'Check',
    canCancel: true,
    run: (_tasks, progress) => {
      progress.report(1, 4, 'Reading');
      expect(progress.isCancelled()).toBe(false);
      cancelWork(pane);
      expect(progress.isCancelled()).toBe(true);
      return Promise.resolve();
    },
  });
  expect(screens).toContainEqual(expect.objectContaining({ done: 1, total: 4, doing: 'Reading' }));
  expect(screens.at(-1)).toMatchObject({ at: 'working', stopping: true });
});

test('cancelled while a corrected proposal is planned, the corrections are shown again', async () => {
  const { pane, screens } = fakePane();
  const proposal: Proposal = { at: 'proposal', plan: planOf({}), proposal: proposalOf('PoolCodes') };
  const run = (): Promise<void> => {
    cancelWork(pane);
    return Promise.reject(foreseen);
  };
  await work(pane, { title: 'Build', canCancel: true, way: { proposal }, run });
  expect(screens.at(-1)).toBe(proposal);
});

test('a second work begins uncancelled', async () => {
  const { pane } = fakePane();
  pane.isCancelled = true;
  await work(pane, { title: 'Check', canCancel: true, run: () => Promise.resolve() });
  expect(pane.isCancelled).toBe(false);
});
