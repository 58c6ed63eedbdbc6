/*
 * What lists can do on any screen: show more rows, go to a cell. Findings are put into words by the tasks' bundle.
 */
import type { Finding, Place } from '../../workbook/finding';
import { tableDefinition } from '../../workbook/schema';
import type { Pane } from '../pane';
import { FRESH_LIST, type ListView, ROWS_PER_PAGE, withList } from '../state';
import type { Tasks } from '../tasksBundle';

/** A finding in words. */
export interface Described {
  readonly where: string;
  readonly what: string;
  readonly whatToDo: string;
}

/** What a list needs from outside. */
export interface ListActions {
  list(name: string): ListView;
  describe(finding: Finding): Described;
  goTo(place: Place): void;
  showMore(name: string): void;
}

/** The actions over one pane. */
export function listActions(pane: Pane, tasks: Tasks): ListActions {
  return {
    list: (name) => pane.state.lists[name] ?? FRESH_LIST,
    describe: (finding) => {
      const { where, what, whatToDo } = tasks.describeFinding(finding);
      return { where: bySheet(where), what: shownText(what), whatToDo: shownText(whatToDo) };
    },
    goTo: (place) => void goTo(pane, tasks, place),
    showMore: (name) => {
      const { shown } = pane.state.lists[name] ?? FRESH_LIST;
      pane.change(withList(pane.state, name, { shown: shown + 4 * ROWS_PER_PAGE }));
      // The button may have gone with the last rows: the focus goes on to the first of the new ones.
      pane.focus(`[data-list="${CSS.escape(name)}"] > :nth-child(${shown + 1})`);
    },
  };
}

function shownText(text: string): string {
  return unbroken(bySheet(text));
}

/** Tables by the names on their sheets' tabs, which is what the user sees of them. @example 'in PoolBridge' -> 'in Pool bridge' */
function bySheet(text: string): string {
  return text.replace(/\bPool[A-Z][A-Za-z]*\b(?!\[)/g, (name) => tableDefinition(name)?.sheet ?? name);
}

/** The text with each minus kept on the line of its amount: a browser may break between − and £. */
function unbroken(text: string): string {
  return text.replaceAll('−£', '−\u2060£');
}

async function goTo(pane: Pane, tasks: Tasks, place: Place): Promise<void> {
  // A refusal is a sentence; a fault is told too, because a button that does nothing is worse.
  const notice = await tasks.goTo(place).catch((error: unknown) => String(error));
  pane.change({ notice: notice ?? '' });
  pane.say(notice ?? '');
}
