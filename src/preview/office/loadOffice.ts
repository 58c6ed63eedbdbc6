/*
 * Microsoft's own Office.js, unmodified, in Node: loaded into a context of its own with the few browser names it looks
 * for, its requests going to our executor. It is the installed package and never a copy.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { RequestExecutor } from '../executor/wire';
import { newAssociation } from './association';
import { HOST_EXCEL_API, hostContext } from './requirements';
import { passOnUndoGroups } from './undoGroups';

/** A request session as Office.js knows it: undocumented but in public use; the package is pinned to 1.1.110. */
interface OverrideSession {
  _resolveRequestUrlAndHeaderInfo(): Promise<null>;
  _createRequestExecutorOrNull(): RequestExecutor;
}

/** What this project uses of the `OfficeExtension` namespace beyond its public types. */
interface OfficeExtensionInside {
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly SessionBase: { _overrideSession?: OverrideSession };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly RichApiEntry[] }): void;
}

/** One event as the host sends it. */
export interface RichApiEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Office.js, loaded. */
export interface LoadedOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** The `Office` namespace, with a context that answers which requirement sets there are. */
  readonly Office: typeof Office;
  readonly context: vm.Context;
  /** The ExcelApi level from now on: a lower one makes Office.js refuse newer members. */
  setExcelApi(level: string): void;
  /** Sends requests of every context made from now on to this executor. */
  connect(executor: RequestExecutor): void;
  /** Delivers an event to the handlers that were added. */
  deliver(entry: RichApiEntry): void;
  /** Runs a script, such as a built bundle, in the same context. */
  evaluate(code: string, name?: string): unknown;
}

/** Where the installed package is, whether this runs from TypeScript or from a bundle. */
function officeJsFolder(): string {
  // From this file's own folder, or the bundle's: the working folder is the user's and may be anywhere.
  const find = createRequire(join(__dirname, 'package.json'));
  return join(dirname(find.resolve('@microsoft/office-js/package.json')), 'dist');
}

function browserNames(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const names: Record<string, unknown> = {
    // Errors are the caller's own, so that `instanceof Error` holds on both sides of the context.
    Error,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Promise,
    TextEncoder,
    addEventListener: nothing,
    removeEventListener: nothing,
    navigator: { userAgent: 'node' },
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:', host: 'localhost' },
    document: {
      getElementsByTagName: () => [],
      createElement: () => ({}),
      addEventListener: nothing,
      cookie: '',
    },
  };
  names['CustomFunctions'] = newAssociation();
  names['window'] = names;
  names['self'] = names;
  return names;
}

/**
 * Loads Office.js for Excel on the web.
 * @example const office = loadOffice(); office.connect(wire); await office.Excel.run(async (context) => { … });
 */
export function loadOffice(): LoadedOffice {
  const context = vm.createContext(browserNames());
  const file = join(officeJsFolder(), 'excel-web-16.00.debug.js');
  vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  const loaded = context as unknown as Pick<LoadedOffice, 'Excel' | 'OfficeExtension' | 'CustomFunctions' | 'Office'>;
  let excelApi = HOST_EXCEL_API;
  // Outside Excel `Office.context` is undefined and cannot be set: the namespace is continued by one that has it.
  const withContext = { context: { value: hostContext(() => excelApi), enumerable: true } };
  context['Office'] = Object.create(loaded.Office, withContext) as object;
  passOnUndoGroups(loaded.Excel);
  const inside = loaded.OfficeExtension as unknown as OfficeExtensionInside;
  // Excel refuses members above its level itself; with this check Office.js does it for the host, with the same code.
  inside.CommonUtility._doApiNotSupportedCheck = true;
  inside._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  return {
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    CustomFunctions: loaded.CustomFunctions,
    Office: loaded.Office,
    context,
    setExcelApi: (level) => {
      excelApi = level;
    },
    connect: (executor) => {
      inside.SessionBase._overrideSession = {
        _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
        _createRequestExecutorOrNull: () => executor,
      };
    },
    deliver: (entry) => inside._testTriggerRichApiMessageEvent({ entries: [entry] }),
    evaluate: (code, name = 'bundle.js') => vm.runInContext(code, context, { filename: name }) as unknown,
  };
}
