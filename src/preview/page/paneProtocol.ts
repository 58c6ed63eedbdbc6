/*
 * The messages of Excel on the web to the frame of an add-in, as far as Office.js 1.1.110 needs them: answers to its
 * questions and events. It moves no message; `paneHost.ts` does.
 *
 * Source: the protocol as seen in the public build of Office.js (office.debug.js, `OSF.ClientHostController`).
 */

/** A question of Office.js. */
export interface PaneRequest {
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: { readonly ArrayData?: readonly unknown[] };
}

/** One conversation with one frame: both sides repeat its name. */
export const CONVERSATION = 'poolbook-preview';

/** The address and window name with which Office.js believes that it runs in Excel on the web. */
export function paneFrame(page: string, origin: string): { readonly src: string; readonly name: string } {
  const name = {
    baseFrameName: 'poolbook',
    hostInfo: 'Excel|Web|16.01|en-GB|poolbook||||',
    xdmInfo: `${CONVERSATION}|pane|${origin}`,
    serializerVersion: 1,
    flights: '[]',
    disabledChangeGates: '[]',
  };
  return { src: `${page}?_host_Info=Excel$Web$16.01$en-GB$poolbook$$$0`, name: JSON.stringify(name) };
}

/** Reads a message; undefined if it is none of ours. */
export function readRequest(data: unknown): PaneRequest | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data) as Partial<PaneRequest> | null;
    return typeof message?._actionName === 'string' ? (message as PaneRequest) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the user pressed Tab at the pane's last stop, or Shift+Tab at its first: Office.js then asks the host to take the
 * keyboard back (`OSF.AgaveHostAction.TabExit`, `TabExitShift`).
 */
export function tabbedOut({ _actionName, _data }: PaneRequest): 'forward' | 'back' | undefined {
  if (_actionName !== 'ContextActivationManager_notifyHost' || !Array.isArray(_data)) return undefined;
  const action: unknown = _data[1];
  return action === 13 ? 'forward' : action === 14 ? 'back' : undefined;
}

/** The answer to a question. */
export function answer(request: PaneRequest, data: unknown): string {
  const { _actionName, _conversationId, _correlationId } = request;
  return JSON.stringify({
    _messageType: 1,
    _actionName,
    _conversationId,
    _correlationId,
    _origin: location.origin,
    _data: data,
    _errorCode: 0,
    _responseType: 0,
    _serializerVersion: 1,
  });
}

/** Events for the add-in: category, type, target, message, id. */
export function events(
  entries: readonly {
    readonly messageCategory: number;
    readonly messageType: number;
    readonly targetId: string;
    readonly message: string;
  }[],
): string {
  const ArrayData = entries.map(({ messageCategory, messageType, targetId, message }, index) => [
    messageCategory,
    messageType,
    targetId,
    message,
    String(index),
  ]);
  return JSON.stringify({
    _messageType: 1,
    _actionName: 'richApiMessage',
    _conversationId: CONVERSATION,
    _correlationId: -1,
    _origin: location.origin,
    _data: { ArrayData, Error: 0 },
    _errorCode: 0,
    _responseType: 1,
    _serializerVersion: 1,
  });
}

/** What Excel on the web says of itself. The requirement sets are those the host imitates. */
export function appContext(): unknown {
  return {
    _id: 'pane',
    _appName: 16,
    _appVersion: '16.01',
    _appMinorVersion: 0,
    _appUILocale: 'en-GB',
    _dataLocale: 'en-GB',
    _docUrl: `${location.origin}/workbook.xlsx`,
    _clientMode: 0,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'poolbook',
    _appInstanceId: 'preview',
    _requirementMatrix: JSON.stringify({
      ExcelApi: 1.17,
      SharedRuntime: 1.2,
      CustomFunctionsRuntime: 1.4,
      DialogApi: 1.2,
      AddinCommands: 1.3,
    }),
    _hostCustomMessage: '',
    _hostFullVersion: '16.0.0.0',
    _addinName: 'Poolbook',
    _appDomains: [],
    _featureGates: {},
  };
}
