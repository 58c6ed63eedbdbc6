/*
 * The way to the screen on which tables to add are chosen: it asks which the workbook has. What is done there is `tables.ts`.
 */
import { PANE_WORDS } from '../../words/pane';
import type { Pane } from '../pane';
import { work } from './work';

/** Reads which input tables there are and offers them; nothing is ticked. */
export async function offerTables(pane: Pane): Promise<void> {
  await work(pane, {
    title: PANE_WORDS.addTables,
    canCancel: true,
    way: { again: 'tables' },
    run: async (tasks) => {
      const offered = await tasks.listTables();
      if (pane.isCancelled) pane.show({ at: 'stopped', sentence: PANE_WORDS.cancelled }, PANE_WORDS.cancelled);
      else pane.show({ at: 'tables', tables: offered, chosen: [] }, PANE_WORDS.tablesTitle);
    },
  });
}
