/*
 * Custom functions called through Microsoft's own marshalling: the arguments go in as JSON as Excel sends them, the
 * runtime calls the function and sends its result back. How formulas are calculated is the engine's business.
 */
import { CellError, type CellValue, type ErrorCode } from '../book/values';
import { loadOffice } from './loadOffice';

/** One call: the function's id, and its arguments as cells and ranges; a missing one counts as left out. */
export interface FunctionCall {
  readonly id: string;
  readonly args: readonly (CellValue | readonly (readonly CellValue[])[])[];
}

/** What the cell would show. An error has the sentence the user sees behind it. */
export type FunctionAnswer =
  | { readonly value: CellValue | readonly (readonly CellValue[])[] }
  | { readonly error: ErrorCode; readonly message: string };

/** Calls the functions of one bundle. */
export interface FunctionRuntime {
  invoke(id: string, args: FunctionCall['args']): Promise<FunctionAnswer>;
  /** Many calls in one message: the answers in the order of the calls. */
  invokeAll(calls: readonly FunctionCall[]): Promise<readonly FunctionAnswer[]>;
}

/** The metadata this needs: how many parameters each function has. */
interface FunctionsMetadata {
  readonly functions: readonly { readonly id: string; readonly parameters: readonly unknown[] }[];
}

interface Bridge {
  onMessageFromHost?: (text: string) => void;
  sendMessageToHost(text: string): void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: string | ResultRequest };
}

interface ResultRequest {
  readonly Actions: readonly {
    readonly Id: number;
    readonly ActionType: number;
    readonly Name: string;
    readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
  }[];
}

/** `[invocation, true, value]` or `[invocation, false, sentence, code]`. */
type InvocationResult = readonly [number, boolean, unknown, number?];

/** Numbers of the runtime's error codes; 2 and 3 are a function that threw something that is no CustomFunctions.Error. */
const CODES: Readonly<Partial<Record<number, ErrorCode>>> = {
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

const CUSTOM_FUNCTIONS = 1;
const INVOKE = 1000;
const HOST_EVENT = 3;

/**
 * Loads a bundle of custom functions into an Office.js of its own.
 *
 * @param bundleText - `dist/functions.js`. @param metadataJson - `dist/functions.json`.
 * @example (await openFunctionRuntime(bundle, metadata).invoke('SPLIT', [100, [[2, 3, 1]]])) -> { value: [[33.33, 50, 16.67]] }
 */
export function openFunctionRuntime(bundleText: string, metadataJson: string): FunctionRuntime {
  const office = loadOffice();
  const waiting = new Map<number, (answer: FunctionAnswer) => void>();
  const bridge: Bridge = { sendMessageToHost: (text) => void setTimeout(() => receive(text), 0) };
  const inside = office.OfficeExtension as unknown as { HostBridge: { init(bridge: Bridge): void } };
  inside.HostBridge.init(bridge);
  office.evaluate(bundleText, 'functions.js');
  const metadata = JSON.parse(metadataJson) as FunctionsMetadata;
  let lastInvocation = 0;

  function receive(text: string): void {
    const { id, type, message } = JSON.parse(text) as BridgeMessage;
    const body = typeof message.body === 'string' ? (JSON.parse(message.body) as ResultRequest) : message.body;
    for (const action of body.Actions) {
      if (action.Name !== 'SetInvocationArrayResults') continue;
      for (const result of action.ArgumentInfo?.Arguments?.[0] as readonly InvocationResult[]) {
        waiting.get(result[0])?.(answerOf(result));
        waiting.delete(result[0]);
      }
    }
    const results = body.Actions.map((action) => ({ ActionId: action.Id, Value: action.ActionType === 1 ? {} : null }));
    const reply = { statusCode: 200, headers: {}, body: JSON.stringify({ Results: results }) };
    bridge.onMessageFromHost?.(JSON.stringify({ id, type, message: reply }));
  }

  async function invokeAll(calls: readonly FunctionCall[]): Promise<readonly FunctionAnswer[]> {
    const entries: unknown[] = [];
    const answers = calls.map((call) => {
      const invocation = ++lastInvocation;
      entries.push(entryOf(invocation, call, parameterCount(metadata, call.id)));
      return new Promise<FunctionAnswer>((resolve) => waiting.set(invocation, resolve));
    });
    bridge.onMessageFromHost?.(JSON.stringify({ type: HOST_EVENT, message: { entries } }));
    return Promise.all(answers);
  }

  return {
    invokeAll,
    invoke: async (id, args) => (await invokeAll([{ id, args }]))[0] ?? { error: '#VALUE!', message: '' },
  };
}

function parameterCount({ functions }: FunctionsMetadata, id: string): number {
  const found = functions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No custom function ${id} in functions.json.`);
  return found.parameters.length;
}

/** Excel sends null for an argument that is left out, and for a blank cell. */
function entryOf(invocation: number, { id, args }: FunctionCall, parameters: number): unknown {
  const values = Array.from({ length: Math.max(parameters, args.length) }, (_, index) =>
    sentValue(args[index] ?? null),
  );
  return {
    messageCategory: CUSTOM_FUNCTIONS,
    messageType: INVOKE,
    targetId: '',
    message: [invocation, id, values, 'Sheet1!A1', 0],
    id: String(invocation),
  };
}

function sentValue(value: FunctionCall['args'][number]): unknown {
  if (value instanceof CellError) throw new Error('Excel does not call a function with an error among its arguments.');
  if (!Array.isArray(value)) return value;
  return (value as readonly (readonly CellValue[])[]).map((row) => row.map((cell) => sentValue(cell)));
}

function answerOf([, succeeded, value, code]: InvocationResult): FunctionAnswer {
  if (!succeeded) return { error: CODES[code ?? 0] ?? '#VALUE!', message: typeof value === 'string' ? value : '' };
  if (isErrorValue(value)) return { error: value.basicValue, message: value.message ?? '' };
  if (Array.isArray(value)) return { value: (value as readonly (readonly unknown[])[]).map((row) => row.map(cellOf)) };
  return { value: cellOf(value) };
}

function cellOf(value: unknown): CellValue {
  if (isErrorValue(value)) return new CellError(value.basicValue, value.message ?? '');
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

/** An error inside a result, as the runtime writes it. */
function isErrorValue(value: unknown): value is { readonly basicValue: ErrorCode; readonly message?: string } {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Error' && 'basicValue' in value
  );
}
