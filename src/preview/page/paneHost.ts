/*
 * The pane in a frame of its own, unmodified, talking to the workbook on this page as it talks to Excel on the web. It passes
 * requests to the executor and answers back; it knows nothing of the pane's contents.
 */
import type { Host } from '../executor/host';
import type { RequestBody } from '../executor/protocol';
import { Wire } from '../executor/wire';
import { sendEvents } from '../office/events';
import { answer, appContext, events, paneFrame, type PaneRequest, readRequest, tabbedOut } from './paneProtocol';

/** The pane's frame and its line to a workbook. */
export class PaneHost {
  private wire: Wire | undefined;
  private host: Host | undefined;
  private stopEvents: (() => void) | undefined;

  /**
   * @param frame - An empty `<iframe>` of the page.
   * @param afterRequest - Called after each request of the pane, which may have changed the selection.
   */
  constructor(
    private frame: HTMLIFrameElement,
    private readonly afterRequest: () => void,
  ) {
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== this.frame.contentWindow || origin !== location.origin) return;
      const request = readRequest(data);
      if (request) void this.hear(request);
    });
  }

  /** Gives the pane a workbook: it starts anew, as when a workbook is opened in Excel. */
  open(host: Host, page: string): void {
    this.stopEvents?.();
    this.host = host;
    this.wire = new Wire(host);
    this.stopEvents = sendEvents(host, (entry) => this.post(events([entry])));
    const { src, name } = paneFrame(page, location.origin);
    // A frame of its own each time: Office.js reads the name that the frame was made with.
    const fresh = this.frame.cloneNode() as HTMLIFrameElement;
    fresh.name = name;
    fresh.src = src;
    this.frame.replaceWith(fresh);
    this.frame = fresh;
  }

  private post(text: string): void {
    this.frame.contentWindow?.postMessage(text, location.origin);
  }

  private async hear(request: PaneRequest): Promise<void> {
    const parts = request._data?.ArrayData;
    const left = tabbedOut(request);
    // The keyboard goes on where F6 would take it: `focusKey.ts` knows the parts of the page.
    if (left) dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', shiftKey: left === 'back' }));
    if (request._actionName === 'ContextActivationManager_getAppContextAsync') this.post(answer(request, appContext()));
    else if (request._actionName === 'executeMethod' && parts) this.post(answer(request, await this.execute(parts)));
    else this.post(answer(request, { Error: 0, Data: null, status: 0 }));
  }

  /** `[customData, method, url, headers, body, flags, …]` to `[status, headers, body]`. */
  private async execute(parts: readonly unknown[]): Promise<unknown> {
    const body = String(parts[4]);
    const flags = Number(parts[5] ?? 0);
    if (!this.wire || !this.host) return { Error: 0, Data: [503, [], ''] };
    // Results of custom functions come this way too; the grid calculates by itself and needs none.
    const isService = Object.values((JSON.parse(body) as RequestBody).ObjectPaths).some(
      ({ ObjectPathType }) => ObjectPathType === 2,
    );
    const response = isService
      ? serviceAnswer(body)
      : await this.wire.executeAsync('', flags, { Url: 'ProcessQuery', Headers: {}, Body: body }).catch(faultAnswer);
    this.afterRequest();
    return { Error: 0, Data: [response.HttpStatusCode, ['content-type', 'application/json'], bodyText(response)] };
  }
}

/** What goes back to the pane. */
interface Answer {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Body: unknown;
}

function serviceAnswer(body: string): Answer {
  const { Actions } = JSON.parse(body) as RequestBody;
  const Results = Actions.map(({ Id, ActionType }) => ({ ActionId: Id, Value: ActionType === 1 ? {} : null }));
  return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Body: { Results } };
}

/** A fault of this host, as Excel would report one of its own: without an answer the pane would wait for ever. */
function faultAnswer(fault: unknown): Answer {
  const ErrorMessage = fault instanceof Error ? fault.message : String(fault);
  return { HttpStatusCode: 500, ErrorCode: 'GeneralException', ErrorMessage, Body: null };
}

/** A request refused whole has no results, only what was wrong with it. */
function bodyText({ Body, HttpStatusCode, ErrorCode, ErrorMessage }: Answer): string {
  if (Body !== null) return JSON.stringify(Body);
  return JSON.stringify({
    Results: [],
    Error: { Code: ErrorCode, Message: ErrorMessage, ActionIndex: 0, HttpStatusCode },
  });
}
