/*
 * The preview page's start: buttons, files, samples, and the line of notices.
 */
import './page.css';
import { loadBrowserFunctions } from './browserFunctions';
import { listenForFocusKey } from './focusKey';
import { Grid } from './grid';
import { Preview } from './preview';
import { download, fetchSample, fetchSamples, type Sample, savedName, takeFiles } from './workbookFile';
import { PAGE_WORDS } from './words';

/** The built add-in as the server gives it: its page with Office.js from this computer. */
const ADDIN = 'addin/';

const element = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
};
const notice = element('notice', HTMLElement);
const chooser = element('sample', HTMLSelectElement);

function tell(sentence: string, isError = false): void {
  notice.textContent = sentence;
  notice.classList.toggle('is-error', isError);
}

const paneFrame = (): HTMLIFrameElement => element('pane', HTMLIFrameElement);

let workbookName = 'Workbook.xlsx';

async function start(): Promise<void> {
  element('not-excel', HTMLElement).textContent = `${PAGE_WORDS.notExcel} ${PAGE_WORDS.keys}`;
  const functions = await loadBrowserFunctions(ADDIN);
  const grid = new Grid('grid', functions.metadata);
  const preview = new Preview(grid, paneFrame(), `${ADDIN}taskpane.html`, functions, tell);
  listenForFocusKey(
    [
      { contains: (focused) => focused?.closest('.actions') !== null, focus: () => chooser.focus() },
      { contains: (focused) => focused?.closest('#grid') !== null, focus: () => grid.focus() },
      { contains: (focused) => focused === paneFrame(), focus: () => paneFrame().contentWindow?.focus() },
    ],
    paneFrame,
  );
  const samples = await fetchSamples();
  fillChooser(samples);

  const open = async (name: string, bytes: Promise<Uint8Array>): Promise<void> => {
    if (preview.isChanged && !confirm(PAGE_WORDS.losesChanges)) return;
    tell(PAGE_WORDS.opening(name));
    const problem = await preview.openBytes(await bytes);
    if (problem !== undefined) {
      tell(`${name}: ${problem}`, true);
      return;
    }
    workbookName = name;
    chooser.value = samples.some(({ file }) => file === name) ? name : '';
    tell(`${PAGE_WORDS.opened(name)} ${preview.warning}`.trim(), preview.warning !== '');
  };
  const openSample = async (file: string): Promise<void> => {
    try {
      await open(file, fetchSample(file));
    } catch {
      tell(PAGE_WORDS.sampleMissing(file), true);
    }
  };
  const openBlank = async (): Promise<void> => {
    if (preview.isChanged && !confirm(PAGE_WORDS.losesChanges)) return;
    await preview.openBlank();
    workbookName = 'Workbook.xlsx';
    chooser.value = '';
    tell(PAGE_WORDS.newWorkbook);
  };

  takeFiles(element('open', HTMLElement), element('file', HTMLInputElement), element('grid', HTMLElement), (file) => {
    guard(
      open(
        file.name,
        file.arrayBuffer().then((buffer) => new Uint8Array(buffer)),
      ),
    );
  });
  chooser.addEventListener('change', () => chooser.value !== '' && guard(openSample(chooser.value)));
  element('new', HTMLElement).addEventListener('click', () => guard(openBlank()));
  const save = async (): Promise<void> => {
    const name = savedName(workbookName);
    download(name, await preview.saveBytes());
    tell(PAGE_WORDS.saved(name));
  };
  element('save', HTMLElement).addEventListener('click', () => guard(save()));
  addEventListener('beforeunload', (event) => preview.isChanged && event.preventDefault());

  const wanted = new URLSearchParams(location.search).get('sample') ?? samples[0]?.file;
  if (wanted === undefined) await openBlank();
  else {
    chooser.value = wanted;
    await openSample(wanted);
  }
  document.documentElement.dataset['ready'] = 'yes';
}

function fillChooser(samples: readonly Sample[]): void {
  const none = new Option('choose …', '');
  chooser.append(none, ...samples.map(({ file, title }) => new Option(title, file)));
}

function guard(work: Promise<void>): void {
  work.catch((error: unknown) => tell(PAGE_WORDS.failed(error instanceof Error ? error.message : String(error)), true));
}

guard(start());
