/*
 * Showing a finding's cell on a sheet that the user has hidden. The rest of it is tested with undo.
 */
import { goTo } from '../../src/tasks/index';
import { openHost } from '../support/host';

test.each(['Hidden', 'VeryHidden'] as const)(
  'a sheet that is %s stays hidden, and it is said how to show it',
  async (state) => {
    const host = openHost();
    host.book.addSheet('Pool statement').visibility = state;
    expect(await goTo({ sheet: 'Pool statement', row: 4, column: 1 })).toBe(
      "'Pool statement'!B5 cannot be shown. Its sheet is hidden: right-click a sheet’s tab, choose Unhide, and try again.",
    );
    expect(host.state.activeSheet.name).toBe('Sheet1');
    expect(host.book.sheet('Pool statement')!.visibility).toBe(state);
  },
);
