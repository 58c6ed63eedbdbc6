/*
 * The pane's beginning: waits for Office, checks that this is an Excel that Poolbook can run in, and draws the pane.
 * Nothing of the product's logic is here.
 */
import './components';

import { PANE_WORDS } from '../words/pane';
import { Pane } from './pane';
import { loadTasks } from './tasksBundle';
import { followTheme } from './theme';

/** `Table.resize`, which every write of a table needs, came with this version. */
const EXCEL_API_FLOOR = '1.13';

followTheme();

const element = document.getElementById('pane');
const status = document.getElementById('status');
if (element && status) void begin(element, status);

async function begin(pane: HTMLElement, live: HTMLElement): Promise<void> {
  if (typeof Office === 'undefined') {
    pane.textContent = PANE_WORDS.notExcel;
    return;
  }
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Excel) pane.textContent = PANE_WORDS.notExcel;
  else if (!Office.context.requirements.isSetSupported('ExcelApi', EXCEL_API_FLOOR))
    pane.textContent = PANE_WORDS.officeTooOld;
  else await new Pane(pane, live, loadTasks).start();
}
