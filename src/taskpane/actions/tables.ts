/*
 * What the screen with the tables to add can do: tick, and make the plan. Nothing is written from here.
 */
import { PANE_WORDS } from '../../words/pane';
import type { Pane } from '../pane';
import type { Screen } from '../state';
import { planTask } from './start';

type TablesScreen = Extract<Screen, { at: 'tables' }>;

/** What the screen can do. */
export interface TablesActions {
  choose(table: string, isChosen: boolean): void;
  /** Plans the tables that are ticked; with none it says so and leads back to the first that can be. */
  showPlan(): void;
}

/** The actions over the tables that are offered. */
export function tablesActions(pane: Pane, screen: TablesScreen): TablesActions {
  const { chosen } = screen;
  return {
    choose: (table, isChosen) => {
      const others = chosen.filter((name) => name !== table);
      pane.state = { ...pane.state, notice: '' };
      pane.show({ ...screen, chosen: isChosen ? [...others, table] : others });
    },
    showPlan: () => {
      if (chosen.length > 0) return void planTask(pane, 'model', { add: chosen });
      pane.change({ notice: PANE_WORDS.chooseOne });
      pane.focus('input[type="checkbox"]:enabled');
    },
  };
}
