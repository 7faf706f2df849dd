import { emitFrameEvent, onFrameEvent } from './events';
import { fetchContext, fetchFromProduct, invokeResolver, type ModulePlace } from './server';
import type { ColorMode, FlagRequest, FrameHooks, FrameModule, ModalRequest, NavigateRequest } from './types';

type Data = Readonly<Record<string, unknown>>;

export interface CommandScope {
  readonly module: FrameModule;
  readonly place: ModulePlace;
  readonly hooks: FrameHooks;
  readonly colorMode: () => ColorMode;
  readonly path: string;
  readonly openModal: (request: ModalRequest) => void;
  readonly reload: () => void;
  /** Registered by `view.onClose`; called before the frame goes. */
  readonly onClosing: (callback: () => void) => void;
}

export interface Commands {
  /** Answers a command or throws with a sentence. */
  readonly run: (command: string, data: unknown) => unknown;
  /** Ends the frame's subscriptions. */
  readonly dispose: () => void;
}

/** The commands of the bridge, as the parent page answers them. One set for each frame. */
export function makeCommands(scope: CommandScope): Commands {
  const subscriptions = new Map<number, () => void>();
  let nextSubscription = 1;
  const subscribe = (data: Data): number => {
    const id = nextSubscription++;
    subscriptions.set(id, onFrameEvent(String(data['event']), callbackOf(data['callback'])));
    return id;
  };

  const commands: Readonly<Record<string, (data: Data, raw: unknown) => unknown>> = {
    invoke: async (data) => {
      const body = await invokeResolver(scope.place, String(data['functionKey']), data['payload']);
      return data['metadata'] === undefined ? body : { body, metadata: {} };
    },
    fetchProduct: (data) => fetchFromProduct(productRequest(data)),
    getContext: async () => ({
      ...recordOf(await fetchContext(scope.place)),
      theme: themeOf(scope.colorMode()),
    }),
    enableTheming: () => scope.colorMode(),
    createHistory: () => ({ path: scope.path }),
    navigate: (data) => scope.hooks.onNavigate(navigation(data)),
    getUrl: (data) => scope.hooks.getUrl?.(navigation(data)),
    reload: () => scope.reload(),
    changeWindowTitle: (_data, raw) => scope.hooks.onTitle?.(String(raw)),
    submit: (_data, raw) => accept(scope.hooks.onSubmit, raw),
    close: (_data, raw) => accept(scope.hooks.onClose, raw),
    refresh: (_data, raw) => accept(scope.hooks.onRefresh, raw),
    open: () => true,
    onClose: (_data, raw) => {
      scope.onClosing(callbackOf(raw));
      return true;
    },
    openModal: (data) => {
      scope.openModal(modalRequest(scope, data));
      return true;
    },
    showFlag: (data) => scope.hooks.onFlag?.(flagRequest(data)),
    closeFlag: (data) => scope.hooks.onFlagClosed?.(String(data['id'])),
    emit: (data) => emitFrameEvent(String(data['event']), data['payload']),
    emitPublic: (data) => emitFrameEvent(`public:${String(data['event'])}`, data['payload']),
    on: (data) => subscribe(data),
    onPublic: (data) => subscribe({ ...data, event: `public:${String(data['event'])}` }),
    off: (_data, raw) => {
      subscriptions.get(Number(raw))?.();
      subscriptions.delete(Number(raw));
    },
    emitReadyEvent: () => undefined,
    emitFrontendCustomMetric: () => undefined,
    trackObjectStoreAction: () => undefined,
    getCookieConsentPreferences: () => null,
    isRovoEnabled: () => false,
    subscribeRealtimeChannel: () => refuse('The local site has no realtime channels.'),
    publishRealtimeChannel: () => refuse('The local site has no realtime channels.'),
  };
  return {
    run: (command, data) => {
      const known = commands[command];
      if (known === undefined) return refuse(`The local site does not know the bridge command ${command}.`);
      return known(recordOf(data), data);
    },
    dispose: () => {
      for (const end of subscriptions.values()) end();
      subscriptions.clear();
    },
  };
}

function accept(hook: ((payload: unknown) => void) | undefined, payload: unknown): boolean {
  hook?.(payload);
  return hook !== undefined;
}

function refuse(message: string): never {
  throw new Error(message);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function recordOf(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

function callbackOf(value: unknown): (...args: readonly unknown[]) => void {
  return typeof value === 'function' ? (value as (...args: readonly unknown[]) => void) : () => undefined;
}

function productRequest(data: Data): object {
  const init = recordOf(data['fetchRequestInit']);
  const form = data['isMultipartFormData'] === true ? [['x-form-data', 'json']] : [];
  return {
    product: data['product'],
    path: data['restPath'],
    method: init['method'] ?? 'GET',
    headers: [...(Array.isArray(init['headers']) ? (init['headers'] as unknown[]) : []), ...form],
    body: init['body'] ?? null,
  };
}

function navigation(data: Data): NavigateRequest {
  const { url, target, type, ...params } = data;
  return {
    newTab: type === 'new-tab',
    params,
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof target === 'string' ? { target } : {}),
  };
}

const FLAG_TYPES = ['info', 'success', 'warning', 'error'] as const;

function flagRequest(data: Data): FlagRequest {
  const actions = Array.isArray(data['actions']) ? (data['actions'] as unknown[]).map(recordOf) : [];
  return {
    id: typeof data['id'] === 'number' ? data['id'] : String(data['id']),
    title: textOf(data['title']),
    description: textOf(data['description']),
    type: FLAG_TYPES.find((type) => type === data['type']) ?? 'info',
    isAutoDismiss: data['isAutoDismiss'] === true,
    actions: actions.map((action) => ({
      text: String(action['text']),
      onClick: callbackOf(action['onClick']),
    })),
  };
}

function modalRequest(scope: CommandScope, data: Data): ModalRequest {
  const resource =
    typeof data['resource'] === 'string' && data['resource'] !== '' ? data['resource'] : undefined;
  return {
    module: resource === undefined ? scope.module : { ...scope.module, url: sibling(scope.module, resource) },
    extension: { ...scope.place.extension, modal: data['context'] ?? {} },
    size: data['size'],
    title: textOf(data['title']),
    closeOnEscape: data['closeOnEscape'] !== false,
    closeOnOverlayClick: data['closeOnOverlayClick'] !== false,
    onClosed: callbackOf(data['onClose']),
  };
}

/** The address of another resource of the app, named as in the manifest: the app's origin knows which file it is. */
function sibling(module: FrameModule, resource: string): string | null {
  if (module.url === null) return null;
  return new URL(`/__forge/resource/${resource}`, module.url).toString();
}

function themeOf(mode: ColorMode): object {
  return {
    colorMode: mode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
    motion: 'motion',
  };
}
