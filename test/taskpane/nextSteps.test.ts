/* What the pane offers after a run, and how the first screen groups the tasks. */
import { firstStep, nextSteps, remedyOf } from '../../src/taskpane/nextSteps';
import type { TaskName, WriteOutcome } from '../../src/tasks/task';
import { HOME_GROUPS, TASK_WORDS } from '../../src/words/pane';
import { finding, planOf } from './support';

const written = (...tables: string[]): WriteOutcome => ({ ok: true, written: tables, sentence: '' });
const DONE = written('PoolSplit');

test.each<[why: string, task: TaskName, totals: Record<string, unknown>, steps: TaskName[]]>([
  ['a model is reconciled', 'model', {}, ['reconcile']],
  ['a shadow pool’s month is checked', 'reconcile', { settles: [] }, ['check']],
  ['a month of a pool that settles is settled', 'reconcile', { settles: ['LD'] }, ['settle', 'check']],
  ['a settlement is checked, then closed', 'settle', {}, ['check', 'close']],
  ['shares are checked', 'share', {}, ['check']],
])('%s', (_why, task, totals, steps) => {
  expect(nextSteps(planOf({ task, totals }), DONE)).toEqual(steps);
});

test('tables to share from were made: sharing comes next', () => {
  expect(nextSteps(planOf({ task: 'share' }), written('PoolProjects'))).toEqual(['share']);
});

test('empty tables were added: once filled in they are checked', () => {
  expect(nextSteps(planOf({ task: 'model', add: ['PoolStaff'] }), written('Pool', 'PoolStaff'))).toEqual(['check']);
});

test('after a run that wrote nothing there is no next step', () => {
  const failed: WriteOutcome = { ok: false, workbook: 'unchanged', sentence: '' };
  expect(nextSteps(planOf({ task: 'settle' }), failed)).toEqual([]);
});

const month = (period: string, isReconciled: boolean) => ({ period, partners: [], isReconciled });
test.each([
  ['a workbook without a model needs one', false, [], 'model'],
  ['a model is there, and no month is reconciled yet', true, [month('2026-05', false)], 'reconcile'],
  ['after the first month nothing comes before the user’s choice', true, [month('2026-05', true)], undefined],
])('%s', (_why, hasModel, periods, first) => {
  expect(firstStep({ hasModel, periods })).toBe(first);
});

test('every task stands in one group of the first screen', () => {
  const grouped = HOME_GROUPS.flatMap(({ tasks }) => tasks);
  expect([...grouped].sort()).toEqual(Object.keys(TASK_WORDS).sort());
});

test.each([
  ['a month that was not reconciled is reconciled first', 'settle before reconcile', 'reconcile'],
  ['a ledger that changed is reconciled again', 'close ledger changed', 'reconcile'],
  ['a wrong cell is put right in the workbook', 'host not listed', undefined],
])('%s', (_why, kind, task) => {
  expect(remedyOf(planOf({ blockers: [finding(kind)] }))).toBe(task);
});
