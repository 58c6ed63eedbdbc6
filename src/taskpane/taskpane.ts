/*
 * The pane's beginning: waits for Office, checks that this is an Excel that Poolbook can run in, and draws the pane.
 * Nothing of the product's logic is here.
 */
import './components';

import { PANE_WORDS } from '../words/pane';
import { loadLater } from './later';
import { Pane } from './pane';
import { keepTabNative } from './tabKey';
import { followTheme } from './theme';

/** `Table.resize`, which every write of a table needs, came with this version. */
const EXCEL_API_FLOOR = '1.13';
/** Office.js opened in a plain browser may never say that it is ready. */
const OFFICE_ANSWERS_WITHIN_MS = 8000;

followTheme();
keepTabNative(document);

const element = document.getElementById('pane');
const status = document.getElementById('status');
if (element && status) void begin(element, status);

async function begin(pane: HTMLElement, live: HTMLElement): Promise<void> {
  const tell = (sentence: string): void => {
    pane.textContent = sentence;
    live.textContent = sentence;
  };
  if (typeof Office === 'undefined') return tell(PANE_WORDS.notExcel);
  const silent = setTimeout(() => tell(PANE_WORDS.noAnswer), OFFICE_ANSWERS_WITHIN_MS);
  const info = await Office.onReady();
  clearTimeout(silent);
  // Office knows its theme only now.
  followTheme();
  if (info.host !== Office.HostType.Excel) return tell(PANE_WORDS.notExcel);
  if (!Office.context.requirements.isSetSupported('ExcelApi', EXCEL_API_FLOOR)) return tell(PANE_WORDS.officeTooOld);
  return new Pane(pane, live, () => loadLater(PANE_WORDS.notLoaded)).start();
}
