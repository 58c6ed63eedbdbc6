/*
 * The wire between Office.js and the host: one request at a time, its size checked both ways, refusals injected where
 * a test asks for them. What a request means is `execute.ts`.
 */
import { execute } from './execute';
import type { Host } from './host';
import { excelMessage, type HostErrorCode, statusOf } from './hostError';
import type { RequestBody, ResponseBody } from './protocol';

/** Excel on the web refuses a request or response above 5 MB. The host takes the smaller reading of that. */
export const MAX_BODY_BYTES = 5_000_000;

/** Flag of a request from `Excel.run({ delayForCellEdit: true }, …)`. */
const DELAY_FOR_CELL_EDIT = 64;
/** Flag of a request from `Excel.run({ mergeUndoGroup: true }, …)`: our own, see `office/undoGroups.ts`. */
export const UNDO_GROUP = 0x10000;

/** What Office.js wants of a request executor. */
export interface RequestExecutor {
  executeAsync(customData: string, flags: number, message: RequestMessage): Promise<ExecutorResponse>;
}

export interface RequestMessage {
  readonly Url: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: RequestBody | string;
}

/** The answer in the form Office.js's own executors give. */
export interface ExecutorResponse {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: ResponseBody | null;
}

/** One request as it was: kept for tests. */
export interface LoggedRequest {
  /** 1 for the first; 0 for one that only lets tracked ranges go, which Office.js sends by itself. */
  readonly number: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  readonly error: string | undefined;
}

/** A refusal to be given at a request of a test's choosing. */
interface Injection {
  readonly request: number;
  readonly code: string;
  readonly message: string;
  /** Fail before anything of it is done, or at the action of this index. */
  readonly action: number | undefined;
}

/** The executor that Office.js talks to. */
export class Wire implements RequestExecutor {
  readonly log: LoggedRequest[] = [];
  private readonly injections: Injection[] = [];
  private count = 0;
  private editing: { readonly ended: Promise<void>; readonly end: () => void } | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly host: Host) {}

  /** Requests so far, without those that only let tracked ranges go. */
  get requests(): number {
    return this.count;
  }

  /**
   * Makes a request fail.
   * @param request - Which one, counted from 1.
   * @param action - The 0-based action to fail at: those before it are done. Left out, nothing is done.
   */
  injectFailure(request: number, code: HostErrorCode | (string & {}), message?: string, action?: number): void {
    this.injections.push({ request, code, message: message ?? excelMessage(code), action });
  }

  /** A cell is being edited: requests are refused, or wait if they asked to. */
  startCellEdit(): void {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.editing = { ended, end };
  }

  /** The user pressed Enter. */
  endCellEdit(): void {
    this.editing?.end();
    this.editing = undefined;
  }

  executeAsync(_customData: string, flags: number, message: RequestMessage): Promise<ExecutorResponse> {
    // Two contexts may sync at once: their requests are done one after the other, as in Excel.
    const answer = this.queue.then(() => this.answer(flags, message));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async answer(flags: number, message: RequestMessage): Promise<ExecutorResponse> {
    const text: string = typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body);
    const requestBytes = bytesOf(text);
    const body = JSON.parse(text) as RequestBody;
    const number = isCleanUp(body) ? 0 : ++this.count;
    const refused = await this.refuseWhole(number, flags, requestBytes);
    const logged = { number, requestBytes, actions: body.Actions.length };
    if (refused !== undefined) {
      this.log.push({ ...logged, responseBytes: 0, error: refused.ErrorCode });
      return refused;
    }
    const answer = await this.executeUpTo(this.injectionAt(number), body, (flags & UNDO_GROUP) !== 0);
    const answerText = JSON.stringify(answer);
    const responseBytes = bytesOf(answerText);
    if (responseBytes > MAX_BODY_BYTES) {
      this.log.push({ ...logged, responseBytes, error: 'ResponsePayloadSizeLimitExceeded' });
      return failed('ResponsePayloadSizeLimitExceeded');
    }
    this.log.push({ ...logged, responseBytes, error: answer.Error?.Code });
    return {
      HttpStatusCode: 200,
      ErrorCode: '',
      ErrorMessage: '',
      Headers: {},
      Body: JSON.parse(answerText) as ResponseBody,
    };
  }

  private async refuseWhole(number: number, flags: number, bytes: number): Promise<ExecutorResponse | undefined> {
    if (this.editing !== undefined && number > 0) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return failed('InvalidOperationInCellEditMode');
      await this.editing.ended;
    }
    if (bytes > MAX_BODY_BYTES) return failed('RequestPayloadSizeLimitExceeded');
    const injected = this.injectionAt(number);
    return injected?.action === undefined ? injected && failed(injected.code, injected.message) : undefined;
  }

  private injectionAt(number: number): Injection | undefined {
    return this.injections.find(({ request }) => request === number);
  }

  private async executeUpTo(
    injection: Injection | undefined,
    body: RequestBody,
    grouped: boolean,
  ): Promise<ResponseBody> {
    if (injection?.action === undefined) return execute(body, this.host, grouped);
    const until = { ...body, Actions: body.Actions.slice(0, injection.action) };
    const answer = await execute(until, this.host, grouped);
    if (answer.Error !== undefined) return answer;
    const { code, message, action } = injection;
    const error = {
      Code: code,
      Message: message,
      Location: '',
      ActionIndex: action ?? 0,
      HttpStatusCode: statusOf(code),
    };
    return { ...answer, Error: error };
  }
}

/** The size on the wire: UTF-8. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A request Office.js sends by itself after `Excel.run`, only to let tracked ranges go. */
function isCleanUp(body: RequestBody): boolean {
  const lettingGo = body.Actions.filter(({ Name }) => Name === '_RemoveReference');
  const root = body.Actions.filter(({ ObjectPathId }) => body.ObjectPaths[String(ObjectPathId)]?.ObjectPathType === 1);
  return lettingGo.length > 0 && root.length === body.Actions.length;
}

function failed(code: string, message = excelMessage(code)): ExecutorResponse {
  return { HttpStatusCode: statusOf(code), ErrorCode: code, ErrorMessage: message, Headers: {}, Body: null };
}
