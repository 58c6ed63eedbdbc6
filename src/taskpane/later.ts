/*
 * Everything that comes after the first screen, in a file of its own that is fetched behind it: the other screens, their
 * components, and the tasks. Nothing of it is needed to draw the list of tasks.
 */
import type { Later } from './pane';
import { loadTasks } from './tasksBundle';

/** Thrown when a file of the add-in could not be fetched; its message is a sentence. */
class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
}

/** Loads the tasks and the screens. @throws NotLoaded; calling again tries again. */
export async function loadLater(sentence: string): Promise<Later> {
  try {
    const [tasks, { screenView }] = await Promise.all([
      loadTasks(),
      import(/* webpackChunkName: "screens" */ './screens'),
    ]);
    return { tasks, view: screenView };
  } catch {
    throw new NotLoaded(sentence);
  }
}
