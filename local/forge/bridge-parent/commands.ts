import { emitFrameEvent, onFrameEvent } from './events';
import { fetchContext, fetchFromProduct, invokeResolver, type ModulePlace } from './server';
import type { ColorMode, FrameHooks, NavigateRequest } from './types';

export type Data = Readonly<Record<string, unknown>>;

export interface CommandScope {
  readonly place: ModulePlace;
  readonly hooks: FrameHooks;
  readonly colorMode: () => ColorMode;
  readonly path: string;
  readonly reload: () => void;
  /** `Modal`: shows a page of the app in a dialog. */
  readonly openModal: (data: Data) => boolean;
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
    reload: () => scope.reload(),
    submit: (_data, raw) => accept(scope.hooks.onSubmit, raw),
    close: (_data, raw) => accept(scope.hooks.onClose, raw),
    refresh: (_data, raw) => accept(scope.hooks.onRefresh, raw),
    open: () => true,
    openModal: (data) => scope.openModal(data),
    onClose: (_data, raw) => {
      scope.onClosing(callbackOf(raw));
      return true;
    },
    emit: (data) => emitFrameEvent(String(data['event']), data['payload']),
    on: (data) => subscribe(data),
    off: (_data, raw) => {
      subscriptions.get(Number(raw))?.();
      subscriptions.delete(Number(raw));
    },
    emitReadyEvent: () => undefined,
    emitFrontendCustomMetric: () => undefined,
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

function recordOf(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

export function callbackOf(value: unknown): (...args: readonly unknown[]) => void {
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
