/* What `check` says of projects and their rows. */
import { check } from '../../../src/tasks/check';
import { describeFinding } from '../../../src/words/findings';
import { quiet } from '../fixture';
import { ITEMS, openProjects, runShare, typeIn, withTables } from './fixture';

describe('check', () => {
  test('a run that nobody touched has nothing to say but what the run said', async () => {
    await openProjects();
    const { findings } = await runShare();
    expect((await check.plan({}, quiet)).findings.map(({ kind }) => kind)).toEqual([
      ...findings.map(({ kind }) => kind),
      'not run',
    ]);
  });

  test('a formula typed over is named with its cell, and the check column shows the gap', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolSplit', 3, 'Trust', 4_600);
    const { findings } = await check.plan({}, quiet);
    const about = findings.filter(({ detail }) => detail?.['table'] === 'PoolSplit');
    expect(about.map(({ kind, place, leftPence }) => [kind, place?.row, leftPence])).toEqual([
      ['figure differs', 7, 2_500],
      ['formula overwritten', 7, undefined],
      ['figure differs', 7, 460_000],
    ]);
    expect(describeFinding(about[2]!).sentence).toMatch(
      /'Pool split'!L8: “Trust” in PoolSplit shows £4,600.00; .* £4,625.00: £25.00 apart.*run Share project costs again/,
    );
  });

  test('what is wrong in the projects does not stop the rest', async () => {
    await openProjects(withTables({ PoolProjects: [{ ...ITEMS[0]!, Cap: -5 }, ITEMS[1]!] }));
    expect((await check.plan({}, quiet)).findings).toContainEqual(
      expect.objectContaining({ kind: 'cap not positive' }),
    );
  });
});
